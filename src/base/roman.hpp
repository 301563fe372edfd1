#pragma once
// Roman numerals: folios of the front matter, list numbers, page labels.

#include <string>
#include <string_view>

namespace quoin {

/// 4 → "iv"; empty below 1 and above 3999.
std::string roman_number(int number);
/// "iv" → 4; 0 when it is no numeral in small letters, written as roman_number() writes it.
int roman_value(std::string_view numeral);

} // namespace quoin
