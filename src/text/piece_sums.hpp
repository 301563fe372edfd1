#pragma once
// What pieces add to the sums of the line search: words, parts of words, spaces.

#include "style/print_style.hpp"
#include "text/pieces.hpp"
#include "text/search.hpp"

#include <cstdint>

namespace quoin::text {

struct Part {
    std::int64_t units = 0, slots = 0;
    std::int32_t first_advance = 0, last_advance = 0; // of the glyphs beside the break
};

/// What of a word stands before the byte `offset` of its text; font units.
Part part_before(ShapedWord const&, std::size_t offset);
/// Sums of a word or part of it.
Sums word_sums(PieceStyle const&, style::LineBreaking const&, std::int64_t units, std::int64_t slots);
/// Sums of a space piece.
Sums space_sums(Pieces const&, std::size_t index, style::LineBreaking const&);

} // namespace quoin::text
