// Fonts: what is embedded, under which name, with which widths and texts.

#include "pdf/font_subset.hpp"
#include "pdf/read_back.hpp"
#include "pdf/sample_pages.hpp"
#include "pdf/write_pdf.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace quoin;
using namespace quoin::pdf;
using namespace quoin::pdf::test;

namespace {

page::PageList two_fonts() {
    auto list = empty_list(1);
    LineStyle style;
    add_line(list, 0, Length::points(40), Length::points(60), "officer", style);
    style.font = page::FontId{1};
    add_line(list, 0, Length::points(40), Length::points(80), "difficult", style);
    return list;
}

ReadBack write(page::PageList const& list, Edition::Kind kind = Edition::Kind::x4) {
    Pool pool(1);
    Edition edition;
    edition.kind = kind;
    auto result = write_pdf(list, edition, pool);
    REQUIRE(result);
    return ReadBack(std::move(*result));
}

/// The font with its OS/2 fsType set.
page::FontFile with_embedding_bits(std::uint8_t high, std::uint8_t low) {
    auto file = open_font(vollkorn, "Vollkorn-Regular");
    Bytes bytes = *file.bytes;
    for (std::size_t entry = 12; entry + 16 < 12 + 16 * 60U; entry += 16) {
        if (as_text(bytes).substr(entry, 4) != "OS/2") continue;
        std::size_t const at = std::size_t{bytes[entry + 8]} << 24 | std::size_t{bytes[entry + 9]} << 16 |
                               std::size_t{bytes[entry + 10]} << 8 | bytes[entry + 11];
        bytes[at + 8] = high;
        bytes[at + 9] = low;
    }
    file.bytes = std::make_shared<Bytes const>(std::move(bytes));
    return file;
}

} // namespace

TEST_CASE("CFF fonts are embedded as CIDFontType0C, TrueType fonts as FontFile2") {
    auto read = write(two_fonts());
    auto cff = read.font(0, "/F0"), truetype = read.font(0, "/F1");
    auto descendant = cff.getKey("/DescendantFonts").getArrayItem(0);
    CHECK(descendant.getKey("/Subtype").getName() == "/CIDFontType0");
    CHECK(descendant.getKey("/FontDescriptor").getKey("/FontFile3").getDict().getKey("/Subtype").getName() ==
          "/CIDFontType0C");
    CHECK(std::regex_match(descendant.getKey("/BaseFont").getName(), std::regex("/[A-Z]{6}\\+EBGaramond12-Regular")));
    CHECK(cff.getKey("/BaseFont").getName() == descendant.getKey("/BaseFont").getName() + "-Identity-H");
    descendant = truetype.getKey("/DescendantFonts").getArrayItem(0);
    CHECK(descendant.getKey("/Subtype").getName() == "/CIDFontType2");
    CHECK(descendant.getKey("/CIDToGIDMap").getName() == "/Identity");
    auto program = descendant.getKey("/FontDescriptor").getKey("/FontFile2");
    CHECK(read.stream(program).size() == static_cast<std::size_t>(program.getDict().getKey("/Length1").getIntValue()));
    CHECK(read.stream(program).size() < 20000); // a handful of glyphs, no layout tables
    CHECK(truetype.getKey("/Encoding").getName() == "/Identity-H");
}

TEST_CASE("ToUnicode gives every letter of a ligature") {
    auto read = write(two_fonts());
    auto const cff = read.stream(read.font(0, "/F0").getKey("/ToUnicode"));
    auto const truetype = read.stream(read.font(0, "/F1").getKey("/ToUnicode"));
    INFO(cff + truetype);
    CHECK(truetype.find("<006600660069>") != std::string::npos);
    CHECK((cff + truetype).find("<FB0") == std::string::npos);
    CHECK(cff.find("<0063>") != std::string::npos);
}

TEST_CASE("fonts that no page uses are not in the file") {
    auto list = two_fonts();
    list.pages[0].items.pop_back();
    auto read = write(list);
    CHECK_FALSE(read.page(0).getKey("/Resources").getKey("/Font").hasKey("/F1"));
}

TEST_CASE("subset names depend on the glyphs and on nothing else") {
    auto const name = [](page::PageList const& list) {
        return write(list).font(0, "/F0").getKey("/BaseFont").getName();
    };
    auto list = two_fonts();
    CHECK(name(list) == name(two_fonts()));
    add_line(list, 0, Length::points(40), Length::points(100), "xyz", {});
    CHECK(name(list) != name(two_fonts()));
}

TEST_CASE("a font that forbids embedding is an error") {
    for (auto const& [high, low] : {std::pair<std::uint8_t, std::uint8_t>{0, 2}, {1, 0}, {2, 4}}) {
        auto list = two_fonts();
        list.fonts[1] = with_embedding_bits(high, low);
        Pool pool(2);
        auto const result = write_pdf(list, Edition{}, pool);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == Code::font_forbidden);
        CHECK(result.error().message.find("Vollkorn-Regular") != std::string::npos);
    }
    auto list = two_fonts();
    list.fonts[1] = with_embedding_bits(0, 6); // restricted and preview: the milder counts
    write(list);
}

TEST_CASE("a font that does not open is an error") {
    auto list = two_fonts();
    list.fonts[0].bytes = std::make_shared<Bytes const>(to_bytes("no font at all"));
    Pool pool(1);
    auto const result = write_pdf(list, Edition{}, pool);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::font_missing);
}

TEST_CASE("a glyph with two texts keeps the commonest and states the other") {
    auto list = two_fonts();
    auto const tag = add_tag(list, page::TagRole::Paragraph);
    LineStyle style;
    style.tag = tag;
    add_line(list, 0, Length::points(40), Length::points(120), "oXo", style);
    auto& run = std::get<page::GlyphRun>(list.pages[0].items.back().kind);
    run.glyphs[1].id = run.glyphs[0].id; // the font draws X as o
    auto screen = write(list, Edition::Kind::screen);
    CHECK(screen.content(0).find("/ActualText <FEFF0058>") != std::string::npos);
    auto print = write(list);
    CHECK(print.content(0).find("ActualText") == std::string::npos);
}
