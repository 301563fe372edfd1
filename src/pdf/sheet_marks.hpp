#pragma once
// The marks of a printer's sheet as operators: where to cut, where to fold, and in which order to gather.

#include "pdf/content_buffer.hpp"
#include "pdf/sheet_geometry.hpp"

namespace quoin::pdf {

/// Cuts as lines, folds as dashes, both outside of every page, in the colour space /All. On the outermost side of a
/// signature a bar in black on the fold of the spine, one step lower with every signature: gathered right, they make a stair.
void write_marks(ContentBuffer&, SheetGeometry const&, SheetPlan const&, SheetSide const&);

} // namespace quoin::pdf
