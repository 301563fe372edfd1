// Texts that nobody writes by hand: no crash, no hang, and no word lost.

#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

std::string repeat(std::string const& what, std::size_t times) {
    std::string text;
    text.reserve(what.size() * times);
    for (std::size_t count = 0; count < times; ++count) text += what;
    return text;
}

bool has(Reading const& it, std::string const& words) {
    return model::dump(it.document).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("ten thousand quotations in one another") {
    Reading const it = read(repeat(">", 10000) + " words");
    CHECK(it.findings() == Findings{"1:201 error nesting-deep"});
    CHECK(has(it, "words"));
}

TEST_CASE("ten thousand divisions in one another") {
    Reading const it = read(repeat("::: a\n", 10000) + "words\n" + repeat(":::\n", 10000));
    CHECK(it.findings() == Findings{"201:1 error nesting-deep"});
    CHECK(has(it, "words"));
}

TEST_CASE("a thousand lists in one another") {
    std::string text;
    for (std::size_t depth = 0; depth < 1000; ++depth)
        text += repeat("  ", depth) + "- w" + std::to_string(depth) + "\n";
    Reading const it = read(text);
    CHECK(it.diagnostics.count(Severity::error) == 1);
    CHECK(has(it, "w0"));
    CHECK(has(it, "w999"));
}

TEST_CASE("spans and emphasis in one another") {
    Reading const spans = read(repeat("[", 5000) + "words" + repeat("]{.a}", 5000));
    CHECK(spans.diagnostics.count(Severity::error) == 1);
    CHECK(has(spans, "words"));
    Reading const marks = read(repeat("*a _b ", 2000) + "words" + repeat("_ *", 2000));
    CHECK(has(marks, "words"));
    CHECK(has(read(repeat("^[", 5000) + "words" + repeat("]", 5000)), "words"));
}

TEST_CASE("a paragraph of ten million bytes") {
    Reading const it = read(repeat("*a b* c ", 1250000) + "words");
    REQUIRE(it.diagnostics.all().size() == 1);
    CHECK(it.diagnostics.all().front().code == Code::paragraph_long);
    CHECK(has(it, "words"));
}

TEST_CASE("openers without closers") {
    for (std::string const opener :
         {"[", "^[", "~~a ", "~a", "^a", "{", "{a=\"", "*a_", "`a", "a]{.b}", "<b>", "![", "[^a", "&amp"}) {
        INFO(opener);
        CHECK(has(read(repeat(opener, 20000) + "words"), "words"));
    }
}

TEST_CASE("twenty thousand notes, and as many definitions of links") {
    std::string text, definitions;
    for (int number = 0; number < 20000; ++number) {
        text += "x[^" + std::to_string(number) + "]\n\n";
        definitions +=
            "[^" + std::to_string(number) + "]: ^note\n\n[l" + std::to_string(number) + "]: https://a.example\n\n";
    }
    Reading const it = read(text + "\n\n" + definitions);
    CHECK(it.findings().empty());
    CHECK(it.document.notes.size() == 20000);
}
