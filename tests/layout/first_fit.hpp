#pragma once
// What every other engine does: fill each column as far as it goes with the paragraphs as they like to be set. Its ways are
// among those that the search weighs, so its cost is a bar that the search must never be above.

#include "layout/column_search.hpp"
#include "layout/paginate_galley.hpp"

#include <algorithm>
#include <vector>

namespace quoin::layout::test {

/// Cost of first fit for a galley without floats in one column, or -1 when it finds no legal end.
inline Cost first_fit_cost(Flow flow, GalleyRoom const& room) {
    for (auto& element : flow.elements) { // the best variant only
        for (std::uint32_t which = 0; which < element.variant_count; ++which) {
            if (flow.variants[element.first_variant + which].cost > 0) continue;
            element.first_variant += which;
            element.variant_count = 1;
            break;
        }
    }
    ColumnSearch column(flow, room.notes);
    ColumnStart start;
    Cost cost = 0;
    int verso_short = 0;
    std::vector<ColumnEnd> ends;
    for (int page = 0;; ++page) {
        bool const recto = (page % 2 == 0) == room.first_is_recto;
        ColumnRoom space;
        space.lines = space.text_limit = page == 0 ? room.first_page_lines : room.page_lines;
        space.hyphen = recto ? page_cost::hyphen_at_page_turn : page_cost::hyphen_at_column_end;
        space.relaxation = Relaxation::short_column;
        space.short_limit = space.lines;
        ends.clear();
        column.find_ends(start, space, ends);
        if (ends.empty()) return -1;
        auto const furthest = std::max_element(ends.begin(), ends.end(), [](auto const& a, auto const& b) {
            return std::pair(a.at, -a.carried_rows) < std::pair(b.at, -b.carried_rows);
        });
        cost += furthest->cost + (page > 0 ? page_cost::new_page : 0);
        if (furthest->at.element == flow.end() && furthest->carried_rows == 0) {
            if (page > 0 && furthest->used_lines > 0 && furthest->used_lines < page_cost::least_last_page) {
                cost += page_cost::short_last_page * (page_cost::least_last_page - furthest->used_lines);
            }
            return cost;
        }
        int const missing =
            furthest->note_rows == 0 && !furthest->is_free ? std::min<int>(furthest->short_lines, 3) : 0;
        if (recto && page > 0 && !furthest->is_free) {
            cost += page_cost::facing_difference * (missing - verso_short) * (missing - verso_short);
        }
        verso_short = recto ? 0 : missing;
        start = {furthest->at, furthest->carried_rows};
    }
}

} // namespace quoin::layout::test
