// Set lines become items of a page or box, and the measures of the page that composing and placing share.

#include "layout/compose.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// A baseline stands this share of the size below the middle of its row: capitals and descenders of book faces then have
/// the same white above and below.
constexpr std::int64_t baseline_share_numerator = 28, baseline_share_denominator = 100;

/// A link's area reaches from above the capitals to below the descenders.
constexpr std::int64_t area_above = 80, area_below = 25, area_whole = 100;

/// Strike rules stand at about half the x-height and are as thick as the hairlines of a text face.
constexpr std::int64_t strike_height = 24, strike_thickness = 5, strike_whole = 100;

void draw_link_area(text::LinePiece const& piece, Point at, LinkTarget const& target, page::GlyphRun const& run,
                    std::vector<page::Item>& to) {
    page::LinkArea area;
    Length const above = run.size.scaled(area_above, area_whole);
    area.width = run.width;
    area.height = above + run.size.scaled(area_below, area_whole);
    area.destination = target.destination;
    area.address = target.address;
    area.contents = target.contents;
    area.link = piece.link;
    to.push_back({{at.x + piece.x, at.y - above}, std::move(area), target.tag});
}

void draw_piece(text::LinePiece& piece, text::ParagraphText const& text, Point at, DrawTables const& tables,
                std::vector<page::Item>& to) {
    if (piece.object >= 0) {
        text::InlineObject const& object = text.objects[static_cast<std::size_t>(piece.object)];
        page::Picture picture{object.image, object.width, object.height, {}, {}};
        to.push_back({{at.x + piece.x, at.y - object.height}, picture, piece.tag});
        return;
    }
    page::GlyphRun& run = piece.run;
    if (run.glyphs.empty()) return;
    Length const size = run.size, width = run.width;
    if (piece.link != 0 && piece.link < tables.links.size())
        draw_link_area(piece, at, tables.links[piece.link], run, to);
    page::InkUse const ink = run.ink;
    to.push_back({{at.x + piece.x, at.y}, std::move(run), piece.tag});
    if (piece.strike) {
        page::Rule rule{width, size.scaled(strike_thickness, strike_whole), ink};
        to.push_back({{at.x + piece.x, at.y - size.scaled(strike_height, strike_whole)}, rule, page::TagId::artifact});
    }
}

} // namespace

Length row_baseline(Length leading, Length size) {
    return leading / 2 + size.scaled(baseline_share_numerator, baseline_share_denominator);
}

Length grid_baseline(style::Print const& print) {
    return row_baseline(print.page.grid, print.type[style::TypeRole::body].size);
}

Length text_width(style::PageGeometry const& page) { return page.width - page.inner - page.outer; }

Length column_width(style::PageGeometry const& page, int columns) {
    int const count = std::max(1, columns);
    return (text_width(page) - page.gutter * (count - 1)) / count;
}

int text_lines(style::PageGeometry const& page) {
    Length const height = page.height - page.head - page.foot;
    return static_cast<int>(std::max<std::int64_t>(1, height / page.grid));
}

void draw_line(text::SetLine const& line, text::ParagraphText const& text, Point at, DrawTables const& tables,
               std::vector<page::Item>& to) {
    for (auto const& [number, x] : line.anchors) {
        if (number < tables.anchor_names.size())
            to.push_back({{at.x + x, at.y}, page::Anchor{tables.anchor_names[number]}, page::TagId::artifact});
    }
    for (text::LinePiece piece : line.pieces) draw_piece(piece, text, at, tables, to);
}

} // namespace quoin::layout
