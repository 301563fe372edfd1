#include "reader/sizes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

constexpr std::array units{std::string_view("mm"), std::string_view("cm"), std::string_view("pt"),
                           std::string_view("in"), std::string_view("em")};

bool is_number(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    bool const digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return digits && std::count(text.begin(), text.end(), '.') <= 1 &&
           text.find_first_of("123456789") != std::string_view::npos;
}

} // namespace

bool is_length(std::string_view text) {
    return std::any_of(units.begin(), units.end(), [text](std::string_view unit) {
        return text.ends_with(unit) && is_number(text.substr(0, text.size() - unit.size()));
    });
}

bool is_insert_size(std::string_view text) {
    if (text == "column" || text == "half" || text == "full") return true;
    std::size_t const cross = text.find('x');
    return cross != std::string_view::npos && is_length(text.substr(0, cross)) && is_length(text.substr(cross + 1));
}

std::vector<std::string> insert_sizes(std::string_view text, Span span, Diagnostics& diagnostics) {
    std::vector<std::string> sizes;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
        std::size_t const end = std::min(text.find(' ', at), text.size());
        std::string size(text.substr(at, end - at));
        if (is_insert_size(size)) {
            sizes.push_back(std::move(size));
        } else {
            diagnostics.error(Code::value_invalid, span, fmt::format("\"{}\" is no size of an insert", size),
                              {"write column, half, full, or a width and height as 60mmx40mm, with spaces between"});
        }
        at = text.find_first_not_of(' ', end);
    }
    return sizes;
}

bool is_figure_width(std::string_view text) {
    if (text == "column" || text == "page" || is_length(text)) return true;
    return text.ends_with('%') && is_number(text.substr(0, text.size() - 1));
}

} // namespace quoin::reader
