// The sheet as a print shop gets it: spine by the shop's formula, folds and their marks, flaps, the inside, what is frozen and
// what stands too near to an edge.

#include "cover/bench.hpp"

#include <catch2/catch.hpp>
#include <map>

namespace quoin::cover::test {

namespace {

double spine_of(Bench const& bench, std::size_t pages) { return spine_width(bench.request(pages)).in_millimetres(); }

page::Item const* item_with(page::PageList const& list, std::string const& word, std::size_t page = 0) {
    for (page::Item const& item : list.pages.at(page).items)
        if (auto const* run = std::get_if<page::GlyphRun>(&item.kind); run != nullptr && has(run->text, word))
            return &item;
    return nullptr;
}

} // namespace

TEST_CASE("the spine follows the published formula of every printer") {
    // Worked out by hand from what the shops publish, for 240 pages.
    std::map<std::string, std::map<std::string, double>> const published{
        {"offset-x4", {{"offset-80", 12.0}, {"offset-90", 13.44}, {"bulky-80", 16.8}, {"coated-115", 10.56}}},
        {"offset-x1a", {{"offset-80", 12.0}}},
        {"digital", {{"offset-100", 15.0}}},
        {"office", {{"offset-80", 12.0}}},
        // kdp.amazon.com: pages × 0.002252, 0.0025, 0.002347 in
        {"kdp", {{"", 13.728}, {"white", 13.728}, {"cream", 15.24}, {"premium-color", 14.307}}},
        // Lulu: pages / 444 + 0.06 in
        {"lulu", {{"", 15.254}}},
        // IngramSpark: 444, 390 and 528 pages an inch
        {"ingramspark", {{"", 13.730}, {"white-70", 15.631}, {"white-38", 11.545}}},
    };
    DiskFileSystem const files;
    for (std::string const& name : style::list_printers(QUOIN_SOURCE_DIR "/layouts/printers", files)) {
        CAPTURE(name);
        REQUIRE(published.count(name) == 1);
        for (auto const& [paper, width] : published.at(name)) {
            CAPTURE(paper);
            Bench bench("book-a5", name);
            bench.document.metadata.paper = paper;
            if (!paper.empty()) bench.layout.print.paper = paper;
            CHECK(spine_of(bench, 240) == Approx(width).margin(0.02));
        }
    }
}

TEST_CASE("boards of a hard cover make the spine wider, joints the sheet, and what is folded over is its bleed") {
    Bench bench("book-a5");
    double const soft = spine_of(bench, 240);
    bench.printer.spine.board = Length::from_millimetres(2.5);
    bench.printer.spine.joint = Length::from_millimetres(8);
    bench.printer.spine.turn_in = Length::from_millimetres(15);
    bench.printer.spine.extra = Length::from_millimetres(1);
    CHECK(spine_of(bench, 240) == Approx(soft + 6).margin(0.001));
    Sheet const sheet = bench.sheet(240);
    Length const width = bench.layout.print.page.width;
    CHECK(sheet.spine.origin.x == width + bench.printer.spine.joint);
    CHECK(sheet.front.origin.x == sheet.spine.origin.x + sheet.spine.size.width + bench.printer.spine.joint);
    CHECK(sheet.pages.bleed == bench.printer.spine.turn_in);
}

TEST_CASE("a sheet is folded at its spine and flaps") {
    Bench bench;
    Sheet const sheet = bench.sheet(300);
    Length const width = bench.layout.print.page.width, flap = bench.layout.cover.flap_width;
    CHECK(sheet.folds == std::vector<Length>{width, width + sheet.spine.size.width});
    bench.document.flaps = {paragraph("About the author.")};
    Sheet const flapped = bench.sheet(300);
    REQUIRE(flapped.folds.size() == 4);
    CHECK(flapped.folds.front() == flap);
    CHECK(flapped.folds.back() == flapped.pages.trim.width - flap);
    for (std::size_t i = 0; i < 4; ++i) // turned over, the sheet has the same folds
        CHECK(flapped.folds[i] == flapped.pages.trim.width - flapped.folds[3 - i]);
    bench.layout.print.page.binding = "saddle";
    CHECK(bench.sheet(48).folds.size() == 3); // no spine: one fold in the middle, and the flaps
}

TEST_CASE("flaps stand outside of back and front, and a separator divides their text") {
    Bench bench("book-a5");
    CHECK_FALSE(bench.sheet(300).front_flap);
    bench.document.flaps = {paragraph("Foreflap words."), {model::Separator{}, {}}, paragraph("Backflap words.")};
    Sheet const sheet = bench.sheet(300);
    REQUIRE(sheet.front_flap);
    REQUIRE(sheet.back_flap);
    Length const flap = bench.layout.cover.flap_width;
    CHECK(sheet.back_flap->origin.x == Length::zero());
    CHECK(sheet.back.origin.x == flap);
    CHECK(sheet.front_flap->origin.x == sheet.front.origin.x + sheet.front.size.width);
    CHECK(sheet.pages.trim.width == flap * 2 + bench.layout.print.page.width * 2 + sheet.spine.size.width);
    auto const* fore = item_with(sheet.pages, "Foreflap");
    auto const* back = item_with(sheet.pages, "Backflap");
    REQUIRE(fore != nullptr);
    REQUIRE(back != nullptr);
    CHECK(fore->at.x > sheet.front_flap->origin.x);
    CHECK(back->at.x < flap);
    bench.printer.cover.flap = Length::from_millimetres(70);
    CHECK(bench.sheet(300).back.origin.x == bench.printer.cover.flap);
    CHECK(bench.diagnostics.all().empty());
}

TEST_CASE("texts for the inside are a second page, mirrored and black") {
    Bench bench;
    bench.document.inside_front = {paragraph("Inwards front.")};
    bench.document.inside_back = {paragraph("Inwards back.")};
    Sheet const sheet = bench.sheet(300);
    REQUIRE(sheet.pages.pages.size() == 2);
    auto const* front = item_with(sheet.pages, "front", 1);
    auto const* back = item_with(sheet.pages, "back", 1);
    REQUIRE(front != nullptr);
    REQUIRE(back != nullptr);
    Length const width = bench.layout.print.page.width;
    CHECK(front->at.x < width); // the inside of the front lies left
    CHECK(back->at.x > width + sheet.spine.size.width);
    auto const& run = std::get<page::GlyphRun>(front->kind);
    CHECK(sheet.pages.inks.at(static_cast<std::size_t>(run.ink.ink)).name == "text");
    CHECK_FALSE(has(words(sheet.pages, 0), "Inwards"));
}

TEST_CASE("quotations, lists, verse and emphasis come onto the back, tables do not") {
    Bench bench;
    model::Quote quote;
    quote.content = {paragraph("Praise.")};
    quote.attribution.push_back({model::Text{"A critic"}, {}});
    model::List list;
    list.items.push_back({"1.", 1, {paragraph("First reason")}, {}});
    model::Paragraph stressed;
    stressed.content.push_back({model::Emphasis{{{model::Text{"Leaning"}, {}}}}, {}});
    model::Verse verse{{{{{{model::Text{"A line of verse"}, {}}}, 0}}}};
    bench.document.back = {{quote, {}}, {list, {}}, {stressed, {}}, {verse, {}}};
    page::PageList const pages = bench.sheet(300).pages;
    for (char const* const part : {"Praise.", "—Acritic", "1.", "Firstreason", "Leaning", "Alineofverse"}) {
        CAPTURE(part);
        CHECK(has(words(pages), part));
    }
    CHECK(bench.diagnostics.all().empty());
    bench.document.back = {{model::Table{}, {}}};
    bench.sheet(300);
    CHECK(bench.reports(Code::value_invalid) == 1);
}

TEST_CASE("a text that is too long is set smaller, then it is an error") {
    Bench bench("book-a5");
    std::string sentence;
    for (int i = 0; i < 40; ++i) sentence += "A sentence that says little in many words. ";
    bench.document.back = {paragraph(sentence)};
    bench.sheet(300);
    CHECK(bench.reports(Code::cover_text_long) == 0);
    bench.document.back = {paragraph(sentence), paragraph(sentence), paragraph(sentence)};
    bench.sheet(300);
    CHECK(bench.reports(Code::cover_text_long) == 1);
    bench.document.back.clear();
    bench.document.flaps = {paragraph(sentence), paragraph(sentence), paragraph(sentence)};
    bench.sheet(300);
    CHECK(bench.reports(Code::cover_text_long) == 2);
}

TEST_CASE("a frozen cover fits one number of pages on one paper") {
    Bench bench("book-a5");
    bench.document.metadata.cover.frozen_pages = 240;
    bench.document.metadata.cover.frozen_paper = bench.layout.print.paper;
    bench.sheet(240);
    CHECK(bench.diagnostics.all().empty());
    bench.sheet(244);
    REQUIRE(bench.reports(Code::cover_stale) == 1);
    CHECK(has(bench.diagnostics.all()[0].message, "240"));
    CHECK(has(bench.diagnostics.all()[0].message, "244"));
    bench.layout.print.paper = "coated-115";
    bench.sheet(240);
    CHECK(bench.reports(Code::cover_stale) == 2);
}

TEST_CASE("words nearer to trim or fold than the printer wants are told") {
    Bench bench;
    bench.sheet(300);
    CHECK(bench.reports(Code::cover_safety) == 0);
    // More than a quarter of the page no design gives away for a margin.
    bench.printer.cover.safety = Length::from_millimetres(60);
    bench.sheet(300);
    REQUIRE(bench.reports(Code::cover_safety) > 1);
    CHECK(has(bench.diagnostics.all()[0].message, "on the back"));
    std::size_t const before = bench.reports(Code::cover_safety);
    bench.printer.cover.safety = Length::from_millimetres(5);
    bench.printer.spine.text_clearance = Length::from_millimetres(7);
    bench.document.metadata.cover.spine = "THE COMPOSITOR";
    bench.layout.cover.spine.size = Length::points(8);
    bench.sheet(300);
    CHECK(bench.reports(Code::cover_safety) == before); // 16.8 mm leave 2.8 for the text: it is set smaller
}

TEST_CASE("margins grow with what the printer wants") {
    Bench bench("book-a5");
    bench.printer.cover.safety = Length::from_millimetres(22);
    bench.sheet(300);
    for (Diagnostic const& each : bench.diagnostics.all()) UNSCOPED_INFO(each.message);
    CHECK(bench.reports(Code::cover_safety) == 0);
}

TEST_CASE("the spine reads as the language's books do, unless the layout says otherwise") {
    Bench bench;
    auto const turns = [&](std::string const& language) {
        bench.document.metadata.language = language;
        bench.document.metadata.cover.spine = "BACKBONE";
        page::PageList const pages = bench.sheet(300).pages;
        page::Item const* const item = item_with(pages, "BACKBONE");
        REQUIRE(item != nullptr);
        return static_cast<int>(std::get<page::GlyphRun>(item->kind).quarter_turns);
    };
    constexpr int down = 1, up = 3;
    for (char const* const language : {"en", "en-GB", "de", "nl", "sv"}) CHECK(turns(language) == down);
    for (char const* const language : {"fr", "it", "es", "pt-BR", "ru", "uk"}) CHECK(turns(language) == up);
    bench.layout.cover.spine_direction = "up";
    CHECK(turns("en") == up);
    bench.layout.cover.spine_direction = "down";
    CHECK(turns("fr") == down);
}

TEST_CASE("a shop that sets no text on thin spines gets none") {
    Bench bench("book-a5", "kdp");
    bench.layout.cover.spine_text_from = Length::from_millimetres(1);
    bench.document.metadata.cover.spine = "BACKBONE";
    CHECK(item_with(bench.sheet(78).pages, "BACKBONE") == nullptr);
    CHECK(bench.reports(Code::spine_text_narrow) == 1);
    CHECK(item_with(bench.sheet(80).pages, "BACKBONE") != nullptr);
    CHECK(bench.reports(Code::spine_text_narrow) == 1);
}

} // namespace quoin::cover::test
