#pragma once
// HTML, XHTML and XML as a tree. In: UTF-8 of any quality. Out: pugixml's nodes, in which every word of the text stands.
// The parser never fails, does not recurse, and takes time in proportion to the text (ADR 0015 says why it is our own).

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::hypertext {

/// html: missing end tags are implied, names are in lower case. xhtml: as written, but `<br>` needs no end. xml: as written.
enum class Syntax { html, xhtml, xml };

/// Elements nested deeper than this become leaves; what they hold stands beside them.
inline constexpr std::size_t deepest_nesting = 160;

void parse_markup(std::string_view text, Syntax, pugi::xml_document& to);

bool is_element(pugi::xml_node);
bool is_any(pugi::xml_node, std::initializer_list<std::string_view> names);
/// Elements that make lines of their own.
bool is_block(pugi::xml_node);
bool is_heading(pugi::xml_node);
/// Elements that say to hold verse, and to be a line of it.
bool names_verse(pugi::xml_node);
bool is_verse_line(pugi::xml_node);
std::string_view attribute(pugi::xml_node, char const* name);
/// Words of an attribute: class, epub:type, role, rel.
bool has_word(pugi::xml_node, char const* attribute, std::string_view word);
bool has_any_class(pugi::xml_node, std::initializer_list<std::string_view> names);
bool has_type(pugi::xml_node, std::string_view word);
/// The text inside, white space as single spaces, none at the ends; no more is read when it is longer than `enough`.
std::string text_of(pugi::xml_node, std::size_t enough = std::string::npos);
pugi::xml_node first_element(pugi::xml_node);
pugi::xml_node next_element(pugi::xml_node);
pugi::xml_node previous_element(pugi::xml_node);
/// The first element with this name, in the order of the text; none when there is none.
pugi::xml_node find_element(pugi::xml_node root, std::string_view name);
bool is_within(pugi::xml_node, pugi::xml_node ancestor);
/// The next node in the order of the text that is no descendant.
pugi::xml_node next_beyond(pugi::xml_node, pugi::xml_node root);
/// The next node in the order of the text: first child, else next beyond.
pugi::xml_node next_node(pugi::xml_node, pugi::xml_node root);

} // namespace quoin::hypertext
