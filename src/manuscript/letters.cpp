#include "manuscript/letters.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace quoin::manuscript {

char32_t previous_character(std::string_view text, std::size_t& at) {
    if (at == 0) return 0;
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    std::size_t begin = at;
    return next_character(text, begin);
}

char32_t character_before(std::string_view text, std::size_t at) { return previous_character(text, at); }

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? next_character(text, at) : U'\0';
}

bool is_space(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_punctuation(char32_t c) {
    if (c == 0) return false;
    auto const mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_word_character(char32_t c) {
    auto const mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return c != 0 && (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}

bool is_digit(char32_t c) { return c != 0 && u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) {
    return c != 0 && (u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0);
}
bool is_lower(char32_t c) { return c != 0 && u_islower(static_cast<UChar32>(c)) != 0; }

char32_t fold(char32_t c) { return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)); }

std::string fold_case(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_utf8(result, fold(next_character(text, at)));
    return result;
}

std::optional<std::size_t> match_folded(std::string_view text, std::size_t at, std::string_view what) {
    for (std::size_t i = 0; i < what.size();) {
        if (at >= text.size() || fold(next_character(text, at)) != next_character(what, i)) return std::nullopt;
    }
    return at;
}

} // namespace quoin::manuscript
