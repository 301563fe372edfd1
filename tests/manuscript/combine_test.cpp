#include "manuscript/apply_instructions.hpp"
#include "manuscript/combine.hpp"
#include "manuscript/complete_metadata.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::manuscript;
using namespace quoin::model;

namespace {

Inline text(std::string words) { return {Text{std::move(words)}, {}}; }

Imported with_note(std::string title, Language language, std::string note) {
    Imported part;
    Article article;
    article.title = {text(std::move(title))};
    article.language = std::move(language);
    article.body.push_back({Paragraph{{text("words"), {NoteReference{NoteId{0}}, {}}}, {}}, {}, 0});
    part.document.entries.push_back({std::move(article), {}, 0});
    Note made;
    made.content.push_back({Paragraph{{text(std::move(note))}, {}}, {}, 0});
    part.document.notes.push_back(std::move(made));
    return part;
}

std::string called(Document const& document, std::size_t entry) {
    auto const& body = std::get<Article>(document.entries[entry].kind).body;
    auto const& call = std::get<NoteReference>(std::get<Paragraph>(body[0].kind).content[1].kind);
    Note const& note = document.notes.at(static_cast<std::size_t>(call.note));
    return plain_text(std::get<Paragraph>(note.content[0].kind).content);
}

} // namespace

TEST_CASE("several manuscripts are one document, each call with its own note and each picture with its own name") {
    std::vector<Imported> parts{with_note("A", "en", "first"), with_note("B", "en", "second")};
    for (Imported& part : parts) {
        part.document.assets.push_back({"images/a.png", "images/a.png", {}});
        part.pictures.push_back({"images/a.png", {1}});
    }
    parts[1].document.metadata.issue.number = "7";
    Combined const combined = combine(parts);
    REQUIRE(combined.document.entries.size() == 2);
    CHECK(called(combined.document, 0) == "first");
    CHECK(called(combined.document, 1) == "second");
    CHECK(combined.document.metadata.issue.number == "7");
    CHECK(combined.document.assets[1].path == "images/2-a.png");
    CHECK(combined.pictures[1].path == "images/2-a.png");
}

TEST_CASE("a text in two languages becomes two editions with their own notes") {
    std::vector<Imported> parts{with_note("A", "es", "primera"), with_note("B", "en", "second"),
                                with_note("C", "es", "tercera")};
    std::vector<Document> const editions = split_by_language(combine(parts).document);
    REQUIRE(editions.size() == 2);
    CHECK(editions[0].metadata.language == "es");
    CHECK(called(editions[0], 0) == "primera");
    CHECK(called(editions[0], 1) == "tercera");
    CHECK_FALSE(editions[0].metadata.is_edition);
    CHECK(editions[1].metadata.language == "en");
    CHECK(called(editions[1], 0) == "second");
    CHECK(editions[1].metadata.is_edition);
    CHECK(editions[1].metadata.title == "B");
}

TEST_CASE("what no manuscript states is filled in") {
    std::vector<Imported> parts{with_note("A", "es", "n"), with_note("B", "es", "n")};
    Document document = combine(parts).document;
    std::get<Article>(document.entries[0].kind).byline = "By X";
    std::get<Article>(document.entries[0].kind).date = Date{2023, 6, 20};
    complete_metadata(document);
    CHECK(document.metadata.kind == PublicationKind::journal);
    CHECK(document.metadata.layout == "journal-a4");
    CHECK(document.metadata.language == "es");
    CHECK(document.metadata.title == "A");
    CHECK(to_string(document.metadata.date) == "2023-06-20");
    std::vector<Imported> stated{with_note("A", "", "n"), with_note("B", "", "n"), with_note("C", "es", "n")};
    Document mixed = combine(stated).document;
    complete_metadata(mixed);
    CHECK(mixed.metadata.language == "en");
    std::vector<Imported> one{with_note("A", "es", "n")};
    Document pamphlet = combine(one).document;
    complete_metadata(pamphlet);
    CHECK(pamphlet.metadata.kind == PublicationKind::pamphlet);
}

TEST_CASE("an article without a title is called by the name of its file, and a decision says so") {
    Imported part = with_note("A", "en", "n");
    std::get<Article>(part.document.entries[0].kind).title.clear();
    complete_titles(part, "in/my_text.v2.txt");
    CHECK(plain_text(std::get<Article>(part.document.entries[0].kind).title) == "my text.v2");
    REQUIRE(part.decisions.size() == 1);
    CHECK(part.decisions[0].confidence < review_threshold);
    CHECK(part.added.at(0).text == "my text.v2");
}

TEST_CASE("decisions turn the blocks of a manuscript by the lines of its view") {
    SourceMap sources;
    Imported part = with_note("A", "en", "n");
    part.view = sources.add("a.docx", "words\nA heading\nBox\nMore box\nBy Me\n");
    auto& body = std::get<Article>(part.document.entries[0].kind).body;
    std::uint32_t at = 6;
    for (char const* const line : {"A heading", "Box", "More box", "By Me"}) {
        auto const size = static_cast<std::uint32_t>(std::string_view(line).size());
        body.push_back({Paragraph{{text(line)}, {}}, {part.view, at, at + size}, 0});
        at += size + 1;
    }
    Diagnostics diagnostics;
    apply(
        {{Action::heading, 2, 2, ""}, {Action::insert, 3, 4, ""}, {Action::byline, 5, 5, ""}, {Action::note, 5, 5, ""}},
        part, sources, diagnostics, {});
    auto const& article = std::get<Article>(part.document.entries[0].kind);
    CHECK(article.byline == "By Me");
    REQUIRE(article.body.size() == 3);
    CHECK(std::holds_alternative<Heading>(article.body[1].kind));
    CHECK(std::get<Insert>(article.body[2].kind).content.size() == 2);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == quoin::Code::decision_unplaced);
}

TEST_CASE("a decision about a line confirms what was decided there") {
    SourceMap sources;
    FileId const view = sources.add("a.txt", "one\ntwo\nthree\n");
    std::vector<Decision> decisions(2);
    decisions[0].left = {view, 0, 3};
    decisions[0].right = {view, 4, 7};
    decisions[1].left = {view, 8, 13};
    confirm({{Action::confirm, 2, 2, ""}}, decisions, sources);
    CHECK(decisions[0].confirmed);
    CHECK_FALSE(decisions[1].confirmed);
}
