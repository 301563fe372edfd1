// Notes, lists, tables, pictures, boxes.

#include "office_odt/odt_file.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

std::string const title = R"(<text:p text:style-name="Title">T</text:p>)";
OdtReading read_body(std::string const& body, std::string const& automatic = {}) {
    return read({title + body, automatic});
}

std::string note(std::string const& id, std::string const& kind, std::string const& paragraphs) {
    return "<text:note text:id=\"" + id + "\" text:note-class=\"" + kind +
           "\"><text:note-citation>1</text:note-citation><text:note-body>" + paragraphs +
           "</text:note-body></text:note>";
}

std::string list(std::string const& style, std::string const& items, std::string const& more = {}) {
    return "<text:list text:style-name=\"" + style + "\" " + more + ">" + items + "</text:list>";
}

std::string item(std::string const& content, std::string const& more = {}) {
    return "<text:list-item " + more + ">" + (content.starts_with('<') ? content : "<text:p>" + content + "</text:p>") +
           "</text:list-item>";
}

std::string row(std::string const& cells) { return "<table:table-row>" + cells + "</table:table-row>"; }
std::string cell(std::string const& words, std::string const& more = {}) {
    return "<table:table-cell " + more + "><text:p>" + words + "</text:p></table:table-cell>";
}
std::string table(std::string const& rows) { return "<table:table>" + rows + "</table:table>"; }

std::string const png = "\x89PNG\r\n\x1A\nxxxx";

std::string frame(std::string const& content, std::string const& more = {}) {
    return "<draw:frame draw:name=\"f\" " + more + ">" + content + "</draw:frame>";
}
std::string image(std::string const& reference) { return "<draw:image xlink:href=\"" + reference + "\"/>"; }

} // namespace

// ---------------------------------------------------------------------------------------------------------------
// Notes

TEST_CASE("footnotes and endnotes with several paragraphs stand where they are called") {
    auto const reading =
        read_body("<text:p>One" + note("f1", "footnote", "<text:p>A</text:p><text:p>B</text:p>") + " two" +
                  note("e1", "endnote", "<text:p>C <text:a xlink:href=\"https://a.example/\">d</text:a></text:p>") +
                  ".</text:p>");
    CHECK(reading.body() == R"(paragraph "One" note[0] " two" note[1] "."
note 0 label="1"
  paragraph "A"
  paragraph "B"
note 1 label="2"
  paragraph "C " link<https://a.example/>["d"]
)");
    CHECK(reading.view() == "T\nOne two.\nA\nB\nC d\n");
    CHECK(reading.imported.counts.notes == 2);
    CHECK(reading.imported.counts.links == 1);
}

TEST_CASE("notes in tables, lists and headings, and a second call of a note") {
    auto const reading = read_body(
        "<text:h text:outline-level=\"1\">H" + note("a", "footnote", "<text:p>A</text:p>") + "</text:h>" +
        list("Bullets", item("i" + note("b", "footnote", "<text:p>B</text:p>"))) +
        table(row(cell("c" + note("c", "footnote", "<text:p>C</text:p>")) + cell("d"))) +
        "<text:p>again<text:note-ref text:ref-name=\"a\" text:note-class=\"footnote\">1</text:note-ref></text:p>");
    CHECK(reading.body() == R"(heading 2 "H" note[0]
list bullet tight
  item
    paragraph "i" note[1]
table none none
  row
    cell "c" note[2]
    cell "d"
paragraph "again" note[0 again=1]
note 0 label="1"
  paragraph "A"
note 1 label="2"
  paragraph "B"
note 2 label="3"
  paragraph "C"
)");
    CHECK(reading.dropped() == Words{"note call: 1"});
    CHECK(reading.imported.counts.calls == 4);
}

TEST_CASE("a note within a note, and a note without text") {
    auto const reading = read_body(
        "<text:p>a" + note("a", "footnote", "<text:p>A" + note("b", "footnote", "<text:p>B</text:p>") + "</text:p>") +
        "b" + note("c", "footnote", "<text:p/>") + "</text:p>");
    CHECK(reading.body() ==
          "paragraph \"a\" note[0] \"b\"\nnote 0 label=\"1\"\n  paragraph \"A\"\n  paragraph \"B\"\n");
    CHECK(reading.codes() == Words{"note-without-call", "call-without-note"});
}

// ---------------------------------------------------------------------------------------------------------------
// Lists

TEST_CASE("bullets and numbers, one in the other") {
    auto const reading = read_body(
        list("Bullets", item("a") + item("<text:p>b</text:p>" + list("", item("c") + item("d"))) + item("e")) +
        "<text:p>x</text:p>" +
        list("Numbers", item("f") + item("<text:p>g</text:p>" + list("", item("h") + item("i")))));
    CHECK(reading.body() == R"dump(list bullet tight
  item
    paragraph "a"
  item
    paragraph "b"
    list bullet tight
      item
        paragraph "c"
      item
        paragraph "d"
  item
    paragraph "e"
paragraph "x"
list numbered tight
  item marker="1." number=1
    paragraph "f"
  item marker="2." number=2
    paragraph "g"
    list numbered tight
      item marker="a)" number=1
        paragraph "h"
      item marker="b)" number=2
        paragraph "i"
)dump");
    CHECK(reading.added() == Words{"list number: 1.", "list number: a)", "list number: b)", "list number: 2."});
}

TEST_CASE("lists go on behind an interruption, by number and by name, or begin anew") {
    auto const reading = read_body(list("Numbers", item("a") + item("b"), "xml:id=\"one\"") + "<text:p>x</text:p>" +
                                   list("Numbers", item("c"), "text:continue-numbering=\"true\"") +
                                   "<text:p>y</text:p>" + list("Numbers", item("d")) + "<text:p>z</text:p>" +
                                   list("Numbers", item("e"), "text:continue-list=\"one\""));
    CHECK(reading.added() ==
          Words{"list number: 1.", "list number: 2.", "list number: 3.", "list number: 1.", "list number: 4."});
}

TEST_CASE("start values, letters, and lists whose sub-lists begin anew") {
    auto const reading = read_body(list("Letters", item("a") + item("b", "text:start-value=\"7\"") + item("c")) +
                                   list("Numbers", item("<text:p>d</text:p>" + list("", item("e"))) +
                                                       item("<text:p>f</text:p>" + list("", item("g")))));
    CHECK(reading.added() == Words{"list number: (c)", "list number: (g)", "list number: (h)", "list number: a)",
                                   "list number: 1.", "list number: a)", "list number: 2."});
}

TEST_CASE("an item with several paragraphs, and one that is only the continuation of another") {
    auto const reading = read_body(list("Numbers", item("<text:p>a</text:p><text:p>b</text:p>") + item("c") +
                                                       "<text:list-header><text:p>d</text:p></text:list-header>" +
                                                       "<text:list-item>" + list("", item("e")) + "</text:list-item>"));
    CHECK(reading.body() == R"dump(list numbered loose
  item marker="1." number=1
    paragraph "a"
    paragraph "b"
  item marker="2." number=2
    paragraph "c"
    paragraph "d"
    list numbered tight
      item marker="a)" number=1
        paragraph "e"
)dump");
}

TEST_CASE("markers that the source format does not have begin paragraphs") {
    auto const reading = read_body(list("Levels", item("<text:p>a</text:p>" + list("", item("b") + item("c")))));
    CHECK(reading.body() == R"(list numbered loose
  item marker="1." number=1
    paragraph "a"
    paragraph "1.1 b"
    paragraph "1.2 c"
)");
    CHECK(reading.codes() == Words{"list-guessed"});
}

TEST_CASE("headings in lists are no items") {
    auto const reading = read_body(list("Numbers", item("<text:h text:outline-level=\"1\">One</text:h>") +
                                                       item("<text:h text:outline-level=\"1\">Two</text:h>")) +
                                   "<text:p>x</text:p>");
    CHECK(reading.body() == "heading 2 \"1. One\"\nheading 2 \"2. Two\"\nparagraph \"x\"\n");
    CHECK(reading.added() == Words{"heading number: 1.", "heading number: 2."});
    CHECK(reading.codes() == Words{"list-guessed"});
}

TEST_CASE("headings numbered by the outline carry their numbers") {
    OdtFile file{title + R"(<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Inner</text:h>
        <text:h text:outline-level="1">Two</text:h><text:h text:outline-level="1" text:is-list-header="true">Bare</text:h>)"};
    file.named = R"(<text:outline-style style:name="Outline">
        <text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
        <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>)";
    auto const reading = read(file);
    CHECK(reading.body() ==
          "heading 2 \"I. One\"\nheading 3 \"I.1 Inner\"\nheading 2 \"II. Two\"\nheading 2 \"Bare\"\n");
}

// ---------------------------------------------------------------------------------------------------------------
// Tables

TEST_CASE("a table with a head, alignment and a caption that is counted") {
    OdtFile file{
        title +
            "<text:p text:style-name=\"Table\">Table <text:sequence text:name=\"Table\" "
            "text:ref-name=\"t0\">1</text:sequence>: Sizes</text:p>" +
            table(
                "<table:table-column table:number-columns-repeated=\"2\"/><table:table-header-rows>" +
                row(cell("Name") + cell("Points")) + "</table:table-header-rows>" +
                row(cell("Brevier") + "<table:table-cell><text:p text:style-name=\"E\">8</text:p></table:table-cell>") +
                row(cell("Pica") + "<table:table-cell><text:p text:style-name=\"E\">12</text:p></table:table-cell>")) +
            "<text:p>See <text:sequence-ref text:reference-format=\"value\" "
            "text:ref-name=\"t0\">1</text:sequence-ref>.</text:p>",
        R"(<style:style style:name="E" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>)"};
    auto const reading = read(file);
    CHECK(reading.body() == R"(table none right id="t0" caption["Table 1: Sizes"]
  head
    cell "Name"
    cell "Points"
  row
    cell "Brevier"
    cell "8"
  row
    cell "Pica"
    cell "12"
paragraph "See " see<#t0>["1"] "."
)");
    CHECK(reading.imported.counts.tables == 1);
}

TEST_CASE("spans, paragraphs and lists in cells, repeated cells at the edge") {
    auto const reading = read_body(
        table(row(cell("a", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell/>" +
                  "<table:table-cell table:number-columns-repeated=\"16000\"/>") +
              row("<table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell><table:table-cell>" +
                  list("Numbers", item("d")) + "</table:table-cell>") +
              "<table:table-row table:number-rows-repeated=\"100000\"><table:table-cell/></table:table-row>"));
    std::string const body = reading.body();
    CHECK(body.starts_with(
        "table none none\n  row\n    cell \"a\"\n    cell\n  row\n    cell \"b c\"\n    cell \"1. d\"\n"));
    CHECK(body.size() < 4000);
    CHECK(reading.codes() == Words{"table-flattened"});
}

TEST_CASE("a table within a table becomes running text") {
    auto const reading = read_body(
        table(row("<table:table-cell>" + table(row(cell("a") + cell("b"))) + "</table:table-cell>" + cell("c"))));
    CHECK(reading.body() == "table none none\n  row\n    cell \"a b\"\n    cell \"c\"\n");
    CHECK(reading.decisions() ==
          Words{"table-flattened: every word is kept, the table is simpler (a table within a cell is running text)"});
}

TEST_CASE("a first row in the style of a head is the head; a table of one cell is a box") {
    auto const reading = read_body(
        table(row("<table:table-cell><text:p text:style-name=\"Table_20_Heading\">H</text:p></table:table-cell>"
                  "<table:table-cell><text:p text:style-name=\"Table_20_Heading\">I</text:p></table:table-cell>") +
              row(cell("a") + cell("b"))) +
        "<text:p>x</text:p>" +
        table(row("<table:table-cell><text:p>Buy</text:p><text:p>now</text:p></table:table-cell>")));
    CHECK(reading.body() == R"(table none none
  head
    cell "H"
    cell "I"
  row
    cell "a"
    cell "b"
paragraph "x"
insert
  paragraph "Buy"
  paragraph "now"
)");
    CHECK(reading.codes() == Words{"insert-guessed"});
}

// ---------------------------------------------------------------------------------------------------------------
// Pictures and boxes

TEST_CASE("pictures with their descriptions, one file for one picture") {
    OdtFile file{
        title + "<text:p>" +
        frame(image("Pictures/press.png") + "<svg:title>Press</svg:title><svg:desc>An iron press.</svg:desc>") +
        "</text:p><text:p>a" +
        frame(image("Pictures/press.png") + "<svg:desc>Again</svg:desc>", "text:anchor-type=\"as-char\"") +
        "b</text:p><text:p>" + frame(image("Pictures/10000201000003E8.png"), "loext:decorative=\"true\"") +
        "</text:p>"};
    file.parts = {{"Pictures/press.png", png}, {"Pictures/10000201000003E8.png", png}};
    auto const reading = read(file);
    CHECK(reading.body() == R"(figure asset=0 alt="Press. An iron press."
paragraph "a" picture[0 alt="Again"] "b"
figure asset=1 decorative
asset 0 "images/press.png"
asset 1 "images/picture-2.png"
)");
    REQUIRE(reading.imported.pictures.size() == 2);
    CHECK(as_text(reading.imported.pictures[0].content) == png);
    CHECK(reading.codes() == none);
    CHECK(reading.imported.counts.pictures == 3);
}

TEST_CASE("a text box with a picture and its caption is a figure") {
    OdtFile file{
        title + "<text:p>a</text:p><text:p>" +
        frame(
            "<draw:text-box><text:p text:style-name=\"Illustration\">" +
            frame(image("Pictures/a.png") + "<svg:title>A</svg:title>", "text:anchor-type=\"as-char\"") +
            "Figure <text:sequence text:name=\"Illustration\">1</text:sequence>: The press</text:p></draw:text-box>") +
        "</text:p>"};
    file.parts = {{"Pictures/a.png", png}};
    auto const reading = read(file);
    CHECK(reading.body() ==
          "paragraph \"a\"\nfigure asset=0 alt=\"A\" caption[\"Figure 1: The press\"]\nasset 0 \"images/a.png\"\n");
    CHECK(reading.codes() == none);
}

TEST_CASE("pictures in flat files") {
    auto const reading =
        read_bytes("a.fodt", OdtFile{title + "<text:p>" +
                                     frame("<draw:image><office:binary-data>iVBO\nRw0KGgp4eHh4</office:binary-data></"
                                           "draw:image><svg:title>A</svg:title>") +
                                     "</text:p>"}
                                 .flat());
    REQUIRE(reading.imported.pictures.size() == 1);
    CHECK(as_text(reading.imported.pictures[0].content) == png);
}

TEST_CASE("linked, missing and unusable pictures are told") {
    OdtFile file{title + "<text:p>" + frame(image("https://a.example/x.png") + "<svg:title>A</svg:title>") +
                 frame(image("Pictures/none.png")) + frame(image("Pictures/b.wmf") + image("../../etc/passwd")) +
                 frame(image("./ObjectReplacements/Object 1")) + frame(image("Pictures/c.png")) + "</text:p>"};
    file.parts = {
        {"Pictures/b.wmf", "\xD7\xCD\xC6\x9A"}, {"ObjectReplacements/Object 1", png}, {"Pictures/c.png", png}};
    auto const reading = read(file);
    CHECK(reading.codes() == Words{"picture-missing", "picture-missing", "picture-unsupported", "picture-undescribed",
                                   "picture-undescribed"});
    CHECK(reading.dropped() == Words{"description of a picture that is left out: A"});
    CHECK(reading.imported.pictures.size() == 2);
}

TEST_CASE("text boxes and drawn shapes become inserts, once") {
    auto const reading = read_body(
        "<text:p>a" + frame("<draw:text-box><text:p>Box</text:p><text:p>text</text:p></draw:text-box>") +
        "b</text:p><text:p><draw:g><draw:custom-shape><text:p>Star</text:p></draw:custom-shape></draw:g></text:p>");
    CHECK(reading.body() == R"(paragraph "ab"
insert
  paragraph "Box"
  paragraph "text"
insert
  paragraph "Star"
)");
    CHECK(reading.view() == "T\nab\nBox\ntext\nStar\n");
    CHECK(reading.codes() == Words{"insert-guessed", "insert-guessed"});
}

TEST_CASE("formulas become linear text, told") {
    OdtFile file{
        title + "<text:p>where " +
        frame("<draw:object xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/>",
              "text:anchor-type=\"as-char\"") +
        " holds</text:p>"};
    file.parts = {
        {"Object 1/content.xml",
         R"(<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup>
                   <mo>+</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msqrt><mi>x</mi></msqrt></mfrac></mrow>
                   <annotation encoding="StarMath 5.0">E = c^2</annotation></semantics></math>)"}};
    auto const reading = read(file);
    CHECK(reading.body() == "paragraph \"where E = c^2 + (a + b)/(√(x)) holds\"\n");
    CHECK(reading.codes() == Words{"formula-linear"});
}
