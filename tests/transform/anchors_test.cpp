// Places that can be linked to, and the links to them.

#include "transform/documents.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

std::vector<std::string> names(Document const& document) {
    std::vector<std::string> list;
    for (Anchor const& anchor : document.anchors) list.push_back(anchor.name);
    return list;
}

CrossReference const& link(Inlines const& row, std::size_t index = 0) {
    return std::get<CrossReference>(row.at(index).kind);
}

} // namespace

TEST_CASE("articles and headings have names, made or as written") {
    Prepared const result = prepared(document_of({heading(2, "Wind"), heading(2, "Rain", "rain"), heading(3, "Hail")}));
    CHECK(names(result.document) == std::vector<std::string>{"storm", "storm-h1", "storm-rain", "storm-h3"});
    CHECK(result.anchor(result.block<Heading>(1).anchor).written == "rain");
    CHECK(plain_text(result.anchor(result.block<Heading>(2).anchor).label) == "Hail");
    CHECK(result.diagnostics.all().empty());
}

TEST_CASE("a link prints a heading's words without its note marks") {
    Document document = document_of({heading(2, Inlines{text("Wind"), mark(0)}, "wind")});
    add_note(document, "a");
    Prepared const result = prepared(std::move(document));
    CHECK(result.anchor(result.block<Heading>(0).anchor).label == Inlines{text("Wind")});
}

TEST_CASE("figures, tables, divisions and words can be linked to") {
    Figure figure;
    figure.id = "fig";
    figure.caption = {text("A storm")};
    Table table;
    table.id = "tab";
    Division division;
    division.id = "div";
    Prepared const result =
        prepared(document_of({{figure, {}},
                              {table, {}},
                              {division, {}},
                              paragraph({place("word"), text("word")}),
                              paragraph({reference("fig"), reference("tab"), reference("div"), reference("word")})}));
    CHECK(result.diagnostics.all().empty());
    Inlines const& links = result.block<Paragraph>(4).content;
    CHECK(result.anchor(link(links, 0).anchor).name == "storm-fig");
    CHECK(plain_text(result.anchor(link(links, 0).anchor).label) == "A storm");
    CHECK(result.anchor(link(links, 1).anchor).name == "storm-tab");
    CHECK(result.anchor(link(links, 2).anchor).name == "storm-div");
    CHECK(result.anchor(link(links, 3).anchor).name == "storm-word");
}

TEST_CASE("a word can be linked to wherever it stands") {
    Document document = document_of({});
    Table table;
    table.columns = {Alignment::none};
    table.body = {{TableCell{{place("cell")}, 1, 1, {}}}};
    Insert insert;
    insert.content = {paragraph({place("inside")})};
    Blocks& body = std::get<Article>(document.entries[0].kind).body;
    body = {heading(2, Inlines{place("head")}),
            {table, {}},
            {Verse{{{VerseLine{{place("line")}, 0}}}}, {}},
            {List{ListKind::bullet, true, {ListItem{"", 0, {paragraph({place("item")})}, {}}}}, {}},
            {insert, {}},
            paragraph({mark(0)}),
            paragraph({reference("head"), reference("cell"), reference("line"), reference("item"), reference("inside"),
                       reference("note")})};
    add_note(document, "a", {paragraph({place("note")})});
    Prepared const result = prepared(std::move(document));
    CHECK(result.diagnostics.all().empty());
    std::vector<std::string> targets;
    for (Inline const& each : result.block<Paragraph>(6).content)
        targets.push_back(result.anchor(std::get<CrossReference>(each.kind).anchor).name);
    CHECK(targets == std::vector<std::string>{"storm-head", "storm-cell", "storm-line", "storm-item", "storm-inside",
                                              "storm-note"});
    auto const& head = std::get<InlineAnchor>(result.block<Heading>(0).content[0].kind);
    CHECK(result.anchor(head.anchor).name == "storm-head");
}

TEST_CASE("an id is found in its own article first, then in the others, then by file") {
    Document document;
    add(document, article("storm", {heading(2, "Here", "end"),
                                    paragraph({reference("end"), reference("only"), reference("end", "calm.md"),
                                               reference("", "calm.md")})}));
    add(document, article("calm", {heading(2, "There", "end"), heading(2, "Only there", "only")}));
    Prepared const result = prepared(std::move(document));
    CHECK(result.diagnostics.all().empty());
    Inlines const& links = result.block<Paragraph>(1).content;
    CHECK(result.anchor(link(links, 0).anchor).name == "storm-end");
    CHECK(result.anchor(link(links, 1).anchor).name == "calm-only");
    CHECK(result.anchor(link(links, 2).anchor).name == "calm-end");
    CHECK(result.anchor(link(links, 3).anchor).name == "calm");
    CHECK(link(links, 3).resolved);
}

TEST_CASE("an id that two articles use is no mistake, one used twice in a file is") {
    Document document;
    add(document, article("storm", {heading(2, "A", "end"), heading(2, "B", "end")}));
    add(document, article("calm", {heading(2, "C", "end")}));
    Prepared const result = prepared(std::move(document));
    CHECK(result.codes() == std::vector<quoin::Code>{quoin::Code::anchor_doubled});
    auto list = names(result.document);
    std::sort(list.begin(), list.end());
    CHECK(std::adjacent_find(list.begin(), list.end()) == list.end());
}

TEST_CASE("a link that leads nowhere is told with the nearest id") {
    Document document =
        document_of({heading(2, "Wind", "wind"), paragraph({reference("wint", "", {FileId{}, 7, 12})})});
    document.notes.clear();
    Prepared const result = prepared(std::move(document));
    REQUIRE(result.codes() == std::vector<quoin::Code>{quoin::Code::anchor_undefined});
    Diagnostic const& told = result.diagnostics.all()[0];
    CHECK(told.span == Span{FileId{}, 7, 12});
    CHECK(told.message == "nothing has the id \"#wint\"");
    CHECK(told.hints.at(0) == "did you mean \"#wind\"?");
    CHECK_FALSE(link(result.block<Paragraph>(1).content).resolved);
}

TEST_CASE("links in notes and standfirsts are followed too") {
    Document document = document_of({heading(2, "Wind", "wind"), paragraph({mark(0)})});
    std::get<Article>(document.entries[0].kind).abstract = {paragraph({reference("nowhere")})};
    add_note(document, "a", {paragraph({reference("wind")})});
    Prepared const result = prepared(std::move(document));
    CHECK(result.codes() == std::vector<quoin::Code>{quoin::Code::anchor_undefined});
    CHECK(link(std::get<Paragraph>(result.document.notes[0].content[0].kind).content).resolved);
}

} // namespace quoin::transform::test
