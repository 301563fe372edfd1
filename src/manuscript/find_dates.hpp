#pragma once
// Dates in running text, in the languages of the month tables: "20 June 2023", "31 de julio de 2023", "31 июля 2023
// года", "June 20, 2023", "1. August 2023", "2023-06-20", "20.6.2023", "August 2023".

#include "base/date.hpp"
#include "model/metadata.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoin::manuscript {

struct FoundDate {
    Date date;                      // day 0 when only month and year are stated
    std::size_t begin = 0, end = 0; // bytes of the text, trailing "года", "г." and the like included
    model::Language language;       // of the month's name; empty for figures alone
};

/// All dates with at least a month and a year, in order, none inside another.
std::vector<FoundDate> find_dates(std::string_view text);

} // namespace quoin::manuscript
