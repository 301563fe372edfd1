// Covers: which form, how wide a spine, which digits in the bar code, and that what has to be read is there.

#include "cover/bench.hpp"

#include <catch2/catch.hpp>

namespace quoin::cover::test {

namespace {

using model::CoverForm;
using model::PublicationKind;

CoverForm form(PublicationKind kind, CoverForm stated = CoverForm::unstated, std::string const& of_layout = "",
               std::string const& of_printer = "") {
    model::Metadata metadata;
    metadata.kind = kind;
    metadata.cover.form = stated;
    style::CoverStyle style;
    style.form = of_layout;
    style::PrinterProfile printer;
    printer.cover.form = of_printer;
    return form_of(metadata, printer, style);
}

} // namespace

TEST_CASE("the form is the manifest's, else the layout's, else that of the kind") {
    CHECK(form(PublicationKind::journal) == CoverForm::separate);
    CHECK(form(PublicationKind::book) == CoverForm::separate);
    CHECK(form(PublicationKind::pamphlet) == CoverForm::self);
    CHECK(form(PublicationKind::leaflet) == CoverForm::none);
    CHECK(form(PublicationKind::journal, CoverForm::unstated, "self") == CoverForm::self);
    CHECK(form(PublicationKind::journal, CoverForm::unstated, "none") == CoverForm::none);
    CHECK(form(PublicationKind::leaflet, CoverForm::unstated, "separate") == CoverForm::separate);
    CHECK(form(PublicationKind::journal, CoverForm::none, "self") == CoverForm::none);
    CHECK(form(PublicationKind::pamphlet, CoverForm::unstated, "self", "separate") == CoverForm::separate);
    CHECK(form(PublicationKind::leaflet, CoverForm::unstated, "none", "separate") == CoverForm::none);
    CHECK(form(PublicationKind::book, CoverForm::self, "separate", "separate") == CoverForm::self);
}

TEST_CASE("the spine is as wide as the leaves are thick") {
    Bench bench;
    Length const leaf = Length::from_millimetres(0.112); // offset-90
    CHECK(bench.sheet(48).spine.size.width == leaf * 24);
    CHECK(bench.sheet(47).spine.size.width == leaf * 24);
    CHECK(bench.sheet(300).spine.size.width == leaf * 150);
    bench.layout.print.paper = "bulky-80";
    CHECK(bench.sheet(300).spine.size.width == Length::from_millimetres(0.14) * 150);
    bench.layout.print.page.binding = "saddle";
    CHECK(bench.sheet(300).spine.size.width == Length::zero());
}

TEST_CASE("back, spine and front stand side by side on one sheet with bleed") {
    Bench bench;
    Sheet const sheet = bench.sheet(300);
    Length const width = bench.layout.print.page.width;
    CHECK(sheet.back.origin.x == Length::zero());
    CHECK(sheet.spine.origin.x == width);
    CHECK(sheet.front.origin.x == width + sheet.spine.size.width);
    CHECK(sheet.pages.trim == Size{width * 2 + sheet.spine.size.width, bench.layout.print.page.height});
    CHECK(sheet.pages.bleed == bench.layout.print.page.bleed);
    CHECK(sheet.pages.pages.size() == 1);
}

TEST_CASE("title, issue, teasers and blurb are on the sheet") {
    Bench bench;
    std::string const text = words(bench.sheet(48).pages);
    for (char const* const part :
         {"TheCompositor", "17", "March2026", "Firstteaser", "Secondteaser", "Onprintingandreading.", "GuildPress"}) {
        CAPTURE(part);
        CHECK(has(text, part));
    }
    CHECK(bench.diagnostics.all().empty());
}

TEST_CASE("a spine that is too narrow has no text, and says so when the manifest gives it one") {
    Bench bench;
    auto const count = [&](std::size_t pages) {
        std::string const text = words(bench.sheet(pages).pages);
        std::size_t times = 0;
        for (auto at = text.find("TheCompositor"); at != std::string::npos; at = text.find("TheCompositor", at + 1))
            ++times;
        return times;
    };
    CHECK(count(300) == count(40) + 1);
    CHECK(bench.diagnostics.all().empty());
    bench.document.metadata.cover.spine = "COMPOSITOR";
    CHECK_FALSE(has(words(bench.sheet(40).pages), "COMPOSITOR"));
    REQUIRE(bench.diagnostics.all().size() == 1);
    CHECK(bench.diagnostics.all()[0].code == Code::spine_text_narrow);
    CHECK(has(words(bench.sheet(300).pages), "COMPOSITOR"));
}

TEST_CASE("an ISBN or ISSN is printed as its thirteen digits") {
    Bench bench;
    CHECK_FALSE(has(words(bench.sheet(48).pages), "978"));
    bench.document.metadata.issue.issn = "2049-3630";
    CHECK(has(words(bench.sheet(48).pages), "9772049363002"));
    bench.document.metadata.book.isbn = "978-3-16-148410-0";
    CHECK(has(words(bench.sheet(48).pages), "9783161484100"));
}

TEST_CASE("the bars are those of the number") {
    // EAN-13 has 95 modules, of which 30 stretches are bars, whatever the number.
    Bench bench;
    auto const rules = [&] {
        std::size_t count = 0;
        page::PageList const list = bench.sheet(48).pages;
        for (page::Item const& item : list.pages[0].items)
            if (std::holds_alternative<page::Rule>(item.kind)) ++count;
        return count;
    };
    std::size_t const without = rules();
    bench.document.metadata.book.isbn = "978-3-16-148410-0";
    CHECK(rules() == without + 1 + 30); // the panel and the bars
}

TEST_CASE("a self cover is two pages of the interior's size") {
    Bench bench("pamphlet-a5");
    SelfCover const cover = draw_self_cover(bench.request(16), bench.diagnostics);
    CHECK(cover.pages.pages.size() == 2);
    CHECK(cover.pages.trim == Size{bench.layout.print.page.width, bench.layout.print.page.height});
    CHECK(has(words(cover.pages, 0), "TheCompositor"));
    CHECK(has(words(cover.pages, 1), "Onprintingandreading."));
}

TEST_CASE("the front can be drawn at other proportions") {
    Bench bench("book-a5");
    Size const size{Length::points(400), Length::points(640)};
    page::PageList const front = draw_front(bench.request(300), size, bench.diagnostics);
    CHECK(front.trim == size);
    CHECK(front.bleed == Length::zero());
    CHECK(has(words(front), "TheCompositor"));
}

} // namespace quoin::cover::test
