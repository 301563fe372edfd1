#pragma once
// States of the page search and the table that finds equal ones within a layer.

#include "layout/paginate_cost.hpp"
#include "layout/paginate_flow.hpp"

#include <cstdint>
#include <vector>

namespace quoin::layout {

/// Everything about the columns so far that the next ones depend on.
struct PageState {
    FlowPosition at;
    std::uint32_t carried_rows = 0;  // of the note called last
    std::uint16_t column_floats = 0; // placed so far, in order
    std::uint16_t page_floats = 0;
    std::uint8_t page_grown = 0;  // lines that those on the page in progress grow by
    std::uint8_t page_plan = 0;   // how many of the page floats placed last stand on the page in progress
    std::uint8_t page_short = 0;  // lines missing at the feet of the page in progress
    std::uint8_t verso_short = 0; // the same of the left-hand page, while the right-hand one is filled
    // Notes across the page, while its columns are filled:
    std::uint16_t note_area = 0;                // lines kept for them
    std::uint32_t page_rows = 0, last_rows = 0; // called so far, and of the note called last
    bool operator==(PageState const&) const = default;
};

inline constexpr std::uint32_t no_node = 0xffffffff;

/// A state reached, and the column that led to it.
struct PageNode {
    PageState state;
    std::uint32_t parent = no_node;
    std::uint32_t layer = 0; // number of columns filled
    Cost cost = 0;           // from the galley's start
    Cost column_cost = 0;
    std::int16_t text_limit = -1; // of the column when it was balanced
    std::uint32_t short_lines = 0, used_lines = 0, note_rows = 0;
    std::uint8_t float_count = 0; // column floats in the column
    std::uint8_t grown = 0;       // lines that they grow by
    std::int8_t note_change = 0;  // ColumnEnd::note_change
    std::uint8_t plan_used = 0;   // page floats on its page
    std::uint8_t grown_used = 0;  // PageState::page_grown
    std::uint16_t area_used = 0;  // PageState::note_area
    std::uint8_t waiting = 0;     // floats that still wait at its end
    Relaxation relaxation = Relaxation::none;
    bool is_free = false;
    bool is_own_page = false; // a page with one float and nothing else; of the page floats when there are columns
};

/// Finds the node of an equal state in one layer. Open addressing; only looked up, never walked through.
class StateTable {
  public:
    /// The place that holds the node of this state or is free for it.
    std::uint32_t& slot(PageState const&, std::vector<PageNode> const&);
    void count_one(std::vector<PageNode> const&);

  private:
    void grow(std::vector<PageNode> const&);
    std::vector<std::uint32_t> slots_;
    std::size_t used_ = 0;
};

} // namespace quoin::layout
