// Rounds, notes and conservation: the document as a whole.

#include "layout/compose.hpp"

#include "layout_compose/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::layout;
using sample::Publication;

namespace {

void fill(Publication& publication) {
    publication.add_note(
        {sample::paragraph(sample::words("noteone", 20)), sample::paragraph("Second paragraph of it.")});
    publication.add_note({sample::block(model::Quote{{sample::paragraph(sample::words("notetwo", 5))}, {}})});
    model::Inlines marked = sample::text(sample::words("alpha", 50));
    marked.push_back(sample::note_mark(0));
    marked.push_back(sample::text(" and ").front());
    marked.push_back(sample::note_mark(1));
    publication.add_article(
        "first", {sample::block(model::Paragraph{marked, {}}), sample::paragraph(sample::words("beta", 80))});
    publication.add_article("second", {sample::paragraph(sample::words("gamma", 30)), sample::block(model::Separator{}),
                                       sample::block(model::CodeBlock{"codeline\n  indented\n", ""})});
    publication.prepare();
}

void add_contents(Publication& publication) {
    publication.layout.print.contents.show = true;
    for (std::uint32_t i = 0; i < publication.document.entries.size(); ++i) {
        auto const& article = std::get<model::Article>(publication.document.entries[i].kind);
        model::ContentsLine line;
        line.title = article.title;
        line.anchor = article.anchor;
        line.entry = i;
        publication.document.contents.push_back(line);
    }
}

} // namespace

TEST_CASE("Every word and note is composed exactly once") {
    using style::NotePlace;
    Publication publication;
    publication.layout.print.notes.place =
        GENERATE(NotePlace::column, NotePlace::page, NotePlace::article, NotePlace::book);
    fill(publication);
    std::string const all = sample::printed(publication.compose());
    for (char const* stem : {"alpha", "beta", "gamma", "noteone", "notetwo"}) {
        CHECK(sample::count_word(all, std::string(stem) + "1") == 1);
        CHECK(sample::count_word(all, std::string(stem) + "5") == 1);
    }
    CHECK(sample::count_word(all, "codeline") == 1);
    CHECK(sample::count_word(all, "indented") == 1);
    CHECK(sample::count_word(all, "Second paragraph of it") == 1);
}

TEST_CASE("A note's figure hangs before it, and its tag follows the paragraph that calls it") {
    Publication publication;
    fill(publication);
    Composition const made = publication.compose();
    REQUIRE(made.notes.size() == 2);
    CHECK(made.notes[0].anchor == "note-one-1");
    REQUIRE(made.notes[0].paragraphs.size() == 2);
    FlowParagraph const& first = made.notes[0].paragraphs[0];
    REQUIRE(first.text);
    CHECK(sample::runs_of(first.label) == "1");
    CHECK(made.notes[0].paragraphs[1].label.empty());
    auto const& nodes = made.tags.nodes;
    std::size_t paragraph = 0, note = 0, next = 0;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        if (nodes[i].role == page::TagRole::Reference && paragraph == 0)
            paragraph = static_cast<std::size_t>(nodes[i].parent);
        if (nodes[i].role == page::TagRole::Note && note == 0) note = i;
    }
    next = static_cast<std::size_t>(std::get<FlowParagraph>(made.galleys[0].elements[1].kind).tag);
    CHECK(paragraph < note);
    CHECK(note < next);
    CHECK(nodes[note].id == "note-one-1");
    CHECK(nodes[note].parent == nodes[paragraph].parent);
}

TEST_CASE("Parents of tags stand before them") {
    Publication publication;
    fill(publication);
    Composition const made = publication.compose();
    for (std::size_t i = 1; i < made.tags.nodes.size(); ++i)
        CHECK(static_cast<std::size_t>(made.tags.nodes[i].parent) < i);
}

TEST_CASE("The second round sets what tells a page number, and nothing else anew") {
    Publication publication;
    fill(publication);
    add_contents(publication);
    Composition const first = publication.compose();
    CHECK(first.tells_page_numbers);
    CHECK(sample::count_word(sample::printed(first), "000") == 2);
    Composition const second = publication.compose({{"first", "3"}, {"second", "17"}});
    std::string const all = sample::printed(second);
    CHECK(sample::count_word(all, "17") == 1);
    CHECK(sample::count_word(all, "000") == 0);
    CHECK(second.tags.nodes.size() == first.tags.nodes.size());
    CHECK(second.links.size() == first.links.size());
    REQUIRE(second.galleys.size() == first.galleys.size());
    for (std::size_t g = 1; g < first.galleys.size(); ++g) {
        auto const& a = std::get<FlowParagraph>(first.galleys[g].elements[0].kind);
        auto const& b = std::get<FlowParagraph>(second.galleys[g].elements[0].kind);
        CHECK(a.text == b.text);
    }
    Composition const third = publication.compose({{"first", "3"}, {"second", "17"}});
    CHECK(sample::printed(third) == all);
}

TEST_CASE("An article with a page reference is set again around it alone") {
    Publication publication;
    model::CrossReference reference;
    reference.resolved = true;
    reference.anchor = static_cast<model::AnchorId>(0);
    publication.add_article("a",
                            {sample::paragraph("Unchanged."), sample::block(model::Paragraph{{{reference, {}}}, {}})});
    publication.prepare();
    Composition const first = publication.compose();
    Composition const second = publication.compose({{"a", "7"}});
    auto const text_of = [](Composition const& made, std::size_t element) {
        return std::get<FlowParagraph>(made.galleys[0].elements[element].kind).text;
    };
    CHECK(text_of(first, 0) == text_of(second, 0));
    CHECK(text_of(second, 1)->text().text == "page\xC2\xA0"
                                             "7");
}

TEST_CASE("A list of one line is no contents page") {
    Publication publication;
    publication.add_article("only", {sample::paragraph("Text.")});
    publication.prepare();
    add_contents(publication);
    Composition const made = publication.compose();
    CHECK_FALSE(made.tells_page_numbers);
    for (Galley const& galley : made.galleys) CHECK(galley.name != "contents");
}

TEST_CASE("The imprint stands below a contents list that leaves room for it, else at the end") {
    Publication publication;
    int const articles = GENERATE(3, 60);
    for (int i = 0; i < articles; ++i) publication.add_article("a" + std::to_string(i), {sample::paragraph("Text.")});
    publication.document.imprint = {sample::paragraph("Masthead.")};
    publication.prepare();
    add_contents(publication);
    Composition const made = publication.compose();
    std::string const all = sample::printed(made);
    CHECK(sample::count_word(all, "Masthead") == 1);
    if (articles == 3) CHECK(made.galleys.front().floats.size() == 1);
    for (int i = 0; i < articles; ++i) CHECK(sample::count_word(all, "a" + std::to_string(i)) == 2); // title and entry
}

TEST_CASE("Threads change nothing") {
    Publication one, four;
    fill(one);
    fill(four);
    add_contents(one);
    add_contents(four);
    CHECK(sample::printed(one.compose({}, 1)) == sample::printed(four.compose({}, 4)));
}

TEST_CASE("A book's own matter comes first and has roman folios") {
    Publication publication;
    publication.document.metadata.kind = model::PublicationKind::book;
    publication.document.metadata.book.authors = {"An Author"};
    auto& matter = publication.layout.print.matter;
    matter.half_title = matter.title_page = matter.copyright_page = matter.roman_front = true;
    publication.add_article("thanks", {sample::paragraph("To whom.")}).role = model::Role::dedication;
    publication.add_article("preface", {sample::paragraph("Before.")}).role = model::Role::preface;
    publication.document.entries.push_back({model::PartTitle{sample::text("Part One"), {}, ""}, {}, 0});
    publication.add_article("chapter", {sample::paragraph("Text.")});
    publication.prepare();
    Composition const made = publication.compose();
    REQUIRE(made.galleys.size() == 7);
    CHECK(made.galleys[0].name == "half-title");
    CHECK(made.galleys[1].name == "title-page");
    CHECK(made.galleys[2].name == "copyright");
    CHECK(made.galleys[3].vertical_centre);
    CHECK_FALSE(made.galleys[3].opening);
    CHECK(made.galleys[4].roman);
    CHECK_FALSE(made.galleys[5].roman);
    CHECK(made.galleys[5].start.kind == GalleyStart::Kind::recto);
    CHECK(made.galleys[6].running_part == "Part One");
    Length const page = publication.layout.print.page.grid * text_lines(publication.layout.print.page);
    CHECK(std::get<FlowBox>(made.galleys[1].elements[0].kind).box.height == page);
}
