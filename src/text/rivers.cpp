#include "text/rivers.hpp"

#include "text/line_cost.hpp"

#include <algorithm>

namespace quoin::text {

namespace {

/// Of the narrower of two gaps, so much must lie below the other for the eye to run through.
constexpr std::int64_t running_share = 60; // per cent
constexpr int long_river = 3;              // lines

bool runs_through(GapPlace const& upper, GapPlace const& lower) {
    std::int64_t const overlap = std::min(upper.end, lower.end) - std::max(upper.begin, lower.begin);
    return overlap * 100 >= std::min(upper.end - upper.begin, lower.end - lower.begin) * running_share;
}

} // namespace

bool Rivers::has_wide_gaps(Sums const& line, std::int64_t ratio) const {
    // Spaces lag behind the ratio: the cheap question first.
    return ratio >= settings_.wide_gap && given(line, ratio, settings_.letters_lead).spaces >= settings_.wide_gap;
}

void Rivers::place_gaps(RatedLine const& line, std::vector<GapPlace>& places) const {
    Edge const& begin = row_.edges[line.from];
    Edge const& end = row_.edges[line.to];
    Given const part = given(line_sums(begin, end), line.ratio, settings_.letters_lead);
    std::int64_t const indent = settings_.measure - line.measure;
    for (std::uint32_t k = begin.gaps_begin; k < end.gaps_end; ++k) {
        Gap const& gap = row_.gaps[k];
        std::int64_t const spaces = gap.before.space - begin.start.space;
        std::int64_t const letters = gap.before.stretch - begin.start.stretch - spaces;
        std::int64_t const x =
            indent + gap.before.width - begin.start.width + ((part.letters * letters + part.spaces * spaces) >> 10);
        places.push_back({x, x + gap.width + (part.spaces * gap.space >> 10)});
    }
}

std::int64_t Rivers::overlap_cost(GapPlaces upper, GapPlaces lower) const {
    std::int64_t overlap = 0;
    for (std::size_t a = 0, b = 0; a < upper.size() && b < lower.size();) {
        GapPlace const& one = upper[a];
        GapPlace const& other = lower[b];
        overlap += std::max<std::int64_t>(std::min(one.end, other.end) - std::max(one.begin, other.begin), 0);
        one.end < other.end ? ++a : ++b;
    }
    return settings_.rivers * cost_unit * overlap / std::max<std::int64_t>(settings_.space, 1);
}

std::int64_t Rivers::most_overlap_cost(std::uint32_t from, std::uint32_t to, std::int64_t ratio) const {
    Edge const& begin = row_.edges[from];
    Edge const& end = row_.edges[to];
    Sums const line = line_sums(begin, end);
    if (settings_.rivers == 0 || !has_wide_gaps(line, ratio)) return 0;
    std::int64_t white = given(line, ratio, settings_.letters_lead).spaces * line.space >> 10;
    for (std::uint32_t k = begin.gaps_begin; k < end.gaps_end; ++k) white += row_.gaps[k].width;
    return settings_.rivers * cost_unit * white / std::max<std::int64_t>(settings_.space, 1);
}

std::vector<LinePair> Rivers::find_long(Path const& path) const {
    std::vector<LinePair> found;
    std::vector<GapPlace> upper, lower;
    std::vector<int> before, here; // lines of the river that comes down through a gap
    std::uint32_t start = 0, from = 0;
    for (std::size_t line = 0; line < path.ends.size(); ++line) {
        std::uint32_t const to = path.ends[line];
        lower.clear();
        if (has_wide_gaps(line_sums(row_.edges[from], row_.edges[to]), path.ratios[line]))
            place_gaps({from, to, settings_.measure_of(line), path.ratios[line]}, lower);
        here.assign(lower.size(), 1);
        bool reaches = false;
        for (std::size_t b = 0; b < lower.size(); ++b) {
            for (std::size_t a = 0; a < upper.size(); ++a)
                if (runs_through(upper[a], lower[b])) here[b] = std::max(here[b], before[a] + 1);
            reaches = reaches || here[b] >= long_river;
        }
        if (reaches) found.push_back({start, from, to});
        std::swap(upper, lower);
        std::swap(before, here);
        start = from;
        from = to;
    }
    return found;
}

} // namespace quoin::text
