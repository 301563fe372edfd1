// From a span back to file, line and column as an editor counts them.

#include "base/source_map.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

TEST_CASE("columns count characters, not bytes") {
    SourceMap sources;
    FileId const file = sources.add("articles/01.md", "Größe\nдом: \U0001F4D6 x\n");
    auto const at = [&](std::uint32_t byte) { return sources.locate({file, byte, byte + 1}); };
    CHECK(at(0) == Location{"articles/01.md", 1, 1});
    CHECK(at(2) == Location{"articles/01.md", 1, 3});
    CHECK(at(4) == Location{"articles/01.md", 1, 4}); // ö and ß have two bytes each
    CHECK(at(6) == Location{"articles/01.md", 1, 5});
    CHECK(at(7) == Location{"articles/01.md", 1, 6}); // the line feed belongs to its line
    CHECK(at(8) == Location{"articles/01.md", 2, 1});
    CHECK(at(14) == Location{"articles/01.md", 2, 4});
    CHECK(at(21) == Location{"articles/01.md", 2, 8}); // behind a character of four bytes
}

TEST_CASE("a place behind the end is the end") {
    SourceMap sources;
    FileId const file = sources.add("a.md", "one\ntwo");
    CHECK(sources.locate({file, 900, 901}) == Location{"a.md", 2, 4});
    FileId const ended = sources.add("b.md", "one\n");
    CHECK(sources.locate({ended, 4, 4}) == Location{"b.md", 2, 1});
}

TEST_CASE("an empty file has a first line") {
    SourceMap sources;
    FileId const file = sources.add("empty.md", "");
    CHECK(sources.locate({file, 0, 0}) == Location{"empty.md", 1, 1});
}

TEST_CASE("columns count characters in lines of any length") {
    SourceMap sources;
    std::string text = "short\n";
    for (int i = 0; i < 10'000; ++i) text += "\xC3\xA9x";
    FileId const file = sources.add("long.md", text + "\nend\n");
    for (std::uint32_t const pair : {0U, 1U, 1364U, 1365U, 2731U, 9999U}) {
        CAPTURE(pair);
        CHECK(sources.locate({file, 6 + 3 * pair, 6 + 3 * pair + 2}) == Location{"long.md", 2, 2 * pair + 1});
        CHECK(sources.locate({file, 6 + 3 * pair + 2, 6 + 3 * pair + 3}) == Location{"long.md", 2, 2 * pair + 2});
    }
    CHECK(sources.locate({file, 30'007, 30'008}) == Location{"long.md", 3, 1});
}

TEST_CASE("a span without a file has no place") {
    SourceMap const sources;
    CHECK(sources.locate({}) == Location{});
}

TEST_CASE("the next text's id is known before the text is") {
    SourceMap sources;
    sources.add("first.md", "text");
    FileId const next = sources.next();
    CHECK(sources.add("second.md", "text") == next);
}

TEST_CASE("texts and paths stay where they are while files are added") {
    SourceMap sources;
    FileId const first = sources.add("first.md", "text");
    for (int i = 0; i < 100; ++i) sources.add("other.md", "x");
    CHECK(sources.text(first) == "text");
    CHECK(sources.path(first) == "first.md");
}

} // namespace quoin::test
