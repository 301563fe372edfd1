// Which bytes are characters.

#include "base/utf8.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

TEST_CASE("well-formed text has no bad byte") {
    CHECK_FALSE(first_invalid_utf8(""));
    CHECK_FALSE(first_invalid_utf8("plain"));
    CHECK_FALSE(first_invalid_utf8("Ж ö € \U0001F4D6 \U0010FFFF"));
    CHECK_FALSE(first_invalid_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("the first bad byte is named") {
    CHECK(first_invalid_utf8("ab\xFF") == 2);
    CHECK(first_invalid_utf8("\x80") == 0);  // a trail byte alone
    CHECK(first_invalid_utf8("a\xC3") == 1); // cut off
    CHECK(first_invalid_utf8("a\xE2\x82") == 1);
    CHECK(first_invalid_utf8("\xC0\xAF") == 0); // too long a form of '/'
    CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);
    CHECK(first_invalid_utf8("x\xED\xA0\x80") == 1);    // half a surrogate pair
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0); // above U+10FFFF
    CHECK(first_invalid_utf8("gr\xFC\xDF") == 2);       // Latin-1
}

TEST_CASE("characters are read and written") {
    for (char32_t const character : {U'a', U'ö', U'Ж', U'€', U'\U0001F4D6', U'\U0010FFFF'}) {
        std::string text = "x";
        append_utf8(text, character);
        std::size_t at = 1;
        CHECK(next_character(text, at) == character);
        CHECK(at == text.size());
    }
}

TEST_CASE("a character has its usual name") {
    CHECK(code_point_name(U'ö') == "U+00F6");
    CHECK(code_point_name(U'\U0001F4D6') == "U+1F4D6");
}

} // namespace quoin::test
