// Articles, headings, roles of styles, runs.

#include "office_odt/odt_file.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

std::string const title = R"(<text:p text:style-name="Title">T</text:p>)";

OdtReading read_body(std::string const& body, std::string const& automatic = {},
                     manuscript::Options const& options = {}) {
    return read({title + body, automatic}, options);
}

std::string style(std::string const& name, std::string const& family, std::string const& parent,
                  std::string const& properties) {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + family + "\" style:parent-style-name=\"" +
           parent + "\">" + properties + "</style:style>";
}

std::string look(std::string const& name, std::string const& properties) {
    return style(name, "text", "", "<style:text-properties " + properties + "/>");
}

} // namespace

TEST_CASE("title, subtitle and author at the start are those of the article") {
    auto const reading = read({R"(<text:p text:style-name="Title">A <text:s/>Sort</text:p>
        <text:p text:style-name="Subtitle">Turned round</text:p>
        <text:p text:style-name="Author">By Jane Doe, 8 July 2023</text:p>
        <text:p text:style-name="Text_20_body">Body.</text:p><text:p text:style-name="Subtitle">Later</text:p>)"});
    CHECK(reading.dump() == R"(article ""
  title "A Sort"
  subtitle "Turned round"
  author "Jane Doe"
  byline "By Jane Doe, 8 July 2023"
  date 2023-07-08
  paragraph "Body."
  paragraph "Later"
)");
    CHECK(reading.view() == "A Sort\nTurned round\nBy Jane Doe, 8 July 2023\nBody.\nLater\n");
    CHECK(reading.codes() == none);
}

TEST_CASE("headings below a title keep their order of levels") {
    auto const reading = read_body(R"(<text:h text:style-name="Heading_20_1" text:outline-level="1">One</text:h>
        <text:p>a</text:p><text:h text:style-name="Heading_20_2" text:outline-level="2">Two</text:h><text:p>b</text:p>)");
    CHECK(reading.body() == "heading 2 \"One\"\nparagraph \"a\"\nheading 3 \"Two\"\nparagraph \"b\"\n");
}

TEST_CASE("without a title several headings of the first level begin articles") {
    auto const reading =
        read({R"(<text:h text:outline-level="1">One</text:h><text:p text:style-name="Author">Jo Lee</text:p>
        <text:p>a</text:p><text:h text:outline-level="2">Inner</text:h><text:h text:outline-level="1">Two</text:h>
        <text:p>b</text:p>)"});
    CHECK(reading.dump() == R"(article ""
  title "One"
  author "Jo Lee"
  byline "Jo Lee"
  paragraph "a"
  heading 2 "Inner"
article ""
  title "Two"
  paragraph "b"
)");
    CHECK(reading.codes() == Words{"article-start", "article-start"});
}

TEST_CASE("text before the first of several headings is an article of its own, and told") {
    auto const reading = read({R"(<text:p>Before.</text:p><text:h text:outline-level="1">One</text:h><text:p>a</text:p>
        <text:h text:outline-level="1">Two</text:h><text:p>b</text:p>)"});
    CHECK(reading.imported.document.entries.size() == 3);
    CHECK(reading.added() == Words{"title: a"});
    CHECK(reading.codes() == Words{"article-start", "metadata-guessed", "article-start", "article-start"});
}

TEST_CASE("a text without any title takes that of the properties") {
    OdtFile file{"<text:p>Body.</text:p>"};
    file.meta = "<dc:title>The Storm</dc:title><dc:subject>Weather</dc:subject><meta:keyword>wind</meta:keyword>";
    auto const reading = read(file);
    CHECK(reading.dump() == "article \"\"\n  title \"The Storm\"\n  paragraph \"Body.\"\n");
    CHECK(reading.imported.document.metadata.title == "The Storm");
    CHECK(reading.imported.document.metadata.subjects == Words{"Weather", "wind"});
    CHECK(reading.added() == Words{"title: The Storm"});
}

TEST_CASE("a second title begins a further article, with a question") {
    auto const reading = read_body(R"(<text:p>a</text:p><text:p text:style-name="Title">U</text:p><text:p>b</text:p>)");
    CHECK(reading.dump() ==
          "article \"\"\n  title \"T\"\n  paragraph \"a\"\narticle \"\"\n  title \"U\"\n  paragraph \"b\"\n");
    REQUIRE(reading.codes() == Words{"article-start"});
    CHECK(reading.imported.decisions.front().confidence < manuscript::review_threshold);
}

TEST_CASE("headings are known by localised names, and by their parents") {
    auto const named = style("_dc_berschrift_20_2", "paragraph", "Standard", "") +
                       style("Kapitel", "paragraph", "Heading_20_1", "") + style("P1", "paragraph", "Kapitel", "");
    OdtFile file{title + R"(<text:p text:style-name="_dc_berschrift_20_2">Eins</text:p><text:p>x</text:p>
        <text:p text:style-name="P1">Zwei</text:p><text:p>y</text:p>)"};
    file.named = named;
    auto const reading = read(file);
    CHECK(reading.body() == "heading 3 \"Eins\"\nparagraph \"x\"\nheading 2 \"Zwei\"\nparagraph \"y\"\n");
    CHECK(reading.imported.unmapped_styles.empty());
}

TEST_CASE("the editor's map of styles rules, by name and by id") {
    OdtFile file{R"(<text:p text:style-name="Kopf">K</text:p><text:p text:style-name="Author_20_byline">Jo Lee</text:p>
        <text:p text:style-name="Zwischen">S</text:p><text:p>a</text:p><text:p text:style-name="Werbung">Buy!</text:p>
        <text:p text:style-name="Werbung">Now!</text:p><text:p text:style-name="Weg">9</text:p>
        <text:h text:outline-level="1" text:style-name="Kein">no heading</text:h>)"};
    for (char const* name : {"Kopf", "Author_20_byline", "Zwischen", "Werbung", "Weg", "Kein"})
        file.named += style(name, "paragraph", "Standard", "");
    manuscript::Options options;
    options.styles = {{"Kopf", "title"}, {"Author byline", "byline"}, {"Zwischen", "heading3"}, {"Werbung", "insert"},
                      {"Weg", "drop"},   {"Kein", "paragraph"}};
    auto const reading = read(file, options);
    CHECK(reading.dump() == R"(article ""
  title "K"
  author "Jo Lee"
  byline "Jo Lee"
  heading 3 "S"
  paragraph "a"
  insert
    paragraph "Buy!"
    paragraph "Now!"
  paragraph "no heading"
)");
    CHECK(reading.dropped() == Words{"style: Weg: 9"});
    CHECK(reading.codes() == none);
}

TEST_CASE("styles that nobody knows are counted") {
    OdtFile file{title + R"(<text:p text:style-name="Mine">a <text:span text:style-name="Name">b</text:span></text:p>
        <text:p text:style-name="P1">c</text:p><text:p text:style-name="Text_20_body">d</text:p>)",
                 style("P1", "paragraph", "Mine", "")};
    file.named = style("Mine", "paragraph", "Text_20_body", "") + style("Name", "text", "", "");
    auto const reading = read(file);
    CHECK(reading.body() == "paragraph \"a b\"\nparagraph \"c\"\nparagraph \"d\"\n");
    CHECK(reading.imported.unmapped_styles == std::map<std::string, std::size_t>{{"Mine", 2}, {"Name", 1}});
    CHECK(reading.codes() == Words{"style-unmapped", "style-unmapped"});
}

TEST_CASE("quotations, their attribution, and paragraphs that stand in") {
    auto const reading =
        read_body(R"(<text:p>a</text:p><text:p text:style-name="Quotations">One</text:p>
        <text:p text:style-name="Quotations">Two <text:span text:style-name="U">upright</text:span></text:p>
        <text:p text:style-name="Quotations">— V. Author</text:p><text:p>b</text:p><text:p text:style-name="P1">In</text:p>)",
                  style("P1", "paragraph", "Standard",
                        R"(<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/>)") +
                      look("U", R"(fo:font-style="normal")"));
    CHECK(reading.body() == R"(paragraph "a"
quote
  paragraph "One"
  paragraph "Two " emphasis["upright"]
  attribution "V. Author"
paragraph "b"
quote
  paragraph "In"
)");
    CHECK(reading.codes() == Words{"quote-guessed"});
}

TEST_CASE("looks of runs: bold, italic, small capitals, struck, raised, lowered, code") {
    auto const reading = read_body(
        R"(<text:p>a<text:span text:style-name="B">b </text:span><text:span text:style-name="I">c<text:span text:style-name="B">d</text:span></text:span>
<text:span text:style-name="SC">E</text:span><text:span text:style-name="ST">f</text:span>H<text:span text:style-name="SUB">2</text:span>O<text:span text:style-name="SUP">i</text:span>
<text:span text:style-name="Strong_20_Emphasis">g</text:span><text:span text:style-name="Source_20_Text">h()</text:span></text:p>)",
        look("B", R"(fo:font-weight="bold")") + look("I", R"(fo:font-style="italic")") +
            look("SC", R"(fo:font-variant="small-caps")") + look("ST", R"(style:text-line-through-style="solid")") +
            look("SUB", R"(style:text-position="sub 58%")") + look("SUP", R"(style:text-position="33% 58%")"));
    CHECK(reading.body() == "paragraph \"a\" strong[\"b\"] \" \" emphasis[\"c\" strong[\"d\"]] \" \" smallcaps[\"E\"] "
                            "strikethrough[\"f\"] \"H\" "
                            "subscript[\"2\"] \"O\" superscript[\"i\"] \" \" strong[\"g\"] code[\"h()\"]\n");
}

TEST_CASE("the look of a heading is no emphasis, that of a paragraph by hand is") {
    auto const reading = read_body(
        R"(<text:h text:style-name="Heading_20_1" text:outline-level="1"><text:span text:style-name="B">One</text:span></text:h>
        <text:p text:style-name="P1">all bold</text:p>)",
        look("B", R"(fo:font-weight="bold")") +
            style("P1", "paragraph", "Standard", R"(<style:text-properties fo:font-weight="bold"/>)"));
    CHECK(reading.body() == "heading 2 \"One\"\nparagraph strong[\"all bold\"]\n");
}

TEST_CASE("spaces, tabs, line breaks, no-break spaces and page breaks") {
    auto const reading = read_body("<text:p>  a\n\n b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e\u00A0f"
                                   "<text:soft-page-break/>g\u00ADh </text:p>");
    CHECK(reading.body() == "paragraph \"a b c d\" break \"e\\u{A0}fg\\u{AD}h\"\n");
}

TEST_CASE("languages of runs, of paragraphs and of whole texts") {
    std::string const automatic =
        look("DE", R"(fo:language="de" fo:country="DE")") +
        style("PF", "paragraph", "Standard", R"(<style:text-properties fo:language="fr" fo:country="FR"/>)");
    auto const reading =
        read_body(R"(<text:p>He said <text:span text:style-name="DE">Guten Tag</text:span> to all of us here.</text:p>
        <text:p text:style-name="PF">Tout en français.</text:p><text:p text:style-name="PF">Encore.</text:p>)",
                  automatic);
    CHECK(reading.body() == R"(paragraph "He said " span:de-DE["Guten Tag"] " to all of us here."
division lang="fr-FR"
  paragraph "Tout en français."
  paragraph "Encore."
)");
    CHECK(reading.imported.document.metadata.language == "en-GB");
}

TEST_CASE("an article in another language than the file has it as its own") {
    std::string const french =
        style("HF", "paragraph", "Heading_20_1", R"(<style:text-properties fo:language="fr"/>)") +
        style("PF", "paragraph", "Standard", R"(<style:text-properties fo:language="fr"/>)");
    auto const reading =
        read({R"(<text:h text:outline-level="1">One</text:h><text:p>A text that is long enough to count.</text:p>
        <text:h text:style-name="HF" text:outline-level="1">Deux</text:h><text:p text:style-name="PF">Texte.<text:note text:id="n">
        <text:note-body><text:p text:style-name="PF">Voir.</text:p></text:note-body></text:note></text:p>)",
              french});
    CHECK(reading.dump() == R"(article ""
  title "One"
  paragraph "A text that is long enough to count."
article "" lang="fr"
  title "Deux"
  paragraph "Texte." note[0]
note 0 label="1"
  paragraph "Voir."
)");
}

TEST_CASE("right-to-left paragraphs") {
    auto const reading = read_body("<text:p>a</text:p><text:p text:style-name=\"R\">שלום</text:p>",
                                   style("R", "paragraph", "Standard",
                                         R"(<style:paragraph-properties style:writing-mode="rl-tb"/>
                                         <style:text-properties style:language-complex="he" style:country-complex="IL"/>)"));
    CHECK(reading.body() == "paragraph \"a\"\ndivision lang=\"he-IL\" rtl\n  paragraph \"שלום\"\n");
}

TEST_CASE("verse, separators, code and ruby") {
    OdtFile file{title + R"(<text:p text:style-name="Verse">One<text:line-break/>Two</text:p>
        <text:p text:style-name="Verse">Three</text:p><text:p>* * *</text:p>
        <text:p text:style-name="Preformatted_20_Text">x = 1</text:p><text:p text:style-name="Preformatted_20_Text">y = 2</text:p>
        <text:p text:style-name="Horizontal_20_Line"/>
        <text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby></text:p>)"};
    file.named = style("Verse", "paragraph", "Standard", "") +
                 style("Preformatted_20_Text", "paragraph", "Standard", "") +
                 style("Horizontal_20_Line", "paragraph", "Standard", "");
    auto const reading = read(file);
    CHECK(reading.body() == R"dump(verse
  stanza
    line "One"
    line "Two"
  stanza
    line "Three"
separator
code "x = 1\ny = 2\n"
separator
paragraph "漢 (kan)"
)dump");
}

TEST_CASE("underlined words, and an indented first line") {
    auto const reading = read_body(R"(<text:p><text:tab/>a <text:span text:style-name="U">b</text:span></text:p>)",
                                   look("U", R"(style:text-underline-style="solid")"));
    CHECK(reading.body() == "paragraph \"a \" span.underline[\"b\"]\n");
}
