#include "layout/column_search.hpp"
#include "synthetic_flow.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace quoin;
using namespace quoin::layout;
using namespace quoin::layout::test;

namespace {

std::vector<ColumnEnd> ends_of(Flow const& flow, int lines, ColumnStart start = {},
                               Relaxation relaxation = Relaxation::short_column) {
    auto const notes = simple_notes();
    ColumnSearch search(flow, notes);
    ColumnRoom room;
    room.lines = room.text_limit = lines;
    room.relaxation = relaxation;
    room.short_limit = lines;
    std::vector<ColumnEnd> ends;
    search.find_ends(start, room, ends);
    return ends;
}

bool has_end(std::vector<ColumnEnd> const& ends, FlowPosition at) {
    return std::any_of(ends.begin(), ends.end(), [&](auto const& end) { return end.at == at; });
}

} // namespace

TEST_CASE("a paragraph breaks with two lines on either side") {
    auto const flow = FlowBuilder().paragraph(6).build();
    auto const ends = ends_of(flow, 5);
    CHECK_FALSE(has_end(ends, {0, 0, 1}));
    CHECK(has_end(ends, {0, 0, 2}));
    CHECK(has_end(ends, {0, 0, 4}));
    CHECK_FALSE(has_end(ends, {0, 0, 5}));
    CHECK_FALSE(has_end(ends, {1, 0, 0}));
}

TEST_CASE("a paragraph of three lines does not break") {
    auto const flow = FlowBuilder().paragraph(3).paragraph(3).build();
    auto const ends = ends_of(flow, 5);
    REQUIRE(ends.size() == 1);
    CHECK(ends[0].at == FlowPosition{1, 0, 0});
    CHECK(ends[0].short_lines == 2);
    CHECK(ends[0].cost == page_cost::hole * 4);
}

TEST_CASE("a heading stays with two lines of what follows") {
    auto const flow = FlowBuilder().paragraph(4).heading().paragraph(1).paragraph(5).build();
    auto const ends = ends_of(flow, 12);
    CHECK(has_end(ends, {1, 0, 0}));
    CHECK_FALSE(has_end(ends, {2, 0, 0})); // nothing below it
    CHECK_FALSE(has_end(ends, {3, 0, 0})); // one line below it
    CHECK(has_end(ends, {3, 0, 2}));
}

TEST_CASE("white above a heading is dropped at a column's head") {
    auto const flow = FlowBuilder().paragraph(4).heading(2).paragraph(5).build();
    auto const whole = ends_of(flow, 12);
    REQUIRE(has_end(whole, {3, 0, 0}));
    auto const below = ends_of(flow, 6, {{1, 0, 0}, 0});
    CHECK(has_end(below, {3, 0, 0})); // 1 + 5 lines without the white
}

TEST_CASE("a line with a note brings the note's first rows with it") {
    // Notes of 12 pt grid and 9 pt pitch: 6 pt above the rule. Four rows take 42 pt: 4 lines.
    auto const flow = FlowBuilder().paragraph({{8, 0}}, {{3, 4}}).build();
    auto const ends = ends_of(flow, 7);
    CHECK(has_end(ends, {0, 0, 3})); // before the mark: no note
    auto const with = std::find_if(ends.begin(), ends.end(), [](auto const& end) {
        return end.at == FlowPosition{0, 0, 4};
    });
    REQUIRE(with != ends.end());
    // Three rows would fit into the three lines left, but at least two must be carried.
    CHECK(with->note_rows == 2);
    CHECK(with->carried_rows == 2);
}

TEST_CASE("a variant with one line more fills the column") {
    auto const flow = FlowBuilder().paragraph({{5, 0}, {6, 40}}).paragraph(3).build();
    auto const ends = ends_of(flow, 6);
    auto const filled = std::find_if(ends.begin(), ends.end(), [](auto const& end) {
        return end.at == FlowPosition{1, 0, 0} && end.short_lines == 0;
    });
    REQUIRE(filled != ends.end());
    CHECK(filled->cost == 40 + page_cost::loosened);
}

TEST_CASE("a hyphen at the column's end costs") {
    auto const flow = FlowBuilder().paragraph({{8, 0}}, {}, 4).build();
    auto const ends = ends_of(flow, 4);
    auto const cut = std::find_if(ends.begin(), ends.end(), [](auto const& end) {
        return end.at == FlowPosition{0, 0, 4};
    });
    REQUIRE(cut != ends.end());
    CHECK(cut->cost == page_cost::hyphen_at_column_end);
}

TEST_CASE("a forced break ends the column for nothing") {
    auto const flow = FlowBuilder().paragraph(3).forced_break().paragraph(4).build();
    auto const ends = ends_of(flow, 20);
    REQUIRE(ends.size() == 1);
    CHECK(ends[0].at == FlowPosition{1, 0, 0});
    CHECK(ends[0].cost == 0);
    CHECK(ends[0].is_free);
}

TEST_CASE("the last resort takes what is taller than the column") {
    auto const flow = FlowBuilder().box(9).paragraph(3).build();
    CHECK(ends_of(flow, 5).empty());
    auto const ends = ends_of(flow, 5, {}, Relaxation::overfull);
    REQUIRE(has_end(ends, {1, 0, 0}));
    CHECK(ends[0].cost >= page_cost::overfull);
}
