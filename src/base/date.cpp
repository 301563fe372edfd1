#include "base/date.hpp"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace quoin {

namespace {

std::optional<int> digits(std::string_view text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    auto const [end, code] = std::from_chars(text.data(), text.data() + count, value);
    if (code != std::errc{} || end != text.data() + count || text.front() == '-') return std::nullopt;
    return value;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    auto const year = digits(text, 4);
    if (!year || *year == 0) return std::nullopt;
    Date date{*year, 0, 0};
    if (text.size() >= 7) {
        auto const month = text[4] == '-' ? digits(text.substr(5), 2) : std::nullopt;
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        date.month = *month;
    }
    if (text.size() == 10) {
        auto const day = text[7] == '-' ? digits(text.substr(8), 2) : std::nullopt;
        if (!day) return std::nullopt;
        std::chrono::year_month_day const calendar{std::chrono::year(date.year),
                                                   std::chrono::month(static_cast<unsigned>(date.month)),
                                                   std::chrono::day(static_cast<unsigned>(*day))};
        if (!calendar.ok()) return std::nullopt;
        date.day = *day;
    }
    return date;
}

std::string to_string(Date date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

long long to_epoch(Date date) {
    std::chrono::year_month_day const calendar{
        std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month == 0 ? 1 : date.month)),
        std::chrono::day(static_cast<unsigned>(date.day == 0 ? 1 : date.day))};
    return std::chrono::sys_days(calendar).time_since_epoch().count() * 86400LL;
}

Date from_epoch(long long seconds) {
    long long const days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
    std::chrono::year_month_day const calendar{std::chrono::sys_days{std::chrono::days(days)}};
    return {static_cast<int>(calendar.year()), static_cast<int>(static_cast<unsigned>(calendar.month())),
            static_cast<int>(static_cast<unsigned>(calendar.day()))};
}

} // namespace quoin
