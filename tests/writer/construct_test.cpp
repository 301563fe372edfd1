// One construct a test: how it is written, and that it is read as it was.

#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

/// Reads a text, writes it, and gives what was written when it is read as before.
std::string rewritten(std::string const& markdown) {
    model::Publication const publication = publication_of(read_body(markdown));
    RoundTrip const trip = round_trip(publication);
    CHECK(trip.before == trip.after);
    for (std::string const& finding : trip.findings) CHECK(finding == "");
    return written_body(publication);
}

model::Inlines text(std::string words, bool literal = false) { return {{model::Text{std::move(words), literal}, {}}}; }

std::string written(model::Blocks blocks) { return written_body(publication_of(std::move(blocks))); }

std::string written(std::string words) { return written({{model::Paragraph{text(std::move(words)), {}}, {}}}); }

} // namespace

TEST_CASE("a text that is written as a person would write it stays as it is") {
    for (std::string const same : {
             "Words, \"quotes\", don't -- and *emphasis*, **strong**, ***both***, `code`, ~~struck~~, H~2~O and "
             "x^2^.\n",
             "A [link](https://a.example \"title\"), https://bare.example/x_y~z, [](#there), [there](02.md#x) and "
             "a@b.example.\n",
             "[Rada]{lang=uk} [cap]{.smallcaps} [term]{.index entry=\"type!term\"} []{#here} [x]{.a .b}\n",
             "A note[^1] and another.[^x]\n\n[^1]: One.\n\n    Two.\n\n[^x]: Three.\n",
             "## A heading {#id}\n\n### Below\n\nText.\n",
             "> Words.\n>\n> — Author, *Work*\n",
             "* a\n* b\n\n1. c\n2. d\n",
             "12. A thesis.\n\n    c.) Its part.\n\n    d.) Another.\n\n13. One more.\n",
             "::: verse\nA line\n  indented\n\nA stanza\n:::\n",
             "| a | b |\n|---|--:|\n| c | d \\| e |\n\n: Caption {#t}\n",
             "![A *caption*.](p.png){alt=\"what\" credit=\"who\" width=\"60%\" #fig}\n",
             "::: {.insert title=\"Books of the *house*\" size=\"half\" optional=true}\nBuy.\n:::\n",
             "::: {.epigraph lang=fr}\nCe que l'on conçoit bien.\n:::\n\n::: left\nx\n:::\n",
             "Counter\n\n: The hollow.\n\nServer\n\n: The other.\n",
             "``` python\nprint(\"x\")\n```\n\n* * *\n",
             "One line\\\nand the next.\n",
             "A picture ![in a line](p.png) and ![](q%20r.png){alt=\"\"}.\n",
             "5 * 3, snake_case, [sic], a < b, AT&T, ~ 5, #tag, B. Russell, $5, 50%, 1984 and (1) here: so!\n",
         }) {
        CHECK(rewritten(same) == same);
    }
}

TEST_CASE("signs that would mean something get a backslash, and no others") {
    CHECK(written("# a") == "\\# a\n");
    CHECK(written("- a") == "\\- a\n");
    CHECK(written("1984.") == "1984\\.\n");
    CHECK(written("1. a") == "1\\. a\n");
    CHECK(written("(iv) a") == "(iv\\) a\n");
    CHECK(written("> a") == "\\> a\n");
    CHECK(written("::: a") == "\\::: a\n");
    CHECK(written(": a") == "\\: a\n");
    CHECK(written("| a") == "\\| a\n");
    CHECK(written("*a* _b_ [^c] d](e) {.f} <g> &amp; h\\i `j` ![k") ==
          "\\*a\\* \\_b\\_ \\[^c\\] d\\](e) \\{.f} \\<g> \\&amp; h\\\\i \\`j\\` \\!\\[k\n");
    CHECK(written("[a]: b") == "\\[a\\]: b\n");
    CHECK(written("~a~ ^b^ and ~ c") == "\\~a\\~ \\^b\\^ and \\~ c\n");
    CHECK(written("Table: a") == "Table\\: a\n");
    CHECK(written("a\u00A0b  c") == "a\u00A0b  c\n");
}

TEST_CASE("signs that transform must leave alone keep their backslash") {
    CHECK(written({{model::Paragraph{text("5\" -- '90s", true), {}}, {}}}) == "5\\\" \\-\\- \\'90s\n");
}

TEST_CASE("emphasis that its neighbours would hide is set apart") {
    model::Inlines row = text("a");
    row.push_back({model::Emphasis{text("«b»")}, {}});
    row.push_back({model::Text{"c", false}, {}});
    CHECK(written({{model::Paragraph{row, {}}, {}}}) == "a[]{-}*«b»*[]{-}c\n");
    CHECK(rewritten("intra*word*s and *a _b_ c* **d _e_ f**\n") == "intra*word*s and *a _b_ c* **d _e_ f**\n");
}

TEST_CASE("a thesis that stands as a paragraph is an item of a list, and goes on with those before it") {
    model::Blocks blocks;
    blocks.push_back({model::Paragraph{text("a"), "12."}, {}});
    blocks.push_back({model::Heading{2, text("H"), "", {}}, {}});
    blocks.push_back({model::Paragraph{text("b"), "13."}, {}});
    blocks.push_back({model::Paragraph{text("c"), "§ 5"}, {}});
    CHECK(written(blocks) == "12. a\n\n## H\n\n13. b\n\n§ 5 c\n");
}

TEST_CASE("a cell over two columns and two rows is followed by empty ones") {
    model::Table table;
    table.columns.resize(3);
    table.head.push_back({{text("a"), 2, 1, {}}, {text("b"), 1, 1, {}}});
    table.body.push_back({{text("c"), 1, 2, {}}, {text("d"), 1, 1, {}}, {text("e"), 1, 1, {}}});
    table.body.push_back({{text("f"), 1, 1, {}}, {text("g"), 1, 1, {}}});
    CHECK(written({{table, {}}}) == "| a | | b |\n|---|---|---|\n| c | d | e |\n| | f | g |\n");
}

TEST_CASE("a note that nothing calls keeps its words, one within a note too") {
    model::Publication publication = publication_of({{model::Paragraph{text("x"), {}}, {}}});
    model::Document& document = publication.editions.front();
    document.notes.resize(1);
    document.notes[0].content.push_back({model::Paragraph{text("lost"), {}}, {}});
    CHECK(written_body(publication) == "x\n\nlost\n");
}

TEST_CASE("a dialogue at a quotation's end is no attribution") {
    model::Quote quote;
    quote.content.push_back({model::Paragraph{text("He said:"), {}}, {}});
    quote.content.push_back({model::Paragraph{text("— Yes."), {}}, {}});
    CHECK(written({{quote, {}}}) == "> He said:\n>\n> &mdash; Yes.\n");
    model::Publication const publication = publication_of(model::Blocks{{quote, {}}});
    RoundTrip const trip = round_trip(publication);
    CHECK(trip.before == trip.after);
}
