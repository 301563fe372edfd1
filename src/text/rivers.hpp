#pragma once
// White that runs down through lines: where the gaps of a line stand, how far those of its neighbour lie below them.

#include "text/search.hpp"

#include <compare>
#include <span>
#include <vector>

namespace quoin::text {

/// Two neighbouring lines by their three edges: indexes into EdgeRow::edges.
struct LinePair {
    std::uint32_t begin = 0, middle = 0, end = 0;
    auto operator<=>(LinePair const&) const = default;
};

/// A gap of a line as it is set; Length units from the column's left edge.
struct GapPlace {
    std::int64_t begin = 0, end = 0;
};
/// Those of a line, from left to right.
using GapPlaces = std::span<GapPlace const>;

/// A line by its edges, with its measure and its ratio.
struct RatedLine {
    std::uint32_t from = 0, to = 0;
    std::int64_t measure = 0, ratio = 0;
};

class Rivers {
  public:
    Rivers(EdgeRow const& row, SearchSettings const& settings) : row_(row), settings_(settings) {}

    /// Whether the gaps of a line set at this ratio are wide enough to make a river.
    [[nodiscard]] bool has_wide_gaps(Sums const& line, std::int64_t ratio) const;
    /// Adds the line's gaps to `places`.
    void place_gaps(RatedLine const&, std::vector<GapPlace>& places) const;
    /// Of two neighbouring lines that both have wide gaps.
    [[nodiscard]] std::int64_t overlap_cost(GapPlaces upper, GapPlaces lower) const;
    /// No line below this one costs more for its overlaps with it.
    [[nodiscard]] std::int64_t most_overlap_cost(std::uint32_t from, std::uint32_t to, std::int64_t ratio) const;
    /// The pairs of lines through which a river reaches its third line or a further one.
    [[nodiscard]] std::vector<LinePair> find_long(Path const&) const;

  private:
    EdgeRow const& row_;
    SearchSettings const& settings_;
};

} // namespace quoin::text
