#pragma once
// What tables of both formats share: their bound, the one row of a head, what is told of them.

#include "model/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin::office {

/// A table with more was made to fill the memory; its rows become paragraphs.
constexpr std::size_t most_cells = 500'000;

/// What a table has and the source format cannot say.
class TableLosses {
  public:
    /// Each one is told once.
    void add(std::string_view what);
    /// "cells that were taken together stand in the first of them, a table within a cell is running text"
    [[nodiscard]] std::string const& text() const { return text_; }

  private:
    std::string text_;
};

/// Whether the table has too many cells once all its rows have `columns` of them.
[[nodiscard]] bool is_too_large(model::Table const&, std::size_t columns);

/// The cells of each row as a paragraph; rows without words are left out.
model::Blocks paragraphs_of_rows(model::Table, Span);

/// The source format has heads of one row: further rows go to the body and are told.
void keep_one_head_row(model::Table&, TableLosses&);

} // namespace quoin::office
