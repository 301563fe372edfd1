#pragma once
// A spot ink as a colour space.

#include "page/ink.hpp"
#include "pdf/objects.hpp"

namespace quoin::pdf {

/// [/Separation /PANTONE#20186#20C /DeviceCMYK tint] (ISO 32000-1, 8.6.6.4): where there is no such plate, the ink's CMYK in
/// proportion to the tint.
Object spot_space(QPDF& file, page::Ink const&);

} // namespace quoin::pdf
