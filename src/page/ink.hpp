#pragma once
// Inks: names of the layout's palette with their press form and their screen form. No colour stands in code as numbers.

#include <array>
#include <cstdint>
#include <string>

namespace quoin::page {

enum class InkId : std::uint32_t {}; // index into PageList::inks

/// Ink 0 of every PageList is "text": black, K alone.
struct Ink {
    std::string name;                    // "accent"
    std::array<std::uint16_t, 4> cmyk{}; // per mille of full tone: C M Y K
    std::array<std::uint8_t, 3> rgb{};   // screen form, sRGB
    std::string spot;                    // "PANTONE 186 C" or empty: a Separation with `cmyk` as alternate
    bool overprints = false;             // black text
    bool operator==(Ink const&) const = default;
};

/// An ink at a strength: 1000 = full tone, 70 = a 7 % tint on white paper.
struct InkUse {
    InkId ink{};
    std::uint16_t tint = 1000;
    bool operator==(InkUse const&) const = default;
};

} // namespace quoin::page
