#pragma once
// The total-fit search (TYPESETTING.md 2.4 and 2.5): places where lines may begin and end go in, the best paths for several
// numbers of lines come out. Its state is the line, so that costs of neighbouring lines are exact. Integers only: the same
// path on every machine.

#include "text/text_breaks.hpp"

#include <cstdint>
#include <vector>

namespace quoin::text {

/// Sums from the paragraph's start, in Length units.
struct Sums {
    std::int64_t width = 0;   // natural
    std::int64_t stretch = 0; // to ratio 1: spaces, glyph scale and tracking together
    std::int64_t shrink = 0;  // to ratio -1
    std::int64_t space = 0;   // the spaces' share of `stretch`
};
inline Sums operator+(Sums const& a, Sums const& b) {
    return {a.width + b.width, a.stretch + b.stretch, a.shrink + b.shrink, a.space + b.space};
}
inline Sums operator-(Sums const& a, Sums const& b) {
    return {a.width - b.width, a.stretch - b.stretch, a.shrink - b.shrink, a.space - b.space};
}

/// A place where a line may end and the next begin. The width of the line from i to j is end(j) - start(i).
struct Edge {
    Sums end;                     // trailing space left out, hyphen and right protrusion counted in
    Sums start;                   // what begins the line (post fragment, left protrusion) counted in
    std::int64_t penalty = 0;     // in cost units
    std::uint32_t piece = 0;      // the line begins with this piece …
    std::uint32_t gaps_end = 0;   // the line that ends here has the gaps below this index of the row's,
    std::uint32_t gaps_begin = 0; // the line that begins here those from this one on
    std::uint32_t last_word = 0;  // of the line that ends here, as a digest; 0 = nothing worth comparing
    std::uint32_t first_word = 0; // of the line that begins here
    std::uint16_t offset = 0;     // … at this byte of its word's text
    std::int16_t point = -1;      // index of the word's hyphenation point, -1 = none
    BreakKind kind = BreakKind::start;
    std::uint8_t first_pass = 1;
    bool hyphen = false; // the line before it ends in a hyphen
};

/// An elastic space between words.
struct Gap {
    Sums before;            // at its left end
    std::int64_t width = 0; // natural
    std::int64_t space = 0; // its part of Sums::space
};

/// Edges of a paragraph or a stretch of it: the first is the start, the last one the end.
struct EdgeRow {
    std::vector<Edge> edges;
    std::vector<Gap> gaps;
    bool complete = true; // reaches the paragraph's end
};

inline constexpr std::int64_t cost_unit = 256; // of one unit of TYPESETTING.md 2.4
inline constexpr std::int64_t ratio_unit = 1024;

struct SearchSettings {
    std::int64_t badness = 60, contrast = 12;   // weights, units of 2.4
    std::int64_t stacked_words = 0, rivers = 0; // the same
    std::int64_t letters_lead = 1000;           // how lines are set: per mille, see style::LineBreaking
    std::int64_t space = 0;                     // natural word space, Length units
    std::int64_t wide_gap = ratio_unit;         // spaces stretched so far can make a river
    std::int64_t em = 0;                        // Length units; for short last lines
    std::vector<std::int64_t> first_measures;   // of the first lines, where they differ
    std::int64_t measure = 0;                   // of all further lines
    bool ragged = false;                        // no justification: the cost is unevenness
    bool even = false;                          // ragged display lines: the last line counts too
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

SearchResult search_lines(EdgeRow const&, SearchSettings const&);

} // namespace quoin::text
