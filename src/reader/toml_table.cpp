#include "reader/toml_table.hpp"

#include "reader/normal_form.hpp"
#include "reader/toml_places.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace quoin::reader {

/// toml++ counts lines and columns from 1, columns in characters.
Span toml_span(Lines const& lines, FileId file, toml::source_region const& region) {
    auto const offset = [&lines](toml::source_position position) {
        std::string_view const line = lines.line(static_cast<int>(position.line));
        std::size_t at = 0;
        for (toml::source_index column = 1; column < position.column && at < line.size(); ++column) {
            ++at;
            while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
        }
        return static_cast<std::uint32_t>(lines.offset(static_cast<int>(position.line), static_cast<int>(at) + 1));
    };
    std::uint32_t const begin = offset(region.begin);
    return {file, begin, std::max(begin, offset(region.end))};
}

TomlTable::TomlTable(toml::table const* table, std::string path, TomlFile const& file)
    : table_(table), path_(std::move(path)), file_(file) {}

Span TomlTable::span() const { return table_ == nullptr ? Span{file_.file, 0, 0} : span_of(*table_); }

Span TomlTable::span_of(toml::node const& node) const { return toml_span(file_.lines, file_.file, node.source()); }

std::string TomlTable::source_of(toml::node const& node) const {
    Span const span = span_of(node);
    return std::string(file_.text.substr(span.begin, span.end - span.begin));
}

std::string TomlTable::dotted(std::string_view key) const {
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

toml::node const* TomlTable::find(std::string_view key) {
    known_.emplace_back(key);
    toml::node const* const node = table_ == nullptr ? nullptr : table_->get(key);
    if (node != nullptr && file_.key_spans != nullptr) file_.key_spans->insert_or_assign(dotted(key), span_of(*node));
    return node;
}

void TomlTable::wrong_kind(std::string_view key, toml::node const& node, std::string_view wanted) const {
    file_.diagnostics.error(Code::value_invalid, span_of(node), fmt::format("{} has to be {}", dotted(key), wanted));
}

std::optional<Written> TomlTable::written(std::string_view key) {
    toml::node const* const node = find(key);
    if (node == nullptr) return std::nullopt;
    if (auto const* text = node->as_string()) return Written{normal_form(text->get()), span_of(*node)};
    if (node->is_number() || node->is_date()) return Written{source_of(*node), span_of(*node)};
    wrong_kind(key, *node, "text in quotes");
    return std::nullopt;
}

bool TomlTable::text(std::string_view key, std::string& to) {
    auto value = written(key);
    if (value) to = std::move(value->text);
    return value.has_value();
}

bool TomlTable::truth(std::string_view key, bool& to) {
    toml::node const* const node = find(key);
    if (node == nullptr) return false;
    auto const* const value = node->as_boolean();
    if (value == nullptr) {
        wrong_kind(key, *node, "true or false");
        return false;
    }
    to = value->get();
    return true;
}

bool TomlTable::texts(std::string_view key, std::vector<std::string>& to) {
    toml::node const* const node = find(key);
    if (node == nullptr) return false;
    std::vector<std::string> values;
    bool good = node->is_array() || node->is_string();
    if (auto const* single = node->as_string()) values.push_back(normal_form(single->get()));
    if (auto const* list = node->as_array()) {
        for (toml::node const& each : *list) {
            auto const* text = each.as_string();
            good = good && text != nullptr;
            if (text != nullptr) values.push_back(normal_form(text->get()));
        }
    }
    if (!good) wrong_kind(key, *node, "a list of texts: [\"…\", \"…\"]");
    to = std::move(values);
    return good;
}

bool TomlTable::date(std::string_view key, std::optional<Date>& to) {
    auto const value = written(key);
    if (!value) return false;
    auto const parsed = parse_date(value->text);
    if (!parsed) {
        file_.diagnostics.error(Code::date_invalid, value->span, fmt::format("\"{}\" is no date", value->text),
                                {"write 2023, 2023-08 or 2023-08-01"});
        return false;
    }
    to = parsed;
    return true;
}

TomlTable TomlTable::table(std::string_view key) {
    toml::node const* const node = find(key);
    toml::table const* const inside = node == nullptr ? nullptr : node->as_table();
    if (node != nullptr && inside == nullptr) wrong_kind(key, *node, fmt::format("a table: [{}]", dotted(key)));
    return {inside, dotted(key), file_};
}

std::optional<std::vector<TomlTable>> TomlTable::tables(std::string_view key) {
    toml::node const* const node = find(key);
    if (node == nullptr) return std::nullopt;
    std::vector<TomlTable> result;
    auto const* const list = node->as_array();
    bool good = list != nullptr;
    if (list != nullptr) {
        TomlFile inside = file_;
        inside.key_spans = nullptr; // every table of the list has the same keys
        for (toml::node const& each : *list) {
            good = good && each.is_table();
            if (auto const* table = each.as_table()) result.emplace_back(table, dotted(key), inside);
        }
    }
    if (!good) wrong_kind(key, *node, fmt::format("a list of tables: [[{}]]", dotted(key)));
    return result;
}

void TomlTable::collect(toml::table const& table, std::string const& prefix, std::vector<Leaf>& to) const {
    for (auto const& [key, node] : table) {
        std::string const name = prefix + std::string(key.str());
        if (auto const* inside = node.as_table(); inside != nullptr && !inside->is_inline()) {
            collect(*inside, name + ".", to);
        } else {
            to.push_back({name, source_of(node), span_of(node)});
        }
    }
}

std::vector<TomlTable::Leaf> TomlTable::leaves(std::string_view key) {
    TomlTable const inside = table(key);
    std::vector<Leaf> found;
    if (inside.table_ != nullptr) collect(*inside.table_, "", found);
    // toml++ sorts by key; the author's order is the better one for messages.
    std::stable_sort(found.begin(), found.end(),
                     [](Leaf const& a, Leaf const& b) { return a.span.begin < b.span.begin; });
    return found;
}

void TomlTable::finish() const {
    if (table_ == nullptr) return;
    std::vector<std::string_view> const known(known_.begin(), known_.end());
    for (auto const& [key, node] : *table_) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        std::string const near = nearest(key.str(), known);
        file_.diagnostics.error(Code::key_unknown, toml_span(file_.lines, file_.file, key.source()),
                                fmt::format("there is no key \"{}\"", dotted(key.str())),
                                {near.empty() ? fmt::format("known here: {}", fmt::join(known, ", "))
                                              : fmt::format("did you mean \"{}\"?", near)});
    }
}

} // namespace quoin::reader
