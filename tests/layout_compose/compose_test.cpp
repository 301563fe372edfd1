#include "layout/compose.hpp"

#include "layout/compose_box.hpp"
#include "layout/opening.hpp"
#include "layout_compose/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::layout;
using sample::Publication;

namespace {

FlowParagraph const& paragraph_of(Composition const& made, std::size_t element, std::size_t galley = 0) {
    return std::get<FlowParagraph>(made.galleys.at(galley).elements.at(element).kind);
}

page::TagRole role(Composition const& made, page::TagId tag) {
    return made.tags.nodes[static_cast<std::size_t>(tag)].role;
}

} // namespace

TEST_CASE("Only paragraphs after paragraphs are indented") {
    Publication publication;
    publication.add_article("a", {sample::paragraph("First."), sample::paragraph("Second."),
                                  sample::block(model::Heading{2, sample::text("Head"), "", {}}),
                                  sample::paragraph("Third.")});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys.size() == 1);
    CHECK(paragraph_of(made, 0).text->shape().first_indent == Length{});
    CHECK(paragraph_of(made, 1).text->shape().first_indent == Length::points(10));
    CHECK(paragraph_of(made, 3).text->shape().first_indent == Length{});
    Element const& head = made.galleys[0].elements[2];
    CHECK(head.keep_with_next);
    CHECK(head.heading == "Head");
    CHECK(role(made, paragraph_of(made, 2).tag) == page::TagRole::Heading2);
    CHECK(made.outline.back().title == "Head");
    CHECK(made.outline.back().depth == 1);
}

TEST_CASE("White around a heading is whole lines in sum") {
    style::TypeStyle type;
    type.space_before = Length::from_points(19.5);
    type.space_after = Length::from_points(6.5);
    Spaces const spaces = spaces_of(type, Length::points(13));
    CHECK(spaces.above == 1);
    CHECK(spaces.below == 1);
    CHECK(spaces.shift == Length::from_points(6.5));
}

TEST_CASE("A thesis keeps its number, and all numbers that count on share a width") {
    Publication publication;
    auto const list = [](int first, int last) {
        model::List made;
        made.kind = model::ListKind::numbered;
        for (int n = first; n <= last; ++n)
            made.items.push_back(
                sample::item(std::to_string(n) + ".", n,
                             {sample::paragraph(sample::words("thesis" + std::to_string(n) + "x", 30))}));
        return sample::block(std::move(made));
    };
    publication.add_article(
        "a", {list(98, 99), sample::block(model::Heading{2, sample::text("Head"), "", {}}), list(100, 101)});
    publication.prepare();
    Composition const made = publication.compose();
    CHECK(paragraph_of(made, 0).left == paragraph_of(made, 3).left);
    REQUIRE(paragraph_of(made, 0).label.size() == 1);
    page::Item const& two_digits = paragraph_of(made, 0).label.front();
    page::Item const& three_digits = paragraph_of(made, 3).label.front();
    auto const end_of = [](page::Item const& item) { return item.at.x + std::get<page::GlyphRun>(item.kind).width; };
    CHECK(std::get<page::GlyphRun>(three_digits.kind).text == "100.");
    Length const apart = end_of(two_digits) - end_of(three_digits);
    CHECK(std::abs(apart.in_points()) < 0.01); // glyph by glyph and in one sum are rounded apart
    CHECK(three_digits.at.x + paragraph_of(made, 3).left >= Length{});
    CHECK(role(made, two_digits.tag) == page::TagRole::Label);
}

TEST_CASE("Lettered items belong to their thesis and hang deeper") {
    Publication publication;
    model::List letters;
    letters.kind = model::ListKind::numbered;
    letters.items = {sample::item("a)", 1, {sample::paragraph("Lettered.")})};
    model::List theses;
    theses.kind = model::ListKind::numbered;
    theses.items = {sample::item("12.", 12, {sample::paragraph("Thesis."), sample::block(std::move(letters))})};
    publication.add_article("a", {sample::block(std::move(theses))});
    publication.prepare();
    Composition const made = publication.compose();
    CHECK(paragraph_of(made, 1).left > paragraph_of(made, 0).left);
    CHECK(sample::runs_of(paragraph_of(made, 1).label) == "a)");
}

TEST_CASE("An attribution stands at the right, behind a dash, with the quotation") {
    Publication publication;
    publication.layout.print.type[style::TypeRole::attribution].align = style::TextAlign::right;
    publication.add_article("a",
                            {sample::block(model::Quote{{sample::paragraph("Quoted.")}, sample::text("V. Author")})});
    publication.prepare();
    Composition const made = publication.compose();
    CHECK(made.galleys[0].elements[0].keep_with_next);
    CHECK(paragraph_of(made, 1).text->text().text == "\xE2\x80\x94\xC2\xA0V. Author");
    CHECK(paragraph_of(made, 1).text->shape().align == style::TextAlign::right);
}

TEST_CASE("Verse keeps its lines and stands in the middle by its longest one") {
    Publication publication;
    model::Verse verse{
        {{{sample::text("Short"), 0}, {sample::text("A longer line"), 2}}, {{sample::text("Second stanza"), 0}}}};
    publication.add_article("a", {sample::block(std::move(verse))});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys[0].elements.size() == 3);
    CHECK(paragraph_of(made, 0).left > Length{});
    CHECK(paragraph_of(made, 0).left == paragraph_of(made, 2).left);
    CHECK(paragraph_of(made, 1).text->shape().first_indent > Length{});
    CHECK(paragraph_of(made, 1).text->shape().hang > paragraph_of(made, 1).text->shape().first_indent);
    CHECK(made.galleys[0].elements[0].keep_with_next);
    CHECK(made.galleys[0].elements[2].space_above == 1);
    CHECK(made.galleys[0].elements[1].plain_begin == 6);
}

TEST_CASE("A table's rows are boxes of whole lines; the head comes again, silently") {
    Publication publication;
    model::Table table;
    table.columns = {model::Alignment::left, model::Alignment::right};
    table.head = {{{sample::text("Name"), 1, 1, {}}, {sample::text("Size"), 1, 1, {}}}};
    for (int i = 0; i < 4; ++i)
        table.body.push_back({{sample::text("row" + std::to_string(i)), 1, 1, {}}, {sample::text("7"), 1, 1, {}}});
    publication.add_article("a", {sample::block(std::move(table))});
    publication.prepare();
    Composition const made = publication.compose();
    auto const& elements = made.galleys[0].elements;
    REQUIRE(elements.size() == 5);
    Length const grid = publication.layout.print.page.grid;
    for (Element const& element : elements) CHECK(std::get<FlowBox>(element.kind).box.height.units % grid.units == 0);
    CHECK(elements[0].keep_with_next);
    auto const& third = std::get<FlowBox>(elements[3].kind);
    REQUIRE(third.head_when_first);
    CHECK(sample::runs_of(third.head_when_first->items) == "Name|Size");
    for (page::Item const& item : third.head_when_first->items) CHECK(item.tag == page::TagId::artifact);
    CHECK(elements[2].plain_begin == 8 + 5);
}

TEST_CASE("A table that no column holds floats over the page") {
    Publication publication;
    model::Table table;
    model::TableRow row;
    for (int i = 0; i < 8; ++i) {
        table.columns.push_back(model::Alignment::none);
        row.push_back({sample::text("unbreakableword" + std::to_string(i)), 1, 1, {}});
    }
    table.body = {row};
    publication.add_article("a", {sample::paragraph("Before."), sample::block(std::move(table))});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys[0].floats.size() == 1);
    CHECK(made.galleys[0].floats[0].span == FloatSpan::page);
    CHECK(made.galleys[0].floats[0].before == 1);
}

TEST_CASE("A picture that cannot be read is reported, and its caption stands") {
    Publication publication;
    publication.document.assets.push_back({"images/none.png", "images/none.png", {}});
    model::Figure figure;
    figure.caption = sample::text("Captioned");
    publication.add_article("a", {sample::block(figure)});
    publication.prepare();
    Composition const made = publication.compose();
    CHECK(made.diagnostics.count(Severity::error) == 1);
    CHECK(sample::count_word(sample::printed(made), "Captioned") == 1);
}

TEST_CASE("Figures float when they are large and stand in the text when they are small") {
    std::string const tall =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="200" viewBox="0 0 100 200"><rect width="9" height="9"/></svg>)";
    std::string const flat =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" viewBox="0 0 400 40"><rect width="9" height="9"/></svg>)";
    Publication publication({{"tall.svg", tall}, {"flat.svg", flat}});
    publication.document.assets = {{"tall.svg", "tall.svg", {}}, {"flat.svg", "flat.svg", {}}};
    model::Figure first, second;
    first.alt = "A tower";
    second.asset = static_cast<model::AssetId>(1);
    publication.add_article("a", {sample::block(first), sample::block(second)});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys[0].floats.size() == 1);
    REQUIRE(made.galleys[0].elements.size() == 1);
    CHECK(made.images.size() == 2);
    Box const& box = made.galleys[0].floats[0].box;
    CHECK(made.tags.nodes[static_cast<std::size_t>(box.items[0].tag)].alternative == "A tower");
    CHECK(box.height <= publication.layout.print.page.grid * text_lines(publication.layout.print.page));
}

TEST_CASE("An insert is read after the text, floats from its place, and is never cut") {
    Publication publication;
    model::Insert insert;
    insert.title = sample::text("Books");
    for (int i = 0; i < 60; ++i)
        insert.content.push_back(sample::paragraph(sample::words("insert" + std::to_string(i) + "x", 40)));
    publication.add_article("a", {sample::paragraph("Before the insert the sentence"), sample::block(insert),
                                  sample::paragraph("goes on.")});
    publication.prepare();
    Composition const made = publication.compose();
    auto const& floats = made.galleys[0].floats;
    REQUIRE(floats.size() >= 2);
    for (Float const& each : floats) {
        CHECK(each.before == 1);
        CHECK(each.box.height <= publication.layout.print.page.grid * text_lines(publication.layout.print.page));
    }
    int too_tall = 0;
    for (Diagnostic const& each : made.diagnostics.all()) too_tall += each.code == Code::insert_too_tall ? 1 : 0;
    CHECK(too_tall == 1);
    std::string const all = sample::printed(made);
    for (int i = 0; i < 60; ++i) CHECK(sample::count_word(all, "insert" + std::to_string(i) + "x40") == 1);
    CHECK(paragraph_of(made, 1).text->shape().first_indent == Length{}); // the sentence goes on
    CHECK(role(made, paragraph_of(made, 1).tag) == page::TagRole::Paragraph);
}

TEST_CASE("An advertisement that is to fill half a page is set larger than a sidebar") {
    Publication publication;
    model::Insert small, half;
    small.content = {sample::paragraph("Few words.")};
    half = small;
    half.size = "half";
    publication.add_article("a", {sample::block(small), sample::block(half)});
    publication.prepare();
    Composition const made = publication.compose();
    auto const size_in = [&](std::size_t index) {
        for (page::Item const& item : made.galleys[0].floats.at(index).box.items) {
            if (auto const* run = std::get_if<page::GlyphRun>(&item.kind)) return run->size;
        }
        return Length{};
    };
    CHECK(size_in(1) > size_in(0));
    CHECK(made.galleys[0].floats[1].span == FloatSpan::page);
}

TEST_CASE("An insert between articles belongs to the galley before it") {
    Publication publication;
    publication.add_article("a", {sample::paragraph("One.")});
    model::Insert insert;
    insert.content = {sample::paragraph("Advertised.")};
    publication.document.entries.push_back({insert, {}, 0});
    publication.add_article("b", {sample::paragraph("Two.")});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys.size() == 2);
    REQUIRE(made.galleys[0].floats.size() == 1);
    CHECK(made.galleys[0].floats[0].before == made.galleys[0].elements.size());
    CHECK(made.galleys[1].floats.empty());
}

TEST_CASE("Chapter numbers stand on a line of their own") {
    auto const split = [](std::string const& title) {
        ChapterTitle const made = split_chapter_title(sample::text(title));
        return made.number + "/" + model::plain_text(made.title);
    };
    CHECK(split("I. The Extent of the Empire") == "I/The Extent of the Empire");
    CHECK(split("Chapter IV: The Storm") == "Chapter IV/The Storm");
    CHECK(split("12. December") == "12/December");
    CHECK(split("1848 in Vienna") == "/1848 in Vienna");
    CHECK(split("I Remember") == "/I Remember");
    CHECK(split("Chapter 4") == "/Chapter 4");
    CHECK(split("Mixed. And so on") == "/Mixed. And so on");
}

TEST_CASE("Openings are whole lines, and at least as deep as the layout says") {
    Publication publication;
    publication.layout.print.opening.start = style::ArticleStart::run_on;
    publication.add_article("a", {sample::paragraph("Text.")}).byline = "By one";
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys[0].opening);
    REQUIRE(made.galleys[0].opening_run_on);
    Length const grid = publication.layout.print.page.grid;
    CHECK(made.galleys[0].opening->height == grid * 12);
    CHECK(made.galleys[0].opening_run_on->height < grid * 12);
    CHECK(made.galleys[0].opening_run_on->height.units % grid.units == 0);
    CHECK(sample::runs_of(made.galleys[0].opening->items) == "Title-a|By one");
}

TEST_CASE("Columns of a box are balanced and rows kept together stay so") {
    std::vector<Row> rows(7);
    for (Row& row : rows) row.height = Length::points(10);
    rows[3].keep_with_next = true;
    CHECK(balanced_height(rows, 2) > Length::points(39));
    CHECK(fitting_end(rows, 0, Length::points(40)) == 3);
    CHECK(fitting_end(rows, 0, Length::points(50)) == 5);
    CHECK(fitting_end(rows, 3, Length::points(1)) == 4); // never stuck
}
