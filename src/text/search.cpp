#include "text/search.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace quoin::text {

namespace {

constexpr std::int64_t line_cost = 8 * cost_unit; // fewer lines, all else equal
constexpr std::int64_t second_hyphen = 200 * cost_unit, further_hyphen = 6000 * cost_unit;
constexpr std::int64_t hyphen_before_last = 200 * cost_unit;
constexpr std::int64_t short_last = 400 * cost_unit; // TYPESETTING.md 2.4, "last"
constexpr std::int64_t nearly_full = 40 * cost_unit;
constexpr std::int64_t overfull = 1'000'000 * cost_unit; // only in the third pass, only when nothing else is left
constexpr std::int64_t excess_cost =
    1000 * cost_unit; // for each 1/1024 of the measure: less overhang before looser lines
constexpr std::int64_t rag_weight = 400, even_weight = 1000; // times the square of the share that is left white
constexpr std::int64_t one_word_last = 400 * cost_unit;
constexpr int most_lines_apart = 64;

std::int64_t badness(std::int64_t ratio, std::int64_t weight) {
    std::int64_t const r = ratio < 0 ? -ratio : ratio;
    if (r <= ratio_unit) return weight * cost_unit * ((r * r >> 10) * r >> 10) >> 10;
    std::int64_t const q = r - ratio_unit;
    // 1 + 3q + 3.5q²
    return weight * cost_unit * (ratio_unit + 3 * q + ((7 * q * q) >> 11)) >> 10;
}

std::int64_t ratio_of(Sums const& line, std::int64_t slack) {
    if (slack < 0) return line.shrink > 0 ? slack * ratio_unit / line.shrink : -2 * ratio_unit;
    if (slack <= line.stretch) return line.stretch > 0 ? slack * ratio_unit / line.stretch : 0;
    // Past 1 scale and tracking are used up; the spaces take the rest.
    if (line.space <= 0) return tolerances[2] + 1;
    return std::min((slack - (line.stretch - line.space)) * ratio_unit / line.space, tolerances[2] + 1);
}

Sums line_sums(Edge const& from, Edge const& to) {
    return {to.end.width - from.start.width, to.end.stretch - from.start.stretch, to.end.shrink - from.start.shrink,
            to.end.space - from.start.space};
}

bool ends_paragraph(Edge const& edge) { return edge.kind == BreakKind::end || edge.kind == BreakKind::forced; }

LineFit fit_ragged(Sums const& line, Edge const& from, Edge const& to, std::int64_t measure,
                   SearchSettings const& settings, int pass) {
    std::int64_t const slack = measure - line.width;
    if (slack < 0) return {-2 * ratio_unit, 0, false};
    LineFit fit{0, line_cost, true};
    std::int64_t const share = measure > 0 ? slack * ratio_unit / measure : 0; // of the measure that stays white
    bool const last = ends_paragraph(to);
    if (last && !settings.even) return fit;
    fit.cost += (settings.even ? even_weight : rag_weight) * cost_unit * share * share >> 20;
    if (last && to.kind == BreakKind::end && line.space == 0 && from.kind != BreakKind::start &&
        from.kind != BreakKind::forced)
        fit.cost += one_word_last;
    fit.feasible = pass > 0 || last || share <= ratio_unit / 2 || settings.even;
    return fit;
}

LineFit fit_last(Sums const& line, std::int64_t slack, Edge const& to, SearchSettings const& settings) {
    LineFit fit{0, line_cost, true};
    if (slack < 0) {
        fit.ratio = ratio_of(line, slack);
        fit.feasible = fit.ratio >= -ratio_unit;
        fit.cost += badness(fit.ratio, settings.badness);
        return fit;
    }
    if (to.kind == BreakKind::forced) return fit;
    if (line.width < 4 * settings.em) // weight·(1.3 − w/4em)
        fit.cost += short_last * 13 / 10 - short_last * line.width / std::max<std::int64_t>(4 * settings.em, 1);
    if (slack > 0 && slack < settings.em) {
        // Neither full nor clearly short: set full when that is easy, else pay.
        std::int64_t const ratio = ratio_of(line, slack);
        if (ratio <= ratio_unit / 2) {
            fit.ratio = ratio;
            fit.cost += badness(ratio, settings.badness);
        } else {
            fit.cost += nearly_full;
        }
    }
    return fit;
}

/// A way to reach an edge.
struct State {
    std::int64_t cost = 0;
    std::int32_t ratio = 0; // of the line that ends here
    std::int32_t lines = 0; // set so far
    std::uint32_t edge = 0;
    std::uint32_t previous = 0;
    std::uint8_t run = 0; // lines in a row that end in hyphens, this one counted
};

struct Start {
    std::uint32_t edge = 0, first_state = 0, last_state = 0;
};

int fitness_class(std::int64_t ratio) {
    return ratio < -ratio_unit / 2 ? 0 : ratio <= ratio_unit / 2 ? 1 : ratio <= ratio_unit ? 2 : 3;
}

class Search {
  public:
    Search(std::span<Edge const> edges, SearchSettings const& settings) : edges_(edges), settings_(settings) {
        steady_ = static_cast<int>(settings.first_measures.size());
    }

    /// False when this pass finds no way to the end.
    bool run(int pass) {
        pass_ = pass;
        states_.clear();
        active_.clear();
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
        base_ = std::numeric_limits<int>::max();
        for (std::size_t a = front_; a < active_.size(); ++a)
            base_ = std::min(base_, counted(states_[active_[a].first_state].lines));
        for (std::size_t a = front_; a < active_.size(); ++a)
            if (!try_start(active_[a], to)) break;
        bool const last_resort = pass_ == 2 && touched_.empty() && all_overfull(to);
        if (last_resort)
            for (std::size_t a = front_; a < active_.size(); ++a) force_start(active_[a], to);
        bool const closing = ends_paragraph(to);
        if (closing || last_resort)
            front_ = active_.size();
        else
            drop_overfull(to);
        if (!touched_.empty()) emit(j);
    }

    // With variants every number of lines is a state of its own; else only while the measure depends on it.
    int counted(int lines) const { return settings_.variants ? lines : std::min(lines, steady_); }

    /// False when this start and all later ones are too near for a line.
    bool try_start(Start const& start, Edge const& to) {
        Edge const& from = edges_[start.edge];
        std::int64_t measure = -1;
        LineFit fit;
        bool too_near = false;
        for (std::uint32_t s = start.first_state; s < start.last_state; ++s) {
            std::int64_t const own = settings_.measure_of(static_cast<std::size_t>(states_[s].lines));
            if (own != measure) {
                measure = own;
                fit = fit_line(from, to, measure, settings_, pass_);
                too_near = fit.ratio > tolerances[pass_] + ratio_unit && !settings_.ragged;
            }
            if (fit.feasible) extend(s, to, fit);
        }
        return !too_near;
    }

    void extend(std::uint32_t s, Edge const& to, LineFit const& fit) {
        State const& before = states_[s];
        std::int64_t cost = before.cost + fit.cost + to.penalty + hyphen_run_cost(to, before.run);
        if (before.lines > 0 && !settings_.ragged) cost += contrast_cost(fit.ratio, before.ratio, settings_);
        int const run = to.hyphen ? std::min(before.run + 1, 3) : 0;
        int const apart = counted(before.lines + 1) - base_;
        if (apart >= most_lines_apart) return;
        auto const key = static_cast<std::size_t>(apart * 16 + fitness_class(fit.ratio) * 4 + run);
        State& slot = table_[key];
        if (slot.lines != 0 && slot.cost <= cost) return; // ties: the earlier start, which has fewer words on the line
        if (slot.lines == 0) touched_.push_back(static_cast<std::uint16_t>(key));
        slot.cost = cost;
        slot.ratio = static_cast<std::int32_t>(fit.ratio);
        slot.lines = before.lines + 1;
        slot.previous = s;
        slot.run = static_cast<std::uint8_t>(run);
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
            if (least <= settings_.measure_of(static_cast<std::size_t>(states_[s].lines))) return false;
        return true;
    }

    void force_start(Start const& start, Edge const& to) {
        Edge const& from = edges_[start.edge];
        Sums const line = line_sums(from, to);
        for (std::uint32_t s = start.first_state; s < start.last_state; ++s) {
            std::int64_t const measure =
                std::max<std::int64_t>(settings_.measure_of(static_cast<std::size_t>(states_[s].lines)), 1);
            std::int64_t const excess =
                std::min<std::int64_t>((line.width - measure) * ratio_unit / measure, 1000 * ratio_unit);
            extend(s, to,
                   {-ratio_unit - std::max<std::int64_t>(excess, 1),
                    overfull + std::max<std::int64_t>(excess, 0) * excess_cost, true});
        }
    }

    // Half an em of grace: a hyphen or a hanging sign may make one end wider than the next.
    void drop_overfull(Edge const& to) {
        while (front_ < active_.size() && is_overfull(active_[front_], to, settings_.em / 2)) ++front_;
    }

    void emit(std::uint32_t j) {
        std::sort(touched_.begin(), touched_.end());
        std::size_t cheapest = touched_.front();
        for (std::size_t const key : touched_)
            if (table_[key].cost < table_[cheapest].cost) cheapest = key;
        int const centre = table_[cheapest].lines;
        auto const first = static_cast<std::uint32_t>(states_.size());
        for (std::size_t begin = 0; begin < touched_.size();) {
            std::size_t end = begin;
            while (end < touched_.size() && touched_[end] / 16 == touched_[begin] / 16) ++end;
            int const lines = table_[touched_[begin]].lines;
            if (!settings_.variants || (lines >= centre - 1 && lines <= centre + 2)) emit_group(j, begin, end);
            begin = end;
        }
        for (std::size_t const key : touched_) table_[key].lines = 0;
        touched_.clear();
        active_.push_back({j, first, static_cast<std::uint32_t>(states_.size())});
    }

    void emit_group(std::uint32_t j, std::size_t begin, std::size_t end) {
        std::size_t best = touched_[begin];
        for (std::size_t k = begin; k < end; ++k)
            if (table_[touched_[k]].cost < table_[best].cost) best = touched_[k];
        for (std::size_t k = begin; k < end; ++k) {
            State& state = table_[touched_[k]];
            if (touched_[k] != best && dominated(state, table_[best])) continue;
            state.edge = j;
            states_.push_back(state);
        }
    }

    // Whatever line follows, `better` reaches it as cheaply. The difference is linear in the next ratio: ask at both ends.
    bool dominated(State const& state, State const& better) const {
        if (better.run > state.run) return false;
        auto const cheaper_at = [&](std::int64_t ratio) {
            return better.cost + contrast_cost(ratio, better.ratio, settings_) <=
                   state.cost + contrast_cost(ratio, state.ratio, settings_);
        };
        return settings_.ragged || (cheaper_at(-ratio_unit) && cheaper_at(tolerances[pass_]));
    }

    std::span<Edge const> edges_;
    SearchSettings const& settings_;
    int pass_ = 0;
    int steady_ = 0;
    int base_ = 0;
    std::vector<State> states_;
    std::vector<Start> active_;
    std::size_t front_ = 0;
    std::array<State, static_cast<std::size_t>(most_lines_apart) * 16> table_{};
    std::vector<std::uint16_t> touched_;
};

} // namespace

LineFit fit_line(Edge const& from, Edge const& to, std::int64_t measure, SearchSettings const& settings, int pass) {
    Sums const line = line_sums(from, to);
    if (settings.ragged) return fit_ragged(line, from, to, measure, settings, pass);
    std::int64_t const slack = measure - line.width;
    if (ends_paragraph(to)) return fit_last(line, slack, to, settings);
    LineFit fit{ratio_of(line, slack), line_cost, false};
    if (fit.ratio < -ratio_unit) return fit;
    fit.feasible = fit.ratio <= tolerances[pass] || pass == 2;
    if (fit.feasible) fit.cost += badness(fit.ratio, settings.badness);
    return fit;
}

std::int64_t hyphen_run_cost(Edge const& to, int run) {
    if (run == 0) return 0;
    if (to.kind == BreakKind::end) return hyphen_before_last;
    if (!to.hyphen) return 0;
    return run == 1 ? second_hyphen : further_hyphen;
}

SearchResult search_lines(std::span<Edge const> edges, SearchSettings const& settings) {
    if (edges.size() < 2) return {};
    Search search(edges, settings);
    for (int pass = 0; pass < 3; ++pass)
        if (search.run(pass)) return search.result();
    return {}; // not reached: the third pass takes overfull lines
}

} // namespace quoin::text
