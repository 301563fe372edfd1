#include "reader/standard_numbers.hpp"

#include <string>

namespace quoin::reader {

namespace {

constexpr int ten = 10;

/// Values of the digits, the last of which may be X for ten; empty when another character occurs.
std::string digits_of(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const letter = text[at];
        if (letter == '-' || letter == ' ') continue;
        bool const last_is_ten = at + 1 == text.size() && (letter == 'X' || letter == 'x');
        if (!last_is_ten && (letter < '0' || letter > '9')) return {};
        digits += static_cast<char>(last_is_ten ? ten : letter - '0');
    }
    return digits;
}

/// ISSN and ISBN-10: weights fall to 1, the sum is a multiple of 11.
bool falls_to_eleven(std::string const& digits) {
    int sum = 0;
    for (std::size_t at = 0; at < digits.size(); ++at) sum += digits[at] * static_cast<int>(digits.size() - at);
    return sum % 11 == 0;
}

} // namespace

bool is_issn(std::string_view text) {
    std::string const digits = digits_of(text);
    return text.size() == 9 && text[4] == '-' && digits.size() == 8 && falls_to_eleven(digits);
}

bool is_isbn(std::string_view text) {
    std::string const digits = digits_of(text);
    if (digits.size() == 10) return falls_to_eleven(digits);
    if (digits.size() != 13 || digits.back() == ten) return false;
    int sum = 0;
    for (std::size_t at = 0; at < digits.size(); ++at) sum += digits[at] * (at % 2 == 0 ? 1 : 3);
    return sum % 10 == 0 && digits[0] == 9 && digits[1] == 7 && (digits[2] == 8 || digits[2] == 9);
}

} // namespace quoin::reader
