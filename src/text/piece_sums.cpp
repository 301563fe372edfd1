#include "text/piece_sums.hpp"

namespace quoin::text {

Part part_before(ShapedWord const& word, std::size_t offset) {
    Part part;
    int last_cluster = -1;
    for (ShapedGlyph const& glyph : word.glyphs) {
        if (glyph.cluster >= offset) {
            if (part.first_advance == 0) part.first_advance = glyph.advance;
            continue;
        }
        part.units += glyph.advance;
        part.last_advance = glyph.advance;
        if (glyph.cluster != last_cluster) ++part.slots;
        last_cluster = glyph.cluster;
    }
    if (!word.context->tracked) part.slots = 0;
    return part;
}

Sums word_sums(PieceStyle const& style, style::LineBreaking const& rules, std::int64_t units, std::int64_t slots) {
    std::int64_t const width = to_length(units, style).units;
    std::int64_t const track = slots * (style.size.units * rules.tracking / 1000);
    bool const scaled = style.context->tracked; // joined scripts keep their shapes
    Sums sums;
    sums.width = width + slots * style.tracking.units;
    sums.stretch = (scaled ? width * rules.scale_stretch / 1000 : 0) + track;
    sums.shrink = (scaled ? width * rules.scale_shrink / 1000 : 0) + track;
    return sums;
}

Sums space_sums(Pieces const& pieces, std::size_t index, style::LineBreaking const& rules) {
    Sums sums;
    sums.width = space_width(pieces, index).units;
    Piece const& piece = pieces.pieces[index];
    if (!piece.elastic) return sums;
    std::int64_t const space = pieces.styles[piece.style].space.units;
    sums.space = space * rules.space_stretch / 1000;
    sums.stretch = sums.space;
    sums.shrink = space * rules.space_shrink / 1000;
    return sums;
}

} // namespace quoin::text
