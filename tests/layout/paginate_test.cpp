// Whole documents of boxes, which need no fonts.

#include "layout/page_labels.hpp"
#include "layout/page_report.hpp"
#include "layout/paginate.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace quoin;
using namespace quoin::layout;

namespace {

/// 20 grid lines of 10 pt, one column of 100 pt.
style::Print small_print() {
    style::Print print;
    print.page.width = Length::points(140);
    print.page.height = Length::points(240);
    print.page.inner = print.page.outer = print.page.head = print.page.foot = Length::points(20);
    print.page.columns = 1;
    print.page.gutter = Length::points(10);
    print.page.grid = Length::points(10);
    print.type[style::TypeRole::body].size = Length::points(8);
    print.type[style::TypeRole::note].size = Length::points(6);
    print.type[style::TypeRole::note].leading = Length::points(8);
    return print;
}

Element box_of(int lines) {
    Element element;
    FlowBox box;
    box.box.width = Length::points(100);
    box.box.height = Length::points(10) * lines;
    element.kind = box;
    return element;
}

Galley galley_of(int lines, GalleyStart::Kind start = GalleyStart::Kind::page, int columns = 1) {
    Galley galley;
    galley.start.kind = start;
    galley.columns = columns;
    for (int line = 0; line < lines; ++line) galley.elements.push_back(box_of(1));
    return galley;
}

Float float_of(int lines, std::size_t before) {
    Float one;
    one.box.width = Length::points(100);
    one.box.height = Length::points(10) * lines - Length::points(8);
    one.before = before;
    return one;
}

Pagination pages_of(std::vector<Galley> galleys, style::Print const& print, bool cover = false) {
    Composition composition;
    composition.galleys = std::move(galleys);
    return paginate(composition, {print, cover, {}});
}

/// One character a page: the number of its first galley, '-' for a blank one; '+' before pages with several galleys.
std::string shape_of(Pagination const& pagination) {
    std::string shape;
    for (auto const& page : pagination.pages) {
        if (page.regions.size() > 1) shape += '+';
        shape += page.blank ? '-' : static_cast<char>('0' + page.regions.front().galley);
    }
    return shape;
}

} // namespace

TEST_CASE("galleys begin on the next page or on the next right-hand one") {
    auto const print = small_print();
    auto const recto = GalleyStart::Kind::recto;
    CHECK(shape_of(pages_of({galley_of(10), galley_of(30), galley_of(5)}, print)) == "0112");
    CHECK(shape_of(pages_of({galley_of(10), galley_of(30, recto), galley_of(5, recto)}, print)) == "0-112");
    CHECK(shape_of(pages_of({galley_of(10, recto), galley_of(5)}, print, true)) == "-01"); // the cover is page 1
}

TEST_CASE("an article runs on where enough of the page is left") {
    auto const print = small_print();
    auto const run_on = GalleyStart::Kind::run_on;
    auto const short_one = pages_of({galley_of(6), galley_of(20, run_on)}, print);
    REQUIRE(shape_of(short_one) == "+01");
    auto const& second = short_one.pages[0].regions[1];
    CHECK(second.runs_on);
    CHECK(second.opening_line == 8); // six lines and two of white
    CHECK(second.columns[0].first_line == 8);
    CHECK(second.columns[0].text_lines == 12);
    CHECK(shape_of(pages_of({galley_of(12), galley_of(20, run_on)}, print)) == "01"); // 6 of 20 lines are no third
}

TEST_CASE("as many short articles as there are columns stand beside each other") {
    auto print = small_print();
    print.page.columns = 2;
    print.opening.side_by_side = true;
    auto const short_one = [](int lines, int opening) {
        auto galley = galley_of(lines, GalleyStart::Kind::page, 2);
        galley.opening = galley.opening_beside = Box{};
        galley.opening->height = Length::points(10) * 5;
        galley.opening_beside->height = Length::points(10) * opening;
        return galley;
    };
    auto const pages = pages_of({short_one(10, 3), short_one(12, 2), short_one(9, 3), short_one(30, 2)}, print);
    REQUIRE(shape_of(pages) == "+023"); // the last one is too long for a column: the third stands alone
    auto const& regions = pages.pages[0].regions;
    CHECK(regions[0].first_column == 0);
    CHECK(regions[1].first_column == 1);
    CHECK(regions[1].is_beside);
    CHECK(regions[0].columns.size() == 1);
    CHECK(regions[0].columns[0].first_line == 3);
    CHECK(regions[1].columns[0].first_line == 2);
    CHECK(regions[0].end_line == regions[1].end_line);
    CHECK_FALSE(pages.pages[1].regions[0].is_beside);

    // One that is less than half as long as its neighbour would leave a hole.
    CHECK(shape_of(pages_of({short_one(2, 2), short_one(17, 2)}, print)) == "01");
    print.opening.side_by_side = false;
    CHECK(shape_of(pages_of({short_one(10, 3), short_one(12, 2)}, print)) == "01");
}

TEST_CASE("columns above a running-on article are level") {
    auto const print = small_print();
    auto const pages =
        pages_of({galley_of(12, GalleyStart::Kind::page, 2), galley_of(40, GalleyStart::Kind::run_on, 2)}, print);
    REQUIRE(pages.pages[0].regions.size() == 2);
    auto const& first = pages.pages[0].regions[0];
    REQUIRE(first.columns.size() == 2);
    CHECK(first.columns[0].text_lines == 6);
    CHECK(first.columns[1].text_lines == 6);
    CHECK(first.end_line == 6);
}

TEST_CASE("blank pages fill up the count the layout asks for") {
    auto print = small_print();
    print.pages.multiple = 4;
    CHECK(shape_of(pages_of({galley_of(30)}, print)) == "00--");
    CHECK(shape_of(pages_of({galley_of(30)}, print, true)) == "00"); // and two of the cover
    auto imprint = galley_of(3);
    imprint.stays_last = true;
    CHECK(shape_of(pages_of({galley_of(30), imprint}, print)) == "00-1");
    print.pages.multiple = 1;
    print.pages.exact = 3;
    CHECK(shape_of(pages_of({galley_of(30)}, print)) == "00-");
}

TEST_CASE("an imprint stands below the last text where there is room for it") {
    auto const print = small_print();
    Galley imprint;
    imprint.stays_last = true;
    imprint.floats.push_back(float_of(4, 0));
    imprint.floats.back().place = FloatPlace::bottom;
    auto const roomy = pages_of({galley_of(30), imprint}, print);
    REQUIRE(shape_of(roomy) == "00");
    auto const& column = roomy.pages[1].regions[0].columns[0];
    REQUIRE(column.floats.size() == 1);
    CHECK(column.floats[0].galley == 1);
    CHECK(column.floats[0].at_line + column.floats[0].lines == 20);
    CHECK(shape_of(pages_of({galley_of(38), imprint}, print)) == "001");
}

TEST_CASE("the columns of a last page end level, a float on one of them counted in") {
    auto const print = small_print();
    auto article = galley_of(10, GalleyStart::Kind::page, 2);
    article.floats.push_back(float_of(6, 2));
    auto const pages = pages_of({article}, print);
    REQUIRE(shape_of(pages) == "0");
    auto const& columns = pages.pages[0].regions[0].columns;
    REQUIRE(columns.size() == 2);
    CHECK(columns[0].text_lines + columns[1].text_lines == 10);
    int heights[2] = {};
    for (int i = 0; i < 2; ++i) {
        heights[i] = columns[static_cast<std::size_t>(i)].text_lines;
        for (auto const& one : columns[static_cast<std::size_t>(i)].floats) {
            CHECK(one.where == PlannedFloat::Where::top);
            heights[i] += one.lines;
        }
    }
    CHECK(heights[0] == heights[1]);
}

TEST_CASE("a page count that cannot be had is reported") {
    auto print = small_print();
    print.pages.exact = 1;
    Composition composition;
    composition.galleys = {galley_of(30)};
    auto const pagination = paginate(composition, {print, false, {}});
    CHECK(pagination.pages.size() == 2);
    Diagnostics diagnostics;
    report_pages(composition, pagination, page_labels(composition, pagination, 0), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::page_relaxed);
    CHECK(diagnostics.all()[0].message == "the layout asks for 1 pages, but the text takes 2");
}

TEST_CASE("an optional insert is left out when that brings the pages to the count") {
    auto print = small_print();
    auto article = galley_of(36);
    for (std::uint32_t serial : {7u, 8u}) {
        article.floats.push_back(float_of(4, 10));
        article.floats.back().serial = serial;
        article.floats.back().optional = true;
    }
    article.floats.push_back(float_of(4, 10));
    Composition composition;
    composition.galleys = {article};
    CHECK(paginate(composition, {print, false, {}}).pages.size() == 3);

    print.pages.exact = 2;
    auto const fitted = paginate(composition, {print, false, {}});
    CHECK(fitted.pages.size() == 2);
    CHECK(fitted.wished_pages == 0);
    CHECK(fitted.fit.count == 3);
    CHECK(fitted.fit.is_reached);
    CHECK(fitted.fit.left_out == std::vector<std::uint32_t>{7, 8});
    Diagnostics diagnostics;
    report_pages(composition, fitted, page_labels(composition, fitted, 0), diagnostics);
    REQUIRE(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[0].code == Code::page_count);
    CHECK(diagnostics.all()[0].message == "2 pages instead of 3: 2 inserts left out");

    composition.galleys[0].elements.resize(32); // one of them has room now
    auto const kept = paginate(composition, {print, false, {}});
    CHECK(kept.pages.size() == 2);
    CHECK(kept.fit.left_out.size() == 1);
}

TEST_CASE("a sheet begun for little is told when it cannot be saved") {
    auto print = small_print();
    print.pages.multiple = 4;
    Composition composition;
    composition.galleys = {galley_of(82)};
    auto const pagination = paginate(composition, {print, false, {}});
    CHECK(pagination.pages.size() == 8);
    CHECK(pagination.fit.wanted == 4);
    CHECK_FALSE(pagination.fit.is_reached);
    CHECK(pagination.fit.nearest_lines == 2);
    Diagnostics diagnostics;
    report_pages(composition, pagination, page_labels(composition, pagination, 0), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::page_count);

    composition.galleys = {galley_of(102)}; // two pages of a sheet of four: as good as any other
    CHECK(paginate(composition, {print, false, {}}).fit.wanted == 0);
}

TEST_CASE("what is taller than a page is set and reported") {
    auto const print = small_print();
    Composition composition;
    composition.galleys = {galley_of(4)};
    composition.galleys[0].floats.push_back(float_of(26, 2));
    composition.galleys[0].elements.push_back(box_of(25));
    auto const pagination = paginate(composition, {print, false, {}});
    Diagnostics diagnostics;
    report_pages(composition, pagination, page_labels(composition, pagination, 0), diagnostics);
    std::vector<Code> codes;
    for (auto const& one : diagnostics.all()) codes.push_back(one.code);
    CHECK(std::count(codes.begin(), codes.end(), Code::insert_too_tall) == 1);
    CHECK(std::count(codes.begin(), codes.end(), Code::page_relaxed) >= 1);
}

TEST_CASE("a free insert fills the hole at an article's end or goes on") {
    auto const print = small_print();
    auto first = galley_of(8);
    first.floats.push_back(float_of(9, 8));
    first.floats[0].free = true;
    auto const filled = pages_of({first, galley_of(30)}, print);
    CHECK(shape_of(filled) == "011");
    REQUIRE(filled.pages[0].regions[0].columns[0].floats.size() == 1);
    CHECK(filled.pages[0].regions[0].columns[0].floats[0].where == PlannedFloat::Where::bottom);

    auto full = galley_of(16);
    full.floats = first.floats;
    full.floats[0].before = 16;
    auto const moved = pages_of({full, galley_of(30)}, print);
    CHECK(shape_of(moved).substr(0, 2) == "01");
    std::size_t found = 0;
    for (std::size_t page = 1; page < moved.pages.size(); ++page) {
        for (auto const& column : moved.pages[page].regions[0].columns) {
            for (auto const& one : column.floats) {
                CHECK(one.galley == 0);
                ++found;
            }
        }
    }
    CHECK(found == 1);
}

TEST_CASE("of several free inserts those that fill the end best stand there") {
    auto const print = small_print();
    auto first = galley_of(8);
    for (int const lines : {9, 7, 5}) {
        first.floats.push_back(float_of(lines, 8));
        first.floats.back().free = true;
    }
    auto const pages = pages_of({first, galley_of(30)}, print);
    auto const& column = pages.pages[0].regions[0].columns[0];
    REQUIRE(column.floats.size() == 2); // seven and five lines fill the twelve; nine would leave three empty
    CHECK(column.floats[0].index == 1);
    CHECK(column.floats[1].index == 2);
    std::size_t later = 0;
    for (std::size_t page = 1; page < pages.pages.size(); ++page) {
        for (auto const& one : pages.pages[page].regions[0].columns[0].floats) {
            CHECK(one.index == 0);
            ++later;
        }
    }
    CHECK(later == 1);
}

TEST_CASE("the front matter has roman figures, and page 1 is a right-hand page") {
    auto const print = small_print();
    auto front = galley_of(5);
    front.roman = true;
    Composition composition;
    composition.galleys = {front, front, front, galley_of(30)};
    auto const pagination = paginate(composition, {print, false, {}});
    CHECK(shape_of(pagination) == "012-33");
    CHECK(page_labels(composition, pagination, 0) == std::vector<std::string>{"i", "ii", "iii", "iv", "1", "2"});
    CHECK(pagination.pages[4].recto);
}

TEST_CASE("roman figures") {
    CHECK(roman_number(1) == "i");
    CHECK(roman_number(4) == "iv");
    CHECK(roman_number(19) == "xix");
    CHECK(roman_number(1944) == "mcmxliv");
    CHECK(roman_number(0) == "0");
}

TEST_CASE("page numbers are told again until they are true") {
    Diagnostics diagnostics;
    int rounds = 0;
    settle_numbers(
        [&](PageNumbers const& told) -> std::optional<PageNumbers> {
            ++rounds;
            return PageNumbers{{"storm", told.empty() ? "9" : "10"}};
        },
        diagnostics);
    CHECK(rounds == 3);
    CHECK(diagnostics.all().empty());
}

TEST_CASE("page numbers that never settle are named") {
    Diagnostics diagnostics;
    int rounds = 0;
    settle_numbers(
        [&](PageNumbers const&) -> std::optional<PageNumbers> {
            return PageNumbers{{"calm", "3"}, {"storm", ++rounds % 2 == 0 ? "9" : "10"}};
        },
        diagnostics);
    CHECK(rounds == 4);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::page_numbers_unstable);
    CHECK(diagnostics.all()[0].message == "page numbers did not settle in 4 rounds: storm");
}

TEST_CASE("a note area stands in whole grid lines with its white above") {
    auto const measure = note_measure(small_print());
    CHECK(measure.pitch == Length::points(8));
    CHECK(measure.lines_for(0) == 0);
    for (std::uint32_t rows = 1; rows < 20; ++rows) {
        auto const lines = measure.lines_for(rows);
        CHECK(measure.rows_in(lines) >= rows);
        CHECK(measure.rows_in(lines - 1) < rows);
    }
}
