#pragma once
// In: pieces and text breaks. Out: the edges of the line search, with the sums and prices of each.

#include "style/print_style.hpp"
#include "text/hyphenate.hpp"
#include "text/pieces.hpp"
#include "text/search.hpp"
#include "text/text_breaks.hpp"

#include <cstdint>
#include <vector>

namespace quoin::text {

/// Everything the edges of one paragraph are made from.
struct EdgeSource {
    ParagraphText const& text;
    Pieces const& pieces;
    std::vector<TextBreak> const& breaks;
    style::LineBreaking const& rules;
    FontBook::State const& fonts;
    bool hyphenate = true;
    bool ragged = false;
    bool display = false;           // heads: breaks by sense
    std::int64_t hyphen_price = 60; // of the best hyphen, scaled by measure and language
    Length measure;                 // the narrowest; wider words get emergency breaks
};

/// A place in the pieces.
struct Position {
    std::uint32_t piece = 0;
    std::uint16_t offset = 0;
};

/// Edges from `from` (which becomes edge 0) to the end, or until about `most` are found.
EdgeRow make_edges(EdgeSource const&, Position from, std::size_t most);

/// Byte of the paragraph's text that a place in a piece stands for.
std::uint32_t text_offset(ParagraphText const&, Pieces const&, Position);

} // namespace quoin::text
