#include "layout/paginate_galley.hpp"

#include "first_fit.hpp"
#include "plain_search.hpp"
#include "plan_check.hpp"
#include "synthetic_flow.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::layout;
using namespace quoin::layout::test;

namespace {

struct Case {
    Flow flow;
    GalleyRoom room;
};

Case small_case(int seed, bool balance) {
    Dice dice(static_cast<std::uint64_t>(seed));
    Shape shape;
    shape.paragraphs = dice.roll(2, 7);
    shape.longest = dice.roll(3, 8);
    shape.floats = seed % 2 == 1;
    shape.growing = seed % 4 == 1;
    shape.changing_notes = seed % 3 == 1;
    int const columns = dice.roll(1, 3);
    Case result{random_flow(dice, shape, columns, balance), {}};
    result.room = simple_room(dice.roll(10, 16), seed % 3 == 0 ? dice.roll(5, 10) : 0);
    result.room.first_is_recto = seed % 4 < 2;
    return result;
}

Case large_case(int seed, int columns, bool floats) {
    Dice dice(static_cast<std::uint64_t>(seed));
    Shape shape;
    shape.paragraphs = 60 + dice.roll(0, 60);
    shape.longest = 12;
    shape.floats = shape.growing = floats;
    shape.changing_notes = seed % 2 == 1;
    Case result{random_flow(dice, shape, columns, seed % 2 == 0), {}};
    result.room = simple_room(dice.roll(28, 40), dice.roll(12, 28));
    return result;
}

} // namespace

TEST_CASE("the search finds what trying everything finds") {
    int compared = 0, pruned_equal = 0;
    for (int seed = 1; seed <= 300; ++seed) {
        auto const one = small_case(seed, false);
        SearchSettings all;
        all.tightness = seed % 5 == 0 ? 300 : 0;
        auto const least = PlainSearch(one.flow, one.room, all.tightness).run();
        if (least >= PlainSearch::no_way) continue;
        all.exhaustive = true;
        all.first = Relaxation::short_column;
        INFO("seed " << seed);
        REQUIRE(plan_galley(one.flow, one.room, all).cost == least);
        SearchSettings usual;
        usual.tightness = all.tightness;
        auto const pruned = plan_galley(one.flow, one.room, usual);
        REQUIRE(pruned.cost >= least);
        ++compared;
        pruned_equal += pruned.cost == least;
    }
    CHECK(compared > 250);
    CHECK(pruned_equal * 100 >= compared * 98); // pruning loses next to nothing
}

TEST_CASE("the search is never worse than first fit") {
    int better = 0;
    for (int seed = 1; seed <= 60; ++seed) {
        auto const one = large_case(seed, 1, false);
        auto const greedy = first_fit_cost(one.flow, one.room);
        if (greedy < 0) continue;
        INFO("seed " << seed);
        auto const searched = plan_galley(one.flow, one.room).cost;
        REQUIRE(searched <= greedy);
        better += searched < greedy;
    }
    CHECK(better > 40);
}

TEST_CASE("nothing is lost, doubled or out of order") {
    for (int seed = 1; seed <= 400; ++seed) {
        auto const one = small_case(seed, seed % 2 == 0);
        INFO("seed " << seed);
        REQUIRE(fault_of(plan_galley(one.flow, one.room), one.flow, one.room) == "");
    }
    for (int seed = 1; seed <= 45; ++seed) {
        auto const one = large_case(seed, 1 + seed % 3, true);
        INFO("large " << seed);
        REQUIRE(fault_of(plan_galley(one.flow, one.room), one.flow, one.room) == "");
    }
}

TEST_CASE("notes across the page begin on the page of their mark") {
    int with_notes = 0, late = 0, relaxed = 0;
    for (int seed = 1; seed <= 400; ++seed) {
        auto one = small_case(seed, seed % 2 == 0);
        one.room.notes_across = one.flow.columns > 1;
        INFO("seed " << seed);
        auto const plan = plan_galley(one.flow, one.room);
        REQUIRE(fault_of(plan, one.flow, one.room) == "");
        late += plan.relaxation >= Relaxation::late_notes;
        for (auto const& page : plan.pages) with_notes += !page.notes.empty();
    }
    CHECK(with_notes > 200);
    CHECK(late <= 2);
    for (int seed = 1; seed <= 30; ++seed) {
        auto one = large_case(seed, 2 + seed % 2, seed % 3 == 0);
        one.room.notes_across = true;
        INFO("large " << seed);
        auto const plan = plan_galley(one.flow, one.room);
        REQUIRE(fault_of(plan, one.flow, one.room) == "");
        CHECK(single_lines(plan, one.flow) == 0);
        relaxed += plan.relaxation > Relaxation::short_column;
    }
    CHECK(relaxed <= 2);
}

TEST_CASE("columns end level above notes across the page") {
    FlowBuilder builder;
    for (int index = 0; index < 12; ++index) builder.paragraph({{10, 0}}, {{3, 1}});
    auto const flow = builder.build(2, false);
    auto room = simple_room(40);
    room.notes_across = true;
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    auto const& page = plan.pages.front();
    REQUIRE(page.columns.size() == 2);
    CHECK(page.columns[0].text_lines == page.columns[1].text_lines);
    std::uint32_t rows = 0;
    for (auto const& note : page.notes) rows += note.end_row - note.first_row;
    CHECK(page.columns[0].text_lines + room.notes.lines_for(rows) == 40);
    CHECK(page.note_line == 40);
}

TEST_CASE("pages of ordinary text have no widow, orphan, stranded heading or hole") {
    for (int seed = 1; seed <= 45; ++seed) {
        auto const one = large_case(seed, 1 + seed % 3, false);
        auto const plan = plan_galley(one.flow, one.room);
        INFO("seed " << seed);
        CHECK(single_lines(plan, one.flow) == 0);
        CHECK(stranded_headings(plan, one.flow) == 0);
        // A foot may be short where boxes, headings and stiff paragraphs leave no choice, but never more than needs be.
        CHECK(plan.relaxation <= Relaxation::short_column);
        SearchSettings wide;
        wide.bound = 100'000;
        wide.width = 1000;
        wide.first = Relaxation::short_column;
        if (plan.relaxation == Relaxation::short_column) CHECK(plan.cost == plan_galley(one.flow, one.room, wide).cost);
    }
}

TEST_CASE("the last page's columns are level") {
    for (int lines = 3; lines <= 60; ++lines) {
        FlowBuilder builder;
        for (int left = lines; left > 0; left -= 10)
            builder.paragraph(std::min(left, 10) == 1 ? 2 : std::min(left, 10));
        auto const flow = builder.build(3);
        auto const plan = plan_galley(flow, simple_room(30));
        INFO("lines " << lines);
        REQUIRE(plan.pages.size() == 1);
        auto const& columns = plan.pages[0].columns;
        int high = 0, low = 1000;
        for (auto const& column : columns) {
            high = std::max(high, column.text_lines);
            low = std::min(low, column.text_lines);
        }
        if (lines >= 20) {
            CHECK(columns.size() == 3);
            CHECK(high - low <= 4); // paragraphs of ten lines do not break everywhere
        }
        for (std::size_t index = 1; index < columns.size(); ++index) {
            CHECK(columns[index].text_lines <= columns[index - 1].text_lines + 1);
        }
    }
}

TEST_CASE("an article that may be followed ends at the height of its longest column") {
    FlowBuilder builder;
    for (int index = 0; index < 4; ++index) builder.paragraph(6);
    auto const flow = builder.build(2);
    auto room = simple_room(40);
    room.may_be_followed = true;
    auto const plan = plan_galley(flow, room);
    REQUIRE(plan.pages.size() == 1);
    CHECK(plan.pages[0].end_line == 12);
    room.may_be_followed = false;
    CHECK(plan_galley(flow, room).pages[0].end_line == 40);
}

TEST_CASE("a long note is carried on and comes first in the next column") {
    auto const flow = FlowBuilder().paragraph({{20, 0}}, {{2, 30}}).paragraph(20).build();
    auto const room = simple_room(16);
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    REQUIRE(plan.pages.size() >= 2);
    auto const& first = plan.pages[0].columns[0];
    auto const& second = plan.pages[1].columns[0];
    REQUIRE(first.notes.size() == 1);
    REQUIRE(second.notes.size() >= 1);
    CHECK(first.notes[0].end_row >= 2);
    CHECK(second.notes[0].first_row == first.notes[0].end_row);
    CHECK(first.splits_note);
}

TEST_CASE("a float stands in the column of its reference or later, in order") {
    FlowBuilder builder;
    builder.paragraph(10).paragraph(10).add_float(6).paragraph(10).add_float(5).paragraph(10).paragraph(10);
    auto const flow = builder.build();
    auto const room = simple_room(24);
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> seen; // float, last element of its column
    for (auto const& page : plan.pages) {
        for (auto const& column : page.columns) {
            for (auto const& one : column.floats)
                seen.push_back({one.index, column.pieces.empty() ? 99 : column.pieces.back().element});
        }
    }
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].first == 0);
    CHECK(seen[0].second + 1 >= 2);
    CHECK(seen[1].second + 1 >= 3);
}

TEST_CASE("a note is set a row shorter where it would be split, and a row longer where the column is not full") {
    // Grid 12, pitch 9, 6 above the rule: 2 rows take 24 of 24, 3 rows take 33 of 36.
    FlowBuilder builder;
    builder.paragraph({{9, 0}}, {{2, 3}}).paragraph({{5, 0}}).paragraph({{9, 0}});
    builder.flow.note_changes[0].shorter = 100;
    auto const shorter = builder.build();
    auto const room = simple_room(16); // 14 lines of text and two of notes
    auto const plan = plan_galley(shorter, room);
    CHECK(fault_of(plan, shorter, room) == "");
    REQUIRE(plan.pages[0].columns[0].notes.size() == 1);
    CHECK(plan.pages[0].columns[0].notes[0].change == -1);
    CHECK(plan.pages[0].columns[0].notes[0].end_row == 2);
    CHECK(plan.pages[0].columns[0].short_lines == 0);

    FlowBuilder other;
    for (int index = 0; index < 4; ++index) index == 0 ? other.paragraph({{3, 0}}, {{0, 2}}) : other.paragraph(3);
    other.flow.note_changes[0].longer = 100;
    auto const longer = other.build();
    auto const narrow = simple_room(12); // nine lines and two of notes leave one
    auto const filled = plan_galley(longer, narrow);
    CHECK(fault_of(filled, longer, narrow) == "");
    CHECK(filled.pages[0].columns[0].notes[0].change == 1);
    CHECK(filled.pages[0].columns[0].short_lines == 0);
}

TEST_CASE("a float grows where its column would not be full") {
    FlowBuilder builder;
    for (int index = 0; index < 5; ++index) builder.paragraph(3); // breaks nowhere
    builder.add_float(5, FloatPlace::anywhere, false, 3);
    builder.flow.column_floats[0].before = 0;
    auto const flow = builder.build();
    auto const room = simple_room(13); // two paragraphs and the float leave two lines
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    REQUIRE(plan.pages.size() == 2);
    auto const& column = plan.pages[0].columns[0];
    REQUIRE(column.floats.size() == 1);
    CHECK(column.floats[0].grown == 2);
    CHECK(column.floats[0].lines == 7);
    CHECK(column.short_lines == 0);
    CHECK(column.relaxation == Relaxation::none);
    CHECK(column.first_line + column.text_lines == 13);
}

TEST_CASE("a float at an article's end grows only if that fills the column") {
    for (int const lines : {6, 8}) {
        FlowBuilder builder;
        builder.paragraph(lines).add_float(5, FloatPlace::anywhere, false, 3);
        auto const flow = builder.build();
        auto room = simple_room(16);
        auto const plan = plan_galley(flow, room);
        CHECK(fault_of(plan, flow, room) == "");
        CHECK(plan.pages[0].columns[0].floats[0].grown == (lines == 8 ? 3 : 0));
        room.may_be_followed = true; // the room below is the next article's
        CHECK(plan_galley(flow, room).pages[0].columns[0].floats[0].grown == 0);
    }
}

TEST_CASE("a float across the page grows where all columns miss lines, and below an end") {
    FlowBuilder builder;
    for (int index = 0; index < 6; ++index) builder.paragraph(3);
    builder.add_float(5, FloatPlace::anywhere, true, 3);
    builder.flow.page_floats[0].before = 0;
    auto const flow = builder.build(2, false);
    auto const room = simple_room(13);
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    REQUIRE(plan.pages[0].floats.size() == 1);
    CHECK(plan.pages[0].floats[0].grown == 2);
    CHECK(plan.pages[0].columns[0].short_lines == 0);

    FlowBuilder ending;
    for (int index = 0; index < 2; ++index) ending.paragraph(6);
    ending.add_float(8, FloatPlace::anywhere, true, 2);
    ending.flow.page_floats[0].free = true;
    auto const last = ending.build(2);
    auto const end = plan_galley(last, simple_room(16));
    CHECK(fault_of(end, last, simple_room(16)) == "");
    REQUIRE(end.pages[0].floats.size() == 1);
    CHECK(end.pages[0].floats[0].grown == 2);
    CHECK(end.pages[0].floats[0].at_line == 6);
}

TEST_CASE("balanced columns end level because a float grows") {
    FlowBuilder builder;
    for (int index = 0; index < 4; ++index) builder.paragraph(3);
    builder.add_float(5, FloatPlace::anywhere, false, 2);
    builder.flow.column_floats[0].before = 0;
    auto const flow = builder.build(2);
    auto const room = simple_room(40);
    auto const plan = plan_galley(flow, room);
    CHECK(fault_of(plan, flow, room) == "");
    REQUIRE(plan.pages[0].columns.size() == 2);
    auto const& left = plan.pages[0].columns[0];
    auto const& right = plan.pages[0].columns[1];
    CHECK(left.first_line + left.text_lines == right.first_line + right.text_lines);
}

TEST_CASE("a float that asks for its own page gets one") {
    auto const flow =
        FlowBuilder().paragraph(20).add_float(24, FloatPlace::own_page).paragraph(20).paragraph(20).build();
    auto const plan = plan_galley(flow, simple_room(24));
    int own = 0;
    for (auto const& page : plan.pages) {
        for (auto const& one : page.floats) {
            ++own;
            CHECK(one.where == PlannedFloat::Where::own_page);
            CHECK(page.columns.empty());
        }
    }
    CHECK(own == 1);
}

TEST_CASE("a free insert that finds no place goes on to the next article") {
    FlowBuilder builder;
    builder.paragraph(20).add_float(15);
    builder.flow.column_floats[0].free = true;
    auto const flow = builder.build();
    auto room = simple_room(24);
    room.may_pass_floats = true;
    auto const plan = plan_galley(flow, room);
    CHECK(plan.pages.size() == 1);
    CHECK(plan.passed_on.size() == 1);
    room.may_pass_floats = false;
    auto const kept = plan_galley(flow, room);
    CHECK(kept.passed_on.empty());
    CHECK(fault_of(kept, flow, room) == "");
}

TEST_CASE("what cannot be set by the rules is set all the same") {
    auto const tall_box = FlowBuilder().paragraph(3).box(30).paragraph(3).build();
    auto const room = simple_room(12);
    auto const plan = plan_galley(tall_box, room);
    CHECK(fault_of(plan, tall_box, room) == "");
    CHECK(plan.relaxation == Relaxation::overfull);

    auto const headings =
        FlowBuilder().heading().heading().heading().heading().heading().heading().paragraph(2).build();
    auto const narrow = simple_room(4);
    auto const stacked = plan_galley(headings, narrow);
    CHECK(fault_of(stacked, headings, narrow) == "");
    CHECK(stacked.relaxation >= Relaxation::broken_keeps);

    auto const notes = FlowBuilder().paragraph({{4, 0}}, {{0, 9}, {0, 9}, {1, 9}, {2, 9}}).paragraph(5).build(2);
    auto const crowded = plan_galley(notes, room);
    CHECK(fault_of(crowded, notes, room) == "");
}

TEST_CASE("paragraphs are set shorter when each line is dear") {
    FlowBuilder builder;
    for (int index = 0; index < 9; ++index) builder.paragraph({{4, 4000}, {5, 0}});
    auto const flow = builder.build();
    auto const room = simple_room(20);
    auto const liked = plan_galley(flow, room);
    CHECK(liked.pages.size() == 3);
    SearchSettings tight;
    tight.tightness = 10'000;
    auto const saved = plan_galley(flow, room, tight);
    CHECK(fault_of(saved, flow, room) == "");
    CHECK(saved.pages.size() == 2);
}

TEST_CASE("an empty galley has one page") {
    auto const flow = FlowBuilder().build();
    auto const plan = plan_galley(flow, simple_room(24, 3));
    REQUIRE(plan.pages.size() == 1);
    CHECK(plan.pages[0].begins);
    CHECK(plan.pages[0].ends);
    CHECK(plan.cost == 0);
}

TEST_CASE("facing pages end level when a variant can do it") {
    // Two pages of 20 lines; the first heading would leave the right one a line short.
    FlowBuilder builder;
    for (int index = 0; index < 12; ++index) builder.paragraph({{9, 0}, {10, 30}});
    auto const flow = builder.build();
    auto room = simple_room(20);
    room.first_is_recto = false;
    auto const plan = plan_galley(flow, room);
    for (std::size_t index = 0; index + 1 < plan.pages.size(); ++index)
        CHECK(plan.pages[index].columns[0].short_lines == 0);
}

TEST_CASE("a paragraph of two hundred thousand lines is set like any other") {
    for (int columns = 1; columns <= 2; ++columns) {
        auto const flow = FlowBuilder().paragraph({{200'000, 0}, {200'001, 40}}, {{150'000, 70'000}}).build(columns);
        auto const room = simple_room(40);
        auto const plan = plan_galley(flow, room);
        CHECK(fault_of(plan, flow, room) == "");
        CHECK(single_lines(plan, flow) == 0);
    }
}
