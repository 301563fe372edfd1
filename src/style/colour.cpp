#include "style/bind.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace quoin::style {

bool parse_hex_colour(std::string const& text, std::array<std::uint8_t, 3>& colour) {
    unsigned value = 0;
    if (text.size() != 7 || text[0] != '#') return false;
    auto const [end, code] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (code != std::errc{} || end != text.data() + 7) return false;
    colour = {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>((value >> 8U) & 0xFFU),
              static_cast<std::uint8_t>(value & 0xFFU)};
    return true;
}

std::array<std::uint8_t, 3> screen_colour(std::array<int, 4> const& cmyk) {
    // Offset inks absorb less than ideal ones; these are rough sRGB values of single full tones in FOGRA39.
    static constexpr std::array<std::array<double, 3>, 4> tones{
        {{0.0, 0.62, 0.88}, {0.88, 0.0, 0.48}, {1.0, 0.93, 0.0}, {0.11, 0.10, 0.10}}};
    std::array<std::uint8_t, 3> rgb{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        double light = 1;
        for (std::size_t ink = 0; ink < 4; ++ink) light *= 1 - cmyk[ink] / 1000.0 * (1 - tones[ink][channel]);
        rgb[channel] = static_cast<std::uint8_t>(std::lround(light * 255));
    }
    return rgb;
}

namespace {

double luminance(std::array<std::uint8_t, 3> const& rgb) { // WCAG 2.2, relative luminance
    static constexpr std::array<double, 3> weights{0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        double const c = rgb[i] / 255.0;
        sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

} // namespace

std::array<std::uint8_t, 3> dark_ground_colour(std::array<std::uint8_t, 3> const& rgb) {
    std::array<std::uint8_t, 3> lighter = rgb;
    for (int step = 0; step < 20 && (luminance(lighter) + 0.05) / 0.05 < 7; ++step)
        for (std::uint8_t& channel : lighter) channel = static_cast<std::uint8_t>(channel + (255 - channel) / 8);
    return lighter;
}

} // namespace quoin::style
