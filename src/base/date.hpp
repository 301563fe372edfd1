#pragma once
// Calendar dates as publications state them: a year, a month, or a day.

#include <optional>
#include <string>
#include <string_view>

namespace quoin {

struct Date {
    int year = 1980;
    int month = 0; // 0 = not stated
    int day = 0;   // 0 = not stated

    auto operator<=>(Date const&) const = default;
};

/// "2023", "2023-08" or "2023-08-01"; nothing when it is none of these or no day of the calendar.
std::optional<Date> parse_date(std::string_view);
/// The stated precision: "2023-08".
std::string to_string(Date);
/// Seconds since 1970 of the date's first moment in UTC.
long long to_epoch(Date);
Date from_epoch(long long seconds);

} // namespace quoin
