// Bylines, dates and running titles in the language of the article.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

std::string byline(std::vector<Author> authors, std::optional<Date> date, Language language) {
    Document document = document_of({});
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.authors = std::move(authors);
    storm.date = date;
    storm.language = std::move(language);
    return prepared(std::move(document)).article().byline;
}

} // namespace

TEST_CASE("a date is written in the order and the case of its language") {
    Date const day{2023, 7, 8}, month{2023, 8, 0}, year{2023, 0, 0};
    CHECK(written_date(day, "en") == "8 July 2023");
    CHECK(written_date(day, "es") == "8 de julio de 2023");
    CHECK(written_date(day, "fr") == "8 juillet 2023");
    CHECK(written_date(day, "de") == "8. Juli 2023");
    CHECK(written_date(day, "it") == "8 luglio 2023");
    CHECK(written_date(day, "pt-BR") == "8 de julho de 2023");
    CHECK(written_date(day, "ru") == "8 июля 2023 г.");
    CHECK(written_date(day, "uk") == "8 липня 2023 р.");
    CHECK(written_date(month, "ru") == "август 2023 г.");
    CHECK(written_date(month, "uk") == "серпень 2023 р.");
    CHECK(written_date(month, "es") == "agosto de 2023");
    CHECK(written_date(year, "ru") == "2023");
}

TEST_CASE("the first day of a month is an ordinal where the language wants it") {
    Date const first{2023, 5, 1};
    CHECK(written_date(first, "fr") == "1er mai 2023");
    CHECK(written_date(first, "it") == "1º maggio 2023");
    CHECK(written_date(first, "pt") == "1.º de maio de 2023");
    CHECK(written_date(first, "en") == "1 May 2023");
}

TEST_CASE("a byline is made from authors and date") {
    CHECK(byline({{"Ann Lee", ""}}, Date{2023, 7, 8}, "en") == "By Ann Lee, 8 July 2023");
    CHECK(byline({{"Ann Lee", "Leeds"}, {"Bo Ek", ""}, {"Cy Dee", ""}}, {}, "en") ==
          "By Ann Lee, Leeds, Bo Ek and Cy Dee");
    CHECK(byline({{"Ana", ""}, {"Luis", ""}}, Date{2023, 7, 0}, "es") == "Por Ana y Luis, julio de 2023");
    CHECK(byline({{"Анна", ""}, {"Пётр", ""}}, {}, "ru") == "Анна и Пётр");
    CHECK(byline({}, Date{2023, 0, 0}, "en") == "2023");
    CHECK(byline({}, {}, "en").empty());
}

TEST_CASE("a byline as written stands as it is, with the language's marks") {
    Document document = document_of({});
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.byline = "By \"Ann\", who wasn't asked";
    storm.authors = {{"Somebody Else", ""}};
    auto const made = prepared(std::move(document));
    CHECK(made.article().byline == "By “Ann”, who wasn’t asked");
}

TEST_CASE("the running title is the title's text when there is none") {
    Document document = document_of({});
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.title = {text("The "), emphasis("Storm"), mark(0)};
    add_note(document, "a");
    add(document, article("calm", {}));
    std::get<Article>(document.entries[1].kind).running_title = "Calm \"now\"";
    Prepared const result = prepared(std::move(document));
    CHECK(result.article(0).running_title == "The Storm");
    CHECK(result.article(1).running_title == "Calm “now”");
}

} // namespace quoin::transform::test
