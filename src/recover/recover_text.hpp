#pragma once
// Plain and extracted text becomes a document: furniture, articles, notes, inserts, joins and kinds of blocks are found
// from many small clues. The stages and where they come from: docs/adr/0015-import-in-rooms.md.

#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/instructions.hpp"

#include <vector>

namespace quoin::recover {

/// Never fails: a text in which nothing is found is one article of paragraphs. Wrong instructions are reported.
manuscript::Imported recover_text(manuscript::Source const&, manuscript::Options const&,
                                  std::vector<manuscript::Instruction> const&, SourceMap&, Diagnostics&);

} // namespace quoin::recover
