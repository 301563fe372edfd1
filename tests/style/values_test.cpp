// Each kind of value: what is taken, and what is refused at its place.

#include "style/layout_files.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace quoin::style::test {

namespace {

std::string const accent = "palette.accent.cmyk = [0, 88, 72, 8]\n";

struct One {
    Layout layout;
    std::vector<Diagnostic> found;
};

/// One line of a layout over the defaults.
One with(std::string const& line) {
    Loaded const loaded = load_lines(accent + line + "\n");
    REQUIRE(loaded.layout);
    return {*loaded.layout, loaded.diagnostics.all()};
}

bool refused(std::string const& line, std::string const& hint = "") {
    One const one = with(line);
    return one.found.size() == 1 && one.found[0].code == Code::value_invalid &&
           (hint.empty() || one.found[0].hints == std::vector<std::string>{hint});
}

} // namespace

TEST_CASE("lengths carry their unit") {
    auto const width = [](std::string const& text) {
        One const one = with("print.page.width = \"" + text + "\"");
        CHECK(one.found.empty());
        return one.layout.print.page.width;
    };
    CHECK(width("148mm") == Length::from_millimetres(148));
    CHECK(width("14.8 cm") == Length::from_millimetres(148));
    CHECK(width("8.5in") == Length::points(612));
    CHECK(width("420pt") == Length::points(420));
}

TEST_CASE("what is no length is refused") {
    std::string const hint = "write a length with its unit, such as \"12mm\" or \"10.5pt\"";
    for (char const* const value : {"148", "\"148\"", "\"wide\"", "\"148px\"", "\"2em\"", "\"\"", "\"infmm\"",
                                    "\"nanmm\"", "\"1e300mm\"", "true", "[1, 2]"}) {
        CAPTURE(value);
        CHECK(refused(std::string("print.page.width = ") + value, hint));
    }
}

TEST_CASE("an em is the size of the style it stands in") {
    One const one = with("print.type.quote = { size = \"8pt\", first-indent = \"1.5em\", leading = \"1.25em\" }");
    CHECK(one.found.empty());
    CHECK(one.layout.print.type[TypeRole::quote].first_indent == Length::points(12));
    CHECK(one.layout.print.type[TypeRole::quote].leading == Length::points(10));
}

TEST_CASE("lengths that would leave nothing to set on are refused") {
    CHECK(refused("print.page.grid = \"0pt\"", "write a length greater than zero"));
    CHECK(refused("print.page.width = \"-210mm\"", "write a length greater than zero"));
    CHECK(refused("print.type.body.size = \"0pt\"", "write a length greater than zero"));
    CHECK(refused("print.type.note.leading = \"-1em\"", "write a length greater than zero"));
    CHECK(refused("print.page.inner = \"205mm\""));
    CHECK(refused("print.page.gutter = \"170mm\""));
    CHECK(refused("print.page.foot = \"280mm\""));
    CHECK(with("print.page.inner = \"205mm\"").layout.print.page.inner == PageGeometry{}.inner);
}

TEST_CASE("a number of pages has three forms") {
    auto const pages = [](std::string const& value) {
        One const one = with("print.pages = " + value);
        CHECK(one.found.empty());
        return std::pair(one.layout.print.pages.multiple, one.layout.print.pages.exact);
    };
    CHECK(pages("\"multiple of 4\"") == std::pair(4, 0));
    CHECK(pages("24") == std::pair(1, 24));
    CHECK(pages("\"any\"") == std::pair(1, 0));
    for (char const* const value :
         {"0", "-4", "\"multiple of 0\"", "\"multiple of 65\"", "\"multiple of x\"", "\"4\"", "true", "1.5"}) {
        CAPTURE(value);
        CHECK(refused(std::string("print.pages = ") + value, "write \"multiple of 4\", a number of pages, or \"any\""));
    }
}

TEST_CASE("names are one of a list") {
    One const one =
        with("print.notes.place = \"article\"\nprint.interior = \"gray+spot\"\nprint.type.body.align = \"left\"");
    CHECK(one.found.empty());
    CHECK(one.layout.print.notes.place == NotePlace::article);
    CHECK(one.layout.print.interior == "gray+spot");
    CHECK(one.layout.print.type[TypeRole::body].align == TextAlign::left);
    CHECK(refused("print.notes.place = \"foot\"", "write one of \"column\", \"page\", \"article\", \"book\""));
    CHECK(refused("print.notes.place = 3", "write one of \"column\", \"page\", \"article\", \"book\""));
    CHECK(refused("print.page.binding = \"glue\"", "write one of \"perfect\", \"saddle\", \"none\""));
}

TEST_CASE("numbers and truths keep to their kind and range") {
    CHECK(refused("print.page.columns = 7", "write a whole number from 1 to 6"));
    CHECK(refused("print.page.columns = \"2\"", "write a whole number from 1 to 6"));
    CHECK(refused("print.opening.run-on-share = 2.0", "write a number from 0.1 to 0.9"));
    CHECK(refused("print.opening.run-on-share = nan", "write a number from 0.1 to 0.9"));
    CHECK(refused("print.contents.show = \"yes\"", "write true or false"));
    CHECK(refused("print.type.body.family = 1", "write a text in quotation marks"));
    CHECK(with("print.notes.rule-share = 1").layout.print.notes.rule_share == 1.0);
    CHECK_FALSE(with("print.contents.show = false").layout.print.contents.show);
}

TEST_CASE("hyphen minima are two small numbers for a language") {
    One const one = with("print.lines.hyphen-minima.pl = [2, 4]");
    CHECK(one.found.empty());
    CHECK(one.layout.print.lines.hyphen_minima.at("pl") == std::pair(2, 4));
    for (char const* const value : {"[2]", "[0, 2]", "[2, inf]", "2", "[2, 3, 4]"}) {
        CAPTURE(value);
        CHECK(refused(std::string("print.lines.hyphen-minima.pl = ") + value));
    }
}

TEST_CASE("papers and fonts are named by the layout") {
    One const one = with("papers.bible.caliper = \"0.05mm\"\nfonts.text = \"Gentium Plus\"");
    CHECK(one.found.empty());
    REQUIRE(one.layout.papers.size() == 1);
    CHECK(one.layout.papers[0].name == "bible");
    CHECK(one.layout.papers[0].caliper == Length::from_millimetres(0.05));
    CHECK(one.layout.fonts.at("text") == "Gentium Plus");
    CHECK(with("papers.bible.calliper = \"0.05mm\"").found.at(0).code == Code::key_unknown);
}

TEST_CASE("a type style that names an ink names one of the palette") {
    CHECK(refused("print.type.title.ink = \"akzent\"", "write the name of an ink of [palette]"));
    CHECK(with("print.type.title.ink = \"accent\"").found.empty());
    CHECK(refused("cover.ground-ink = \"gold\"", "write the name of an ink of [palette]"));
}

TEST_CASE("the EPUB takes its families from the type of print") {
    One const one = with("print.type.body.family = \"sans\"\nprint.type.title.family = \"display\"");
    CHECK(one.layout.epub.text_family == "sans");
    CHECK(one.layout.epub.heading_family == "display");
}

} // namespace quoin::style::test
