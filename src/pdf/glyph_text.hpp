#pragma once
// Which text each glyph stands for. The text of a glyph is that of its HarfBuzz cluster, never the font's own table
// read backwards: a font that draws "ti" with one glyph would otherwise lose letters to search and copy.

#include "page/page_list.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::pdf {

/// The line breaker's hyphen (U+00AD).
inline constexpr std::string_view soft_hyphen = "\u00ad";

/// Calls use(first, last, text) for each group of glyphs [first, last) with one cluster, in visual order.
template <typename Use>
void for_each_cluster(page::GlyphRun const& run, Use&& use) {
    auto const& glyphs = run.glyphs;
    bool const backwards = !glyphs.empty() && glyphs.front().cluster > glyphs.back().cluster;
    for (std::size_t first = 0; first < glyphs.size();) {
        auto const cluster = glyphs[first].cluster;
        auto last = first + 1;
        while (last < glyphs.size() && glyphs[last].cluster == cluster) ++last;
        std::size_t end = run.text.size();
        if (backwards ? first > 0 : last < glyphs.size())
            end = backwards ? glyphs[first - 1].cluster : glyphs[last].cluster;
        std::string_view text;
        if (cluster < end && end <= run.text.size()) text = std::string_view(run.text).substr(cluster, end - cluster);
        use(first, last, text);
        first = last;
    }
}

/// What a reader of the file should find for a cluster: fixed spaces are spaces, the line breaker's hyphen is a hyphen
/// alone and nothing inside other text. `scratch` may hold the result.
std::string_view readable_text(std::string_view cluster, std::string& scratch);

/// Of one font: indexed by glyph id of the font file.
struct GlyphTexts {
    std::vector<bool> used;
    std::vector<std::string> text; // UTF-8; empty where not used
    std::uint32_t highest = 0;     // largest used glyph id
    [[nodiscard]] bool any() const { return !used.empty(); }
};

/// By FontId. Where a glyph stands for several texts the commonest wins, then the one that sorts first.
std::vector<GlyphTexts> collect_glyph_texts(page::PageList const&);

} // namespace quoin::pdf
