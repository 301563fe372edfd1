#pragma once
// Levels of UAX #9 for a paragraph, and the visual order of a line.

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoin::text {

struct BidiLevels {
    std::vector<std::uint8_t> of_byte; // empty: everything runs from left to right
    std::uint8_t base = 0;
};

/// Levels of UTF-8 text. Texts without right-to-left characters cost one look at each byte.
BidiLevels bidi_levels(std::string_view text, bool right_to_left_language);

/// For each visual place from the left, the index of the logical item that stands there.
std::vector<std::size_t> visual_order(std::vector<std::uint8_t> const& levels);

} // namespace quoin::text
