#pragma once
// Small helps with XML of packages and documents. Prefixes do not count: names are compared without them.

#include "base/bytes.hpp"
#include "preflight/epub_facts.hpp"

#include <pugixml.hpp>

#include <set>
#include <string>
#include <string_view>

namespace quoin::preflight {

/// Empty when it is well-formed.
std::string load_problem(Bytes const&, pugi::xml_document&);
inline bool load(Bytes const& bytes, pugi::xml_document& document) { return load_problem(bytes, document).empty(); }

/// Views are into the document.
std::string_view local_name(pugi::xml_node);
pugi::xml_node child(pugi::xml_node, std::string_view local);
/// The first element of this name, the node itself included.
pugi::xml_node find_element(pugi::xml_node, std::string_view local);

std::set<std::string> words_of(std::string_view list);
/// A reference in the document at `from`: path from the archive's root, and the id behind '#'. An address outside has no
/// path and stands whole in `what`.
EpubPlace resolved(std::string const& from, std::string_view reference);

} // namespace quoin::preflight
