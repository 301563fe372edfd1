#pragma once
// The total-fit search (TYPESETTING.md 2.4 and 2.5): places where lines may begin and end go in, the best paths for several
// numbers of lines come out. Integers only: the same path on every machine.

#include "text/text_breaks.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace quoin::text {

/// Sums from the paragraph's start, in Length units.
struct Sums {
    std::int64_t width = 0;   // natural
    std::int64_t stretch = 0; // to ratio 1: spaces, glyph scale and tracking together
    std::int64_t shrink = 0;  // to ratio -1
    std::int64_t space = 0;   // the spaces' share of `stretch`
};

/// A place where a line may end and the next begin. The width of the line from i to j is end(j) - start(i).
struct Edge {
    Sums end;                 // trailing space left out, hyphen and right protrusion counted in
    Sums start;               // what begins the line (post fragment, left protrusion) counted in
    std::int64_t penalty = 0; // in cost units
    std::uint32_t piece = 0;  // the line begins with this piece …
    std::uint16_t offset = 0; // … at this byte of its word's text
    std::int16_t point = -1;  // index of the word's hyphenation point, -1 = none
    BreakKind kind = BreakKind::start;
    std::uint8_t first_pass = 1;
    bool hyphen = false; // the line before it ends in a hyphen
};

inline constexpr std::int64_t cost_unit = 256; // of one unit of TYPESETTING.md 2.4
inline constexpr std::int64_t ratio_unit = 1024;

struct SearchSettings {
    std::int64_t badness = 60, contrast = 12; // weights, units of 2.4
    std::int64_t em = 0;                      // Length units; for short last lines
    std::vector<std::int64_t> first_measures; // of the first lines, where they differ
    std::int64_t measure = 0;                 // of all further lines
    bool ragged = false;                      // no justification: the cost is unevenness
    bool even = false;                        // ragged display lines: the last line counts too
    bool variants = true;
    [[nodiscard]] std::int64_t measure_of(std::size_t line) const {
        return line < first_measures.size() ? first_measures[line] : measure;
    }
};

struct Path {
    std::int64_t cost = 0;            // cost_unit-fold
    std::vector<std::uint32_t> ends;  // edge that ends each line
    std::vector<std::int32_t> ratios; // ratio_unit-fold; last lines 0 when natural
};

struct SearchResult {
    std::vector<Path> paths; // sorted by number of lines; empty only when there are fewer than two edges
    std::size_t best = 0;
    int pass = 1; // 1, 2 or 3: which tolerance it took
};

/// edges[0] is the start, the last one the end.
SearchResult search_lines(std::span<Edge const> edges, SearchSettings const&);

// The parts of the cost, shared with the plain twin in the tests.

struct LineFit {
    std::int64_t ratio = 0; // ratio_unit-fold; below -ratio_unit: overfull
    std::int64_t cost = 0;  // without penalty, contrast and hyphen runs
    bool feasible = false;  // within the tolerance
};
inline constexpr std::int64_t tolerances[3] = {3277, 7 * ratio_unit, 30 * ratio_unit}; // 3.2, 7, 30

/// A line from `from` to `to` on this measure. `pass` 0, 1, 2.
LineFit fit_line(Edge const& from, Edge const& to, std::int64_t measure, SearchSettings const&, int pass);
/// Of two neighbouring lines.
inline std::int64_t contrast_cost(std::int64_t ratio, std::int64_t before, SearchSettings const& settings) {
    std::int64_t const difference = ratio - before;
    return settings.contrast * cost_unit * ((difference * difference) >> 10) >> 10;
}
/// For the line that ends at `to` when `run` lines before it end in hyphens.
std::int64_t hyphen_run_cost(Edge const& to, int run);

} // namespace quoin::text
