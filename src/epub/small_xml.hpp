#pragma once
// The package's small XML files are built as trees and written by pugixml: attributes in the order they were added.

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace quoin::epub {

/// A new document with its XML declaration.
pugi::xml_document new_document();
pugi::xml_node add(pugi::xml_node parent, char const* name);
/// An element with text.
pugi::xml_node add(pugi::xml_node parent, char const* name, std::string const& text);
void set(pugi::xml_node node, char const* name, std::string const& value);
/// Indented by two spaces, UTF-8.
std::string written(pugi::xml_document const&);

} // namespace quoin::epub
