// What ICU's line breaking allows and typography does not.

#include "base/utf8.hpp"
#include "text/text_breaks.hpp"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

namespace quoin::text {

namespace {

// Prices of breaks that are possible and not welcome, in the units of TYPESETTING.md 2.4.
constexpr std::uint16_t hard_hyphen_price = 20, dash_price = 10, range_price = 60, slash_price = 40, number_price = 15;

constexpr char32_t none = 0;

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? next_character(text, at) : none;
}

std::size_t start_before(std::string_view text, std::size_t at) {
    while (at > 0) {
        --at;
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
    }
    return at;
}

char32_t character_before(std::string_view text, std::size_t at) {
    return at == 0 ? none : character_at(text, start_before(text, at));
}

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || is_space_character(c); }
bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }
bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c);
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

bool closes_always(char32_t c) {
    switch (c) {
    case U')':
    case U']':
    case U'}':
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'%':
    case U'‰': return true;
    default: return false;
    }
}

// Signs that close when nothing of a word follows at once: "presidency .", " …", " »".
bool closes_before_space(char32_t c) {
    switch (c) {
    case U'.':
    case U'…':
    case U'»':
    case U'«':
    case U'›':
    case U'‹':
    case U'”':
    case U'“':
    case U'’': return true;
    default: return false;
    }
}

bool opens_always(char32_t c) {
    switch (c) {
    case U'(':
    case U'[':
    case U'{':
    case U'¿':
    case U'¡':
    case U'„':
    case U'‚': return true;
    default: return false;
    }
}

/// Quotes that open or close: guillemets by language, “ and ‘ by what stands before them („so“, “so”).
bool opens(char32_t c, char32_t before, Language const& language) {
    bool const free = before == none || is_space(before) || opens_always(before);
    switch (c) {
    case U'«':
    case U'‹': return !language.inward_guillemets;
    case U'»':
    case U'›': return language.inward_guillemets || (free && (language.primary == "sv" || language.primary == "fi"));
    case U'“':
    case U'‘': return free;
    default: return opens_always(c);
    }
}

/// Scripts that break between letters: ideographs, kana, Hangul, and those that ICU breaks by dictionary.
bool breaks_anywhere(char32_t c) {
    if (c < 0x0E00) return false;
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_H2:
    case U_LB_H3:
    case U_LB_JL:
    case U_LB_JV:
    case U_LB_JT:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_NONSTARTER:
    case U_LB_CLOSE_PUNCTUATION: return true;
    default: return false;
    }
}

struct Token {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

Token token_before(std::string_view text, std::size_t end) {
    Token token{end, end};
    while (token.begin > 0 && end - token.begin < 24) {
        std::size_t const start = start_before(text, token.begin);
        if (is_space(character_at(text, start))) break;
        token.begin = start;
    }
    return token;
}

Token token_after(std::string_view text, std::size_t begin) {
    Token token{begin, begin};
    while (token.end < text.size() && token.end - begin < 24) {
        std::size_t next = token.end;
        if (is_space(next_character(text, next))) break;
        token.end = next;
    }
    return token;
}

std::string_view without_signs(std::string_view word) {
    while (!word.empty()) {
        std::size_t const last = start_before(word, word.size());
        if (is_word_character(character_at(word, last)) || word[last] == '%') break;
        word = word.substr(0, last);
    }
    return word;
}

/// A letter with a full stop: "J.", "z.".
bool is_initial(std::string_view word, char32_t& letter) {
    std::size_t at = 0;
    if (word.empty()) return false;
    letter = next_character(word, at);
    if (!is_letter(letter) && at < word.size()) letter = next_character(word, at); // "(J."
    return is_letter(letter) && at + 1 == word.size() && word[at] == '.';
}

bool is_lone_word(std::string_view word, Language const& language) {
    std::size_t at = 0;
    while (at < word.size()) {
        char32_t const c = next_character(word, at);
        if (at == word.size())
            return language.lone_words.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))) !=
                   std::u32string_view::npos;
        if (is_word_character(c)) return false; // signs before the letter do not matter: «в
    }
    return false;
}

bool binds_words(std::string_view text, Token const& before, Token const& after, Language const& language) {
    std::string_view const left = before.of(text), right = after.of(text);
    if (!language.lone_words.empty() && is_lone_word(left, language)) return true;
    char32_t const next = character_at(text, after.begin);
    char32_t letter = none, other = none;
    if (is_initial(left, letter)) {
        if (is_upper(letter) && is_upper(next)) return true; // J. Smith
        if (is_initial(without_signs(right) == right ? right : right.substr(0, right.find('.') + 1), other))
            return true; // z. B., т. д.
    }
    if (is_digit(next) && is_short_reference(left)) return true; // p. 12
    if (is_digit(character_before(text, before.end))) {
        if (is_unit(without_signs(right)) || is_unit(right)) return true; // 20 km
        bool const group = right.size() >= 3 &&
                           std::all_of(right.begin(), right.begin() + 3, [](char c) { return c >= '0' && c <= '9'; }) &&
                           (right.size() == 3 || !is_digit(character_at(right, 3)));
        if (group && left.size() <= 3) return true; // 10 000
    }
    return false;
}

Verdict weigh_space(std::string_view text, std::size_t offset, Language const& language) {
    std::size_t end = offset;
    while (end > 0 && is_space(character_before(text, end))) end = start_before(text, end);
    char32_t const next = character_at(text, offset);
    std::size_t after = offset;
    char32_t const beyond = next == none ? none : (next_character(text, after), character_at(text, after));
    bool const word_follows = is_word_character(beyond);
    if (closes_always(next) && !(next == U':' && word_follows)) return {false, BreakKind::space, 0};
    if (closes_before_space(next) && !word_follows && !opens_always(beyond)) {
        bool const sign_follows = beyond != none && !is_space(beyond); // “¡so”
        if (!(sign_follows && next != U'.' && next != U'…')) return {false, BreakKind::space, 0};
    }
    // A dash with spaces around stays with the words before it; with a word behind it, it opens.
    if ((next == U'–' || next == U'—') && (beyond == none || is_space(beyond))) return {false, BreakKind::space, 0};
    char32_t const last = character_before(text, end);
    if (end > 0 && opens(last, character_before(text, start_before(text, end)), language))
        return {false, BreakKind::space, 0};
    Token const left = token_before(text, end), right = token_after(text, offset);
    if (binds_words(text, left, right, language)) return {false, BreakKind::space, 0};
    bool const number = is_digit(last) && end - left.begin <= 4 && is_letter(next);
    return {true, BreakKind::space, number ? number_price : std::uint16_t{0}};
}

/// A space between plain words, as nearly all are: no rule speaks of it.
bool is_plain_space(std::string_view text, std::size_t offset, Language const& language) {
    if (offset < 2 || offset >= text.size() || text[offset - 1] != ' ' || !language.lone_words.empty()) return false;
    auto const last = static_cast<unsigned char>(text[offset - 2]), next = static_cast<unsigned char>(text[offset]);
    return (is_ascii_letter(last) || last == ',') && is_ascii_letter(next);
}

Verdict weigh_inside(std::string_view text, std::size_t offset, Language const& language) {
    std::size_t const last_at = start_before(text, offset);
    char32_t const last = character_at(text, last_at), next = character_at(text, offset);
    char32_t const outside = character_before(text, last_at);
    constexpr Verdict no{false, BreakKind::zero, 0};
    switch (last) {
    case U'\u00AD': return {is_word_character(outside) && is_word_character(next), BreakKind::soft, 0};
    case U'\u200B': return {true, BreakKind::zero, 0};
    case U'-':
    case U'\u2010': {
        // Two letters at least on either side: not "e-|mail", not "-|x".
        char32_t const first = character_before(text, start_before(text, last_at));
        bool const fits = is_word_character(outside) && is_word_character(first) && is_word_character(next);
        return fits ? Verdict{true, BreakKind::hard, hard_hyphen_price} : no;
    }
    case U'–':
        if (!is_word_character(outside) || !is_word_character(next)) return no;
        return {true, BreakKind::zero, is_digit(outside) && is_digit(next) ? range_price : hard_hyphen_price};
    case U'—':
        // A dash that opens (—inciso) keeps its word.
        if (outside == none || is_space(outside) || opens_always(outside)) return no;
        return is_word_character(next) || opens(next, U' ', language) ? Verdict{true, BreakKind::zero, dash_price} : no;
    case U'/': return is_letter(outside) && is_letter(next) ? Verdict{true, BreakKind::zero, slash_price} : no;
    case U'…': return is_word_character(outside) && is_letter(next) ? Verdict{true, BreakKind::zero, range_price} : no;
    default: break;
    }
    if (breaks_anywhere(last) || breaks_anywhere(next)) return {true, BreakKind::zero, 0};
    return no;
}

template <std::size_t count>
bool contains(std::array<std::string_view, count> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

bool is_short_reference(std::string_view word) {
    static constexpr std::array<std::string_view, 44> words{
        "p.",   "pp.",   "S.",   "s.",    "c.",   "с.",   "стр.",  "cтр.", "no.",  "No.",  "nos.",
        "Nos.", "nr.",   "Nr.",  "nº",    "n.º",  "№",    "§",     "§§",   "vol.", "Vol.", "fig.",
        "Fig.", "figs.", "ch.",  "chap.", "art.", "Art.", "Bd.",   "Abb.", "Kap.", "рис.", "гл.",
        "ст.",  "т.",    "вып.", "t.",    "núm.", "pág.", "págs.", "cap.", "рр.",  "str.", "č."};
    while (!word.empty() && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
    return contains(words, word);
}

bool is_unit(std::string_view word) {
    static constexpr std::array<std::string_view, 41> words{
        "%",   "‰",  "°",  "°C", "°F", "€",  "£",   "$",  "km", "m",  "cm",  "mm",   "kg", "g",
        "mg",  "t",  "ha", "l",  "ml", "kW", "kWh", "MW", "GW", "Hz", "MB",  "GB",   "pt", "em",
        "mph", "км", "м",  "см", "мм", "кг", "г",   "т",  "га", "гг", "млн", "млрд", "тыс"};
    return contains(words, word);
}

bool leans_forward(std::string_view text, std::size_t offset, Language const& language) {
    std::size_t end = offset;
    while (end > 0 && is_space(character_before(text, end))) end = start_before(text, end);
    std::string word = " ";
    std::string_view const last = token_before(text, end).of(text);
    for (std::size_t at = 0; at < last.size();)
        append_utf8(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_character(last, at)))));
    word += ' ';
    return language.leaning_words.find(word) != std::string_view::npos;
}

Verdict weigh_break(std::string_view text, std::size_t offset, Language const& language) {
    if (is_plain_space(text, offset, language)) return {true, BreakKind::space, 0};
    char32_t const last = character_before(text, offset);
    if (is_space(last)) return weigh_space(text, offset, language);
    return weigh_inside(text, offset, language);
}

} // namespace quoin::text
