// The search against a plain twin: dynamic programming by definition, over every state, without pruning.

#include "support.hpp"

#include "text/edges.hpp"
#include "text/search.hpp"

#include <map>
#include <random>
#include <tuple>

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

struct Plain {
    std::int64_t cost = 0;
    bool found = false;
};

/// Best cost for each number of lines within the first pass's tolerance: all paths, remembered by (edge, ratio, lines, run).
std::map<int, std::int64_t> plain_search(std::vector<Edge> const& edges, SearchSettings const& settings, int pass) {
    using Key = std::tuple<std::size_t, std::int64_t, int, int>; // edge, ratio of its line, lines, hyphens in a row
    std::map<Key, std::int64_t> states{{Key{0, 0, 0, 0}, 0}};
    std::map<int, std::int64_t> best;
    while (!states.empty()) {
        auto const [key, cost] = *states.begin();
        states.erase(states.begin());
        auto const [i, before, lines, run] = key;
        if (i + 1 == edges.size()) {
            auto const known = best.find(lines);
            if (known == best.end() || cost < known->second) best[lines] = cost;
            continue;
        }
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            if (edges[j].first_pass > pass + 1) continue;
            LineFit const fit =
                fit_line(edges[i], edges[j], settings.measure_of(static_cast<std::size_t>(lines)), settings, pass);
            if (!fit.feasible) continue;
            std::int64_t const total = cost + fit.cost + edges[j].penalty + hyphen_run_cost(edges[j], run) +
                                       (lines > 0 && !settings.ragged ? contrast_cost(fit.ratio, before, settings) : 0);
            Key const next{j, fit.ratio, lines + 1, edges[j].hyphen ? std::min(run + 1, 3) : 0};
            auto const [slot, added] = states.emplace(next, total);
            if (!added) slot->second = std::min(slot->second, total);
            if (edges[j].kind == BreakKind::forced) break;
        }
    }
    return best;
}

/// First fit: the longest line that needs no more than the natural width (or the least possible one).
std::int64_t first_fit(std::vector<Edge> const& edges, SearchSettings const& settings, bool& feasible) {
    std::int64_t cost = 0, before = 0;
    std::size_t from = 0;
    int lines = 0, run = 0;
    while (from + 1 < edges.size()) {
        std::size_t chosen = 0;
        std::int64_t const measure = settings.measure_of(static_cast<std::size_t>(lines));
        for (std::size_t j = from + 1; j < edges.size(); ++j)
            if (edges[j].first_pass == 1 && edges[j].end.width - edges[from].start.width <= measure) chosen = j;
        LineFit const fit = chosen == 0 ? LineFit{} : fit_line(edges[from], edges[chosen], measure, settings, 1);
        feasible = feasible && fit.feasible;
        if (!feasible) return 0;
        cost += fit.cost + edges[chosen].penalty + hyphen_run_cost(edges[chosen], run) +
                (lines > 0 ? contrast_cost(fit.ratio, before, settings) : 0);
        before = fit.ratio;
        run = edges[chosen].hyphen ? std::min(run + 1, 3) : 0;
        from = chosen;
        ++lines;
    }
    return cost;
}

std::vector<Edge> edges_of(ParagraphText const& text, double millimetres) {
    style::LineBreaking const rules;
    Diagnostics diagnostics;
    Pieces const pieces = make_pieces(text, rules, book().state(), book(), diagnostics);
    auto const found = find_text_breaks(text, book().state());
    EdgeSource const source{text, pieces, found, rules, book().state(),
                            true, false,  false, 40,    Length::from_millimetres(millimetres)};
    return make_edges(source, {}, 100'000).edges;
}

SearchSettings settings_of(double millimetres, bool ragged = false) {
    SearchSettings settings;
    settings.em = Length::points(10).units;
    settings.measure = Length::from_millimetres(millimetres).units;
    settings.first_measures = {settings.measure - settings.em};
    settings.ragged = ragged;
    return settings;
}

std::string random_text(std::mt19937& random, std::size_t words) {
    static char const* const some[] = {"a",          "of",         "the",         "line",         "printer",
                                       "measure",    "together,",  "hyphenation", "considerable", "typographical",
                                       "well-known", "it",         "is",          "space",        "and",
                                       "division",   "paragraph.", "evenness"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += std::string(i == 0 ? "" : " ") + some[random() % std::size(some)];
    return text;
}

} // namespace

TEST_CASE("the search finds what the plain twin finds") {
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < 60; ++round) {
        double const measure = 30 + static_cast<double>(random() % 50);
        std::string const words = random_text(random, 12 + random() % 25);
        bool const ragged = round % 4 == 3;
        auto const edges = edges_of(one_run(words), measure);
        SearchSettings const settings = settings_of(measure, ragged);
        SearchResult const found = search_lines(edges, settings);
        auto const plain = plain_search(edges, settings, found.pass - 1);
        INFO(words << " at " << measure);
        if (found.pass == 3) continue; // may force overfull lines, which the twin does not know
        REQUIRE_FALSE(found.paths.empty());
        std::int64_t least = INT64_MAX;
        for (auto const& [lines, cost] : plain) least = std::min(least, cost);
        REQUIRE(found.paths[found.best].cost == least);
        for (Path const& path : found.paths) {
            auto const twin = plain.find(static_cast<int>(path.ends.size()));
            REQUIRE(twin != plain.end());
            // Variants are searched in a corridor of line counts around the cheapest path: seldom a little dearer.
            REQUIRE(path.cost >= twin->second);
            if (path.cost == twin->second) ++compared;
        }
        // A neighbour that exists is found.
        int const natural = static_cast<int>(found.paths[found.best].ends.size());
        for (int const lines : {natural - 1, natural + 1}) {
            bool const offered = std::any_of(found.paths.begin(), found.paths.end(),
                                             [&](Path const& p) { return static_cast<int>(p.ends.size()) == lines; });
            REQUIRE(offered == (plain.count(lines) != 0));
        }
    }
    REQUIRE(compared > 60);
}

TEST_CASE("the optimum is never worse than first fit") {
    std::mt19937 random(11);
    int compared = 0;
    for (int round = 0; round < 40; ++round) {
        double const measure = 50 + static_cast<double>(random() % 60);
        auto const edges = edges_of(one_run(random_text(random, 60 + random() % 100)), measure);
        SearchSettings const settings = settings_of(measure);
        SearchResult const found = search_lines(edges, settings);
        bool feasible = true;
        std::int64_t const greedy = first_fit(edges, settings, feasible);
        if (!feasible || found.pass > 2) continue;
        ++compared;
        REQUIRE(found.paths[found.best].cost <= greedy);
    }
    REQUIRE(compared > 10);
}

TEST_CASE("a line too long for any tolerance is forced, and the search ends") {
    auto const edges = edges_of(one_run("incomprehensibilities"), 3);
    SearchResult const found = search_lines(edges, settings_of(3));
    REQUIRE(found.pass == 3);
    REQUIRE_FALSE(found.paths.empty());
    REQUIRE(found.paths[found.best].ratios.front() < -ratio_unit);
}
