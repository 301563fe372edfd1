#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;

namespace {

std::string letters(int number) {
    std::string text;
    for (; number > 0; number = (number - 1) / 26)
        text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
    return text;
}

std::string roman(int number) {
    static constexpr std::array<std::pair<int, char const*>, 13> figures{{{1000, "m"},
                                                                          {900, "cm"},
                                                                          {500, "d"},
                                                                          {400, "cd"},
                                                                          {100, "c"},
                                                                          {90, "xc"},
                                                                          {50, "l"},
                                                                          {40, "xl"},
                                                                          {10, "x"},
                                                                          {9, "ix"},
                                                                          {5, "v"},
                                                                          {4, "iv"},
                                                                          {1, "i"}}};
    constexpr int highest = 4000;
    if (number >= highest) return std::to_string(number);
    std::string text;
    for (auto const& [value, figure] : figures)
        for (; number >= value; number -= value) text += figure;
    return text;
}

// As a reading system prints it: "12.", "c.", "iv.".
std::string marker_of(int number, std::string_view type) {
    std::string text = std::to_string(number);
    if (number > 0 && (type == "a" || type == "A")) text = letters(number);
    if (number > 0 && (type == "i" || type == "I")) text = roman(number);
    if (type == "A" || type == "I")
        for (char& letter : text)
            if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text + ".";
}

std::string type_of(pugi::xml_node node) {
    std::string const style = lower(attribute(node, "style"));
    for (auto const& [word, type] : std::array<std::pair<char const*, char const*>, 6>{{{"lower-alpha", "a"},
                                                                                        {"lower-latin", "a"},
                                                                                        {"upper-alpha", "A"},
                                                                                        {"upper-latin", "A"},
                                                                                        {"lower-roman", "i"},
                                                                                        {"upper-roman", "I"}}})
        if (style.find(word) != std::string::npos) return type;
    return std::string(attribute(node, "type"));
}

} // namespace

void Converter::list(pugi::xml_node node) {
    List list;
    list.kind = is_any(node, {"ol"}) ? ListKind::numbered : ListKind::bullet;
    remember_anchor(node);
    std::string const type = type_of(node);
    int number = node.attribute("start") ? std::atoi(node.attribute("start").value()) : 1;
    bool const literal_style = has_word(node, "class", "literal");
    for (pugi::xml_node child : node.children()) {
        Part const part = pages_.facts(child).part;
        if (part == Part::note) ++number;
        if (part != Part::text) continue;
        if (is_any(child, {"li"})) {
            list_item(child, list, number);
            if (list.items.empty() || list.kind != ListKind::numbered || !list.items.back().marker.empty() ||
                literal_style)
                continue;
            ListItem& item = list.items.back();
            item.marker = marker_of(item.number, type);
            result_.added.push_back({"list number", {}, item.marker});
        } else if (is_any(child, {"ul", "ol"}) && !list.items.empty()) {
            // A list beside its item instead of in it: old editors write so.
            Blocks inner = collect([&] { this->list(child); });
            std::move(inner.begin(), inner.end(), std::back_inserter(list.items.back().content));
        } else if (is_element(child) || !trimmed(child.value()).empty()) {
            Blocks stray = collect([&] { this->stray(child); });
            if (stray.empty()) continue;
            if (list.items.empty()) {
                std::move(stray.begin(), stray.end(), std::back_inserter(out()));
            } else {
                std::move(stray.begin(), stray.end(), std::back_inserter(list.items.back().content));
            }
        }
    }
    if (list.items.empty()) return;
    // Markers that are printed are numbers of ours only when all have one.
    add({std::move(list), span_of(node)});
}

namespace {

// "mso-list:l0 level2 lfo1" → 2; 0 when the paragraph is in no list.
int word_level(pugi::xml_node node) {
    std::string const style = lower(attribute(node, "style"));
    std::size_t const at = style.find("mso-list:");
    if (at == std::string::npos) return 0;
    std::size_t const level = style.find("level", at);
    if (level == std::string::npos || style.find(';', at) < level) return 0;
    constexpr int deepest = 9;
    return std::clamp(std::atoi(style.c_str() + level + 5), 1, deepest);
}

pugi::xml_node word_marker(pugi::xml_node paragraph) {
    for (pugi::xml_node node = paragraph; node; node = next_node(node, paragraph))
        if (is_any(node, {"span"}) && lower(attribute(node, "style")).find("mso-list:ignore") != std::string::npos)
            return node;
    return {};
}

} // namespace

// Word writes lists as paragraphs whose style names their level, and their markers as text.
bool Converter::word_list(pugi::xml_node node) {
    int const level = word_level(node);
    if (level == 0 || is_heading(node)) return false;
    pugi::xml_node const marker = word_marker(node);
    std::string text = text_of(marker);
    while (text.ends_with("\u00A0")) text.resize(text.size() - 2);
    text = std::string(trimmed(text));
    bool const counts = value_of_marker(text) > 0 && text.find_first_of(".)") != std::string::npos;
    if (marker) {
        pages_.change(marker).part = Part::title;
        if (!counts) drop("list mark", span_of(marker), text);
    }
    Blocks* place = &out();
    // Down to the list of this level, through the last items of those above.
    for (int depth = 1; word_list_open_ || depth > 1; ++depth) {
        auto* const open = place->empty() ? nullptr : std::get_if<List>(&place->back().kind);
        if (open == nullptr || open->items.empty() || depth == level) break;
        place = &open->items.back().content;
    }
    auto* list = place->empty() ? nullptr : std::get_if<List>(&place->back().kind);
    ListKind const kind = counts ? ListKind::numbered : ListKind::bullet;
    bool const fresh = list == nullptr || list->kind != kind || (!word_list_open_ && place == &out());
    if (fresh) {
        List made;
        made.kind = kind;
        place->push_back({std::move(made), span_of(node)});
        list = &std::get<List>(place->back().kind);
    }
    ListItem item;
    item.span = span_of(node);
    item.marker = counts ? text : "";
    item.number = counts ? value_of_marker(text) : 0;
    Inlines content = inlines(node);
    if (!is_blank(content)) item.content.push_back({Paragraph{std::move(content), ""}, span_of(node)});
    list->items.push_back(std::move(item));
    word_list_open_ = true;
    return true;
}

} // namespace quoin::hypertext
