#include "office/list_markers.hpp"

#include "base/roman.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

constexpr int letters = 26;
/// A list has no item behind this; what says so was made to fill the memory.
constexpr int most_repeats = 8;
/// Larger numerals are words and units to the reader of the source format.
constexpr int largest_roman = 199;
constexpr std::size_t most_digits = 9;

std::string in_capitals(std::string text) {
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

std::string in_small(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

std::string in_letters(int number) {
    int const repeats = (number - 1) / letters + 1;
    if (number < 1 || repeats > most_repeats) return std::to_string(number);
    return std::string(static_cast<std::size_t>(repeats), static_cast<char>('a' + (number - 1) % letters));
}

bool is_foreign_letter(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) < 0x80 || first_invalid_utf8(text)) return false;
    std::size_t at = 0;
    char32_t const letter = next_character(text, at);
    bool const greek = letter >= 0x391 && letter <= 0x3C9;
    bool const cyrillic = letter >= 0x410 && letter <= 0x44F;
    return at == text.size() && (greek || cyrillic);
}

/// What may stand between the brackets or before the full stop.
bool is_number(std::string_view body) {
    if (body.empty()) return false;
    bool const digits = std::all_of(body.begin(), body.end(), [](char each) { return each >= '0' && each <= '9'; });
    if (digits) return body.size() <= most_digits;
    std::string const small = in_small(body);
    bool const one_case = small == body || in_capitals(small) == body;
    if (small.size() == 1) return small[0] >= 'a' && small[0] <= 'z';
    int const roman = roman_value(small);
    return (one_case && roman > 0 && roman <= largest_roman) || is_foreign_letter(body);
}

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
}

} // namespace

std::string written_number(NumberFormat format, int number) {
    switch (format) {
    case NumberFormat::small_letters: return in_letters(number);
    case NumberFormat::capitals: return in_capitals(in_letters(number));
    case NumberFormat::small_roman:
    case NumberFormat::capital_roman: {
        std::string const roman = roman_number(number);
        if (roman.empty()) break;
        return format == NumberFormat::small_roman ? roman : in_capitals(roman);
    }
    case NumberFormat::digits: break;
    }
    return std::to_string(number);
}

std::optional<std::string> printable_marker(std::string_view written) {
    std::string_view const marker = without_spaces(written);
    if (is_number(marker)) return std::string(marker) + ".";
    if (marker.starts_with('(') && marker.ends_with(')') && is_number(marker.substr(1, marker.size() - 2)))
        return std::string(marker);
    for (std::string_view const ending : {".)", ")", "."})
        if (marker.ends_with(ending) && is_number(marker.substr(0, marker.size() - ending.size())))
            return std::string(marker);
    for (std::string_view const ending : {":", "-", "–", "—", ",", ";"}) {
        if (!marker.ends_with(ending)) continue;
        std::string_view const body = without_spaces(marker.substr(0, marker.size() - ending.size()));
        if (is_number(body)) return std::string(body) + ".";
    }
    return std::nullopt;
}

} // namespace quoin::office
