#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

/// A text with two places of the index, and the index that transform would make of them.
SampleBook indexed_book() {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    auto const first = static_cast<AnchorId>(1), second = static_cast<AnchorId>(2); // 0 is the article's
    Inlines row = words("A ");
    row.push_back(Inline{IndexTerm{words("comet"), "", "", "", first, true}, {}});
    row.push_back(Inline{Text{" and its "}, {}});
    row.push_back(Inline{IndexTerm{words("tail"), "comet!tail", "", "", second, true}, {}});
    article.body.push_back(block(Paragraph{row, {}}));
    book.document.index.title = "Index";
    book.document.index.groups = {{"C", {{"comet", {first}, {{"tail", {second}, {}}}}}}};
    return book;
}

} // namespace

TEST_CASE("the index is a file of its own, in the contents and the landmarks") {
    auto const built = indexed_book().build();
    std::string const& text = built.file("text/index.xhtml");
    CHECK(is_xml(text));
    CHECK(count(text, R"(<section epub:type="index" role="doc-index" aria-labelledby="index-title">)") == 1);
    CHECK(count(text, R"(<h2 class="index-letter">C</h2>)") == 1);
    CHECK(count(text, R"(<span epub:type="index-term">tail</span>)") == 1);
    std::string const& nav = built.file("nav.xhtml");
    CHECK(count(nav, R"(<a href="text/index.xhtml#index-title">Index</a>)") == 1);
    CHECK(count(nav, R"(<a epub:type="backmatter" href="text/index.xhtml">Index</a>)") == 1);
    CHECK(count(built.file("text/storm.xhtml"), R"(<span id="s-storm-term-1">comet</span>)") == 1);
}

TEST_CASE("a place is named by its printed page, or counted when that is not known") {
    SampleBook book = indexed_book();
    CHECK(count(book.build().file("text/index.xhtml"),
                R"(<a epub:type="index-locator" href="storm.xhtml#s-storm-term-2">1</a>)") == 1);
    auto const& groups = book.document.index.groups;
    book.page_marks = {{{1, 0}, "12", Matter::text, {groups[0].entries[0].places[0]}},
                       {{2, 6}, "13", Matter::text, {groups[0].entries[0].below[0].places[0]}},
                       {{}, "14", Matter::index, {}}};
    auto const built = book.build();
    std::string const& text = built.file("text/index.xhtml");
    CHECK(count(text, R"(<a epub:type="index-locator" href="storm.xhtml#s-storm-term-1">12</a>)") == 1);
    CHECK(count(text, R"(<a epub:type="index-locator" href="storm.xhtml#s-storm-term-2">13</a>)") == 1);
    CHECK(text.find("page-14") < text.find("<section"));
    CHECK(count(built.file("nav.xhtml"), R"(<a href="text/index.xhtml#page-14">14</a>)") == 1);
}

TEST_CASE("figures with captions are listed behind the contents") {
    SampleBook book;
    book.document.assets = {{"images/press.jpg", "images/press.jpg", {}}};
    Article& article = book.article("storm", "Storm");
    Figure figure;
    figure.alt = "A press";
    article.body.push_back(block(figure)); // serial 2: no caption, no entry
    figure.caption = words("The press");
    article.body.push_back(block(figure)); // serial 3
    auto const built = book.build();
    std::string const& nav = built.file("nav.xhtml");
    CHECK(count(nav, R"(<nav epub:type="loi" id="loi" aria-labelledby="loi-title">)") == 1);
    CHECK(count(nav, R"(<a href="text/storm.xhtml#figure-3">The press</a>)") == 1);
    CHECK(count(nav, R"(<a epub:type="loi" href="nav.xhtml#loi">Illustrations</a>)") == 1);
    CHECK(count(nav, "text/storm.xhtml#figure-") == 1);
    CHECK(count(built.file("text/storm.xhtml"), R"(id="figure-3")") == 1);
}

TEST_CASE("pages of the program's own making are marked where their text is") {
    SampleBook book;
    book.document.metadata.kind = PublicationKind::book;
    book.layout.print.matter.imprint_place = "copyright";
    book.article("storm", "Storm").body.push_back(paragraph("Text."));
    book.page_marks = {{{}, "i", Matter::title, {}},
                       {{}, "iii", Matter::title, {}},
                       {{}, "iv", Matter::imprint, {}},
                       {{}, "v", Matter::contents, {}},
                       {{1, 0}, "1", Matter::text, {}}};
    auto const built = book.build();
    CHECK(count(built.file("text/titlepage.xhtml"), "doc-pagebreak") == 1);
    CHECK(count(built.file("text/titlepage.xhtml"), "page-iii") == 1);
    CHECK(count(built.file("text/imprint.xhtml"), "page-iv") == 1);
    CHECK(count(built.file("nav.xhtml"), R"(id="page-v")") == 1);
}
