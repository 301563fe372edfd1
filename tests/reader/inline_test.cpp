// One construct of running text a test: what the model says, and what is said when it is wrong.

#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("emphasis, strong emphasis, code and breaks") {
    Reading const it = read("a *b **c*** `d  e`\\\nf\ng  \nh");
    CHECK(it.dump() == R"--(paragraph "a " emphasis["b " strong["c"]] " " code["d  e"] break "f g" break "h"
)--");
    CHECK(it.findings().empty());
}

TEST_CASE("raised, lowered and struck text") {
    CHECK(read("H~2~O x^n+1^ ~~a *b* c~~ ~/home ^ 2~ a~b c~").dump() ==
          "paragraph \"H\" subscript[\"2\"] \"O x\" superscript[\"n+1\"] \" \" strikethrough[\"a \" emphasis[\"b\"] \" "
          "c\"] "
          "\" ~/home ^ 2~ a~b c~\"\n");
}

TEST_CASE("a struck passage may go over lines, a raised one not over spaces") {
    CHECK(read("~~a\nb~~ x^a b^").dump() == "paragraph strikethrough[\"a b\"] \" x^a b^\"\n");
}

TEST_CASE("values of attributes are no marks of the text around them") {
    CHECK(read("~~a [b]{.index entry=\"c] ~~ `\"} d~~ x^z[y]{.a .b}^").dump() ==
          "paragraph strikethrough[\"a \" index<c] ~~ `>[\"b\"] \" d\"] \" x\" superscript[\"z\" span.a.b[\"y\"]]\n");
}

TEST_CASE("spans with language, direction, classes, small capitals, index and id") {
    CHECK(
        read("[Rada]{lang=uk} [cap]{.smallcaps} [x]{.a .b} [term]{.index} [t]{.index entry=\"a!b\"} []{#here} [y]{#id}")
            .dump() ==
        "paragraph span:uk[\"Rada\"] \" \" smallcaps[\"cap\"] \" \" span.a.b[\"x\"] \" \" index<term>[\"term\"] \" \" "
        "index<a!b>[\"t\"] \" \" anchor[here] \" \" anchor[id] \"y\"\n");
    CHECK(read("[שלום]{lang=he} [x]{dir=rtl}").dump() == "paragraph span:he:rtl[\"שלום\"] \" \" span:rtl[\"x\"]\n");
}

TEST_CASE("spans nest, hold other marks, go over lines and bind tighter than emphasis") {
    CHECK(read("[a [*b*]{.i} [c](https://d.example)\ne]{.o}").dump() ==
          "paragraph span.o[\"a \" span.i[emphasis[\"b\"]] \" \" link<https://d.example>[\"c\"] \" e\"]\n");
    CHECK(read("*a [b* c]{.x} d*").dump() == "paragraph emphasis[\"a \" span.x[\"b* c\"] \" d\"]\n");
}

TEST_CASE("emphasis that crosses the edge of a span") {
    CHECK(read("*a [b* c]{.x}").findings() == Findings{"1:4 error span-crosses"});
    CHECK(read("*a [*b* c]{.x} d*").findings().empty());
    CHECK(read("**a** [b* *c]{.x}").findings().empty());
}

TEST_CASE("brackets and braces that are no span stay text") {
    Reading const it = read("[a] {b} \\[c]{.x}");
    CHECK(it.dump() == "paragraph \"[a] {b} \" \"[\" \"c]\" literal\"{.x}\"\n");
    CHECK(it.findings() == Findings{"1:13 error attribute-stray"});
}

TEST_CASE("an unknown attribute, language or direction of a span") {
    CHECK(read("a [b]{lnag=uk}").findings() == Findings{"1:7 error attribute-unknown"});
    CHECK(read("a [b]{lang=uke}").findings() == Findings{"1:12 error language-unknown"});
    CHECK(read("a [b]{dir=up}").findings() == Findings{"1:11 error value-invalid"});
}

TEST_CASE("links: to addresses, to places, with attributes") {
    CHECK(
        read("[a *b*](https://c.example/d \"t\") [e](#f) [](#g) [h](02.md#i) [j](../02.md) [k](mailto:a@b.example){.x}")
            .dump() ==
        "paragraph link<https://c.example/d \"t\">[\"a \" emphasis[\"b\"]] \" \" see<#f>[\"e\"] \" \" see<#g>[] \" \" "
        "see<02.md#i>[\"h\"] \" \" see<../02.md#>[\"j\"] \" \" span.x[link<mailto:a@b.example>[\"k\"]]\n");
}

TEST_CASE("reference links work in the text and in texts within it") {
    CHECK(
        read("[a][r] [r] ^[[b][R]] [[c][r]]{.x}\n\n[r]: https://d.example\n  \"t\"").dump() ==
        "paragraph link<https://d.example \"t\">[\"a\"] \" \" link<https://d.example \"t\">[\"r\"] \" \" note[0] \" \" "
        "span.x[link<https://d.example \"t\">[\"c\"]]\n"
        "note 0\nparagraph link<https://d.example \"t\">[\"b\"]\n");
}

TEST_CASE("a link that leads nowhere") {
    Reading const it = read("a [b](page.html) [c]() [d](javascript:x)");
    CHECK(it.findings() == Findings{"1:3 error link-invalid", "1:18 error link-invalid", "1:24 error link-invalid"});
    CHECK(it.dump() == "paragraph \"a \" \"b\" \" \" \"c\" \" \" \"d\"\n");
}

TEST_CASE("addresses that stand bare are links whose text is the address") {
    CHECK(
        read("<https://a.example/b> see https://c.example/d_(e)?f=1&g=2. Or (www.h.example), i.j@k.example!").dump() ==
        "paragraph address<https://a.example/b>[literal\"https://a.example/b\"] \" see \" "
        "address<https://c.example/d_(e)?f=1&g=2>[literal\"https://c.example/d_(e)?f=1&g=2\"] \". Or (\" "
        "address<http://www.h.example>[literal\"www.h.example\"] \"), \" "
        "address<mailto:i.j@k.example>[literal\"i.j@k.example\"] \"!\"\n");
}

TEST_CASE("an address in the marked text of a link is no link in it") {
    CHECK(read("[~~a@b.example~~](https://c.example)").dump() ==
          "paragraph link<https://c.example>[strikethrough[\"a@b.example\"]]\n");
}

TEST_CASE("what only looks like an address stays text") {
    CHECK(read("http:// https://x nowww.a.example a@b @c.d `https://e.example`").dump() ==
          "paragraph \"http:// https://x nowww.a.example a@b @c.d \" code[\"https://e.example\"]\n");
}

TEST_CASE("an escape in the middle of an address does not cut it") {
    CHECK(
        read("https://a.example/b\\_c d").dump() ==
        "paragraph address<https://a.example/b_c>[literal\"https://a.example/b\" literal\"_\" literal\"c\"] \" d\"\n");
}

TEST_CASE("escaped quotation marks, dashes and stops are literal, plain ones are not") {
    CHECK(read("\"a\" \\\"b\\\" &quot;c&quot; it\\'s \\-- \\*d").dump() ==
          "paragraph \"\\\"a\\\" \" literal\"\\\"\" \"b\" literal\"\\\"\" \" \" literal\"\\\"\" \"c\" literal\"\\\"\" "
          "\" it\" "
          "literal\"'\" \"s \" literal\"-\" \"- \" \"*\" \"d\"\n");
}

TEST_CASE("no-break spaces and soft hyphens stay, text is composed") {
    CHECK(read("a\u00A0b&nbsp;c so\u00ADft e\u0301").dump() ==
          "paragraph \"a\\u{A0}b\" \"\\u{A0}\" \"c so\\u{AD}ft \u00E9\"\n");
}

TEST_CASE("comments within a line are dropped and counted") {
    Reading const it = read("a <!-- b --> c\n\n<!-- d\ne -->\n\nf");
    CHECK(it.dump() == "paragraph \"a \" \" c\"\nparagraph \"f\"\n");
    CHECK(it.findings() == Findings{"1:3 advice comments-dropped"});
    CHECK(it.diagnostics.all().front().message == "2 comments of this file are not printed");
}

TEST_CASE("HTML is an error that says what to write, and the words stay") {
    Reading const it = read("a <b>c</b> d<br>e\n\n<div>\nf\n</div>");
    CHECK(it.dump() == "paragraph \"a \" \"c\" \" d\" \"e\"\nparagraph \"f\"\n");
    CHECK(it.findings() == Findings{"1:3 error raw-html", "1:13 error raw-html", "3:1 error raw-html"});
    CHECK(it.diagnostics.all()[0].hints == std::vector<std::string>{"write **text**"});
    CHECK(it.diagnostics.all()[1].hints == std::vector<std::string>{"end the line with a backslash"});
}

TEST_CASE("pictures within a line") {
    Reading const it = read("a ![a quoin](images/q.png) b", {{"images/q.png", png_picture}});
    CHECK(it.dump() == "paragraph \"a \" picture[0 alt=\"a quoin\"] \" b\"\nasset 0 \"images/q.png\"\n");
    CHECK(it.findings().empty());
    CHECK(read("a ![](q.png) b", {{"q.png", png_picture}}).findings() == Findings{"1:3 error image-alt-missing"});
}
