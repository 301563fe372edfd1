#include "manuscript/label_words.hpp"

#include "manuscript/label_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace quoin::manuscript;

namespace {

std::string found(Label label, std::string_view line) {
    LabelPlace const place = find_label(label, line);
    return std::string(line.substr(place.begin, place.length));
}

} // namespace

TEST_CASE("headings of notes are the whole line") {
    CHECK(found(Label::notes, "Footnotes") == "Footnotes");
    CHECK(found(Label::notes, "**NOTES:**") == "NOTES");
    CHECK(found(Label::notes, "Notas") == "Notas");
    CHECK(found(Label::notes, "Примечания") == "Примечания");
    CHECK(found(Label::notes, "注释：") == "注释");
    CHECK(found(Label::notes, "Notes and references") == "Notes and references");
    CHECK(found(Label::notes, "Notes on the war").empty());
    CHECK(found(Label::notes, "").empty());
}

TEST_CASE("headings of contents") {
    CHECK(found(Label::contents, "In this issue") == "In this issue");
    CHECK(found(Label::contents, "СОДЕРЖАНИЕ") == "СОДЕРЖАНИЕ");
    CHECK(found(Label::contents, "## Inhalt") == "Inhalt");
    CHECK(found(Label::contents, "Contents may settle").empty());
}

TEST_CASE("who wrote it") {
    CHECK(found(Label::by, "By Jane Doe, 20 June 2023") == "By");
    CHECK(found(Label::by, "*Por Juan Pérez*") == "Por");
    CHECK(found(Label::by, "Автор: Иван") == "Автор");
    CHECK(found(Label::by, "by and large").empty());
    CHECK(found(Label::by, "Bystanders saw").empty());
    CHECK(found(Label::collective, "Statement of the League, 19 June 2023") == "Statement of");
    CHECK(found(Label::collective, "Erklärung der Liga") == "Erklärung der");
    CHECK(found(Label::collective, "Statements").empty());
}

TEST_CASE("advertisements and prices") {
    CHECK(found(Label::advertisement, "Books of the League") == "Books of the");
    CHECK(found(Label::advertisement, "**Bestellen** Sie") == "Bestellen");
    CHECK(found(Label::advertisement, "Ordering the world").empty());
    CHECK(found(Label::sale, "A pamphlet, 28 pages, A4 Format") == "28 pages");
    CHECK(found(Label::sale, "for \\$8.50 plus p+p") == "$8.50");
    CHECK(found(Label::sale, "nur 5 € das Stück") == "5 €");
    CHECK(found(Label::sale, "Preis: auf Anfrage") == "Preis");
    CHECK(found(Label::sale, "ISBN 978-3-16-148410-0") == "ISBN");
    CHECK(found(Label::sale, "a loan of $ 100 billion").empty());
    CHECK(found(Label::sale, "300 Millionen Euro").empty());
    CHECK(found(Label::sale, "the price of peace").empty());
    CHECK(found(Label::sale, "worth $5000 then").empty());
}

TEST_CASE("pages, issues, chapters") {
    CHECK(found(Label::page, "- The War and us p.5") == "p.5");
    CHECK(found(Label::page, "Der Krieg und wir S. 12") == "S. 12");
    CHECK(found(Label::page, "Война, стр. 7") == "стр. 7");
    CHECK(found(Label::page, "The War of 1914").empty());
    CHECK(found(Label::page, "Top 12").empty());
    CHECK(found(Label::issue, "New Series Nr.93, August") == "Nr.93");
    CHECK(found(Label::issue, "№ 12") == "№ 12");
    CHECK(found(Label::issue, "Volume II") == "Volume II");
    CHECK(found(Label::issue, "año 1917").empty());
    CHECK(found(Label::issue, "none of it").empty());
    CHECK(found(Label::chapter, "CHAPTER XIV.") == "CHAPTER XIV");
    CHECK(found(Label::chapter, "Chapter One") == "Chapter One");
    CHECK(found(Label::chapter, "Глава 3") == "Глава 3");
    CHECK(found(Label::chapter, "第三章") == "第三");
    CHECK(found(Label::chapter, "Book reviews").empty());
    CHECK(found(Label::chapter, "Part of it").empty());
}

TEST_CASE("the tables hold words in lower case with one bar between") {
    for (LabelWords const& each : label_table()) {
        CHECK(std::none_of(each.words.begin(), each.words.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
        CHECK(each.words.find("||") == std::string_view::npos);
        CHECK(each.words.back() != '|');
    }
}

TEST_CASE("any bytes of UTF-8 are a line") {
    for (std::string const line : {"•", " ", "№", "p.", "第", "$", "1", "–12", "*", "12."})
        for (int label = 0; label <= static_cast<int>(Label::chapter); ++label)
            CHECK(find_label(static_cast<Label>(label), line).length <= line.size());
}
