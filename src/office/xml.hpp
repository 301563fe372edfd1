#pragma once
// XML of office packages: loaded within bounds, with the prefixes that this folder expects, and its text made safe.

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <pugixml.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace quoin::office {

/// A file may choose its prefixes (Namespaces in XML 1.0, section 6); after loading, elements and attributes of this
/// namespace have this one. Strict and Transitional names of a vocabulary share a prefix.
struct Namespace {
    std::string_view address, prefix;
};

/// What becomes of text nodes that hold nothing but white space.
enum class WhiteSpace {
    in_leaves, // kept where it is all that an element holds: the vocabularies of Office Open XML
    everywhere // kept: vocabularies with mixed content, as OpenDocument
};

struct LoadedXml {
    pugi::xml_document document; // text is in NFC
    bool has_doctype = false;    // told to the editor: its entities are not replaced, nothing is fetched
};

/// Fails with `import-damaged` on what is not well-formed or nested too deeply. `part` is the name in the package, for
/// the message; `path` the file that the user named.
Result<LoadedXml> load_xml(std::string const& path, std::string const& part, Bytes const&,
                           std::span<Namespace const> namespaces, WhiteSpace);

/// Well-formed UTF-8 without control characters: character references may name any number. Line feeds are spaces, tabs stay.
std::string safe_text(std::string_view);
/// The attribute's value, made safe; empty when there is none.
std::string value_of(pugi::xml_node, char const* attribute);
/// All elements below the node, in their order.
void for_each_element(pugi::xml_node, std::function<void(pugi::xml_node)> const&);

/// A whole number with its sign, or `otherwise`. What does not fit 32 bits is cut to them.
int number_of(std::string_view text, int otherwise = 0);
int number_of(pugi::xml_node, char const* attribute, int otherwise = 0);

} // namespace quoin::office
