#pragma once
// Numbers of lists as they are printed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoin::office {

enum class NumberFormat : std::uint8_t { digits, small_letters, capitals, small_roman, capital_roman };

/// 27 in letters is "aa", as word processors count; numbers that a format has no sign for are written in digits.
std::string written_number(NumberFormat, int number);

/// The marker as the source format can hold it (docs/manual/sources.md: "1." "1)" "(1)" "a." "a)" "a.)" "(a)" "iv."): a bare
/// "1", or "1:" and "1 –", get a full stop. Nothing when that is not enough, as for "1.2" and "Art. 1".
std::optional<std::string> printable_marker(std::string_view marker);

} // namespace quoin::office
