#include "manuscript/decode.hpp"

#include "base/utf8.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

using namespace quoin;
using manuscript::decode;

namespace {

/// A text in a single-byte encoding, by the bytes of its letters beyond ASCII.
std::string encode(std::string_view text, std::map<char32_t, char> const& letters) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = next_character(text, at);
        result += c < 0x80 ? static_cast<char>(c) : letters.at(c);
    }
    return result;
}

std::string text_of(std::string_view bytes, std::string_view declared = "") {
    return decode(to_bytes(bytes), declared).text;
}

} // namespace

using namespace std::string_view_literals;

TEST_CASE("marks at the start tell the encoding") {
    CHECK(text_of("\xEF\xBB\xBFhé") == "hé");
    CHECK(text_of("\xFF\xFEh\0\xE9\0"sv) == "hé");
    CHECK(text_of("\xFE\xFF\0h\0\xE9"sv) == "hé");
    CHECK(text_of("\xFF\xFE\0\0h\0\0\0\xE9\0\0\0"sv) == "hé");
    auto const wide = decode(to_bytes("\0W\0o\0r\0d\0s\0 \0i\0n"sv));
    CHECK(wide.text == "Words in");
    CHECK(wide.encoding == "UTF-16BE");
    CHECK(wide.guessed);
    CHECK_FALSE(decode(to_bytes("\xFF\xFEh\0"sv)).guessed);
}

TEST_CASE("UTF-8 is normalised, lines end in line feeds") {
    auto const found = decode(to_bytes("cafe\xCC\x81\r\nb\rc\fd\te\x01"));
    CHECK(found.text == "caf\xC3\xA9\nb\nc\fd\te");
    CHECK(found.encoding == "UTF-8");
    CHECK_FALSE(found.guessed);
    CHECK(found.damaged == 0);
}

TEST_CASE("declared encodings are believed where the bytes allow it") {
    CHECK(text_of("\xEF\xF0\xE8", "windows-1251") == "при");
    CHECK(text_of("\x93o\x94", "iso-8859-1") == "“o”");
    CHECK(text_of("h\xC3\xA9", "iso-8859-1") == "hé");
    CHECK(text_of("h\xE9", "no-such-thing") == "hé");
}

TEST_CASE("a few bad bytes are damage, not another encoding") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "Größe und Maß – ";
    auto const found = decode(to_bytes(text + "\xFF" + text));
    CHECK(found.encoding == "UTF-8");
    CHECK(found.damaged == 1);
    CHECK(found.guessed);
}

TEST_CASE("encodings of Windows, of Unix and of the Macintosh are guessed") {
    auto const windows = decode(to_bytes("\x93"
                                         "The price is \x80 5,\x94 he said \x96 na\xEFve, wasn\x92t it?"));
    CHECK(windows.text == "“The price is € 5,” he said – naïve, wasn’t it?");
    CHECK(windows.guessed);
    // Letters as the Macintosh has them: é 8E, è 8F, à 88, ç 8D, ’ D5.
    CHECK(text_of("L\xD5\x8Et\x8E a \x8Et\x8E tr\x8Fs chaud \x88 Paris, et le fran\x8D"
                  "ais n\xD5y peut rien.") == "L’été a été très chaud à Paris, et le français n’y peut rien.");
}

TEST_CASE("Cyrillic encodings are told apart") {
    std::string_view const text =
        "Призрак бродит по Европе, призрак коммунизма. Все силы старой Европы объединились для "
        "священной травли этого призрака: папа и царь, Меттерних и Гизо.";
    std::map<char32_t, char> windows, koi;
    std::u32string_view const koi_order = U"юабцдефгхийклмнопярстужвьызшэщчъ";
    for (char32_t c = U'А'; c <= U'я'; ++c) windows[c] = static_cast<char>(0xC0 + (c - U'А'));
    for (std::size_t i = 0; i < koi_order.size(); ++i) {
        koi[koi_order[i]] = static_cast<char>(0xC0 + i);
        koi[koi_order[i] - 32] = static_cast<char>(0xE0 + i);
    }
    CHECK(text_of(encode(text, windows)) == text);
    CHECK(text_of(encode(text, koi)) == text);
}

TEST_CASE("Central European bytes are no western ones") {
    std::map<char32_t, char> const letters{{U'ł', '\xB3'}, {U'ą', '\xB9'}, {U'ę', '\xEA'}, {U'ś', '\x9C'},
                                           {U'ć', '\xE6'}, {U'ż', '\xBF'}, {U'ó', '\xF3'}, {U'ź', '\x9F'}};
    std::string_view const text = "Proletariusze wszystkich krajów, łączcie się! Dzieje wszelkiego społeczeństwa są "
                                  "dziejami walk klasowych; żaden ustrój nie ginie, zanim się nie rozwiną siły";
    std::map<char32_t, char> all = letters;
    all[U'ń'] = '\xF1';
    CHECK(text_of(encode(text, all)) == text);
}

TEST_CASE("Japanese in Shift-JIS") {
    // これは日本語の文章です。 thrice
    std::string const sentence =
        "\x82\xB1\x82\xEA\x82\xCD\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42";
    CHECK(text_of(sentence + sentence + sentence) ==
          "これは日本語の文章です。これは日本語の文章です。これは日本語の文章です。");
}

TEST_CASE("empty and tiny files are texts") {
    CHECK(text_of("").empty());
    CHECK(text_of("\xE9") == "é");
    CHECK(text_of("\xFF\xFE").empty());
}
