#pragma once
// Matter of fixed size: rows of items that are stacked into boxes, in one column or several.

#include "layout/compose_blocks.hpp"

#include <vector>

namespace quoin::layout {

/// A line of text, a table row, a picture. Items are relative to the row's top left corner.
struct Row {
    Length above; // white above it; dropped at the top of a box
    Length height;
    std::vector<page::Item> items;
    std::vector<std::uint32_t> notes;
    bool keep_with_next = false;
};

/// The rows of elements whose paragraphs are broken. `pitch` is the height of their lines, `gap` the white between two
/// elements that ask for none.
std::vector<Row> rows_of(Context&, std::vector<Element> const&, Length pitch, Length gap = {});

/// The lines of one text at its own leading.
void append_rows(Context&, InlineText, style::TypeStyle const&, text::ParagraphShape const&, Length left,
                 std::vector<Row>& to);

/// Height of rows [first, last) stacked.
Length height_of(std::vector<Row> const&, std::size_t first, std::size_t last);
inline Length height_of(std::vector<Row> const& rows) { return height_of(rows, 0, rows.size()); }
/// As many rows from `first` as fit into `height`, at least one; never ending in a row that is kept with the next.
std::size_t fitting_end(std::vector<Row> const&, std::size_t first, Length height);
/// Moves rows [first, last) into a box, below each other from `at`.
void stack_rows(std::vector<Row>&, std::size_t first, std::size_t last, Point at, Box& into);
/// The least height at which all rows fit into `columns` columns.
Length balanced_height(std::vector<Row> const&, int columns);

/// Items moved by an offset.
void move_items(std::vector<page::Item>& items, Point by);

} // namespace quoin::layout
