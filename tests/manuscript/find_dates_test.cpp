#include "manuscript/find_dates.hpp"

#include "manuscript/month_names.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace quoin;
using manuscript::find_dates;

namespace {

/// "2023-06-20 en [20 June 2023]"
std::string shown(std::string_view text) {
    std::string result;
    for (manuscript::FoundDate const& each : find_dates(text)) {
        if (!result.empty()) result += " + ";
        result += to_string(each.date) + " " + each.language + " [" +
                  std::string(text.substr(each.begin, each.end - each.begin)) + "]";
    }
    return result;
}

/// Only the date.
std::string date(std::string_view text) {
    auto const found = find_dates(text);
    return found.size() == 1 ? to_string(found.front().date) : std::to_string(found.size()) + " dates";
}

} // namespace

TEST_CASE("dates with a month's name") {
    CHECK(shown("By Jane Doe, 20 June 2023") == "2023-06-20 en [20 June 2023]");
    CHECK(shown("June 20th, 2023, London") == "2023-06-20 en [June 20th, 2023]");
    CHECK(shown("Por Juan, 31 de julio de 2023") == "2023-07-31 es [31 de julio de 2023]");
    CHECK(shown("31 июля 2023 года,") == "2023-07-31 ru [31 июля 2023 года]");
    CHECK(shown("5 січня 2024 р.") == "2024-01-05 uk [5 січня 2024 р.]");
    CHECK(shown("1 août 2023") == "2023-08-01 fr [1 août 2023]");
    CHECK(shown("le 1er mai 1968") == "1968-05-01 fr [1er mai 1968]");
    CHECK(shown("Wien, 1. August 2023") == "2023-08-01 de [1. August 2023]");
    CHECK(shown("1º de maio de 2021") == "2021-05-01 pt [1º de maio de 2021]");
    CHECK(shown("3 d’agost de 2022") == "2022-08-03 ca [3 d’agost de 2022]");
    CHECK(shown("20 HAZİRAN 2023").empty());
    CHECK(shown("20 Haziran 2023") == "2023-06-20 tr [20 Haziran 2023]");
    CHECK(shown("2023. június 20.") == "2023-06-20 hu [2023. június 20.]");
    CHECK(date("2023ko ekainaren 20a") == "2023-06-20");
    CHECK(date("la 20-a de junio 2023") == "2023-06-20");
    CHECK(date("20 ביוני 2023") == "2023-06-20");
    CHECK(date("20 حزيران/يونيو 2023") == "2023-06-20");
    CHECK(date("٢٠ يونيو ٢٠٢٣") == "2023-06-20");
    CHECK(date("20 जून 2023") == "2023-06-20");
    CHECK(date("20. kesäkuuta 2023") == "2023-06-20");
    CHECK(date("2023 m. birželio 20 d.") == "2023-06-20");
    CHECK(date("20 JUNE 2023") == "2023-06-20");
}

TEST_CASE("dates of East Asia") {
    CHECK(shown("发表于2023年6月20日。") == "2023-06-20  [2023年6月20日]");
    CHECK(shown("2023년 6월 20일") == "2023-06-20 ko [2023년 6월 20일]");
    CHECK(date("二〇二三年六月二十日") == "2023-06-20");
    CHECK(date("2023年6月号") == "2023-06");
    CHECK(shown("ngày 20 tháng 6 năm 2023") == "2023-06-20 vi [20 tháng 6 năm 2023]");
}

TEST_CASE("dates in figures") {
    CHECK(date("2023-06-20") == "2023-06-20");
    CHECK(date("20.6.2023") == "2023-06-20");
    CHECK(date("20. 6. 2023") == "2023-06-20");
    CHECK(date("20/06/2023") == "2023-06-20");
    CHECK(date("6/20/2023") == "2023-06-20");
    CHECK(date("20 VI 2023") == "2023-06-20");
    CHECK(date("2023-08") == "2023-08");
    CHECK(date("2023/6/20") == "2023-06-20");
}

TEST_CASE("a month and a year are a date without a day") {
    CHECK(shown("August 2023") == "2023-08 en [August 2023]");
    CHECK(shown("agosto de 2023") == "2023-08 es [agosto de 2023]");
    CHECK(date("July/August 2023") == "2023-07");
    CHECK(date("Aug. 2023") == "2023-08");
}

TEST_CASE("of several days the last one counts") {
    CHECK(shown("8–10 July 2023") == "2023-07-10 en [8–10 July 2023]");
    CHECK(shown("30 June – 2 July 2023") == "2023-07-02 en [30 June – 2 July 2023]");
    CHECK(date("June 20-21, 2023") == "2023-06-21");
}

TEST_CASE("what is no date") {
    CHECK(shown("11/12 July").empty());
    CHECK(shown("in 2023, 12 of them").empty());
    CHECK(date("31 February 2023") == "2023-02");
    CHECK(shown("31.2.2023").empty());
    CHECK(shown("als sie 1917 kamen").empty());
    CHECK(shown("plán pro 2023").empty());
    CHECK(shown("1914-18, 1998-99").empty());
    CHECK(shown("version 1.2.3 of 2000 files").empty());
    CHECK(shown("12345 June 99999").empty());
}

TEST_CASE("several dates, in order") {
    CHECK(find_dates("From 1 May 2021 to 20.6.2023, and again in March 2024").size() == 3);
}

TEST_CASE("every month's name of the table is found behind a day") {
    for (manuscript::MonthNames const& names : manuscript::month_names()) {
        for (std::size_t month = 0; month < 12; ++month) {
            std::string_view const all = names.months[month];
            std::string const name(all.substr(0, std::min(all.find_first_of("|;"), all.size())));
            auto const found = find_dates("5 " + name + " 2023");
            INFO(names.language << " " << name);
            REQUIRE(found.size() == 1);
            CHECK(found.front().date.day == 5);
        }
    }
}

TEST_CASE("a long row of ranges ends soon") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "1 May - ";
    CHECK(find_dates(text + "2023").size() <= 1);
}
