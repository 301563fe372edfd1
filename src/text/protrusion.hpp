#pragma once
// How far a line's first and last sign may hang over the edge (TYPESETTING.md 2.7).

#include <cstdint>

namespace quoin::text {

/// Thousandths of the sign's own width, or -1 where the font's side bearings decide.
int hang_left_per_mille(char32_t);
int hang_right_per_mille(char32_t);

} // namespace quoin::text
