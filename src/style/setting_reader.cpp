#include "style/setting_reader.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace quoin::style {

namespace {

std::optional<double> number(Setting const& setting) {
    if (auto const* whole = std::get_if<std::int64_t>(&setting.value)) return static_cast<double>(*whole);
    if (auto const* real = std::get_if<double>(&setting.value)) return *real;
    return std::nullopt;
}

} // namespace

Setting const* SettingReader::find(std::string const& key) {
    known_.insert(key);
    auto const found = settings_.find(key);
    return found == settings_.end() ? nullptr : &found->second;
}

void SettingReader::complain(std::string const& key, std::string const& wanted) {
    auto const found = settings_.find(key);
    Span const where = found == settings_.end() ? Span{} : found->second.span;
    std::string const value = found == settings_.end() ? "" : written(found->second);
    diagnostics_.error(Code::value_invalid, where, fmt::format("{} cannot be \"{}\"", key, value), {"write " + wanted});
}

void SettingReader::read(std::string const& key, bool& into) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    auto const* truth = std::get_if<bool>(&setting->value);
    if (truth == nullptr) return complain(key, "true or false");
    into = *truth;
}

void SettingReader::read(std::string const& key, int& into, int least, int most) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    auto const* whole = std::get_if<std::int64_t>(&setting->value);
    if (whole == nullptr || *whole < least || *whole > most)
        return complain(key, fmt::format("a whole number from {} to {}", least, most));
    into = static_cast<int>(*whole);
}

void SettingReader::read(std::string const& key, double& into, double least, double most) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    auto const value = number(*setting);
    if (!value || !(*value >= least && *value <= most))
        return complain(key, fmt::format("a number from {} to {}", least, most));
    into = *value;
}

void SettingReader::read(std::string const& key, std::string& into) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    auto const* text = std::get_if<std::string>(&setting->value);
    if (text == nullptr) return complain(key, "a text in quotation marks");
    into = *text;
}

void SettingReader::read(std::string const& key, Length& into, Length em) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    auto const* text = std::get_if<std::string>(&setting->value);
    auto const value = text == nullptr ? std::nullopt : read_length(*text, em);
    if (!value) return complain(key, "a length with its unit, such as \"12mm\" or \"10.5pt\"");
    into = *value;
}

void SettingReader::read(std::string const& key, PageCount& into) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    if (auto const* whole = std::get_if<std::int64_t>(&setting->value); whole != nullptr && *whole > 0) {
        into = {1, static_cast<int>(*whole)};
        return;
    }
    static constexpr std::string_view phrase = "multiple of ";
    if (auto const* text = std::get_if<std::string>(&setting->value)) {
        if (*text == "any") {
            into = {};
            return;
        }
        int multiple = 0;
        if (text->starts_with(phrase))
            std::from_chars(text->data() + phrase.size(), text->data() + text->size(), multiple);
        if (multiple > 0 && multiple <= 64) {
            into = {multiple, 0};
            return;
        }
    }
    complain(key, "\"multiple of 4\", a number of pages, or \"any\"");
}

bool SettingReader::read_list(std::string const& key, std::vector<double>& into) {
    Setting const* setting = find(key);
    if (setting == nullptr) return false;
    auto const* list = std::get_if<std::vector<double>>(&setting->value);
    if (list == nullptr) {
        complain(key, "a list of numbers");
        return false;
    }
    into = *list;
    return true;
}

void SettingReader::read_name(std::string const& key, std::string& into,
                              std::initializer_list<std::string_view> choices) {
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    std::string names;
    auto const* text = std::get_if<std::string>(&setting->value);
    for (std::string_view const choice : choices) {
        if (text != nullptr && *text == choice) {
            into = *text;
            return;
        }
        names += (names.empty() ? "\"" : ", \"") + std::string(choice) + "\"";
    }
    complain(key, "one of " + names);
}

std::vector<std::string> SettingReader::names_below(std::string const& prefix) const {
    std::vector<std::string> names;
    std::string const start = prefix + ".";
    for (auto at = settings_.lower_bound(start); at != settings_.end() && at->first.starts_with(start); ++at) {
        std::string const rest = at->first.substr(start.size());
        std::string const name = rest.substr(0, rest.find('.'));
        if (names.empty() || names.back() != name) names.push_back(name);
    }
    return names;
}

Span SettingReader::span(std::string const& key) const {
    auto const found = settings_.find(key);
    return found == settings_.end() ? Span{} : found->second.span;
}

void SettingReader::report_unknown() {
    std::vector<std::string_view> const candidates(known_.begin(), known_.end());
    for (auto const& [key, setting] : settings_) {
        if (known_.count(key) != 0) continue;
        std::vector<std::string> hints;
        if (std::string const near = nearest(key, candidates); !near.empty())
            hints.push_back("did you mean \"" + near + "\"?");
        diagnostics_.error(Code::key_unknown, setting.key_span, fmt::format("no setting is called \"{}\"", key), hints);
    }
}

std::map<std::string, Layout::Origin> SettingReader::origins() const {
    std::map<std::string, Layout::Origin> origins;
    for (auto const& [key, setting] : settings_) origins.emplace(key, Layout::Origin{written(setting), setting.span});
    return origins;
}

} // namespace quoin::style
