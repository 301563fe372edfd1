#pragma once
// A font file cut down to the glyphs of a publication, with the codes and widths that the page streams use.

#include "base/result.hpp"
#include "pdf/content_buffer.hpp"
#include "pdf/glyph_text.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace quoin::pdf {

/// How a page writes one glyph.
struct GlyphCode {
    HexCode hex{};
    std::uint32_t code = 0;   // character code = CID
    std::int32_t advance = 0; // in 1/1,000,000 em, exactly as the W array says
};

struct FontMetrics {
    std::array<int, 4> box{}; // in 1/1000 em, as the others
    int ascent = 0, descent = 0, cap_height = 0, stem = 80;
    double italic_angle = 0;
};

/// Of one FontId. Fonts that no page uses stay empty.
struct FontSubset {
    bool used = false;
    bool cff = false;        // else TrueType outlines
    std::string tagged_name; // "ABCDEF+Name"
    Bytes program;           // `CFF ` table or TrueType file
    FontMetrics metrics;
    std::vector<GlyphCode> codes; // by glyph id of the font file; only used glyphs are filled in
    GlyphTexts texts;
};

/// Fails with font-forbidden when the font's licence bits refuse embedding, with font-missing when it does not open.
Result<FontSubset> subset_font(page::FontFile const&, GlyphTexts);

} // namespace quoin::pdf
