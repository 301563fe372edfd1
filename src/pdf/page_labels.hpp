#pragma once
// PageLabels (ISO 32000-1, 12.4.2): the printed folios as ranges.

#include "page/page_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::pdf {

struct LabelRange {
    enum class Style { none, decimal, roman_lower, roman_upper };
    std::size_t first_page = 0; // from 0
    Style style = Style::none;
    std::string prefix;
    int start = 1;
    bool operator==(LabelRange const&) const = default;
};

/// Roman numerals and numbers with or without a prefix are counted on; any other label is a prefix without a number.
std::vector<LabelRange> label_ranges(std::vector<page::Page> const&);

/// "iv", lower case; empty for numbers outside 1 to 3999.
std::string roman(int number);

} // namespace quoin::pdf
