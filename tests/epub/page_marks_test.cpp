#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

std::string break_at(std::string const& label) {
    return R"(<span epub:type="pagebreak" role="doc-pagebreak" id="page-)" + label + R"(" aria-label=")" + label +
           R"("></span>)";
}

} // namespace

// Serials: the article 1, its blocks 2, 3, …
TEST_CASE("a page begins in the middle of a paragraph or a stressed passage, and before a word that goes over it") {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    Inlines row = words("He swore ");
    row.push_back(Inline{Emphasis{words("it was")}, {}});
    row.push_back(Inline{Text{" a cömet."}, {}});
    article.body.push_back(block(Paragraph{row, {}}));
    book.page_marks = {{{2, 3}, "12"}, {{2, 12}, "13"}, {{2, 20}, "14"}};
    auto const built = book.build();
    std::string const& text = built.file("text/storm.xhtml");
    CHECK(count(text, "He " + break_at("12") + "swore <em>it " + break_at("13") + "was</em>") == 1);
    CHECK(count(text, " a " + break_at("14") + "cömet.") == 1);
    CHECK(built.page_marks == 3);
}

TEST_CASE("the page list, the NCX and the metadata tell of the markers") {
    SampleBook book;
    book.article("storm", "Storm").body.push_back(paragraph("He swore it was a comet."));
    book.page_marks = {{{1, 0}, "xii"}, {{2, 9}, "13"}};
    auto const built = book.build();
    std::string const& nav = built.file("nav.xhtml");
    CHECK(count(nav, R"(<a href="text/storm.xhtml#page-xii">xii</a>)") == 1);
    CHECK(
        count(
            nav,
            R"(<nav epub:type="page-list" role="doc-pagelist" aria-label="Pages of the print edition" hidden="hidden">)") ==
        1);
    CHECK(count_at(built.file("toc.ncx"), "//pageTarget") == 2);
    CHECK(value_at(built.file("toc.ncx"), "//pageTarget[1]/@type") == "front");
    CHECK(count(built.file("package.opf"), "pageBreakMarkers") == 1);
    CHECK(count(built.file("package.opf"),
                R"(<meta property="pageBreakSource">The Compositor, print edition</meta>)") == 1);
}

TEST_CASE("a page that begins at an article stands before its head, a blank page at the next text") {
    SampleBook book;
    book.article("one", "One").body.push_back(paragraph("Text."));
    book.article("two", "Two").body.push_back(paragraph("Text.")); // serial 3
    book.page_marks = {{{2, 0}, "1"}, {{99, 0}, "2"}, {{3, 0}, "3"}, {{4, 0}, ""}};
    auto const built = book.build();
    std::string const& text = built.file("text/two.xhtml");
    CHECK(count(text, break_at("2") + break_at("3") + "<section") +
              count(text, break_at("2") + break_at("3") + "\n<header") ==
          1);
    CHECK(built.page_marks == 3); // the page without a label has none
}

TEST_CASE("no page begins in a note, a table's row or a heading's link") {
    SampleBook book;
    std::uint32_t const note = book.note("A note that goes over the page.");
    Article& article = book.article("storm", "Storm");
    Table table;
    table.columns = {Alignment::none};
    table.head = {{TableCell{words("Head"), 1, 1, {}}}};
    table.body = {{TableCell{words("Cell"), 1, 1, {}}}};
    article.body.push_back(block(table)); // serial 2
    article.body.push_back(
        block(Heading{2, {Inline{Link{words("A linked heading"), "https://example.org", {}, false}, {}}}, {}, {}}));
    article.body.push_back(
        block(Paragraph{{Inline{Text{"Text"}, {}}, mark(note)}, {}})); // serial 4, the note's block 5
    book.page_marks = {{{2, 3}, "7"}, {{3, 4}, "8"}, {{5, 4}, "9"}};
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(count(text, break_at("7") + "<div class=\"table\">") == 1);
    CHECK(count(text, break_at("8") + "<a href=\"https://example.org\">") == 1);
    CHECK(text.find(break_at("9")) < text.find("<aside"));
    CHECK(count(text, "doc-pagebreak") == 3);
}

TEST_CASE("pages follow each other even when a float came first") {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    for (int i = 0; i < 4; ++i) article.body.push_back(paragraph("A paragraph."));
    book.page_marks = {{{2, 0}, "1"}, {{5, 2}, "2"}, {{3, 2}, "3"}};
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(text.find("\"page-1\"") < text.find("\"page-2\""));
    CHECK(text.find("\"page-2\"") < text.find("\"page-3\""));
}

TEST_CASE("pages without text of the model stand at the imprint that shares them, or at the contents") {
    SampleBook book;
    book.article("storm", "Storm").body.push_back(paragraph("Text."));
    book.page_marks = {{{0, 0}, "iii"}, {{1, 0}, "1"}};
    CHECK(count(book.build().file("text/imprint.xhtml"), break_at("iii")) == 1);
    book.layout.print.matter.imprint_place = "copyright";
    auto const built = book.build();
    std::string const& nav = built.file("nav.xhtml");
    CHECK(nav.find(break_at("iii")) < nav.find("doc-toc"));
    CHECK(nav.find(R"(<a href="nav.xhtml#page-iii">iii</a>)") < nav.find(R"(<a href="text/storm.xhtml#page-1">1</a>)"));
}

TEST_CASE("lines of verse and terms are places of their own") {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    article.body.push_back(
        block(Verse{{{VerseLine{words("one"), 0}, VerseLine{words("two"), 0}}, {VerseLine{words("three"), 0}}}}));
    DefinitionList list;
    list.items.push_back({words("Beard"), {}, {}});
    list.items.push_back({words("Shoulder"), {}, {}});
    article.body.push_back(block(std::move(list)));
    book.page_marks = {{{2, 4}, "5"}, {{2, 8}, "6"}, {{3, 6}, "7"}};
    auto const built = book.build();
    std::string const& text = built.file("text/storm.xhtml");
    CHECK(count(text, "<span class=\"line\">" + break_at("5") + "two</span>") == 1);
    CHECK(count(text, "<span class=\"line\">" + break_at("6") + "three</span>") == 1);
    CHECK(count(text, "<dt>" + break_at("7") + "Shoulder</dt>") == 1);
    CHECK(built.page_marks == 3);
}
