// Numbers and names: notes, entries, blocks.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

/// Two articles with the marks 2, 0 and 1, 2; note 3 is called by nobody.
Document two_articles() {
    Document document;
    add(document, article("storm", {paragraph({text("One."), mark(2), text(" Two."), mark(0)})}));
    add(document, article("calm", {paragraph({mark(1), text(" and again "), mark(1)})}));
    for (char const* const label : {"a", "b", "c", "d"}) add_note(document, label);
    return document;
}

style::Layout numbered(style::NoteNumbering numbering) {
    style::Layout layout;
    layout.print.notes.numbering = numbering;
    return layout;
}

} // namespace

TEST_CASE("notes are numbered by their first marks, in each article anew") {
    Prepared const result = prepared(two_articles(), numbered(style::NoteNumbering::article));
    auto const& notes = result.document.notes;
    CHECK(notes[2].number == 1);
    CHECK(notes[0].number == 2);
    CHECK(notes[1].number == 1);
    CHECK(notes[2].anchor == "storm-1");
    CHECK(notes[1].anchor == "calm-1");
    CHECK(notes[1].article == 1);
}

TEST_CASE("notes are numbered through the book where the layout says so") {
    Prepared const result = prepared(two_articles(), numbered(style::NoteNumbering::book));
    CHECK(result.document.notes[0].number == 2);
    CHECK(result.document.notes[1].number == 3);
    CHECK(result.document.notes[1].anchor == "calm-3");
}

TEST_CASE("a note that is called twice has one number and two occurrences") {
    Prepared const result = prepared(two_articles());
    auto const& marks = result.block<Paragraph>(0, 1).content;
    CHECK(std::get<NoteReference>(marks[0].kind).occurrence == 0);
    CHECK(std::get<NoteReference>(marks[2].kind).occurrence == 1);
    CHECK(result.document.notes[1].references == 2);
}

TEST_CASE("the ledger names each note that nobody calls") {
    Prepared result = prepared(two_articles());
    CHECK_FALSE(ledger_is_whole(result.document, result.diagnostics));
    CHECK(result.codes() == std::vector<quoin::Code>{quoin::Code::note_ledger});
    result.document.notes.pop_back();
    Diagnostics silent;
    CHECK(ledger_is_whole(result.document, silent));
    CHECK(silent.all().empty());
}

TEST_CASE("marks count wherever they stand: title, standfirst, heading, table, caption, verse, insert") {
    Document document = document_of({});
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.title.push_back(mark(0));
    storm.abstract = {paragraph({mark(1)})};
    Table table;
    table.caption = {mark(3)};
    table.columns = {Alignment::none};
    table.head = {{TableCell{{mark(4)}, 1, 1, {}}}};
    table.body = {{TableCell{{mark(5)}, 1, 1, {}}}};
    Insert insert;
    insert.title = {mark(7)};
    insert.content = {paragraph({mark(8)})};
    storm.body = {heading(2, Inlines{mark(2)}), {table, {}}, {Verse{{{VerseLine{{mark(6)}, 0}}}}, {}}, {insert, {}}};
    for (int i = 0; i < 9; ++i) add_note(document, "n");
    Prepared result = prepared(std::move(document));
    for (int i = 0; i < 9; ++i) CHECK(result.document.notes[static_cast<std::size_t>(i)].number == i + 1);
    CHECK(ledger_is_whole(result.document, result.diagnostics));
}

TEST_CASE("a note's language is that of the article it is called in") {
    Document document;
    Article spanish = article("es", {paragraph({text("Dijo"), mark(0)})});
    spanish.language = "es";
    add(document, std::move(spanish));
    add_note(document, "a", {paragraph("\"Así\"")});
    Prepared const result = prepared(std::move(document));
    CHECK(plain_text(std::get<Paragraph>(result.document.notes[0].content[0].kind).content) == "«Así»");
}

TEST_CASE("names are unique and fit for addresses") {
    Document document;
    add(document, article("01 The Storm!", {}));
    add(document, article("01-the-storm", {}));
    add(document, article("азбука", {}));
    add(document, Insert{});
    Insert named;
    named.name = "Books";
    add(document, std::move(named));
    add(document, PartTitle{{text("One")}, {}, {}});
    Prepared const result = prepared(std::move(document));
    CHECK(result.article(0).name == "01-the-storm");
    CHECK(result.article(1).name == "01-the-storm-2");
    CHECK(result.article(2).name == "x");
    CHECK(std::get<Insert>(result.document.entries[3].kind).name == "insert-1");
    CHECK(std::get<Insert>(result.document.entries[4].kind).name == "books");
    CHECK(std::get<PartTitle>(result.document.entries[5].kind).name == "part-1");
}

TEST_CASE("blocks are counted in reading order, those of notes last") {
    Document document = document_of({paragraph("one"), {Quote{{paragraph("two")}, {}}, {}}, paragraph({mark(0)})});
    add_note(document, "a");
    Prepared const result = prepared(std::move(document));
    CHECK(result.document.entries[0].serial == 1);
    CHECK(result.article().body[0].serial == 2);
    CHECK(result.article().body[1].serial == 3);
    CHECK(result.block<Quote>(1).content[0].serial == 4);
    CHECK(result.article().body[2].serial == 5);
    CHECK(result.document.notes[0].content[0].serial == 6);
}

} // namespace quoin::transform::test
