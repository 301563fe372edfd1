#pragma once
// Where things stand on a page: the text block, its columns and its grid. Baseline of grid line k = head margin + k grid
// lines + grid_baseline(). A left page mirrors a right one: the inner margin is at the binding.

#include "layout/compose.hpp"
#include "style/print_style.hpp"

namespace quoin::layout {

struct PageFrame {
    style::Print const& print;
    Length baseline;     // from a grid line's top
    Length capital_drop; // from a grid line's top to the top of its capitals, where top floats begin
    Length text_width;

    PageFrame(style::Print const&, text::FontBook const&);

    [[nodiscard]] Length grid() const { return print.page.grid; }
    /// Left edge of the text block.
    [[nodiscard]] Length left(bool recto) const { return recto ? print.page.inner : print.page.outer; }
    [[nodiscard]] Length column_left(bool recto, int columns, std::size_t column) const;
    /// Top of a grid line.
    [[nodiscard]] Length line_top(int line) const { return print.page.head + print.page.grid * line; }
    [[nodiscard]] Length line_baseline(int line) const { return line_top(line) + baseline; }
};

/// Appends items moved by `by`.
void append_moved(std::vector<page::Item> const& items, Point by, std::vector<page::Item>& to);
/// The same for a float that is taller by `growth`.
void append_stretched(Float const&, Length growth, Point by, std::vector<page::Item>& to);

} // namespace quoin::layout
