#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

Block with_marks(std::string before, std::vector<std::uint32_t> const& notes) {
    Inlines row = words(std::move(before));
    for (std::uint32_t const note : notes) row.push_back(mark(note));
    return block(Paragraph{row, {}});
}

} // namespace

TEST_CASE("a note has the form that opens everywhere") {
    SampleBook book;
    std::uint32_t const note = book.note("Biela’s, lost since 1852.");
    book.article("storm", "Storm").body.push_back(with_marks("a comet.", {note}));
    auto const built = book.build();
    std::string const& text = built.file("text/storm.xhtml");
    CHECK(
        count(text,
              R"(a comet.<a epub:type="noteref" role="doc-noteref" id="ref-storm-1" href="#note-storm-1">1</a></p>)") ==
        1);
    CHECK(
        count(
            text,
            R"(<aside epub:type="footnote" role="doc-footnote" id="note-storm-1"><p><a role="doc-backlink" )"
            R"(epub:type="backlink" href="#ref-storm-1" aria-label="Back to reference 1">1.</a> Biela’s, lost since 1852.</p></aside>)") ==
        1);
    CHECK(text.find("</aside>") < text.find("</section>"));
    CHECK(built.notes == 1);
    CHECK(built.diagnostics.all().empty());
}

TEST_CASE("a note cited twice leads back to both places") {
    SampleBook book;
    std::uint32_t const note = book.note("Of comets in general.");
    Article& article = book.article("storm", "Storm");
    article.body.push_back(with_marks("Once", {note}));
    article.body.push_back(with_marks("and again", {note}));
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(count(text, "<aside") == 1);
    CHECK(count(text, R"(id="ref-storm-1")") == 1);
    CHECK(count(text, R"(id="ref-storm-1_2" href="#note-storm-1">1</a>)") == 1);
    CHECK(count(text, R"(href="#ref-storm-1_2" aria-label="Back to reference 1, mark 2">(2)</a>)") == 1);
}

TEST_CASE("a note that begins with a list has its link back in front") {
    SampleBook book;
    std::uint32_t const note = book.note("x");
    List list;
    list.items.push_back({"", 0, {paragraph("an item")}, {}});
    book.document.notes[note].content = {block(list)};
    book.article("storm", "Storm").body.push_back(with_marks("Text", {note}));
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(text.find(">1.</a></p><ul>") != std::string::npos);
}

TEST_CASE("notes of the book stand at its end and lead back into other files") {
    SampleBook book;
    book.layout.epub.notes = "book";
    std::uint32_t const first = book.note("The first of all notes."), second = book.note("The second of them.");
    book.article("one", "One").body.push_back(with_marks("Text", {first}));
    book.article("two", "Two").body.push_back(with_marks("Text", {second}));
    auto const built = book.build();
    std::string const& notes = built.file("text/notes.xhtml");
    CHECK(count(built.file("text/one.xhtml"), "<aside") == 0);
    CHECK(count(built.file("text/one.xhtml"), R"(href="notes.xhtml#note-one-1")") == 1);
    CHECK(count(notes, R"(epub:type="endnotes" role="doc-endnotes")") == 1);
    CHECK(count(notes, R"(href="two.xhtml#ref-two-1")") == 1);
    CHECK(count(notes, "<h2>Two</h2>") == 1);
    CHECK(built.notes == 2);
    CHECK(count(built.file("nav.xhtml"), R"(<a href="text/notes.xhtml#notes-title">Notes</a>)") == 1);
}

TEST_CASE("a mark that is not written is an error") {
    SampleBook book;
    std::uint32_t const note = book.note("Nobody shows me.");
    book.article("storm", "Storm").body.push_back(with_marks("Text", {note}));
    book.document.notes[note].references = 1; // one more than the text has
    auto const built = book.build();
    REQUIRE(built.diagnostics.all().size() == 1);
    CHECK(built.diagnostics.all()[0].code == quoin::Code::note_ledger);
    CHECK(built.diagnostics.all()[0].severity == Severity::error);
}
