// Encodings, line ends, languages and numbers.

#include "reader/language.hpp"
#include "reader/standard_numbers.hpp"
#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("what is not UTF-8 is an error at its place and becomes a replacement character") {
    Reading const it = read("a\nb\xFF"
                            "c \xC3");
    CHECK(it.findings() == Findings{"2:2 error utf8-invalid", "2:5 error utf8-invalid"});
    CHECK(it.dump() == "paragraph \"a b\uFFFDc \uFFFD\"\n");
}

TEST_CASE("a file in another encoding does not give an error a letter") {
    std::string text;
    for (int count = 0; count < 500; ++count) text += "\xE9 ";
    CHECK(read(text).findings().size() == 21);
}

TEST_CASE("NUL is no end of the text") {
    using namespace std::string_literals;
    Reading const it = read("a\0b"s);
    CHECK(it.findings() == Findings{"1:2 error utf8-invalid"});
    CHECK(it.dump() == "paragraph \"a\uFFFDb\"\n");
}

TEST_CASE("control characters and noncharacters are no text") {
    Reading const it = read("a\x07 b\tc\n\x0C"
                            "d \uFFFE \uFFFD");
    CHECK(it.findings() == Findings{"1:2 error utf8-invalid", "2:1 error utf8-invalid", "2:4 error utf8-invalid"});
    CHECK(it.diagnostics.all().front().message == "the control character U+0007 has no place in a text");
}

TEST_CASE("Windows line ends, old Macintosh ones and a byte order mark") {
    SourceMap sources;
    Diagnostics diagnostics;
    Reading const it = read("a\r\nb\r\n\r\n## c\r\rd[^x]");
    CHECK(it.dump() == "paragraph \"a b\"\nheading 2 \"c\"\nparagraph \"d\" literal\"[^x]\"\n");
    CHECK(it.findings() == Findings{"6:2 error note-undefined"});
}

TEST_CASE("languages by BCP 47, in canonical case") {
    using reader::canonical_language;
    CHECK(canonical_language("en") == "en");
    CHECK(canonical_language("pt-br") == "pt-BR");
    CHECK(canonical_language("SR-latn") == "sr-Latn");
    CHECK(canonical_language("es-419") == "es-419");
    CHECK(canonical_language("grc") == "grc");
    CHECK(canonical_language("de-1996") == "de-1996");
    for (char const* tag : {"", "english", "xx", "qqq", "en_US", "en-Abcd", "uke", "e", "en-", "de AT"}) {
        INFO(tag);
        CHECK(canonical_language(tag).empty());
    }
}

TEST_CASE("check digits of ISSN and ISBN") {
    using reader::is_isbn, reader::is_issn;
    CHECK(is_issn("2049-3630"));
    CHECK(is_issn("2434-561X"));
    CHECK_FALSE(is_issn("2049-3631"));
    CHECK_FALSE(is_issn("20493630"));
    CHECK(is_isbn("978-3-16-148410-0"));
    CHECK(is_isbn("9783161484100"));
    CHECK(is_isbn("0-306-40615-2"));
    CHECK(is_isbn("0-8044-2957-X"));
    CHECK_FALSE(is_isbn("978-3-16-148410-1"));
    CHECK_FALSE(is_isbn("123"));
    CHECK_FALSE(is_isbn(""));
}
