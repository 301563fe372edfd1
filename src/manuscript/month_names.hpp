#pragma once
// Names of the months as they stand in dates: in the genitive where a language wants it, alone, and shortened.

#include <array>
#include <span>
#include <string_view>

namespace quoin::manuscript {

struct MonthNames {
    std::string_view language; // BCP 47
    /// January first. Names in lower case with '|' between; behind a ';' the shortened ones, without their full stop.
    std::array<std::string_view, 12> months;
};

/// Languages that are met more often come first. Names are those of the CLDR, with some older and regional ones.
std::span<MonthNames const> month_names();

} // namespace quoin::manuscript
