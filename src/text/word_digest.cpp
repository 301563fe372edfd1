#include "text/word_digest.hpp"

#include <algorithm>
#include <cstring>

namespace quoin::text {

namespace {

/// Length in bytes of the sign at this place, 0 where it is a letter or a figure: ASCII, dashes and quotation marks.
std::size_t sign_at(std::string_view word, std::size_t at) {
    char const c = word[at];
    if (c >= 0) return c < '0' || (c > '9' && c < 'A') ? 1 : 0;
    if (word.substr(at, 2) == "\u00AB" || word.substr(at, 2) == "\u00BB") return 2;
    return word.substr(at, 2) == "\xE2\x80" ? 3 : 0; // U+2000 to U+203F
}

std::string_view without_signs(std::string_view word) {
    while (!word.empty()) {
        std::size_t const length = sign_at(word, 0);
        if (length == 0) break;
        word.remove_prefix(std::min(length, word.size()));
    }
    while (!word.empty()) {
        std::size_t last = word.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0U) == 0x80U) --last;
        if (sign_at(word, last) == 0) break;
        word = word.substr(0, last);
    }
    return word;
}

} // namespace

std::uint32_t digest_of_word(std::string_view word) {
    word = without_signs(word);
    constexpr std::size_t least_bytes = 2;
    if (word.size() < least_bytes) return 0;
    std::uint64_t head = 0; // its first letters and its length tell words of a column apart
    std::memcpy(&head, word.data(), std::min(word.size(), sizeof head));
    constexpr std::uint64_t lower_case = 0x2020202020202020U, spread = 0x9E3779B97F4A7C15U;
    return static_cast<std::uint32_t>((((head | lower_case) + word.size()) * spread) >> 32U) | 1U;
}

} // namespace quoin::text
