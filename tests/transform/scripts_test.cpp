// Words in a script that is not that of the language said.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

std::vector<std::string> advice(Inlines row, Language language) {
    std::vector<std::string> list;
    Prepared const result = prepared(document_of({paragraph(std::move(row))}, std::move(language)));
    for (Diagnostic const& each : result.diagnostics.all()) {
        CHECK(each.code == quoin::Code::script_language);
        CHECK(each.severity == Severity::advice);
        list.push_back(each.message);
    }
    return list;
}

using Messages = std::vector<std::string>;

} // namespace

TEST_CASE("a word of another script without its language gets advice") {
    CHECK(advice({text("The word Рада means council")}, "en") ==
          Messages{"\"Рада\" is not in the script of the language \"en\""});
    CHECK(advice({text("слово λόγος здесь")}, "ru") ==
          Messages{"\"λόγος\" is not in the script of the language \"ru\""});
}

TEST_CASE("a word whose language is said, a single letter and Latin everywhere get none") {
    CHECK(advice({text("The "), in_language("uk", {text("Рада")})}, "en").empty());
    CHECK(advice({text("an angle α and a Δ")}, "en").empty());
    CHECK(advice({text("журнал The Compositor")}, "ru").empty());
    CHECK(advice({text("Größe, naïve, Łódź — “yes”")}, "en").empty());
    CHECK(advice({text("Рада")}, "sr").empty()); // written in both scripts
    CHECK(advice({text("Рада")}, "en-Cyrl").empty());
}

TEST_CASE("the language in force is the nearest one around the word") {
    CHECK(advice({in_language("uk", {text("слово "), in_language("en", {text("слово")})})}, "en").size() == 1);
    CHECK(advice({{Emphasis{{in_language("el", {text("λόγος")})}}, {}}}, "en").empty());
}

TEST_CASE("the place is the word's own where the text stands one to one in the source") {
    Inline word = text("see Рада");
    word.span = {FileId{}, 100, 100 + 12};
    Prepared const result = prepared(document_of({paragraph({word})}));
    REQUIRE(result.diagnostics.all().size() == 1);
    CHECK(result.diagnostics.all()[0].span.begin == 104);
}

} // namespace quoin::transform::test
