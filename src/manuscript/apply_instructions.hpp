#pragma once
// Decisions of the editor for manuscripts whose structure is known: DOCX, ODT, HTML, EPUB. Extracted text asks for them stage by
// stage instead (recover).

#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/instructions.hpp"

#include <vector>

namespace quoin::manuscript {

/// Turns blocks of articles by the lines of the view that they begin in: heading, not-heading, insert, title, subtitle, byline, drop,
/// language. Actions that only a text can need (join, note …) are reported as `decision-unplaced`.
void apply(std::vector<PlacedInstruction> const&, Imported&, SourceMap const&, Diagnostics&, Span decisions_file);

/// Marks the decisions that an instruction is about: one of its lines is one of theirs.
void confirm(std::vector<PlacedInstruction> const&, std::vector<Decision>&, SourceMap const&);

} // namespace quoin::manuscript
