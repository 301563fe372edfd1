#include "layout/paginate_fill.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// All subsets of so many inserts are weighed, and no more of the best ones are planned than this.
constexpr std::size_t most_inserts = 12;
constexpr std::size_t subsets_planned = 8;

/// A free insert, and the room it takes: its lines in each column that it stands over.
struct FreeInsert {
    FlowFloat const* insert = nullptr;
    int weight = 0;
};

std::vector<FreeInsert> free_inserts(Flow const& flow) {
    std::vector<FreeInsert> found;
    for (auto const& one : flow.column_floats) {
        if (one.free) found.push_back({&one, one.lines});
    }
    for (auto const& one : flow.page_floats) {
        if (one.free) found.push_back({&one, one.lines * flow.columns});
    }
    return found;
}

bool is_same(FlowFloat const& a, FlowFloat const& b) { return a.galley == b.galley && a.index == b.index; }

bool is_among(FlowFloat const& one, std::vector<FlowFloat> const& floats) {
    return std::any_of(floats.begin(), floats.end(), [&](FlowFloat const& other) { return is_same(one, other); });
}

struct Subset {
    std::uint32_t members = 0; // bits
    int weight = 0;
};

/// Subsets that are heavier than what is placed already, the heaviest first; of equal ones that with the earlier inserts.
std::vector<Subset> heavier_subsets(std::vector<FreeInsert> const& inserts, int placed) {
    std::vector<Subset> subsets;
    for (std::uint32_t members = 1; members + 1 < 1u << inserts.size(); ++members) {
        Subset subset{members, 0};
        for (std::size_t index = 0; index < inserts.size(); ++index) {
            if ((members >> index & 1) != 0) subset.weight += inserts[index].weight;
        }
        if (subset.weight > placed) subsets.push_back(subset);
    }
    std::stable_sort(subsets.begin(), subsets.end(),
                     [](Subset const& a, Subset const& b) { return a.weight > b.weight; });
    return subsets;
}

/// White on the last page when no free insert stands there.
int white_at_end(GalleyPlan const& plan, Flow const& flow, GalleyRoom const& room) {
    auto const& last = plan.pages.back();
    int const top = plan.pages.size() == 1 ? room.first_line : 0;
    int white = (room.page_lines - top) * flow.columns;
    for (auto const& column : last.columns) white -= column.text_lines;
    for (auto const& one : last.floats) white -= one.lines * flow.columns;
    return white;
}

} // namespace

GalleyPlan fill_with_inserts(Flow const& flow, GalleyRoom const& room, SearchSettings const& settings,
                             GalleyPlan plan) {
    auto const inserts = free_inserts(flow);
    if (plan.passed_on.empty() || inserts.size() < 2 || inserts.size() > most_inserts) return plan;
    int placed = 0;
    for (auto const& one : inserts) placed += is_among(*one.insert, plan.passed_on) ? 0 : one.weight;

    auto const planned_with = [&](std::uint32_t members) {
        auto chosen = flow;
        std::vector<FlowFloat> others;
        for (std::size_t index = 0; index < inserts.size(); ++index) {
            if ((members >> index & 1) == 0) others.push_back(*inserts[index].insert);
        }
        for (auto* row : {&chosen.column_floats, &chosen.page_floats})
            std::erase_if(*row, [&](FlowFloat const& one) { return is_among(one, others); });
        auto made = plan_galley(chosen, room, settings);
        made.passed_on.insert(made.passed_on.end(), others.begin(), others.end());
        return std::pair(std::move(made), others.size());
    };
    int const white = white_at_end(planned_with(0).first, flow, room);
    std::size_t tries = 0;
    for (auto const& subset : heavier_subsets(inserts, placed)) {
        if (subset.weight > white) continue;
        if (tries++ == subsets_planned) break;
        auto [made, waiting] = planned_with(subset.members);
        bool const is_good = made.passed_on.size() == waiting && made.relaxation <= plan.relaxation;
        if (is_good && made.pages.size() == plan.pages.size()) return std::move(made);
    }
    return plan;
}

} // namespace quoin::layout
