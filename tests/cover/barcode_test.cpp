// Bar codes: the digits, the size, the white around. That scanners read them is for the validators to say.

#include "cover/bench.hpp"

#include <catch2/catch.hpp>

namespace quoin::cover::test {

namespace {

struct Bars {
    std::vector<std::pair<Length, Length>> bars; // left and right
    Point corner;                                // of the white panel
    Size panel;
};

/// The white rectangle and the black ones on it.
Bars bars_of(page::PageList const& list) {
    Bars found;
    for (page::Item const& item : list.pages.at(0).items) {
        auto const* rule = std::get_if<page::Rule>(&item.kind);
        if (rule == nullptr) continue;
        page::Ink const& ink = list.inks.at(static_cast<std::size_t>(rule->ink.ink));
        if (ink.name == "bare") {
            found.corner = item.at;
            found.panel = {rule->width, rule->height};
        }
        if (ink.name != "bars") continue;
        CHECK(ink.cmyk == std::array<std::uint16_t, 4>{0, 0, 0, 1000});
        CHECK(item.at.y >= found.corner.y);
        CHECK(item.at.y + rule->height <= found.corner.y + found.panel.height);
        found.bars.emplace_back(item.at.x, item.at.x + rule->width);
    }
    return found;
}

double modules(Length length, int per_cent = 100) { return length.in_millimetres() / (0.33 * per_cent / 100); }

Bench book() {
    Bench bench("book-a5");
    bench.document.metadata.issue = {};
    bench.document.metadata.book.isbn = "978-3-16-148410-0";
    return bench;
}

} // namespace

TEST_CASE("bars have their size and their quiet zones at every magnification") {
    for (int const per_cent : {80, 100, 150, 200}) {
        CAPTURE(per_cent);
        Bench bench = book();
        bench.layout.cover.barcode_size = per_cent;
        Bars const found = bars_of(bench.sheet(300).pages);
        REQUIRE(found.bars.size() == 30);
        Length const left = found.bars.front().first, right = found.bars.back().second;
        CHECK(modules(right - left, per_cent) == Approx(95).margin(0.01));
        CHECK(modules(left - found.corner.x, per_cent) == Approx(11).margin(0.01));
        CHECK(modules(found.corner.x + found.panel.width - right, per_cent) == Approx(7).margin(0.01));
        CHECK(bench.diagnostics.all().empty());
    }
}

TEST_CASE("an add-on stands apart and has its own quiet zone") {
    Bench bench = book();
    bench.document.metadata.cover.barcode_addon = "51299";
    Bars const found = bars_of(bench.sheet(300).pages);
    REQUIRE(found.bars.size() > 40);
    double const gap = modules(found.bars[30].first - found.bars[29].second);
    CHECK(gap >= 7 - 0.01);
    CHECK(gap <= 12.01);
    CHECK(modules(found.bars.back().second - found.bars[30].first) == Approx(47).margin(0.01));
    CHECK(modules(found.corner.x + found.panel.width - found.bars.back().second) >= 5);
    CHECK(has(words(bench.sheet(300).pages), "51299"));
}

TEST_CASE("a periodical's add-on is its number, and its variant is in the code") {
    Bench bench;
    bench.document.metadata.issue.issn = "2049-3630";
    std::string const text = words(bench.sheet(48).pages);
    CHECK(has(text, "ISSN2049-3630"));
    CHECK(has(text, "9772049363002"));
    CHECK(bars_of(bench.sheet(48).pages).bars.size() > 30);
    bench.document.metadata.issue.variant = "05";
    CHECK(has(words(bench.sheet(48).pages), "977204936305")); // and another check digit
    bench.document.metadata.issue.number = "spring";
    CHECK(bars_of(bench.sheet(48).pages).bars.size() == 30);
}

TEST_CASE("sizes that scanners may refuse are errors") {
    for (int const per_cent : {79, 201, 20}) {
        CAPTURE(per_cent);
        Bench bench = book();
        bench.layout.cover.barcode_size = per_cent;
        bench.sheet(300);
        CHECK(bench.reports(Code::barcode_size) == 1);
    }
    Bench bench = book();
    bench.printer.barcode.least_magnification = 90;
    bench.layout.cover.barcode_size = 85;
    bench.sheet(300);
    CHECK(bench.reports(Code::barcode_size) == 1);
    Bench narrow = book();
    narrow.layout.cover.barcode_size = 200;
    narrow.layout.print.page.width = Length::from_millimetres(80);
    narrow.sheet(300);
    CHECK(narrow.reports(Code::barcode_size) == 1);
}

TEST_CASE("a wrong check digit is not drawn") {
    Bench bench = book();
    bench.document.metadata.book.isbn = "978-3-16-148410-1";
    CHECK(bars_of(bench.sheet(300).pages).bars.empty());
}

TEST_CASE("a shop that prints its own bar code finds its place bare") {
    Bench bench("book-a5", "kdp");
    bench.document.metadata.issue = {};
    Bars const found = bars_of(bench.sheet(300).pages);
    CHECK(found.bars.empty());
    CHECK(found.panel == bench.printer.barcode.reserved);
    bench.document.metadata.book.isbn = "978-3-16-148410-0";
    Bars const ours = bars_of(bench.sheet(300).pages);
    CHECK(ours.bars.size() == 30);
    CHECK(ours.panel.width >= bench.printer.barcode.reserved.width);
}

} // namespace quoin::cover::test
