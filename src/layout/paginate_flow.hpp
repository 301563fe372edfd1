#pragma once
// A galley as the page search sees it: flat arrays of integers. Heights are grid lines, notes are rows, positions are small
// values; no text, no fonts. `flatten_galley` makes one from a composed galley, tests write theirs by hand.

#include "layout/galley.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace quoin::layout {

/// Where a column begins or ends: before line `line` of variant `variant` of an element. Between elements both are 0;
/// element == number of elements is the end of the galley.
struct FlowPosition {
    std::uint32_t element = 0;
    std::uint16_t variant = 0;
    std::uint32_t line = 0;
    auto operator<=>(FlowPosition const&) const = default;
};

struct FlowLine {
    std::uint32_t notes_through = 0; // how many of its element's notes are called in this line and those before it
    bool hyphen = false;             // ends in one
};

/// One way to set a paragraph; boxes have one variant without inner breaks.
struct FlowVariant {
    std::uint32_t first_line = 0; // index into Flow::lines
    std::uint32_t line_count = 0;
    std::uint16_t index = 0; // of text::Paragraph::variants()
    std::int32_t cost = 0;   // over that of the paragraph's best variant
    bool looser = false;     // has more lines than the best one
};

struct FlowElement {
    std::uint32_t first_variant = 0;
    std::uint32_t first_note = 0; // its first note's place in the row of all notes
    std::uint16_t variant_count = 1;
    std::uint16_t gap_above = 0;     // lines of white between it and the element before; none at a column's top
    std::uint16_t repeated_head = 0; // lines set above it when it is the first of a column (table heads)
    std::uint16_t least_before = 2, least_after = 2;
    std::uint16_t lines_needed = 0; // from here on, in the column of a heading that stands above
    std::uint16_t lines_kept = 2;   // that must follow it in its column if it keeps with the next
    bool is_box = false;            // has no lines to break between, whatever happens
    bool breakable = false;         // else it is kept whole while that can be had
    bool keep_with_next = false;
    bool break_before = false;
    bool head_on_pages = false; // repeated_head stands only at a page's top, then above whatever line comes first
};

/// An insert, figure or table on its way to a place.
struct FlowFloat {
    std::uint32_t galley = 0; // Galley::floats[index] of that galley: free floats may come from an earlier one
    std::uint32_t index = 0;
    std::uint32_t before = 0; // may stand in the column in which element before-1 ends, or later
    std::uint16_t lines = 0;  // with the white between it and the text
    std::uint16_t grow = 0;   // lines that it may be taller, so that its column or page is full
    FloatPlace place = FloatPlace::anywhere;
    bool own_page = false; // asked for, or too tall for anything else
    bool too_tall = false; // even for a page
    bool free = false;
    std::uint32_t order = 0;          // among all floats of the galley
    std::vector<std::uint32_t> notes; // model::NoteId, not counted among those of the text
    std::uint32_t note_rows = 0;
};

/// What it costs to set a note in a row less or more than it likes; negative = it cannot be had.
struct FlowNoteChange {
    std::int32_t shorter = -1, longer = -1;
};

struct Flow {
    std::vector<FlowElement> elements;
    std::vector<FlowVariant> variants;
    std::vector<FlowLine> lines;
    std::vector<std::uint32_t> notes;          // model::NoteId in order of their marks
    std::vector<std::uint32_t> rows_before{0}; // notes.size() + 1 sums of rows
    std::vector<FlowNoteChange> note_changes;  // by place in `notes`; none for those behind its end
    std::vector<FlowFloat> column_floats, page_floats;
    std::vector<std::uint32_t> opening_notes; // called in the opening box
    std::uint32_t opening_note_rows = 0;
    std::vector<std::uint32_t> least_lines_from; // elements.size() + 1: lines to the end if everything is set tightest
    int columns = 1;
    bool balance_end = true;

    [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(elements.size()); }
    [[nodiscard]] FlowVariant const& variant(std::uint32_t element, std::uint32_t which) const {
        return variants[elements[element].first_variant + which];
    }
    [[nodiscard]] std::uint32_t rows_of(std::uint32_t note) const { return rows_before[note + 1] - rows_before[note]; }
    [[nodiscard]] FlowNoteChange note_change(std::uint32_t note) const {
        return note < note_changes.size() ? note_changes[note] : FlowNoteChange{};
    }
    /// Those of the notes first … end-1 that are changed most cheaply, `change` rows in all: -2 … 1. Fewer when there are not
    /// so many.
    [[nodiscard]] std::vector<std::uint32_t> changed_notes(std::uint32_t first, std::uint32_t end, int change) const;
    /// How many notes are called before a position: the number of the first note behind it.
    [[nodiscard]] std::uint32_t notes_before(FlowPosition) const;
    /// Fills lines_needed and least_lines_from from the rest.
    void finish();
};

/// How tall a note area is. Notes keep their own pitch and stand on the column's last baseline; what is left of a grid line
/// goes above the rule.
struct NoteMeasure {
    Length grid = Length::points(13);
    Length pitch = Length::points(10);   // note leading
    Length overhead = Length::points(7); // white above the rule and between the rule and the first row
    int least_rows = 2;                  // of a split note on each side

    /// Grid lines taken from the column by so many rows.
    [[nodiscard]] int lines_for(std::uint32_t rows) const;
    /// What is left of the grid lines that so many rows take, in thousandths of a line.
    [[nodiscard]] std::int64_t rest_share(std::uint32_t rows) const;
    /// Most rows that fit into so many grid lines.
    [[nodiscard]] std::uint32_t rows_in(int lines) const;
};

struct FlattenSettings {
    Length grid;
    Length float_white; // least white between a float and the text
    int page_lines = 0; // of the text block
    /// By note id: rows of its text. A note whose row count was taken already is set to 0, so that it is placed once.
    std::vector<std::uint32_t>* note_rows = nullptr;
    std::vector<FlowNoteChange> const* note_changes = nullptr; // by note id
};

Flow flatten_galley(Galley const&, std::uint32_t number, FlattenSettings const&);

} // namespace quoin::layout
