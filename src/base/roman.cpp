#include "base/roman.hpp"

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

} // namespace quoin
