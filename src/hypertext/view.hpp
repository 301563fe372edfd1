#pragma once
// The visible text of all pages as lines, one a paragraph, and for each element the bytes that it has there.

#include "base/source_map.hpp"
#include "hypertext/pages.hpp"

#include <string>

namespace quoin::hypertext {

/// What stands for a picture or a drawing: its alternative text, label or title.
std::string picture_description(pugi::xml_node);

/// Writes the view, registers it under `path`, sets `Facts::slice` of every element and text that it shows, and names the
/// passages that are left out.
void write_view(Pages&, std::string const& path, SourceMap&, manuscript::Imported&);

} // namespace quoin::hypertext
