#include "base/length.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace quoin {

namespace {

constexpr double largest = 100000; // of any unit; "inf" and "nan" are no lengths

} // namespace

Length Length::from_points(double points) { return {std::llround(points * static_cast<double>(units_per_point))}; }

Length Length::from_millimetres(double millimetres) { return from_points(millimetres * 72.0 / 25.4); }

Length Length::scaled(std::int64_t numerator, std::int64_t denominator) const {
    __extension__ using Wide = __int128;
    Wide const product = static_cast<Wide>(units) * numerator;
    Wide const half = denominator / 2;
    Wide const rounded = product >= 0 ? (product + half) / denominator : (product - half) / denominator;
    return {static_cast<std::int64_t>(rounded)};
}

std::string to_string(Length length) {
    std::int64_t const thousandths = length.scaled(1000, Length::units_per_point).units;
    std::int64_t const magnitude = thousandths < 0 ? -thousandths : thousandths;
    return fmt::format("{}{}.{:03}", thousandths < 0 ? "-" : "", magnitude / 1000, magnitude % 1000);
}

std::optional<Length> read_length(std::string_view text, Length em) {
    double value = 0;
    auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || !(std::abs(value) < largest)) return std::nullopt;
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (unit == "mm") return Length::from_millimetres(value);
    if (unit == "cm") return Length::from_millimetres(value * 10);
    if (unit == "pt") return Length::from_points(value);
    if (unit == "in") return Length::from_points(value * 72);
    if (unit == "em" && em.units != 0) return Length::from_points(em.in_points() * value);
    return std::nullopt;
}

} // namespace quoin
