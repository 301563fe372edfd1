#pragma once
// A planned page goes in, its items at their places come out. Running heads and folios are page_furniture's.

#include "layout/page_frame.hpp"
#include "layout/paginate.hpp"

namespace quoin::layout {

/// Everything that drawing pages reads. Pages may be drawn by several threads at once.
struct PlaceContext {
    Composition const& composition;
    PageFrame const& frame;

    [[nodiscard]] DrawTables tables() const { return {composition.links, composition.anchor_names, composition.inks}; }
};

page::Page place_page(PlaceContext const&, PlannedPage const&);

/// A column's place: its left edge, and how far the whole region is moved down (centred matter).
struct ColumnPlace {
    Length left, width, shift;
};

void place_column(PlaceContext const&, Galley const&, PlannedColumn const&, ColumnPlace, std::vector<page::Item>& to);
/// The note area: notes on the column's last baselines, the rule above them, what is left of a line above the rule.
struct NoteArea {
    std::vector<PlannedNote> const& notes;
    int note_line = 0; // the grid line behind it
};
void place_notes(PlaceContext const&, NoteArea, ColumnPlace, std::vector<page::Item>& to);
/// Lines `first` to `end` of a paragraph, the first one's baseline at `at`, one line each `pitch`.
struct ParagraphLines {
    FlowParagraph const& paragraph;
    std::size_t variant = 0, first = 0, end = 0;
};
void place_lines(PlaceContext const&, ParagraphLines const&, Point at, Length pitch, std::vector<page::Item>& to);

} // namespace quoin::layout
