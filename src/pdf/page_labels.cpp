#include "pdf/page_labels.hpp"

#include "base/roman.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace quoin::pdf {

namespace {

using Style = LabelRange::Style;

/// 0 when the letters are no roman numeral in its usual form. "i" and "v" alone are numerals: front matter is.
int from_roman(std::string_view letters) {
    int value = 0, last = 0;
    for (auto at = letters.rbegin(); at != letters.rend(); ++at) {
        int digit = 0;
        switch (*at) {
        case 'i': digit = 1; break;
        case 'v': digit = 5; break;
        case 'x': digit = 10; break;
        case 'l': digit = 50; break;
        case 'c': digit = 100; break;
        case 'd': digit = 500; break;
        case 'm': digit = 1000; break;
        default: return 0;
        }
        value += digit < last ? -digit : digit;
        last = digit;
    }
    return roman(value) == letters ? value : 0;
}

std::string changed_case(std::string_view text, char from, int distance) {
    std::string result(text);
    for (char& c : result) {
        if (c >= from && c <= from + 25) c = static_cast<char>(c + distance);
    }
    return result;
}

std::string written(LabelRange const& range, int number) {
    switch (range.style) {
    case Style::none: return range.prefix;
    case Style::decimal: return range.prefix + std::to_string(number);
    case Style::roman_lower: return range.prefix + roman(number);
    case Style::roman_upper: return range.prefix + changed_case(roman(number), 'a', 'A' - 'a');
    }
    return {};
}

LabelRange read_label(std::string const& label, std::size_t page) {
    LabelRange range{page, Style::none, label, 1};
    auto const digits = label.find_last_not_of("0123456789") + 1; // npos + 1 = 0
    if (digits < label.size() && label[digits] != '0' && label.size() - digits <= 6) {
        range.style = Style::decimal;
        range.prefix = label.substr(0, digits);
        std::from_chars(label.data() + digits, label.data() + label.size(), range.start);
    } else if (int const small = from_roman(label); small > 0) {
        range = {page, Style::roman_lower, "", small};
    } else if (label == changed_case(label, 'a', 'A' - 'a')) {
        int const large = from_roman(changed_case(label, 'A', 'a' - 'A'));
        if (large > 0) range = {page, Style::roman_upper, "", large};
    }
    return range;
}

} // namespace

std::string roman(int number) { return roman_number(number); }

std::vector<LabelRange> label_ranges(std::vector<page::Page> const& pages) {
    std::vector<LabelRange> ranges;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        auto const& label = pages[index].label;
        if (!ranges.empty()) {
            auto const& range = ranges.back();
            if (written(range, range.start + static_cast<int>(index - range.first_page)) == label) continue;
        }
        ranges.push_back(read_label(label, index));
    }
    return ranges;
}

} // namespace quoin::pdf
