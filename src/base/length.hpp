#pragma once
// Distances on paper: exact integers, so that dumps and pages are the same on every machine.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoin {

/// A distance in 1/65536 of a PostScript point (1/72 inch).
struct Length {
    std::int64_t units = 0;

    static constexpr std::int64_t units_per_point = 65536;

    static constexpr Length zero() { return {0}; }
    static constexpr Length points(std::int64_t whole) { return {whole * units_per_point}; }
    static Length from_points(double points);
    static Length from_millimetres(double millimetres);

    [[nodiscard]] double in_points() const { return static_cast<double>(units) / units_per_point; }
    [[nodiscard]] double in_millimetres() const { return in_points() * 25.4 / 72.0; }
    /// This length times numerator / denominator, rounded half away from zero without overflow.
    [[nodiscard]] Length scaled(std::int64_t numerator, std::int64_t denominator) const;

    constexpr auto operator<=>(Length const&) const = default;
    constexpr Length operator-() const { return {-units}; }
    constexpr Length& operator+=(Length other) {
        units += other.units;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        units -= other.units;
        return *this;
    }
};

constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
constexpr Length operator*(Length a, std::int64_t factor) { return {a.units * factor}; }
constexpr Length operator*(std::int64_t factor, Length a) { return {a.units * factor}; }
constexpr Length operator/(Length a, std::int64_t divisor) { return {a.units / divisor}; }
/// How often `b` fits whole into `a`; both must not be negative.
constexpr std::int64_t operator/(Length a, Length b) { return a.units / b.units; }

struct Point {
    Length x, y;
    bool operator==(Point const&) const = default;
};

struct Size {
    Length width, height;
    bool operator==(Size const&) const = default;
};

/// Points with three decimals and no locale: "131.250".
std::string to_string(Length);
/// "129mm", "1.2 cm", "11pt", "0.5in", and "1.2em" of `em` when that is not zero.
std::optional<Length> read_length(std::string_view text, Length em = {});

} // namespace quoin
