#include "preflight/plain_text.hpp"

#include "base/utf8.hpp"

#include <cstdint>

namespace quoin::preflight {

namespace {

bool is_invisible(char32_t c) {
    return c == 0x00a0 || c == 0x00ad || c == 0x1680 || (c >= 0x2000 && c <= 0x200f) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || (c >= 0x2060 && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Everything that is no punctuation, symbol or figure of the blocks that texts take those from.
bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_letter(static_cast<unsigned char>(c));
    if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba;
    return c != 0xd7 && c != 0xf7 && !is_invisible(c) && !(c >= 0x2000 && c < 0x2c00) && !(c >= 0x3000 && c < 0x3040) &&
           !(c >= 0xfe00 && c < 0xfe10);
}

// Latin, Greek and Cyrillic in their first blocks: what layouts set in capitals.
char32_t small(char32_t c) {
    if ((c >= 0xc0 && c <= 0xde) || (c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f)) return c + 0x20;
    if (c >= 0x400 && c <= 0x40f) return c + 0x50;
    if (c >= 0x100 && c <= 0x137 && c % 2 == 0 && c != 0x130) return c + 1;
    if (c >= 0x139 && c <= 0x148 && c % 2 == 1) return c + 1;
    if ((c >= 0x14a && c <= 0x177 && c % 2 == 0) || (c >= 0x460 && c <= 0x52f && c % 2 == 0)) return c + 1;
    if (c >= 0x179 && c <= 0x17d && c % 2 == 1) return c + 1;
    return c;
}

void append_utf16(std::string& to, std::string_view bytes) {
    auto const unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                     static_cast<unsigned char>(bytes[at + 1]));
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t character = unit(at);
        if (character >= 0xd800 && character < 0xdc00 && at + 3 < bytes.size()) {
            character = 0x10000 + ((character - 0xd800) << 10) + (unit(at + 2) & 0x3ff);
            at += 2;
        }
        append_utf8(to, character);
    }
}

} // namespace

void append_plain(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte > ' ') to += text[at];
            ++at;
            continue;
        }
        auto const begin = at;
        if (!is_invisible(next_character(text, at))) to += text.substr(begin, at - begin);
    }
}

void append_letters(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (is_ascii_letter(byte)) to += static_cast<char>(byte | 0x20);
            ++at;
            continue;
        }
        char32_t const character = next_character(text, at);
        if (is_letter(character)) append_utf8(to, small(character));
    }
}

std::string in_small_letters(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const character = next_character(text, at);
        append_utf8(result, character >= 'A' && character <= 'Z' ? character + 0x20 : small(character));
    }
    return result;
}

std::string from_text_string(std::string_view bytes) {
    std::string text;
    if (bytes.size() >= 2 && bytes.substr(0, 2) == "\xfe\xff") {
        append_utf16(text, bytes.substr(2));
    } else if (bytes.size() >= 3 && bytes.substr(0, 3) == "\xef\xbb\xbf") {
        text = bytes.substr(3);
    } else {
        // PDFDocEncoding is Latin-1 where our words need it.
        for (char const c : bytes) append_utf8(text, static_cast<unsigned char>(c));
    }
    return text;
}

} // namespace quoin::preflight
