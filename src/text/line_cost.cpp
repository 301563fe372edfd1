#include "text/line_cost.hpp"

#include <algorithm>

namespace quoin::text {

namespace {

constexpr std::int64_t line_cost = 8 * cost_unit; // fewer lines, all else equal
constexpr std::int64_t short_last = 800 * cost_unit;
constexpr std::int64_t part_of_word_last = 2000 * cost_unit; // "ers." alone on the last line
constexpr std::int64_t nearly_full = 40 * cost_unit;
constexpr std::int64_t rag_weight = 400, even_weight = 1000; // times the square of the share that is left white
constexpr std::int64_t one_word_last = 400 * cost_unit;

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

LineFit fit_last(Edge const& from, Edge const& to, std::int64_t slack, SearchSettings const& settings) {
    Sums const line = line_sums(from, to);
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
    if (from.kind == BreakKind::soft && line.space == 0) fit.cost += part_of_word_last;
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

} // namespace

LineFit fit_line(Edge const& from, Edge const& to, std::int64_t measure, SearchSettings const& settings, int pass) {
    Sums const line = line_sums(from, to);
    if (settings.ragged) return fit_ragged(line, from, to, measure, settings, pass);
    std::int64_t const slack = measure - line.width;
    if (ends_paragraph(to)) return fit_last(from, to, slack, settings);
    LineFit fit{ratio_of(line, slack), line_cost, false};
    if (fit.ratio < -ratio_unit) return fit;
    fit.feasible = fit.ratio <= tolerances[pass] || pass == 2;
    if (fit.feasible) fit.cost += badness(fit.ratio, settings.badness);
    return fit;
}

std::int64_t stacked_words_cost(Edge const& from, Edge const& to, SearchSettings const& settings) {
    if (settings.ragged || ends_paragraph(to)) return 0;
    // The line begins as the next one does, or ends as the one before it.
    bool const left = from.first_word != 0 && from.first_word == to.first_word;
    bool const right = from.last_word != 0 && from.last_word == to.last_word;
    return settings.stacked_words * cost_unit * ((left ? 1 : 0) + (right ? 1 : 0));
}

Given given(Sums const& line, std::int64_t ratio, std::int64_t letters_lead) {
    if (ratio >= ratio_unit) return {ratio_unit, ratio};
    Given given;
    given.letters = std::min(ratio * letters_lead / 1000, ratio_unit);
    std::int64_t const letters = given.letters * (line.stretch - line.space);
    if (line.space > 0) given.spaces = (ratio * line.stretch - letters) / line.space;
    return given;
}

} // namespace quoin::text
