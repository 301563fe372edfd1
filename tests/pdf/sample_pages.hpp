#pragma once
// Page lists made in the tests, with real fonts, shaped here as plainly as possible.

#include "page/page_list.hpp"

#include <string>
#include <string_view>

namespace quoin::pdf::test {

inline constexpr char const* garamond = "/usr/share/fonts/opentype/ebgaramond/EBGaramond12-Regular.otf"; // CFF outlines
inline constexpr char const* vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf"; // TrueType outlines

Bytes read_font(std::string const& path);
page::FontFile open_font(std::string const& path, std::string const& name);

struct LineStyle {
    page::FontId font{};
    Length size = Length::points(10);
    page::InkUse ink;
    std::int32_t scale = 1'000'000;
    Length tracking;
    Length extra_word_space;
    page::TagId tag = page::TagId::artifact;
};

/// Inks: 0 text (black, overprints), 1 accent (CMYK), 2 spot. Fonts: 0 EB Garamond, 1 Vollkorn.
page::PageList empty_list(std::size_t pages);

/// Shapes `text` and puts it with its origin at x, y.
page::GlyphRun shape(page::PageList const&, std::string_view text, LineStyle const&);
void add_line(page::PageList&, std::size_t page, Length x, Length y, std::string_view text, LineStyle const&);

page::TagId add_tag(page::PageList&, page::TagRole, page::TagId parent = page::TagId::document);

/// A short issue with everything: headings, lists, a table, a note and its mark, links, a figure, folios.
page::PageList small_issue();
/// Pages of about 2,300 glyphs, for measuring.
page::PageList dense_pages(std::size_t pages);

} // namespace quoin::pdf::test
