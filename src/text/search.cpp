#include "text/search.hpp"

#include "text/line_cost.hpp"
#include "text/rivers.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace quoin::text {

namespace {

constexpr std::int64_t overfull = 1'000'000 * cost_unit; // only in the third pass, only when nothing else is left
constexpr std::int64_t excess_cost =
    1000 * cost_unit;                           // for each 1/1024 of the measure: less overhang before looser lines
constexpr std::int64_t long_river_overlap = 25; // natural spaces: what a third line adds to a river counts as much
constexpr int river_rounds = 3;                 // each forbids what the one before ran into; more find nothing better

constexpr std::uint32_t no_gaps = 0xFFFFFFFF;

/// A line and the cheapest way to have it: what came before differs between the states of one line only in hyphens in a row
/// and in the number of lines.
struct State {
    std::int64_t cost = 0;  // of all lines up to this one
    std::int64_t below = 0; // what its gaps may yet add
    std::int32_t ratio = 0; // of the line
    std::int32_t lines = 0; // set so far
    std::uint32_t from = 0, edge = 0;
    std::uint32_t previous = 0;
    std::uint32_t gaps = no_gaps; // of the line, when they can make a river: index into Search::gap_rows_
    std::uint8_t run = 0;         // lines in a row that end in hyphens, this one counted
};

/// The states of the lines that end at an edge.
struct Start {
    std::uint32_t edge = 0, first_state = 0, last_state = 0;
};

/// Where the gaps of one line stand in Search::gap_places_; placed when first asked for.
struct GapRow {
    std::uint32_t begin = no_gaps, end = no_gaps;
};

struct KnownOverlap {
    std::uint32_t upper = 0; // gaps of the line above
    std::int64_t cost = 0;
};

class Search {
  public:
    Search(EdgeRow const& row, SearchSettings const& settings)
        : edges_(row.edges), settings_(settings), rivers_(row, settings) {
        steady_ = static_cast<int>(settings.first_measures.size());
        watches_rivers_ = settings.rivers > 0 && !settings.ragged;
        long_river_cost_ = settings.rivers * cost_unit * long_river_overlap;
    }

    /// False when this pass finds no way to the end.
    bool run(int pass) {
        pass_ = pass;
        states_.clear();
        active_.clear();
        gap_rows_.clear();
        gap_places_.clear();
        states_.push_back({});
        active_.push_back({0, 0, 1});
        front_ = 0;
        for (std::uint32_t j = 1; j < edges_.size(); ++j) {
            if (edges_[j].first_pass > pass + 1) continue;
            visit(j);
            if (front_ == active_.size()) return false;
        }
        return states_.back().edge + 1 == edges_.size();
    }

    /// Makes the rivers of paths dear; false when there is none that is not so already.
    bool avoid_rivers(std::vector<Path> const& paths, std::size_t first, std::size_t last) {
        if (!watches_rivers_) return false;
        std::size_t const known = long_rivers_.size();
        for (std::size_t k = first; k <= last && k < paths.size(); ++k) {
            std::vector<LinePair> const found = rivers_.find_long(paths[k]);
            long_rivers_.insert(long_rivers_.end(), found.begin(), found.end());
        }
        std::sort(long_rivers_.begin(), long_rivers_.end());
        long_rivers_.erase(std::unique(long_rivers_.begin(), long_rivers_.end()), long_rivers_.end());
        return long_rivers_.size() > known;
    }

    SearchResult result() const {
        SearchResult result;
        Start const& last = active_.back();
        std::uint32_t best = last.first_state;
        for (std::uint32_t s = last.first_state; s < last.last_state; ++s)
            if (states_[s].cost < states_[best].cost) best = s;
        int const natural = states_[best].lines;
        constexpr int long_paragraph = 8;
        int const most = natural + (natural >= long_paragraph ? 2 : 1);
        for (int lines = settings_.variants ? natural - 1 : natural; lines <= (settings_.variants ? most : natural);
             ++lines) {
            std::uint32_t chosen = last.last_state;
            for (std::uint32_t s = last.first_state; s < last.last_state; ++s)
                if (states_[s].lines == lines && (chosen == last.last_state || states_[s].cost < states_[chosen].cost))
                    chosen = s;
            if (chosen == last.last_state) continue;
            if (lines == natural) chosen = best, result.best = result.paths.size();
            result.paths.push_back(trace(chosen));
        }
        result.pass = pass_ + 1;
        return result;
    }

  private:
    Path trace(std::uint32_t state) const {
        Path path;
        path.cost = states_[state].cost;
        for (std::uint32_t s = state; s != 0; s = states_[s].previous) {
            path.ends.push_back(states_[s].edge);
            path.ratios.push_back(states_[s].ratio);
        }
        std::reverse(path.ends.begin(), path.ends.end());
        std::reverse(path.ratios.begin(), path.ratios.end());
        return path;
    }

    void visit(std::uint32_t j) {
        Edge const& to = edges_[j];
        found_.clear();
        for (std::size_t a = front_; a < active_.size(); ++a)
            if (!try_start(active_[a], j)) break;
        bool const last_resort = pass_ == 2 && found_.empty() && all_overfull(to);
        if (last_resort)
            for (std::size_t a = front_; a < active_.size(); ++a) force_start(active_[a], j);
        bool const closing = ends_paragraph(to);
        if (closing || last_resort)
            front_ = active_.size();
        else
            drop_overfull(to);
        if (!found_.empty()) emit(j);
    }

    // With variants every number of lines is a state of its own; else only while the measure depends on it.
    int counted(int lines) const { return settings_.variants ? lines : std::min(lines, steady_); }
    std::int64_t measure_after(std::uint32_t state) const {
        return settings_.measure_of(static_cast<std::size_t>(states_[state].lines));
    }

    /// False when this start and all later ones are too near for a line.
    bool try_start(Start const& start, std::uint32_t j) {
        Edge const& from = edges_[start.edge];
        Edge const& to = edges_[j];
        std::int64_t measure = -1;
        LineFit fit;
        bool too_near = false;
        std::size_t const first = found_.size();
        for (std::uint32_t s = start.first_state; s < start.last_state; ++s) {
            std::int64_t const own = measure_after(s);
            if (own != measure) {
                measure = own;
                fit = fit_line(from, to, measure, settings_, pass_);
                too_near = fit.ratio > tolerances[pass_] + ratio_unit && !settings_.ragged;
                if (!fit.feasible) continue;
                fit.cost += to.penalty + stacked_words_cost(from, to, settings_);
                overlaps_.clear();
                gaps_ = no_gaps;
                if (watches_rivers_ && rivers_.has_wide_gaps(line_sums(from, to), fit.ratio)) add_gap_row();
            }
            if (fit.feasible && !is_ladder(to, states_[s].run, pass_)) extend(s, j, fit, first);
        }
        return !too_near;
    }

    /// The line to `j` behind the line of state `s`. `first`: where the states of this line begin in found_.
    void extend(std::uint32_t s, std::uint32_t j, LineFit const& fit, std::size_t first) {
        State const& before = states_[s];
        Edge const& to = edges_[j];
        std::int64_t cost = before.cost + fit.cost + hyphen_run_cost(to, before.run);
        auto const run = static_cast<std::uint8_t>(to.hyphen ? std::min(before.run + 1, 3) : 0);
        int const lines = before.lines + 1;
        State* slot = nullptr;
        for (std::size_t k = first; k < found_.size(); ++k)
            if (found_[k].run == run && counted(found_[k].lines) == counted(lines)) slot = &found_[k];
        // Ties: the earlier state. What costs more to find is asked later.
        if (slot != nullptr && slot->cost <= cost) return;
        if (before.lines > 0 && !settings_.ragged) cost += contrast_cost(fit.ratio, before.ratio, settings_);
        if (slot != nullptr && slot->cost <= cost) return;
        if (gaps_ != no_gaps && before.gaps != no_gaps) {
            cost += river_cost(s, j, fit.ratio);
            if (slot != nullptr && slot->cost <= cost) return;
        }
        if (slot == nullptr) slot = &found_.emplace_back();
        *slot = {cost, 0, static_cast<std::int32_t>(fit.ratio), lines, before.edge, j, s, gaps_, run};
    }

    void add_gap_row() {
        gaps_ = static_cast<std::uint32_t>(gap_rows_.size());
        gap_rows_.emplace_back();
    }

    void place_gaps(std::uint32_t gaps, RatedLine const& line) {
        GapRow& row = gap_rows_[gaps];
        if (row.begin != no_gaps) return;
        row.begin = static_cast<std::uint32_t>(gap_places_.size());
        rivers_.place_gaps(line, gap_places_);
        row.end = static_cast<std::uint32_t>(gap_places_.size());
    }
    GapPlaces gap_places(std::uint32_t gaps) const {
        GapRow const& row = gap_rows_[gaps];
        return GapPlaces(gap_places_).subspan(row.begin, row.end - row.begin);
    }

    /// Of the gaps of the line in hand, from the last edge of state `s` to `j`, with those above.
    std::int64_t river_cost(std::uint32_t s, std::uint32_t j, std::int64_t ratio) {
        State const& above = states_[s];
        // Paths with a line more and a line less often share the line above.
        for (KnownOverlap const& known : overlaps_)
            if (known.upper == above.gaps) return known.cost;
        std::int64_t const measure = settings_.measure_of(static_cast<std::size_t>(above.lines - 1));
        place_gaps(gaps_, {above.edge, j, measure_after(s), ratio});
        place_gaps(above.gaps, {above.from, above.edge, measure, above.ratio});
        std::int64_t cost = rivers_.overlap_cost(gap_places(above.gaps), gap_places(gaps_));
        LinePair const lines{above.from, above.edge, j};
        if (std::binary_search(long_rivers_.begin(), long_rivers_.end(), lines)) cost += long_river_cost_;
        overlaps_.push_back({above.gaps, cost});
        return cost;
    }

    bool all_overfull(Edge const& to) const {
        for (std::size_t a = front_; a < active_.size(); ++a)
            if (!is_overfull(active_[a], to, 0)) return false;
        return true;
    }

    bool is_overfull(Start const& start, Edge const& to, std::int64_t grace) const {
        Sums const line = line_sums(edges_[start.edge], to);
        std::int64_t const least = line.width - (settings_.ragged ? 0 : line.shrink) - grace;
        if (steady_ == 0) return least > settings_.measure;
        for (std::uint32_t s = start.first_state; s < start.last_state; ++s)
            if (least <= measure_after(s)) return false;
        return true;
    }

    void force_start(Start const& start, std::uint32_t j) {
        Sums const line = line_sums(edges_[start.edge], edges_[j]);
        std::size_t const first = found_.size();
        gaps_ = no_gaps;
        for (std::uint32_t s = start.first_state; s < start.last_state; ++s) {
            std::int64_t const measure = std::max<std::int64_t>(measure_after(s), 1);
            std::int64_t const excess =
                std::min<std::int64_t>((line.width - measure) * ratio_unit / measure, 1000 * ratio_unit);
            std::int64_t const cost = edges_[j].penalty + overfull + std::max<std::int64_t>(excess, 0) * excess_cost;
            extend(s, j, {-ratio_unit - std::max<std::int64_t>(excess, 1), cost, true}, first);
        }
    }

    // Half an em of grace: a hyphen or a hanging sign may make one end wider than the next.
    void drop_overfull(Edge const& to) {
        while (front_ < active_.size() && is_overfull(active_[front_], to, settings_.em / 2)) ++front_;
    }

    /// Keeps the lines that a cheapest path may go through.
    void emit(std::uint32_t j) {
        int centre = found_.front().lines;
        std::int64_t least = found_.front().cost;
        for (State const& state : found_)
            if (state.cost < least) least = state.cost, centre = state.lines;
        std::sort(found_.begin(), found_.end(), [this](State const& a, State const& b) {
            return std::tuple(counted(a.lines), a.cost, a.from, a.run) <
                   std::tuple(counted(b.lines), b.cost, b.from, b.run);
        });
        auto const first = static_cast<std::uint32_t>(states_.size());
        for (std::size_t begin = 0; begin < found_.size();) {
            std::size_t end = begin;
            int const lines = found_[begin].lines;
            while (end < found_.size() && counted(found_[end].lines) == counted(lines)) ++end;
            if (!settings_.variants || (lines >= centre - 1 && lines <= centre + 2)) emit_group(begin, end);
            begin = end;
        }
        active_.push_back({j, first, static_cast<std::uint32_t>(states_.size())});
    }

    /// States with the same number of lines, the cheapest first.
    void emit_group(std::size_t begin, std::size_t end) {
        std::size_t const first = states_.size();
        for (std::size_t k = begin; k < end; ++k) {
            auto const is_better = [&](State const& kept) { return dominates(kept, found_[k]); };
            if (std::any_of(states_.begin() + static_cast<std::ptrdiff_t>(first), states_.end(), is_better)) continue;
            states_.push_back(found_[k]);
            states_.back().below = below(found_[k]);
        }
    }

    /// What the gaps of a line may yet cost with those of the next one.
    std::int64_t below(State const& state) const {
        if (state.gaps == no_gaps) return 0;
        auto const river =
            std::lower_bound(long_rivers_.begin(), long_rivers_.end(), LinePair{state.from, state.edge, 0});
        bool const is_long = river != long_rivers_.end() && river->begin == state.from && river->middle == state.edge;
        return rivers_.most_overlap_cost(state.from, state.edge, state.ratio) + (is_long ? long_river_cost_ : 0);
    }

    // Whatever line follows, `better` reaches it as cheaply. The difference is linear in the next ratio, but for the gaps below
    // wide ones: ask at both ends and where gaps begin to be wide.
    bool dominates(State const& better, State const& state) const {
        if (better.run > state.run) return false;
        if (settings_.ragged) return true;
        auto const cheaper_at = [&](std::int64_t ratio, std::int64_t more) {
            return better.cost + more + contrast_cost(ratio, better.ratio, settings_) <=
                   state.cost + contrast_cost(ratio, state.ratio, settings_);
        };
        return cheaper_at(tolerances[pass_], better.below) && cheaper_at(-ratio_unit, 0) &&
               (better.below == 0 || cheaper_at(settings_.wide_gap, better.below));
    }

    std::vector<Edge> const& edges_;
    SearchSettings const& settings_;
    Rivers rivers_;
    std::vector<LinePair> long_rivers_; // pairs of lines that no path should go through
    bool watches_rivers_ = false;
    std::int64_t long_river_cost_ = 0;
    int pass_ = 0;
    int steady_ = 0;
    std::vector<State> states_;
    std::vector<Start> active_;
    std::size_t front_ = 0;
    std::vector<State> found_;           // lines that end at the edge in hand
    std::uint32_t gaps_ = no_gaps;       // of the line in hand, when they are wide
    std::vector<KnownOverlap> overlaps_; // of the line in hand with those above it
    std::vector<GapRow> gap_rows_;
    std::vector<GapPlace> gap_places_;
};

} // namespace

SearchResult search_lines(EdgeRow const& row, SearchSettings const& settings) {
    if (row.edges.size() < 2) return {};
    Search search(row, settings);
    int pass = 0;
    while (!search.run(pass)) ++pass; // the third pass takes overfull lines and always ends
    SearchResult result = search.result();
    // At first the paths beside the best one too, which pages are often made of; then the best one alone.
    std::size_t first = result.best > 0 ? result.best - 1 : 0, last = result.best + 1;
    for (int round = 0; round < river_rounds && search.avoid_rivers(result.paths, first, last); ++round) {
        search.run(pass);
        result = search.result();
        first = last = result.best;
    }
    return result;
}

} // namespace quoin::text
