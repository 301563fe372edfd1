#pragma once
// What a line costs, and what two neighbours cost together (TYPESETTING.md 2.4); shared by the search and its plain twin in
// the tests.

#include "text/search.hpp"

namespace quoin::text {

inline constexpr std::int64_t tolerances[3] = {3277, 7 * ratio_unit, 30 * ratio_unit}; // 3.2, 7, 30

struct LineFit {
    std::int64_t ratio = 0; // ratio_unit-fold; below -ratio_unit: overfull
    std::int64_t cost = 0;  // without the costs of two lines together
    bool feasible = false;  // within the tolerance
};

inline Sums line_sums(Edge const& from, Edge const& to) { return to.end - from.start; }
/// Whether a paragraph, or a part of it before a forced break, ends here.
inline bool ends_paragraph(Edge const& edge) { return edge.kind == BreakKind::end || edge.kind == BreakKind::forced; }

/// A line from `from` to `to` on this measure, its break counted in. `pass` 0, 1, 2.
LineFit fit_line(Edge const& from, Edge const& to, std::int64_t measure, SearchSettings const&, int pass);

/// What part of their stretch letters and spaces take at a ratio of 0 and more, ratio_unit-fold; set_line does the same.
struct Given {
    std::int64_t letters = 0, spaces = 0;
};
Given given(Sums const& line, std::int64_t ratio, std::int64_t letters_lead);

/// Of two neighbouring lines.
inline std::int64_t contrast_cost(std::int64_t ratio, std::int64_t before, SearchSettings const& settings) {
    std::int64_t const difference = ratio - before;
    return settings.contrast * cost_unit * ((difference * difference) >> 10) >> 10;
}
/// For the line that ends at `to` when `run` lines before it end in hyphens.
inline std::int64_t hyphen_run_cost(Edge const& to, int run) {
    constexpr std::int64_t second = 200 * cost_unit, further = 6000 * cost_unit, before_last = 200 * cost_unit;
    if (run == 0 || (!to.hyphen && to.kind != BreakKind::end)) return 0;
    if (to.kind == BreakKind::end) return before_last;
    return run == 1 ? second : further;
}
/// Three hyphens in a row are no choice while the first tolerance has another.
inline bool is_ladder(Edge const& to, int run, int pass) { return pass == 0 && to.hyphen && run >= 2; }

/// Equal words below each other at a margin: what the line from `from` to `to` pays for them.
std::int64_t stacked_words_cost(Edge const& from, Edge const& to, SearchSettings const&);

} // namespace quoin::text
