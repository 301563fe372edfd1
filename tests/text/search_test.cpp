// The search against a plain twin: dynamic programming by definition, over every state, without pruning.

#include "search_support.hpp"

#include "text/line_cost.hpp"
#include "text/rivers.hpp"

#include <map>
#include <optional>
#include <tuple>

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

/// The gaps of two neighbouring lines, as far as both are wide.
std::int64_t gaps_cost(EdgeRow const& row, RatedLine const& upper, RatedLine const& lower,
                       SearchSettings const& settings) {
    Rivers const rivers(row, settings);
    for (RatedLine const& line : {upper, lower})
        if (!rivers.has_wide_gaps(line_sums(row.edges[line.from], row.edges[line.to]), line.ratio)) return 0;
    std::vector<GapPlace> above, below;
    rivers.place_gaps(upper, above);
    rivers.place_gaps(lower, below);
    return rivers.overlap_cost(above, below);
}

/// A path as far as it goes: what the cost of its next line depends on.
struct Way {
    RatedLine line;
    int lines = 0, run = 0; // run: hyphens in a row
    std::int64_t cost = 0;
};

/// The way with one line more, to edge `j`; nothing when that line is not feasible.
std::optional<Way> continued(EdgeRow const& row, Way const& way, std::uint32_t j, SearchSettings const& settings,
                             int pass) {
    Edge const& from = row.edges[way.line.to];
    Edge const& to = row.edges[j];
    std::int64_t const measure = settings.measure_of(static_cast<std::size_t>(way.lines));
    LineFit const fit = fit_line(from, to, measure, settings, pass);
    if (to.first_pass > pass + 1 || !fit.feasible || is_ladder(to, way.run, pass)) return {};
    Way next{{way.line.to, j, measure, fit.ratio}, way.lines + 1, to.hyphen ? std::min(way.run + 1, 3) : 0, way.cost};
    next.cost += fit.cost + to.penalty + hyphen_run_cost(to, way.run) + stacked_words_cost(from, to, settings);
    if (way.lines > 0 && !settings.ragged)
        next.cost += contrast_cost(fit.ratio, way.line.ratio, settings) + gaps_cost(row, way.line, next.line, settings);
    return next;
}

bool at_end(EdgeRow const& row, Way const& way) { return way.line.to + 1 == row.edges.size(); }

void keep_least(std::map<int, std::int64_t>& best, Way const& way) {
    auto const [known, added] = best.emplace(way.lines, way.cost);
    if (!added) known->second = std::min(known->second, way.cost);
}

/// Best cost for each number of lines: all paths, remembered by their last line, the number of lines and the run.
std::map<int, std::int64_t> plain_search(EdgeRow const& row, SearchSettings const& settings, int pass) {
    using Key =
        std::tuple<std::uint32_t, std::uint32_t, int, int>; // end and begin of the line, lines, hyphens in a row
    std::map<Key, Way> ways{{Key{}, Way{}}};
    std::map<int, std::int64_t> best;
    while (!ways.empty()) {
        Way const way = ways.begin()->second;
        ways.erase(ways.begin());
        if (at_end(row, way)) keep_least(best, way);
        for (std::uint32_t j = way.line.to + 1; j < row.edges.size(); ++j) {
            auto const next = continued(row, way, j, settings, pass);
            if (next) {
                auto const [slot, added] = ways.emplace(Key{j, way.line.to, next->lines, next->run}, *next);
                if (!added && next->cost < slot->second.cost) slot->second = *next;
            }
            if (row.edges[j].kind == BreakKind::forced) break;
        }
    }
    return best;
}

/// The same without remembering anything: every path that there is.
void try_all(EdgeRow const& row, Way const& way, SearchSettings const& settings, int pass,
             std::map<int, std::int64_t>& best) {
    if (at_end(row, way)) return keep_least(best, way);
    for (std::uint32_t j = way.line.to + 1; j < row.edges.size(); ++j)
        if (auto const next = continued(row, way, j, settings, pass)) try_all(row, *next, settings, pass, best);
}

bool has_long_river(EdgeRow const& row, SearchResult const& found, SearchSettings const& settings) {
    return std::any_of(found.paths.begin(), found.paths.end(),
                       [&](Path const& path) { return !Rivers(row, settings).find_long(path).empty(); });
}

/// First fit: the longest line that needs no more than the natural width (or the least possible one).
std::int64_t first_fit(EdgeRow const& row, SearchSettings const& settings, bool& feasible) {
    Way way;
    while (!at_end(row, way)) {
        std::uint32_t chosen = 0;
        std::int64_t const measure = settings.measure_of(static_cast<std::size_t>(way.lines));
        for (std::uint32_t j = way.line.to + 1; j < row.edges.size(); ++j)
            if (row.edges[j].first_pass == 1 && line_sums(row.edges[way.line.to], row.edges[j]).width <= measure)
                chosen = j;
        auto const next = chosen == 0 ? std::nullopt : continued(row, way, chosen, settings, 1);
        feasible = feasible && next.has_value();
        if (!feasible) return 0;
        way = *next;
    }
    return way.cost;
}

SearchSettings settings_of(double millimetres, bool ragged = false) {
    SearchSettings settings;
    settings.em = Length::points(10).units;
    settings.measure = Length::from_millimetres(millimetres).units;
    settings.first_measures = {settings.measure - settings.em};
    settings.ragged = ragged;
    settings.stacked_words = 60;
    settings.rivers = 16;
    settings.letters_lead = 1500;
    settings.space = settings.em / 4;
    settings.wide_gap = ratio_unit / 4;
    return settings;
}

std::string random_text(std::mt19937& random, std::size_t words) {
    return text_of_words(random, words,
                         {"a", "of", "the", "line", "printer", "measure", "together,", "hyphenation", "considerable",
                          "typographical", "well-known", "it", "is", "space", "and", "division", "paragraph.",
                          "evenness"});
}

} // namespace

TEST_CASE("the search finds what the plain twin finds") {
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < 60; ++round) {
        double const measure = 30 + static_cast<double>(random() % 50);
        std::string const words = random_text(random, 12 + random() % 25);
        bool const ragged = round % 4 == 3;
        EdgeRow const row = edges_of(one_run(words), measure);
        SearchSettings settings = settings_of(measure, ragged);
        if (round % 2 == 0) settings.rivers = 0;
        SearchResult const found = search_lines(row, settings);
        auto const plain = plain_search(row, settings, found.pass - 1);
        INFO(words << " at " << measure);
        if (found.pass == 3) continue; // may force overfull lines, which the twin does not know
        // A river that cannot be avoided has a price that the twin does not know either.
        if (settings.rivers > 0 && has_long_river(row, found, settings)) continue;
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

TEST_CASE("the optimum of short paragraphs is the cheapest of all paths") {
    std::mt19937 random(23);
    int compared = 0;
    for (int round = 0; round < 40; ++round) {
        double const measure = 35 + static_cast<double>(random() % 25);
        EdgeRow const row = edges_of(one_run(random_text(random, 14 + random() % 12)), measure);
        SearchSettings settings = settings_of(measure);
        settings.contrast = 40;
        settings.rivers = 100; // as dear as a loose line: the order of lines decides
        SearchResult const found = search_lines(row, settings);
        if (found.pass == 3 || has_long_river(row, found, settings)) continue;
        std::map<int, std::int64_t> best;
        try_all(row, {}, settings, found.pass - 1, best);
        std::int64_t least = INT64_MAX;
        for (auto const& [lines, cost] : best) least = std::min(least, cost);
        REQUIRE(found.paths[found.best].cost == least);
        ++compared;
    }
    REQUIRE(compared > 20);
}

TEST_CASE("the optimum is never worse than first fit") {
    std::mt19937 random(11);
    int compared = 0;
    for (int round = 0; round < 40; ++round) {
        double const measure = 50 + static_cast<double>(random() % 60);
        EdgeRow const row = edges_of(one_run(random_text(random, 60 + random() % 100)), measure);
        SearchSettings const settings = settings_of(measure);
        SearchResult const found = search_lines(row, settings);
        bool feasible = true;
        std::int64_t const greedy = first_fit(row, settings, feasible);
        if (!feasible || found.pass > 2 || has_long_river(row, found, settings)) continue;
        ++compared;
        REQUIRE(found.paths[found.best].cost <= greedy);
    }
    REQUIRE(compared > 10);
}

TEST_CASE("a line too long for any tolerance is forced, and the search ends") {
    EdgeRow const row = edges_of(one_run("incomprehensibilities"), 3);
    SearchResult const found = search_lines(row, settings_of(3));
    REQUIRE(found.pass == 3);
    REQUIRE_FALSE(found.paths.empty());
    REQUIRE(found.paths[found.best].ratios.front() < -ratio_unit);
}
