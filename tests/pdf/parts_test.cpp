// The small parts: numbers, labels, texts of glyphs, list numbering, CFF charsets, metadata, ink conversion.

#include "pdf/cff.hpp"
#include "pdf/content_buffer.hpp"
#include "pdf/glyph_text.hpp"
#include "pdf/metadata.hpp"
#include "pdf/page_labels.hpp"
#include "pdf/press_colours.hpp"
#include "pdf/structure.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::pdf;

namespace {

std::string written(std::int64_t value, int decimals) {
    ContentBuffer out;
    out.put_fixed(value, decimals);
    return std::string(out.view());
}

std::vector<page::Page> labelled(std::vector<std::string> const& labels) {
    std::vector<page::Page> pages(labels.size());
    for (std::size_t index = 0; index < labels.size(); ++index) pages[index].label = labels[index];
    return pages;
}

page::GlyphRun run_of(std::string text, std::vector<page::Glyph> glyphs) {
    page::GlyphRun run;
    run.text = std::move(text);
    run.glyphs = std::move(glyphs);
    return run;
}

std::vector<GlyphTexts> texts_of(std::vector<page::GlyphRun> const& runs) {
    page::PageList list;
    list.fonts.resize(1);
    list.pages.resize(1);
    for (auto const& run : runs) list.pages[0].items.push_back({{}, run, {}});
    return collect_glyph_texts(list);
}

} // namespace

TEST_CASE("numbers have fixed decimals without trailing zeros") {
    CHECK(written(0, 3) == "0");
    CHECK(written(-1250, 3) == "-1.25");
    CHECK(written(1000, 3) == "1");
    CHECK(written(5, 3) == "0.005");
    CHECK(written(-5, 3) == "-0.005");
    CHECK(written(120, 0) == "120");
    CHECK(written(-7, 0) == "-7");
    CHECK(written(INT64_MIN, 0) == "-9223372036854775808");
    CHECK(ContentBuffer::thousandths(Length::from_points(1.2346)) == 1235);
    CHECK(ContentBuffer::thousandths(Length::from_points(-1.2)) == -1200);
}

TEST_CASE("page labels become ranges") {
    using Style = LabelRange::Style;
    auto const ranges = label_ranges(labelled({"", "ii", "iii", "1", "2", "A-1", "A-2", "cover", "cover", "X", "XI"}));
    REQUIRE(ranges.size() == 6);
    CHECK(ranges[0] == LabelRange{0, Style::none, "", 1});
    CHECK(ranges[1] == LabelRange{1, Style::roman_lower, "", 2});
    CHECK(ranges[2] == LabelRange{3, Style::decimal, "", 1});
    CHECK(ranges[3] == LabelRange{5, Style::decimal, "A-", 1});
    CHECK(ranges[4] == LabelRange{7, Style::none, "cover", 1});
    CHECK(ranges[5] == LabelRange{9, Style::roman_upper, "", 10});
    CHECK(roman(1994) == "mcmxciv");
    CHECK(roman(0).empty());
    // A zero in front would be lost by counting.
    CHECK(label_ranges(labelled({"007"}))[0] == LabelRange{0, Style::none, "007", 1});
}

TEST_CASE("a glyph stands for the text of its cluster") {
    // f i -> ligature 9; 5 is "x" twice and "\u0445" (Cyrillic) once; 7 is the line breaker's hyphen only.
    auto const texts =
        texts_of({run_of("fix", {{9, 0, 0, 0}, {5, 2, 0, 0}}), run_of("x\u0445", {{5, 0, 0, 0}, {5, 1, 0, 0}}),
                  run_of("x\u00ad", {{5, 0, 0, 0}, {7, 1, 0, 0}}), run_of("\u00a0", {{3, 0, 0, 0}})});
    CHECK(texts[0].text[9] == "fi");
    CHECK(texts[0].text[5] == "x");
    CHECK(texts[0].text[7] == "-");
    CHECK(texts[0].text[3] == " ");
    CHECK_FALSE(texts[0].used[4]);
    CHECK(texts[0].highest == 9);
}

TEST_CASE("a base and its marks share their letters") {
    // One cluster, two glyphs, two characters: each glyph its own; and a mark that stands for nothing is still mapped.
    auto const texts =
        texts_of({run_of("e\u0301", {{4, 0, 0, 0}, {6, 0, 0, 0}}), run_of("\u00e9", {{4, 0, 0, 0}, {8, 0, 0, 0}})});
    CHECK(texts[0].text[4] == "e");
    CHECK(texts[0].text[6] == "\u0301");
    CHECK(texts[0].text[8] == "\u200b");
}

TEST_CASE("clusters of a right-to-left run are read backwards") {
    std::vector<std::string> found;
    auto run = run_of("\u05d0\u05d1\u05d2", {{3, 4, 0, 0}, {2, 2, 0, 0}, {1, 0, 0, 0}});
    run.right_to_left = true;
    for_each_cluster(run, [&](std::size_t, std::size_t, std::string_view text) { found.emplace_back(text); });
    CHECK(found == std::vector<std::string>{"\u05d2", "\u05d1", "\u05d0"});
}

TEST_CASE("a list's numbering follows its first label") {
    CHECK(list_numbering("12.") == "Decimal");
    CHECK(list_numbering("(a)") == "LowerAlpha");
    CHECK(list_numbering("i.") == "LowerRoman");
    CHECK(list_numbering("\u2022") == "Disc");
    CHECK(list_numbering("\u25aa") == "Square");
    CHECK(list_numbering("\u2013") == "None");
    CHECK(list_numbering("") == "None");
}

TEST_CASE("the CIDs of a CID-keyed font come from its charset") {
    // Header; name INDEX; Top DICT INDEX of one: ROS, then charset at 29; string and subroutine INDEX are not looked
    // at.
    Bytes table{1, 0, 4, 1, 0, 1, 1, 1, 2, 'A', 0, 1, 1, 1, 10, 139, 139, 139, 12, 30, 28, 0, 29, 15, 0, 0, 0, 0, 0};
    Bytes const ranges{1, 0, 7, 1, 0, 20, 0};
    table.insert(table.end(), ranges.begin(), ranges.end());
    CHECK(cff_cids(table, 4) == std::vector<std::uint32_t>{0, 7, 8, 20});
    table[18] = 140; // no ROS: the operator's bytes are numbers now
    table[19] = 140;
    CHECK(cff_cids(table, 4) == std::vector<std::uint32_t>{});
    table.resize(12);
    CHECK_FALSE(cff_cids(table, 4));
}

TEST_CASE("XMP says what Info says and escapes it") {
    page::Info info;
    info.title = "Storms & <Comets>";
    info.epoch = 1690848000 + 3661;
    Edition edition;
    edition.kind = Edition::Kind::screen;
    auto const data = make_metadata(info, edition, "key");
    CHECK(data.info_date == "D:20230801010101Z");
    auto const xmp = xmp_packet(data);
    CHECK(xmp.find("<rdf:li xml:lang=\"x-default\">Storms &amp; &lt;Comets&gt;</rdf:li>") != std::string::npos);
    CHECK(xmp.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
    CHECK(xmp.find("2023-08-01T01:01:01Z") != std::string::npos);
    CHECK(xmp.find("Trapped") == std::string::npos);
    edition.kind = Edition::Kind::x4;
    CHECK(xmp_packet(make_metadata(info, edition, "key")).find("GTS_PDFXVersion") == std::string::npos);
}

TEST_CASE("screen colours become inks") {
    std::vector<page::Ink> const inks{{"text", {0, 0, 0, 1000}, {0, 0, 0}, "", true},
                                      {"accent", {0, 900, 850, 100}, {190, 30, 40}, "", false}};
    Edition edition;
    PressColours const colours(inks, edition);
    CHECK(colours.drawing_colour({190, 30, 40}) == std::array<int, 4>{0, 900, 850, 100});
    CHECK(colours.drawing_colour({0, 0, 0}) == std::array<int, 4>{0, 0, 0, 1000});
    CHECK(colours.drawing_colour({128, 128, 128}) == std::array<int, 4>{0, 0, 0, 498});
    CHECK(colours.drawing_colour({255, 0, 0}) == std::array<int, 4>{0, 1000, 1000, 0});
    Bytes heavy{255, 255, 255, 255};
    CHECK(colours.cap(heavy));
    CHECK(heavy == Bytes{170, 170, 170, 255});
    CHECK_FALSE(colours.cap(heavy));
    CHECK(srgb_profile() == srgb_profile());
}
