// Quotation marks, apostrophes, dashes and dots as each language writes them.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

std::string turned(Inlines row, Language language = "en") {
    Prepared const result = prepared(document_of({paragraph(std::move(row))}, std::move(language)));
    return plain_text(result.block<Paragraph>(0).content);
}

std::string turned(std::string words, Language language = "en") {
    return turned(Inlines{text(std::move(words))}, std::move(language));
}

} // namespace

TEST_CASE("each language has its marks, outer and inner") {
    std::string const source = "\"a 'b' c\"";
    CHECK(turned(source, "en") == "“a ‘b’ c”");
    CHECK(turned(source, "en-GB") == "“a ‘b’ c”");
    CHECK(turned(source, "de") == "„a ‚b‘ c“");
    CHECK(turned(source, "cs") == "„a ‚b‘ c“");
    CHECK(turned(source, "pl") == "„a «b» c”");
    CHECK(turned(source, "ru") == "«a „b“ c»");
    CHECK(turned(source, "uk") == "«a „b“ c»");
    CHECK(turned(source, "es") == "«a “b” c»");
    CHECK(turned(source, "it") == "«a “b” c»");
    CHECK(turned(source, "el") == "«a “b” c»");
    CHECK(turned(source, "sv") == "”a ’b’ c”");
    CHECK(turned(source, "xx") == "“a ‘b’ c”");
}

TEST_CASE("French marks keep narrow no-break spaces inside") {
    CHECK(turned("il dit \"oui\".", "fr") == "il dit «\u202Foui\u202F».");
    CHECK(turned("\"a \"b\" c\"", "fr") == "«\u202Fa “b” c\u202F»");
}

TEST_CASE("a second level written with the same sign is an inner one") {
    CHECK(turned("\"He said \"yes\" twice\"") == "“He said ‘yes’ twice”");
    CHECK(turned("\"Он сказал \"да\"\"", "ru") == "«Он сказал „да“»");
}

TEST_CASE("marks meet brackets, dashes and each other") {
    CHECK(turned("(\"a\") [\"b\"]—\"c\"") == "(“a”) [“b”]—“c”");
    CHECK(turned("\"'Yes,' he said.\"") == "“‘Yes,’ he said.”");
    CHECK(turned("\"He said 'yes.'\" Then") == "“He said ‘yes.’” Then");
    CHECK(turned("¿\"qué\"?", "es") == "¿«qué»?");
    CHECK(turned("\"Wait...\", she said") == "“Wait…”, she said");
    CHECK(turned("\"No--\" he began") == "“No–” he began");
}

TEST_CASE("an apostrophe is one") {
    CHECK(turned("don't, o'clock, the dogs' tails") == "don’t, o’clock, the dogs’ tails");
    CHECK(turned("'It's fine', she said") == "‘It’s fine’, she said");
    CHECK(turned("l'homme d'État", "fr") == "l’homme d’État");
    CHECK(turned("об'єкт", "uk") == "об’єкт");
}

TEST_CASE("a shortened year begins with an apostrophe") {
    CHECK(turned("the '90s and '68") == "the ’90s and ’68");
    CHECK(turned("\"the '90s\"") == "“the ’90s”");
}

TEST_CASE("dots and hyphens become an ellipsis and dashes") {
    CHECK(turned("a--b, c -- d, e---f, g...") == "a–b, c – d, e—f, g…");
    CHECK(turned("a-b ---- c") == "a-b ---- c");
}

TEST_CASE("a paragraph is one text however it is divided") {
    CHECK(turned({text("\""), emphasis("So"), text("\" it is, \"as "), emphasis("they"), text(" say\"")}) ==
          "“So” it is, “as they say”");
    CHECK(turned({emphasis("'Tis"), text("\"a\"")}) == "‘Tis”a”");
    CHECK(turned({emphasis("Ann"), text("'s")}) == "Ann’s");
    CHECK(turned({text("a"), {LineBreak{}, {}}, text("\"b\"")}) == "a\n“b”");
}

TEST_CASE("a span has the marks of the text around it") {
    CHECK(turned({text("he wrote \""), in_language("ru", {text("слово")}), text("\"")}) == "he wrote “слово”");
}

TEST_CASE("what stands as it is stays: escapes, code, bare addresses") {
    CHECK(turned({text("a "), literal("\""), text("b"), literal("\"")}) == "a \"b\"");
    CHECK(turned({text("say "), {model::Code{"\"x\" -- y"}, {}}, text(" 'now'")}) == "say \"x\" -- y ‘now’");
    CHECK(turned(
              {text("see "), {Link{{text("https://a.example/it's--b")}, "https://a.example/it's--b", "", true}, {}}}) ==
          "see https://a.example/it's--b");
    CHECK(turned("already “set” — ‘so’…") == "already “set” — ‘so’…");
}

TEST_CASE("titles, captions, inserts, notes and the data of the manifest are turned too") {
    Document document = document_of({paragraph({mark(0)})}, "de");
    document.metadata.title = "Der \"Satz\"";
    document.metadata.cover.lines = {"\"Eins\""};
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.title = {text("\"Sturm\"")};
    storm.department = "\"Welt\"";
    Insert insert;
    insert.language = "fr";
    insert.title = {text("\"a\"")};
    Figure figure;
    figure.caption = {text("\"b\"")};
    storm.body.push_back({insert, {}});
    storm.body.push_back({figure, {}});
    add_note(document, "n", {paragraph("\"c\"")});
    Prepared const result = prepared(std::move(document));
    CHECK(result.document.metadata.title == "Der „Satz“");
    CHECK(result.document.metadata.cover.lines[0] == "„Eins“");
    CHECK(plain_text(result.article().title) == "„Sturm“");
    CHECK(result.article().department == "„Welt“");
    CHECK(plain_text(result.block<Insert>(1).title) == "«\u202Fa\u202F»");
    CHECK(plain_text(result.block<Figure>(2).caption) == "„b“");
    CHECK(plain_text(std::get<Paragraph>(result.document.notes[0].content[0].kind).content) == "„c“");
    CHECK(typographic("it's \"so\"", "en") == "it’s “so”");
}

TEST_CASE("a mark that is never closed in its paragraph gets advice at its place") {
    Inline opening = text("\"and so on");
    opening.span = {FileId{}, 40, 50};
    Prepared const result = prepared(document_of({paragraph({opening}), paragraph("\"closed\"")}));
    REQUIRE(result.codes() == std::vector<quoin::Code>{quoin::Code::quote_unclosed});
    CHECK(result.diagnostics.all()[0].severity == Severity::advice);
    CHECK(result.diagnostics.all()[0].span.begin == 40);
}

} // namespace quoin::transform::test
