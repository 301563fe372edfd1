#include "base/length.hpp"

#include <cmath>
#include <fmt/format.h>

namespace quoin {

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

} // namespace quoin
