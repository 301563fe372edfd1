#include "style/setting.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <toml++/toml.h>

namespace quoin::style {

namespace {

// toml++ tells line and column (in characters); a Span wants bytes.
class Places {
  public:
    Places(std::string_view text, FileId file) : text_(text), file_(file) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') lines_.push_back(at + 1);
    }

    [[nodiscard]] Span span(toml::source_region const& region) const {
        auto const begin = offset(region.begin);
        return {file_, begin, std::max(begin, offset(region.end))};
    }

  private:
    [[nodiscard]] std::uint32_t offset(toml::source_position position) const {
        if (position.line == 0 || position.line > lines_.size()) return 0;
        std::size_t at = lines_[position.line - 1];
        for (toml::source_index column = 1; column < position.column && at < text_.size(); ++column) {
            ++at;
            while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
        }
        return static_cast<std::uint32_t>(at);
    }

    std::string_view text_;
    FileId file_;
    std::vector<std::size_t> lines_{0};
};

class Flattener {
  public:
    Flattener(Places const& places, Diagnostics& diagnostics) : places_(places), diagnostics_(diagnostics) {}

    void flatten(toml::table const& table, std::string const& prefix) {
        for (auto const& [key, node] : table) {
            std::string const dotted = prefix + std::string(key.str());
            Span const key_span = places_.span(key.source());
            if (auto const* inside = node.as_table()) {
                flatten(*inside, dotted + ".");
            } else {
                add(dotted, node, key_span);
            }
        }
    }

    Settings take() { return std::move(settings_); }

  private:
    void add(std::string const& key, toml::node const& node, Span key_span) {
        Setting setting{false, places_.span(node.source()), key_span};
        if (auto const* text = node.as_string()) {
            setting.value = text->get();
        } else if (auto const* truth = node.as_boolean()) {
            setting.value = truth->get();
        } else if (auto const* whole = node.as_integer()) {
            setting.value = whole->get();
        } else if (auto const* real = node.as_floating_point()) {
            setting.value = real->get();
        } else if (auto const* list = node.as_array(); list != nullptr && numbers(*list)) {
            setting.value = *numbers(*list);
        } else {
            diagnostics_.error(Code::value_invalid, setting.span,
                               fmt::format("{} has a value of a kind that no setting takes", key));
            return;
        }
        settings_.insert_or_assign(key, std::move(setting));
    }

    static std::optional<std::vector<double>> numbers(toml::array const& list) {
        std::vector<double> values;
        for (auto const& element : list) {
            auto const value = element.value<double>();
            if (!value) return std::nullopt;
            values.push_back(*value);
        }
        return values;
    }

    Places const& places_;
    Diagnostics& diagnostics_;
    Settings settings_;
};

} // namespace

Settings parse_settings(std::string_view text, FileId file, std::string const& path, Diagnostics& diagnostics) {
    Places const places(text, file);
    Flattener flattener(places, diagnostics);
    try {
        flattener.flatten(toml::parse(text, path), "");
    } catch (toml::parse_error const& error) {
        diagnostics.error(Code::toml_malformed, places.span(error.source()), std::string(error.description()));
        return {};
    }
    return flattener.take();
}

Settings parse_override(std::string const& key, std::string const& text, Span span, Diagnostics& diagnostics) {
    Settings settings;
    Places const nowhere("", FileId::none);
    Flattener flattener(nowhere, diagnostics);
    try {
        flattener.flatten(toml::parse("value = " + text), "");
    } catch (toml::parse_error const&) {
        diagnostics.error(Code::value_invalid, span, fmt::format("{} has no value that can be read", key));
        return settings;
    }
    for (auto& [inner, setting] : flattener.take()) {
        setting.span = setting.key_span = span;
        settings.emplace(key + inner.substr(std::string_view("value").size()), setting);
    }
    return settings;
}

std::string written(Setting const& setting) {
    return match(
        setting.value, [](bool truth) { return std::string(truth ? "true" : "false"); },
        [](std::int64_t whole) { return fmt::format("{}", whole); },
        [](double real) { return fmt::format("{}", real); }, [](std::string const& text) { return text; },
        [](std::vector<double> const& list) { return fmt::format("[{}]", fmt::join(list, ", ")); });
}

} // namespace quoin::style
