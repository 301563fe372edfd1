#include "recover/classify_dialect.hpp"
#include "recover/unwrap.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

using namespace quoin;
using namespace quoin::recover;
using manuscript::Dialect;

namespace {

TextShape shape_of(std::string_view text, Dialect asked = Dialect::detect) {
    return classify_dialect(FileId{0}, text, asked);
}

/// Words set in lines of at most so many columns.
std::string wrapped(std::string_view text, std::size_t width, std::string const& indent = "") {
    std::string result = indent;
    std::size_t line = indent.size();
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find(' ', at), text.size());
        if (line > indent.size() && line + 1 + end - at > width) {
            result += "\n" + indent;
            line = indent.size();
        }
        if (line > indent.size()) {
            result += ' ';
            ++line;
        }
        result += text.substr(at, end - at);
        line += end - at;
        at = end + 1;
    }
    return result + "\n";
}

std::string const prose =
    "It was a cold morning when the first of the workers came down the hill and found the gates of the mill closed; a "
    "paper was nailed to the wood, and those who could read told the others that there would be no work that day, nor "
    "the "
    "next, nor on any day until the price of cotton had risen again in the markets of the north, of which they knew "
    "little.";

/// One line a group: its kind's letter and its text, "P:It was …".
std::string shown(std::string_view text, Dialect asked = Dialect::detect) {
    static std::map<LineGroup::Kind, char> const letters{
        {LineGroup::Kind::paragraph, 'P'}, {LineGroup::Kind::quotation, 'Q'}, {LineGroup::Kind::heading, 'H'},
        {LineGroup::Kind::verse, 'V'},     {LineGroup::Kind::row, 'R'},       {LineGroup::Kind::note, 'N'},
        {LineGroup::Kind::note_more, 'M'}, {LineGroup::Kind::picture, 'I'}};
    std::string result;
    for (LineGroup const& each : unwrap(text, shape_of(text, asked)).groups) {
        result += letters.at(each.kind);
        if (!each.figures.empty()) result += "[" + each.figures + "]";
        result +=
            ":" + std::string(each.kind == LineGroup::Kind::verse ? static_cast<std::size_t>(each.indent) : 0, '>');
        for (Piece const& piece : each.pieces)
            result += piece.glue + std::string(text.substr(piece.span.begin, piece.span.end - piece.span.begin));
        result += '\n';
    }
    return result;
}

} // namespace

TEST_CASE("wrapped lines are told from lines that are paragraphs") {
    CHECK(shape_of(wrapped(prose, 72) + "\n" + wrapped(prose, 72)).hard_wrapped);
    CHECK(shape_of(wrapped(prose, 40) + "\n" + wrapped(prose, 40)).hard_wrapped);
    CHECK(shape_of(wrapped(prose, 72)).width >= 68);
    CHECK_FALSE(shape_of(prose + "\n\n" + prose + "\n\n" + prose + "\n" + prose + "\n").hard_wrapped);
    CHECK_FALSE(
        shape_of("Shall I compare thee\nTo a day?\nThou art more lovely and more temperate:\nRough winds\nDo shake "
                 "the darling buds\nOf May,\nAnd summer's lease\nHath all too short a date:\n")
            .hard_wrapped);
    CHECK_FALSE(shape_of("").hard_wrapped);
    CHECK_FALSE(shape_of("one\ntwo\nthree\n").hard_wrapped);
}

TEST_CASE("Markdown is known by its blocks, not by its emphasis") {
    CHECK(shape_of("# Title\n\n*Text* here.[^1]\n\n## Part\n\n[^1]: Note.\n").dialect == Dialect::markdown);
    CHECK(shape_of("Title\n\n*Text* **here**, <https://a.org> [1]\n\n1) item\n\n* Notes\n").dialect == Dialect::text);
    CHECK(shape_of("Title\n# 5 is a number\n").dialect == Dialect::text);
    CHECK(shape_of("Title\n# 5 is a number\n").confidence < manuscript::review_threshold);
    CHECK(shape_of("# a\n# b\n# c\n", Dialect::text).dialect == Dialect::text);
}

TEST_CASE("the licence around a text of Project Gutenberg is dropped by name") {
    std::string const text =
        "The Project Gutenberg eBook of A Mill\n\nTitle: A Mill\n\nAuthor: Jane Doe\n\n*** START OF THE PROJECT "
        "GUTENBERG EBOOK A MILL ***\n\nCHAPTER I.\n\n" +
        wrapped(prose, 70) + "\n*** END OF THE PROJECT GUTENBERG EBOOK A MILL ***\n\nLicence.\n";
    TextShape const shape = shape_of(text);
    CHECK(shape.dialect == Dialect::gutenberg);
    CHECK(shape.metadata.at("title") == "A Mill");
    CHECK(shape.metadata.at("author") == "Jane Doe");
    REQUIRE(shape.dropped.size() == 2);
    CHECK(shape.dropped[0].text.ends_with("A MILL ***"));
    CHECK(shape.dropped[1].text.ends_with("Licence.\n"));
    CHECK(shown(text) == "P:CHAPTER I.\nP:" + prose + "\n");
}

TEST_CASE("wrapped lines become paragraphs") {
    CHECK(shown(wrapped(prose, 60) + "\n\n" + wrapped(prose, 60)) == "P:" + prose + "\nP:" + prose + "\n");
    // Without blank lines: the first line is indented, or the last one short.
    std::string const indented = "   " + wrapped(prose, 60) + "   " + wrapped(prose, 60);
    CHECK(shown(indented) == "P:" + prose + "\nP:" + prose + "\n");
    CHECK(shown(wrapped(prose, 64) + wrapped(prose, 64)) == "P:" + prose + "\nP:" + prose + "\n");
}

TEST_CASE("items in wrapped text are paragraphs of their own") {
    CHECK(shown(wrapped("1. " + prose, 60) + wrapped("2. " + prose, 60) + "\n" + wrapped(prose, 60)) ==
          "P:1. " + prose + "\nP:2. " + prose + "\nP:" + prose + "\n");
}

TEST_CASE("verse keeps its lines and indents") {
    std::string const text =
        wrapped(prose, 64) +
        "\n     The miller's daughter sang all day\n       And never once looked down,\n     The wheel it "
        "turned\n       Above the town.\n\n" +
        wrapped(prose, 64);
    CHECK(shown(text) == "P:" + prose +
                             "\nV:The miller's daughter sang all day\nV:>>And never once looked down,\nV:The wheel it "
                             "turned\nV:>>Above the town.\nP:" +
                             prose + "\n");
}

TEST_CASE("quotations, headings and tables by their indents") {
    CHECK(shown(wrapped(prose, 70) + "\n" + wrapped(prose, 60, "     ") + "\n" + wrapped(prose, 70)) ==
          "P:" + prose + "\nQ:" + prose + "\nP:" + prose + "\n");
    CHECK(shown("                           THE MILL\n\n" + wrapped(prose, 64)) == "H:THE MILL\nP:" + prose + "\n");
    CHECK(shown(wrapped(prose, 64) + "\nCotton      12      14\nWool         7       9\nFlax         3       1\n") ==
          "P:" + prose + "\nR:Cotton      12      14\nR:Wool         7       9\nR:Flax         3       1\n");
}

TEST_CASE("hyphens at line ends go by the words of the text") {
    std::string const filler = wrapped(prose + " The demonstration of the anti-war league began.", 50);
    auto const joined = [&](std::string const& left, std::string const& right) {
        std::string const text = filler + "\nIt ended on a cold dark morning with a " + left + "\n" + right +
                                 " of the league of the mills in the\ntown.\n";
        Unwrapped const found = unwrap(text, shape_of(text));
        REQUIRE(found.decisions.size() == 1);
        std::string line;
        for (Piece const& piece : found.groups.back().pieces)
            line += piece.glue + text.substr(piece.span.begin, piece.span.end - piece.span.begin);
        std::string const start = "It ended on a cold dark morning with a ";
        return line.substr(start.size(), line.find(" of the league") - start.size()) + " " +
               std::string(name(found.decisions.front().code));
    };
    CHECK(joined("demon-", "stration") == "demonstration hyphen-joined");
    CHECK(joined("anti-", "war") == "anti-war hyphen-kept");
    CHECK(joined("*demon-*", "stration") == "*demon*stration hyphen-joined");
    CHECK(joined("Baden-", "Powell") == "Baden-Powell hyphen-kept");
    CHECK(joined("cold-", "work") == "cold-work hyphen-kept");
}

TEST_CASE("dashes, addresses and East Asian lines have their own seams") {
    std::string const filler = wrapped(prose, 50) + "\n";
    CHECK(shown(filler + "He stood and waited by the old gate all day long--\nand nobody came. ") ==
          "P:" + prose + "\nP:He stood and waited by the old gate all day long--and nobody came.\n");
    CHECK(shown(filler +
                "You find it in full length at https://a.org/some-\nthing/page, if you look for it with some care\n"
                "and time.\n") ==
          "P:" + prose +
              "\nP:You find it in full length at https://a.org/some-thing/page, if you look for it with some "
              "care and time.\n");
    std::string chinese;
    for (int i = 0; i < 8; ++i) chinese += "城里的工人从星期一开始罢工不拿到工资就不回去\n";
    CHECK(shape_of(chinese).hard_wrapped);
    CHECK(shown(chinese).find(' ') == std::string::npos);
}

TEST_CASE("footnotes and pictures of Project Gutenberg") {
    std::string const text =
        "*** START OF THIS PROJECT GUTENBERG EBOOK X ***\n\n" + wrapped(prose, 64) +
        "\n[Footnote 1: A note that is long enough to go over the end of the\nline.\n\nA second "
        "paragraph [with brackets].]\n\n[Illustration]\n\n[Illustration: The mill in winter.]\n\n" +
        wrapped(prose, 64);
    CHECK(shown(text) ==
          "P:" + prose +
              "\nN[1]:A note that is long enough to go over the end of the line.\nM:A second paragraph [with "
              "brackets].\nI:The mill in winter.\nP:" +
              prose + "\n");
    Unwrapped const found = unwrap(text, shape_of(text));
    REQUIRE(found.dropped.size() == 3);
    CHECK(found.dropped[0].name == "note mark");
    CHECK(found.dropped[0].text == "[Footnote 1:");
    CHECK(found.decisions.size() == 2);
}

TEST_CASE("a text that is not wrapped gives each line, with its gap") {
    std::string const text = "Title\n\n\nBy Jane\n" + prose + "\n";
    Unwrapped const found = unwrap(text, shape_of(text));
    REQUIRE(found.groups.size() == 3);
    CHECK(found.groups[1].gap == 2);
    CHECK(found.groups[2].gap == 0);
    CHECK(found.groups[2].first_line == 5);
}

TEST_CASE("hostile lines end soon") {
    for (std::string const unit : {"[Footnote 1: a\n\n", "-\n", "\f", "[Illustration: \n", "a-\n", " \n"}) {
        std::string text = "*** START OF THIS PROJECT GUTENBERG EBOOK X ***\n";
        while (text.size() < 100000) text += unit;
        CHECK(unwrap(text, shape_of(text)).groups.size() < 100000);
    }
}
