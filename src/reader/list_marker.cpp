#include "reader/list_marker.hpp"

#include "base/roman.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <string>

namespace quoin::reader {

namespace {

/// Above this a "numeral" is rather a word or a unit: "mix.", "cm.", "di.".
constexpr int largest_roman = 199;
constexpr std::size_t most_digits = 9; // as in CommonMark

constexpr std::string_view cyrillic = "абвгдежзиклмнопрстуфхцчшщэюя"; // as lists are lettered: without ё й ъ ы ь
constexpr std::string_view greek = "αβγδεζηθικλμνξοπρστυφχψω";

bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Place of a letter in an alphabet, from 1.
int place_in(std::string_view alphabet, char32_t letter) {
    int place = 1;
    for (std::size_t at = 0; at < alphabet.size(); ++place) {
        if (next_character(alphabet, at) == letter) return place;
    }
    return 0;
}

/// Cyrillic and Greek capitals stand 32 places before their small letters.
constexpr char32_t case_distance = 32;

bool read_foreign_letter(std::string_view text, ListMarker& marker, std::size_t& length) {
    if (static_cast<unsigned char>(text.front()) < 0x80) return false;
    std::size_t at = 0;
    char32_t const letter = next_character(text, at);
    for (bool const upper : {false, true}) {
        char32_t const small = upper ? letter + case_distance : letter;
        for (auto const alphabet : {MarkerAlphabet::cyrillic, MarkerAlphabet::greek}) {
            int const place = place_in(alphabet == MarkerAlphabet::cyrillic ? cyrillic : greek, small);
            if (place == 0) continue;
            marker.style.alphabet = alphabet;
            marker.style.upper = upper;
            marker.number = place;
            length = at;
            return true;
        }
    }
    return false;
}

bool read_latin(std::string_view text, ListMarker& marker, std::size_t& length) {
    bool const upper = is_upper(text.front());
    while (length < text.size() && (upper ? is_upper(text[length]) : is_lower(text[length]))) ++length;
    if (length == 0 || length > 9) return false;
    std::string word(text.substr(0, length));
    if (upper) {
        for (char& letter : word) letter = static_cast<char>(letter - 'A' + 'a');
    }
    marker.style.upper = upper;
    int const roman = roman_value(word);
    marker.roman = roman <= largest_roman ? roman : 0;
    marker.latin = length == 1 ? word.front() - 'a' + 1 : 0;
    if (marker.roman == 0 && marker.latin == 0) return false;
    // `i)` begins a Roman list, any other single letter one of letters.
    bool const as_roman = marker.latin == 0 || word == "i";
    marker.style.alphabet = as_roman ? MarkerAlphabet::roman : MarkerAlphabet::latin;
    marker.number = as_roman ? marker.roman : marker.latin;
    return true;
}

bool read_digits(std::string_view text, ListMarker& marker, std::size_t& length) {
    int value = 0;
    while (length < text.size() && is_digit(text[length]) && length < most_digits) {
        value = value * 10 + (text[length++] - '0');
    }
    marker.style.alphabet = MarkerAlphabet::digits;
    marker.number = value;
    return length > 0;
}

} // namespace

std::optional<ListMarker> parse_list_marker(std::string_view text) {
    bool const opened = text.starts_with('(');
    std::string_view const word = opened ? text.substr(1) : text;
    if (word.empty()) return std::nullopt;
    ListMarker marker;
    std::size_t length = 0;
    bool const found = is_digit(word.front())
                           ? read_digits(word, marker, length)
                           : (read_foreign_letter(word, marker, length) || read_latin(word, marker, length));
    if (!found) return std::nullopt;
    std::string_view const rest = word.substr(length);
    if (opened) {
        if (!rest.starts_with(')')) return std::nullopt;
        marker.style.ending = MarkerEnding::brackets;
        marker.length = length + 2;
    } else if (rest.starts_with(".)")) {
        marker.style.ending = MarkerEnding::period_bracket;
        marker.length = length + 2;
    } else if (rest.starts_with('.') || rest.starts_with(')')) {
        marker.style.ending = rest.front() == '.' ? MarkerEnding::period : MarkerEnding::bracket;
        marker.length = length + 1;
    } else {
        return std::nullopt;
    }
    return marker;
}

int number_in_style(ListMarker const& marker, MarkerStyle style) {
    if (marker.style.ending != style.ending || marker.style.upper != style.upper) return 0;
    if (style.alphabet == MarkerAlphabet::roman) return marker.roman;
    if (style.alphabet == MarkerAlphabet::latin) return marker.latin;
    return marker.style.alphabet == style.alphabet ? marker.number : 0;
}

bool may_begin_list(ListMarker const& marker, std::string_view behind) {
    if (marker.style.ending != MarkerEnding::period) return true;
    bool const foreign =
        marker.style.alphabet == MarkerAlphabet::cyrillic || marker.style.alphabet == MarkerAlphabet::greek;
    bool const one_letter = foreign || marker.length == 2;
    if (one_letter && (behind.starts_with("  ") || behind.starts_with("\t"))) return true;
    if (foreign) return false;
    std::size_t const word = std::min(behind.find_first_not_of(" \t"), behind.size());
    if (one_letter && word + 1 < behind.size() && behind[word + 1] == '.') return false; // "i. e.", "p. m."
    return !one_letter || (!marker.style.upper && marker.number == 1);
}

} // namespace quoin::reader
