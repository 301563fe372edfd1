// Dates as publications state them.

#include "base/date.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

TEST_CASE("a date keeps the precision it is stated with") {
    CHECK(parse_date("2023") == Date{2023, 0, 0});
    CHECK(parse_date("2023-08") == Date{2023, 8, 0});
    CHECK(parse_date("2023-08-01") == Date{2023, 8, 1});
    for (char const* text : {"2023", "2023-08", "2023-08-01", "0987-06-05"})
        CHECK(to_string(*parse_date(text)) == text);
}

TEST_CASE("what is no day of the calendar is no date") {
    for (char const* text : {"", "23", "2023-", "2023-13", "2023-00", "2023-8-1", "2023-02-29", "2023-04-31", "0000",
                             "-023", "2023-08-1x", "2023/08/01", "2023-08-00", "1 August", "2023-08-01T00:00:00Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
    CHECK(parse_date("2024-02-29"));
}

TEST_CASE("a date begins with its first moment in UTC") {
    CHECK(to_epoch({1970, 1, 1}) == 0);
    CHECK(to_epoch({1980, 0, 0}) == 315532800);
    CHECK(to_epoch({2023, 8, 0}) == to_epoch({2023, 8, 1}));
    CHECK(to_epoch({1969, 12, 31}) == -86400);
}

TEST_CASE("seconds fall on their day, before 1970 too") {
    CHECK(from_epoch(0) == Date{1970, 1, 1});
    CHECK(from_epoch(86399) == Date{1970, 1, 1});
    CHECK(from_epoch(86400) == Date{1970, 1, 2});
    CHECK(from_epoch(-1) == Date{1969, 12, 31});
    CHECK(from_epoch(to_epoch({2024, 2, 29})) == Date{2024, 2, 29});
}

} // namespace quoin::test
