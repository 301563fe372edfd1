#include "hypertext/markup.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace quoin::hypertext {

namespace {

template <std::size_t count>
bool among(std::array<std::string_view, count> const& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

constexpr std::array<std::string_view, 47> blocks{
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",      "details", "dialog",
    "dir",     "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",  "form",    "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",       "header",     "hgroup", "hr",      "html",    "legend",
    "li",      "main",    "menu",  "nav",        "ol",       "p",          "pre",    "section", "summary", "table",
    "tbody",   "td",      "tfoot", "th",         "thead",    "tr",         "ul"};

} // namespace

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

bool is_any(pugi::xml_node node, std::initializer_list<std::string_view> names) {
    return is_element(node) && std::find(names.begin(), names.end(), std::string_view(node.name())) != names.end();
}

bool is_block(pugi::xml_node node) { return is_element(node) && among(blocks, node.name()); }

bool is_heading(pugi::xml_node node) {
    char const* const name = node.name();
    return is_element(node) && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

bool names_verse(pugi::xml_node node) {
    return is_any(node, {"div", "section", "p", "pre", "blockquote", "figure"}) &&
           has_any_class(node, {"verse", "poem", "poetry", "linegroup", "lg", "wp-block-verse"});
}

bool is_verse_line(pugi::xml_node node) { return has_any_class(node, {"line", "l", "verse-line", "vers"}); }

std::string_view attribute(pugi::xml_node node, char const* name) { return node.attribute(name).value(); }

bool has_word(pugi::xml_node node, char const* name, std::string_view word) {
    std::string_view const value = attribute(node, name);
    for (std::size_t at = value.find(word); at != std::string_view::npos; at = value.find(word, at + 1)) {
        std::size_t const end = at + word.size();
        if ((at == 0 || is_space(value[at - 1])) && (end == value.size() || is_space(value[end]))) return true;
    }
    return false;
}

bool has_any_class(pugi::xml_node node, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return has_word(node, "class", name); });
}

bool has_type(pugi::xml_node node, std::string_view word) { return has_word(node, "epub:type", word); }

std::string text_of(pugi::xml_node root, std::size_t enough) {
    std::string text;
    for (pugi::xml_node node = root; node && text.size() <= enough; node = next_node(node, root)) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
        if (is_any(node, {"br"}) || (is_block(node) && node != root)) text += ' ';
    }
    return collapsed(text);
}

pugi::xml_node first_element(pugi::xml_node node) {
    pugi::xml_node child = node.first_child();
    while (child && !is_element(child)) child = child.next_sibling();
    return child;
}

pugi::xml_node next_element(pugi::xml_node node) {
    do node = node.next_sibling();
    while (node && !is_element(node));
    return node;
}

pugi::xml_node previous_element(pugi::xml_node node) {
    do node = node.previous_sibling();
    while (node && !is_element(node));
    return node;
}

pugi::xml_node find_element(pugi::xml_node root, std::string_view name) {
    for (pugi::xml_node node = root; node; node = next_node(node, root))
        if (is_element(node) && name == node.name()) return node;
    return {};
}

bool is_within(pugi::xml_node node, pugi::xml_node ancestor) {
    for (; node; node = node.parent())
        if (node == ancestor) return true;
    return false;
}

pugi::xml_node next_beyond(pugi::xml_node node, pugi::xml_node root) {
    while (node && node != root) {
        if (pugi::xml_node const next = node.next_sibling()) return next;
        node = node.parent();
    }
    return {};
}

pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root) {
    if (pugi::xml_node const child = node.first_child()) return child;
    return next_beyond(node, root);
}

} // namespace quoin::hypertext
