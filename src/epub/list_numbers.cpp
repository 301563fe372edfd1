#include "epub/list_numbers.hpp"

#include "base/roman.hpp"

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace quoin::epub {

namespace {

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// As CSS counter styles print a number; letters beyond z are left to literal markers.
std::string printed(int number, std::string const& type) {
    if (number < 1) return type.empty() ? std::to_string(number) : std::string();
    if (type == "a" || type == "A") {
        std::string const letter = number <= 26 ? std::string(1, static_cast<char>('a' + number - 1)) : std::string();
        return type == "a" ? letter : upper(letter);
    }
    if (type == "i") return roman_number(number);
    if (type == "I") return upper(roman_number(number));
    return std::to_string(number);
}

std::string core(std::string const& marker) {
    std::string text;
    for (char const c : marker)
        if (std::string_view("().[] ").find(c) == std::string_view::npos) text += c;
    return text;
}

// The type under which every item's number reads as its marker does; decimal when none fits.
std::pair<std::string, bool> fitting_type(model::List const& list) {
    for (char const* type : {"", "a", "i", "A", "I"}) {
        bool fits = true;
        for (model::ListItem const& item : list.items)
            fits = fits && !core(item.marker).empty() && core(item.marker) == printed(item.number, type);
        if (fits) return {type, true};
    }
    return {"", false};
}

} // namespace

ListNumbers list_numbers(model::List const& list) {
    ListNumbers numbers;
    bool fits = false;
    std::tie(numbers.type, fits) = fitting_type(list);
    numbers.literal = !fits;
    for (model::ListItem const& item : list.items)
        if (item.marker != core(item.marker) + ".") numbers.literal = true;
    int next = 1;
    for (model::ListItem const& item : list.items) {
        bool const first = numbers.values.empty();
        std::string& value = numbers.values.emplace_back();
        if (!fits) continue;
        if (first && item.number != 1) numbers.start = std::to_string(item.number);
        if (!first && item.number != next) value = std::to_string(item.number);
        // MuPDF counts from 1 whatever `start` and `value` say: the thesis after a figure would lose its number.
        if (!numbers.start.empty() || !value.empty()) numbers.literal = true;
        next = item.number + 1;
    }
    return numbers;
}

} // namespace quoin::epub
