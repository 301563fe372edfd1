#pragma once
// The markers of lists beyond CommonMark's: `a)`, `(iv)`, `B.`, `c.)`, `(1)`, `а)`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace quoin::reader {

enum class MarkerAlphabet : std::uint8_t { digits, latin, roman, cyrillic, greek };
enum class MarkerEnding : std::uint8_t { period, bracket, period_bracket, brackets }; // a. a) a.) (a)

/// What the items of one list have in common.
struct MarkerStyle {
    MarkerAlphabet alphabet = MarkerAlphabet::digits;
    MarkerEnding ending = MarkerEnding::period;
    bool upper = false;

    bool operator==(MarkerStyle const&) const = default;
};

struct ListMarker {
    std::size_t length = 0;   // bytes, without the space behind it
    MarkerStyle style;        // with the alphabet that a list's first item gives it
    int number = 0;           // in that alphabet: c = 3, iv = 4
    int roman = 0, latin = 0; // "c" is both; 0 = not this one
};

/// The marker at the beginning of `text`, plain numbers with `.` and `)` included.
std::optional<ListMarker> parse_list_marker(std::string_view text);
/// The marker's number when it goes on with a list of this style, or 0.
int number_in_style(ListMarker const&, MarkerStyle);
/// Whether a marker that goes on with no list begins one. "B. Russell" and "г. Москва" begin sentences; two spaces behind the
/// marker say that it is none. `behind` is the rest of the line.
bool may_begin_list(ListMarker const&, std::string_view behind);

} // namespace quoin::reader
