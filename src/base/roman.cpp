#include "base/roman.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace quoin {

std::string roman_number(int number) {
    if (number < 1 || number > 3999) return {};
    static constexpr std::array<std::pair<int, std::string_view>, 13> signs{{{1000, "m"},
                                                                             {900, "cm"},
                                                                             {500, "d"},
                                                                             {400, "cd"},
                                                                             {100, "c"},
                                                                             {90, "xc"},
                                                                             {50, "l"},
                                                                             {40, "xl"},
                                                                             {10, "x"},
                                                                             {9, "ix"},
                                                                             {5, "v"},
                                                                             {4, "iv"},
                                                                             {1, "i"}}};
    std::string text;
    for (auto const& [value, sign] : signs)
        for (; number >= value; number -= value) text += sign;
    return text;
}

int roman_value(std::string_view numeral) {
    static constexpr std::string_view letters = "ivxlcdm";
    static constexpr std::array<int, 8> values{1, 5, 10, 50, 100, 500, 1000, 0};
    auto const value_at = [&](std::size_t at) {
        return at < numeral.size() ? values[std::min(letters.find(numeral[at]), letters.size())] : 0;
    };
    constexpr std::size_t longest = 15; // mmmdccclxxxviii
    if (numeral.size() > longest) return 0;
    int value = 0;
    for (std::size_t at = 0; at < numeral.size(); ++at)
        value += value_at(at) < value_at(at + 1) ? -value_at(at) : value_at(at);
    return value > 0 && roman_number(value) == numeral ? value : 0;
}

} // namespace quoin
