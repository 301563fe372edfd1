// Distances on paper: exact, rounded once, the same text everywhere.

#include "base/length.hpp"

#include <catch2/catch.hpp>
#include <limits>

namespace quoin::test {

TEST_CASE("a length is a whole number of units") {
    CHECK(Length::points(1).units == 65536);
    CHECK(Length::from_points(0.5).units == 32768);
    CHECK(Length::from_points(-0.5).units == -32768);
    CHECK(Length::from_millimetres(25.4) == Length::points(72));
    CHECK(Length::from_millimetres(210).units == 39011981);
}

TEST_CASE("a length is rounded to the nearest unit, halves away from zero") {
    double const half = 0.5 / 65536;
    CHECK(Length::from_points(half).units == 1);
    CHECK(Length::from_points(-half).units == -1);
    CHECK(Length{7}.scaled(1, 2).units == 4);
    CHECK(Length{-7}.scaled(1, 2).units == -4);
    CHECK(Length{10}.scaled(1, 3).units == 3);
    CHECK(Length{-10}.scaled(1, 3).units == -3);
    CHECK(Length{11}.scaled(1, 3).units == 4);
}

TEST_CASE("scaling does not overflow on the way") {
    std::int64_t const large = std::numeric_limits<std::int64_t>::max() / 2;
    CHECK(Length{large}.scaled(1000, 1000).units == large);
    CHECK(Length{large}.scaled(3, 2).units == large + large / 2 + 1);
}

TEST_CASE("lengths are added, compared and divided like numbers") {
    Length const a = Length::points(13), b = Length::points(4);
    CHECK(a + b == Length::points(17));
    CHECK(a - b == Length::points(9));
    CHECK(-a < Length::zero());
    CHECK(b * 3 == Length::points(12));
    CHECK(3 * b == b * 3);
    CHECK(a / b == 3);
    CHECK(Length::points(5) / 2 == Length::from_points(2.5));
}

TEST_CASE("a length is written in points with three decimals") {
    CHECK(to_string(Length::from_points(131.25)) == "131.250");
    CHECK(to_string(Length::from_points(10.2)) == "10.200"); // 10.2 pt is no whole number of units
    CHECK(to_string(Length::from_points(-0.75)) == "-0.750");
    CHECK(to_string(Length{1}) == "0.000");
    CHECK(to_string(Length{-1}) == "0.000");
    CHECK(to_string(Length::from_millimetres(129)) == "365.669");
    CHECK(to_string(Length{65535}) == "1.000");
}

} // namespace quoin::test
