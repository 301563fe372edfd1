#include "recover/fragment.hpp"

#include "base/roman.hpp"
#include "base/utf8.hpp"
#include "recover/letters.hpp"

namespace quoin::recover {
namespace {

int superscript_value(char32_t c) {
    if (c == U'¹') return 1;
    if (c == U'²') return 2;
    if (c == U'³') return 3;
    if (c == U'⁰') return 0;
    return c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁰') : -1;
}

/// Figures from `at` on; -1 when there are none or more than four.
int read_number(std::string_view raw, std::size_t& at) {
    std::size_t const begin = at;
    int value = 0;
    while (at < raw.size() && raw[at] >= '0' && raw[at] <= '9' && at - begin < 5)
        value = value * 10 + (raw[at++] - '0');
    return at == begin || at - begin > 4 ? -1 : value;
}

/// The closing sign of a marker, with a backslash that an extractor put before it, and of "c.)" both.
char32_t read_closing(std::string_view raw, std::size_t& at) {
    char32_t sign = 0;
    for (int signs = 0; signs < 2 && at < raw.size(); ++signs) {
        std::size_t next = at + (raw[at] == '\\' ? 1 : 0);
        if (next >= raw.size() || (raw[next] != '.' && raw[next] != ')') || (signs == 1 && raw[next] == '.')) break;
        sign = static_cast<char32_t>(raw[next]);
        at = next + 1;
    }
    return sign;
}

bool at_space(std::string_view raw, std::size_t at) { return at < raw.size() && is_space(character_at(raw, at)); }

bool is_bullet(char32_t c) {
    return c == U'•' || c == U'·' || c == U'●' || c == U'■' || c == U'▪' || c == U'◦' || c == U'►' || c == U'–' ||
           c == U'-' || c == U'*' || c == U'—' || c == U'▸' || c == U'✓' || c == U'+' || c == U'\uF0B7' || c == U'‣' ||
           c == U'∙' || c == U'○' || c == U'□';
}

Marker bracketed(std::string_view raw, std::size_t at) {
    Marker found{.begin = at};
    char const open = raw[at];
    std::size_t next = at + 1;
    int const number = read_number(raw, next);
    if (number < 0 || next >= raw.size() || raw[next] != (open == '[' ? ']' : ')')) return {};
    found.form = open == '[' ? MarkerForm::bracket : MarkerForm::enclosed;
    found.number = number;
    found.end = next + 1;
    return found;
}

Marker numbered(std::string_view raw, std::size_t at) {
    Marker found{.begin = at};
    std::size_t next = at;
    found.number = read_number(raw, next);
    if (found.number < 0) return {};
    found.sign = read_closing(raw, next);
    found.end = next;
    if (found.sign == U'.')
        found.form = MarkerForm::dot;
    else if (found.sign == U')')
        found.form = MarkerForm::parenthesis;
    else
        found.form = MarkerForm::bare;
    // "1.5 million", "2.3.2023" and "12" alone are no markers.
    if (!at_space(raw, next) && (found.form == MarkerForm::bare || is_digit(character_at(raw, next)))) return {};
    return found;
}

Marker superscript(std::string_view raw, std::size_t at) {
    Marker found{.form = MarkerForm::superscript, .begin = at};
    std::size_t next = at;
    for (std::size_t step = at; step < raw.size() && found.number < 1000;) {
        int const value = superscript_value(next_character(raw, step));
        if (value < 0) break;
        found.number = found.number * 10 + value;
        next = step;
    }
    found.end = next;
    return next == at ? Marker{} : found;
}

/// "a)", "(a)", "iv.", "c.)"; letters with a full stop alone may be initials, so that only roman figures may have one.
Marker lettered(std::string_view raw, std::size_t at) {
    Marker found{.begin = at};
    bool const enclosed = raw[at] == '(';
    std::size_t const begin = at + (enclosed ? 1 : 0);
    std::size_t next = begin;
    std::string letters;
    while (next < raw.size() && letters.size() < 6 && is_word_character(character_at(raw, next)) &&
           !is_digit(character_at(raw, next)))
        append_utf8(letters, next_character(raw, next));
    if (letters.empty()) return {};
    found.sign = read_closing(raw, next);
    if (found.sign == 0 || (enclosed && found.sign != U')')) return {};
    found.end = next;
    std::size_t first = 0;
    char32_t const letter = next_character(letters, first);
    found.upper = is_upper(letter);
    bool const single = first == letters.size();
    std::string lower = letters;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    static constexpr std::string_view figures = "ivxlc";
    bool const roman = lower.find_first_not_of(figures) == std::string::npos;
    if (roman && !(single && lower != "i" && lower != "v" && lower != "x")) {
        found.form = MarkerForm::roman;
        found.number = roman_value(lower);
        return found.number > 0 ? found : Marker{};
    }
    if (!single || (found.sign == U'.' && !enclosed)) return {};
    found.form = MarkerForm::letter;
    if (lower.size() == 1 && lower[0] >= 'a' && lower[0] <= 'z')
        found.number = lower[0] - 'a' + 1;
    else if (char32_t const base = letter >= U'а' ? U'а' : U'А'; letter >= U'А' && letter <= U'я')
        found.number = static_cast<int>(letter - base) + 1;
    else
        return {};
    return found;
}

Marker plain_marker(std::string_view raw, std::size_t at) {
    char32_t const first = character_at(raw, at);
    if (superscript_value(first) >= 0) return superscript(raw, at);
    if (first == U'[') return bracketed(raw, at);
    if (first == U'(') {
        Marker const number = bracketed(raw, at);
        return number ? number : lettered(raw, at);
    }
    if (is_digit(first) && first < 0x80) return numbered(raw, at);
    if (first == U'>') return {.form = MarkerForm::quote, .sign = U'>', .begin = at, .end = at + 1};
    if (is_bullet(first)) {
        std::size_t next = at;
        next_character(raw, next);
        if (!at_space(raw, next)) return {};
        return {.form = MarkerForm::bullet, .sign = first, .begin = at, .end = next};
    }
    return lettered(raw, at);
}

} // namespace

Marker find_marker(std::string_view raw) {
    std::size_t at = 0;
    while (at < raw.size() && at < 3 && (raw[at] == '*' || raw[at] == '_')) ++at;
    if (at < raw.size() && at > 0 && is_space(character_at(raw, at))) at = 0; // "* item"
    if (at >= raw.size()) return {};
    if (raw[at] == '\\' && at + 1 < raw.size()) ++at;
    Marker found = plain_marker(raw, at);
    if (!found) return found;
    std::size_t const emphasis = at;
    found.content = found.end;
    // "**12.** Text": the emphasis is the marker's own; "*12. Text*": it is the text's.
    if (emphasis > 0 && raw[0] != '\\') {
        std::string_view const marks = raw.substr(0, emphasis);
        if (raw.substr(found.end).starts_with(marks))
            found.content = found.end + emphasis;
        else
            found.keep = emphasis;
    }
    while (found.content < raw.size() && is_space(character_at(raw, found.content))) next_character(raw, found.content);
    return found.content < raw.size() ? found : Marker{};
}

} // namespace quoin::recover
