#pragma once
// Roman numerals: folios of the front matter, list numbers, page labels.

#include <string>

namespace quoin {

/// 4 → "iv"; empty below 1 and above 3999.
std::string roman_number(int number);

} // namespace quoin
