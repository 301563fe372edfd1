// What lines do to each other and to the paragraph's end: stacked words, rivers, ladders, last lines; and weights.

#include "search_support.hpp"

#include "text/line_cost.hpp"
#include "text/rivers.hpp"
#include "text/weights.hpp"

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

SearchSettings settings_of(double millimetres) {
    SearchSettings settings;
    settings.em = Length::points(10).units;
    settings.measure = Length::from_millimetres(millimetres).units;
    settings.space = settings.em / 4;
    settings.wide_gap = ratio_unit / 4;
    settings.variants = false;
    return settings;
}

std::string random_text(std::mt19937& random, std::size_t words) {
    return text_of_words(random, words,
                         {"the", "line", "of", "the", "printer", "and", "his", "measure", "evenness", "a", "press",
                          "letter", "between", "together", "sorts", "in", "compositor"});
}

Path best_path(EdgeRow const& row, SearchSettings const& settings) {
    SearchResult const found = search_lines(row, settings);
    return found.paths[found.best];
}

int count_stacks(EdgeRow const& row, Path const& path) {
    SearchSettings counting;
    counting.stacked_words = 1;
    std::int64_t stacks = 0;
    std::uint32_t from = 0;
    for (std::uint32_t const to : path.ends) {
        stacks += stacked_words_cost(row.edges[from], row.edges[to], counting);
        from = to;
    }
    return static_cast<int>(stacks / cost_unit);
}

std::vector<std::string> lines_of(std::string const& words, double millimetres, style::LineBreaking const& rules) {
    Paragraph const paragraph = broken(one_run(words), column(millimetres), rules);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < paragraph.variants()[paragraph.best()].lines.size(); ++i)
        lines.push_back(line_text(paragraph, i));
    return lines;
}

Weights weights_of(std::string const& language, double millimetres, style::LineBreaking const& rules) {
    Setting setting;
    setting.language = language;
    ParagraphText const text = one_run("word", setting);
    Diagnostics diagnostics;
    Pieces const pieces = make_pieces(text, rules, book().state(), book(), diagnostics);
    return weights_for(text, column(millimetres), rules, pieces);
}

} // namespace

TEST_CASE("words seldom stand below themselves at a margin") {
    std::mt19937 random(5);
    int free = 0, priced = 0;
    for (int round = 0; round < 40; ++round) {
        double const measure = 40 + static_cast<double>(random() % 30);
        EdgeRow const row = edges_of(one_run(random_text(random, 60)), measure);
        SearchSettings settings = settings_of(measure);
        free += count_stacks(row, best_path(row, settings));
        settings.stacked_words = 5000; // dearer than anything a feasible line costs
        priced += count_stacks(row, best_path(row, settings));
    }
    CAPTURE(free, priced);
    REQUIRE(free > 20);
    REQUIRE(priced < free / 3);
}

TEST_CASE("signs and capitals do not hide a stacked word") {
    SearchSettings settings = settings_of(100);
    settings.stacked_words = 1;
    EdgeRow const row = edges_of(one_run("Then came “then, and then"), 100);
    std::vector<Edge> const& edges = row.edges;
    REQUIRE(edges.size() == 6);
    CHECK(stacked_words_cost(edges[0], edges[2], settings) == cost_unit); // Then … | “then, …
    CHECK(stacked_words_cost(edges[0], edges[1], settings) == 0);
    CHECK(stacked_words_cost(edges[1], edges[3], settings) == cost_unit); // Then | came “then,
    CHECK(stacked_words_cost(edges[3], edges[5], settings) == 0);         // a last line ends away from the margin
}

TEST_CASE("rivers are broken where the words allow it") {
    std::mt19937 random(17);
    std::size_t free = 0, priced = 0;
    for (int round = 0; round < 150; ++round) {
        double const measure = 34 + static_cast<double>(random() % 16);
        EdgeRow const row = edges_of(one_run(random_text(random, 60)), measure);
        SearchSettings settings = settings_of(measure);
        free += Rivers(row, settings).find_long(best_path(row, settings)).size();
        settings.rivers = 500; // dearer than loose lines
        priced += Rivers(row, settings).find_long(best_path(row, settings)).size();
    }
    CAPTURE(free, priced);
    REQUIRE(free > 20);
    REQUIRE(priced < free / 3);
}

TEST_CASE("gaps stand where the set line has them") {
    style::LineBreaking const rules;
    ParagraphShape shape = column(58);
    shape.want_variants = false;
    Paragraph const paragraph = broken(one_run(sample_text()), shape, rules);
    EdgeRow const row = edges_of(one_run(sample_text()), 58);
    SearchSettings settings = settings_of(58);
    settings.letters_lead = rules.letters_lead;
    auto const& lines = paragraph.variants()[0].lines;
    auto const edge_at = [&](std::uint32_t offset) {
        std::uint32_t found = 0; // edges between words only
        ParagraphText const text = one_run(sample_text());
        Diagnostics diagnostics;
        Pieces const pieces = make_pieces(text, rules, book().state(), book(), diagnostics);
        for (std::uint32_t k = 0; k < row.edges.size(); ++k)
            if (row.edges[k].point < 0 &&
                text_offset(text, pieces, {row.edges[k].piece, row.edges[k].offset}) == offset)
                found = k;
        return found;
    };
    int compared = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        std::uint32_t const from = i == 0 ? 0 : edge_at(lines[i].begin), to = edge_at(lines[i].end);
        if (to == 0 || (i > 0 && from == 0)) continue; // begins or ends in a word
        if (lines[i].ratio < 0) continue;              // no river runs through tight lines
        std::vector<GapPlace> gaps;
        Rivers(row, settings)
            .place_gaps({from, to, settings.measure, static_cast<std::int64_t>(lines[i].ratio) * ratio_unit / 1000},
                        gaps);
        SetLine const set = paragraph.set_line(0, i);
        REQUIRE(set.pieces.size() == 1);
        page::GlyphRun const& run = set.pieces.front().run;
        std::size_t gap = 0;
        for (page::Glyph const& glyph : run.glyphs) {
            if (run.text[glyph.cluster] != ' ') continue;
            REQUIRE(gap < gaps.size());
            // The meter of the search rounds; a twentieth of a point is not seen.
            CHECK(std::abs((set.pieces.front().x.units + glyph.x) - gaps[gap++].begin) < Length::points(1).units / 20);
        }
        REQUIRE(gap == gaps.size());
        ++compared;
    }
    REQUIRE(compared > 2);
}

TEST_CASE("no tolerance but the widest takes a third hyphen in a row for a looser line") {
    std::mt19937 random(29);
    static char const* const some[] = {
        "typographical", "considerations", "line", "the", "individually", "paragraph", "a", "evenness", "hands", "of"};
    int strained = 0, ladders = 0;
    for (int round = 0; round < 60; ++round) {
        std::string words;
        for (int i = 0; i < 40; ++i) words += std::string(i == 0 ? "" : " ") + some[random() % std::size(some)];
        double const measure = 46 + round % 12;
        EdgeRow const row = edges_of(one_run(words), measure);
        SearchResult const found = search_lines(row, settings_of(measure));
        int run = 0, longest = 0;
        for (std::uint32_t const end : found.paths[found.best].ends)
            longest = std::max(longest, run = row.edges[end].hyphen ? run + 1 : 0);
        if (found.pass == 1) REQUIRE(longest < 3);
        strained += found.pass > 1 ? 1 : 0;
        ladders += longest > 2 ? 1 : 0;
    }
    CAPTURE(strained, ladders);
    CHECK(strained > 0);
    CHECK(ladders < strained);
}

TEST_CASE("a part of a word does not stand alone on the last line") {
    style::LineBreaking const rules;
    for (double measure = 50; measure < 90; measure += 0.5) {
        auto const lines = lines_of(sample_text(), measure, rules);
        CAPTURE(measure, lines.back());
        bool const one_word = lines.back().find(' ') == std::string::npos;
        bool const parted = lines[lines.size() - 2].back() != ' ';
        CHECK_FALSE((one_word && parted));
    }
}

TEST_CASE("letters give way before spaces do") {
    ParagraphShape const shape = column(58);
    style::LineBreaking together, first;
    together.letters_lead = 1000;
    first.letters_lead = 3000;
    Paragraph const one = broken(one_run(sample_text()), shape, together);
    Paragraph const other = broken(one_run(sample_text()), shape, first);
    int compared = 0;
    for (std::size_t i = 0; i < one.variants()[one.best()].lines.size(); ++i) {
        std::int32_t const ratio = one.variants()[one.best()].lines[i].ratio;
        if (ratio < 50 || ratio > 900) continue;
        ++compared;
        SetLine const early = other.set_line(other.best(), i), late = one.set_line(one.best(), i);
        CHECK(early.pieces.front().run.scale > late.pieces.front().run.scale);
        CHECK(early.pieces.front().run.scale <= 1'020'000);
        CHECK(early.pieces.front().run.tracking <= Length::from_points(0.08));
        CHECK(std::abs((early.width - late.width).units) < 128);
    }
    REQUIRE(compared > 2);
}

TEST_CASE("weights follow the words of a line, and a language may have its own") {
    style::LineBreaking rules;
    rules.weights.hyphen_penalty = {20, 50, 80};
    style::LineWeights russian = rules.weights;
    russian.hyphen_penalty = {10, 10, 10};
    rules.language_weights["ru"] = russian;
    CHECK(weights_of("en", 30, rules).hyphen == 20);
    CHECK(weights_of("en", 200, rules).hyphen == 80);
    auto const between = weights_of("en", 60, rules).hyphen; // about seven words
    CHECK((between > 25 && between < 40));
    CHECK(weights_of("en", 60, rules).hyphen > weights_of("de", 60, rules).hyphen); // its words are longer
    CHECK(weights_of("ru", 60, rules).hyphen == 10);
    CHECK(weights_of("ru-RU", 60, rules).hyphen == 10);
}
