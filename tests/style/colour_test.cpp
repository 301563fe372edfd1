// The palette: inks for the press and for both kinds of screen.

#include "style/layout_files.hpp"

#include <catch2/catch.hpp>

namespace quoin::style::test {

namespace {

PaletteInk const* ink(Layout const& layout, std::string const& name) {
    for (PaletteInk const& each : layout.palette)
        if (each.name == name) return &each;
    return nullptr;
}

using Rgb = std::array<std::uint8_t, 3>;

} // namespace

TEST_CASE("text and paper are always in the palette, text first") {
    Loaded const loaded = load_lines("[palette]\naccent = { cmyk = [0, 88, 72, 8] }\n");
    REQUIRE(loaded.layout);
    REQUIRE(loaded.layout->palette.size() == 3);
    CHECK(loaded.layout->palette[0].name == "text");
    CHECK(loaded.layout->palette[0].overprints);
    CHECK(loaded.layout->palette[1].name == "paper");
    CHECK(loaded.layout->palette[2].name == "accent");
}

TEST_CASE("an ink keeps what it states") {
    Loaded const loaded = load_lines("[palette.accent]\ncmyk = [0, 88.5, 72, 8]\nrgb = \"#c8352d\"\nrgb-dark = "
                                     "\"#FF8a80\"\nspot = \"PANTONE 186 C\"\noverprints = true\n");
    REQUIRE(loaded.layout);
    CHECK(loaded.findings().empty());
    PaletteInk const* accent = ink(*loaded.layout, "accent");
    REQUIRE(accent != nullptr);
    CHECK(accent->cmyk == std::array<int, 4>{0, 885, 720, 80});
    CHECK(accent->rgb == Rgb{0xC8, 0x35, 0x2D});
    CHECK(accent->rgb_dark == Rgb{0xFF, 0x8A, 0x80});
    CHECK(accent->spot == "PANTONE 186 C");
    CHECK(accent->overprints);
}

TEST_CASE("screen colours that are not stated are made from the inks") {
    Loaded const loaded = load_lines("palette.accent.cmyk = [0, 0, 0, 0]\npalette.deep.cmyk = [100, 80, 0, 60]\n");
    REQUIRE(loaded.layout);
    CHECK(ink(*loaded.layout, "accent")->rgb == Rgb{255, 255, 255});
    PaletteInk const* deep = ink(*loaded.layout, "deep");
    CHECK(deep->rgb[2] > deep->rgb[0]); // it stays blue
    CHECK(deep->rgb[2] < 160);
    for (std::size_t i = 0; i < 3; ++i) CHECK(deep->rgb_dark[i] > deep->rgb[i]); // light enough for a black ground
}

TEST_CASE("what is no colour is refused at its place") {
    for (char const* const line : {"palette.accent.cmyk = [0, 88, 72]", "palette.accent.cmyk = [0, 88, 72, 101]",
                                   "palette.accent.cmyk = [0, 88, 72, -1]", "palette.accent.cmyk = [0, 88, 72, nan]",
                                   "palette.accent.rgb = \"red\"", "palette.accent.rgb = \"#c8352\"",
                                   "palette.accent.rgb-dark = \"#c8352dff\"", "palette.accent.rgb = \"#+8352d\""}) {
        CAPTURE(line);
        Loaded const loaded = load_lines(std::string("# a colour\n") + line + "\n");
        REQUIRE(loaded.layout);
        REQUIRE(loaded.diagnostics.all().size() == 1);
        CHECK(loaded.diagnostics.all()[0].code == Code::value_invalid);
        CHECK(loaded.sources.locate(loaded.diagnostics.all()[0].span).line == 2);
    }
}

TEST_CASE("a mistyped key of an ink is an unknown key") {
    Loaded const loaded = load_lines("palette.accent = { cmyk = [0, 0, 0, 50], sport = \"Red\" }\n");
    REQUIRE(loaded.diagnostics.all().size() == 1);
    CHECK(loaded.diagnostics.all()[0].code == Code::key_unknown);
    CHECK(loaded.diagnostics.all()[0].hints == std::vector<std::string>{"did you mean \"palette.accent.spot\"?"});
}

} // namespace quoin::style::test
