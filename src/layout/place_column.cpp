// A column's paragraphs and boxes, every line on its grid line.

#include "base/match.hpp"
#include "layout/place_page.hpp"

namespace quoin::layout {

void place_lines(PlaceContext const& context, ParagraphLines const& lines, Point at, Length pitch,
                 std::vector<page::Item>& to) {
    auto const& paragraph = lines.paragraph;
    at.x += paragraph.left;
    at.y += paragraph.baseline_shift;
    if (lines.first == 0) append_moved(paragraph.label, at, to);
    auto const& text = *paragraph.text;
    auto const tables = context.tables();
    for (auto line = lines.first; line < lines.end; ++line) {
        draw_line(text.set_line(lines.variant, line), text.text(), at, tables, to);
        at.y += pitch;
    }
}

namespace {

/// Above the column's first element. Readers and screen readers meet a head once: its repetition belongs to the page.
void place_head(Box const& head, Point top, Length grid, std::vector<page::Item>& to) {
    auto const lines = (head.height.units + grid.units - 1) / grid.units;
    auto const known = to.size();
    append_moved(head.items, {top.x, top.y - grid * lines}, to);
    for (auto index = known; index < to.size(); ++index) to[index].tag = page::TagId::artifact;
}

void place_box(FlowBox const& box, ColumnPiece const& piece, Point top, Length grid, std::vector<page::Item>& to) {
    if (piece.repeated_head && box.head_when_first) place_head(*box.head_when_first, top, grid, to);
    append_moved(box.box.items, top, to);
}

} // namespace

void place_column(PlaceContext const& context, Galley const& galley, PlannedColumn const& column, ColumnPlace place,
                  std::vector<page::Item>& to) {
    auto const& frame = context.frame;
    for (auto const& piece : column.pieces) {
        auto const& element = galley.elements[piece.element];
        Point const top{place.left, frame.line_top(column.first_line + piece.at_line) + place.shift};
        if (piece.first_line == 0) {
            for (auto const& name : element.anchors) to.push_back({top, page::Anchor{name}, page::TagId::artifact});
        }
        if (piece.repeated_head && element.head_on_new_page)
            place_head(*element.head_on_new_page, top, frame.grid(), to);
        match(
            element.kind,
            [&](FlowParagraph const& paragraph) {
                ParagraphLines const lines{paragraph, piece.variant, piece.first_line, piece.end_line};
                place_lines(context, lines, {top.x, top.y + frame.baseline}, frame.grid(), to);
            },
            [&](FlowBox const& box) { place_box(box, piece, top, frame.grid(), to); });
    }
}

} // namespace quoin::layout
