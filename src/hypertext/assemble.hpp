#pragma once
// Sections and notes become the document: levels of headings, names of notes, the order of entries.

#include "hypertext/converter.hpp"

namespace quoin::hypertext {

void assemble(std::vector<Section>, std::vector<model::Note>, Pages const&, manuscript::Imported&);

} // namespace quoin::hypertext
