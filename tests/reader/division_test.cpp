#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("divisions with classes, language, direction and id") {
    CHECK(read("::: {.a .b lang=uk #c}\nd\n:::\n\n::: epigraph\ne\n:::\n\n::: {lang=ar}\nf\n:::").dump() ==
          "division lang=\"uk\" .a .b id=\"c\"\n  paragraph \"d\"\ndivision .epigraph\n  paragraph \"e\"\n"
          "division lang=\"ar\" rtl\n  paragraph \"f\"\n");
}

TEST_CASE("divisions nest, and stand in quotations, items and notes") {
    CHECK(read(":::: a\n::: b\nc\n:::\n::::").dump() == "division .a\n  division .b\n    paragraph \"c\"\n");
    CHECK(read("> ::: a\n> b\n> :::\n\n1. ::: c\n   d\n   :::\n").dump() ==
          "quote\n  division .a\n    paragraph \"b\"\nlist numbered tight\n  item marker=\"1.\" number=1\n    division "
          ".c\n      paragraph \"d\"\n");
}

TEST_CASE("colons in code are code") {
    CHECK(read("::: a\n```\n:::\n```\n:::").dump() == "division .a\n  code \":::\"\n");
}

TEST_CASE("inserts with a title, a size and a language") {
    Reading const it = read("::: {.insert .ad title=\"Books *of* us\" size=\"half\" lang=es}\na\n:::");
    CHECK(it.dump() ==
          "insert size=\"half\" lang=\"es\" .ad title[\"Books \" emphasis[\"of\"] \" us\"]\n  paragraph \"a\"\n");
    CHECK(read("::: {.insert size=huge}\na\n:::").findings() == Findings{"1:19 error value-invalid"});
    CHECK(read("::: {.insert titel=a}\na\n:::").findings() == Findings{"1:14 error attribute-unknown"});
}

TEST_CASE("the sentence an insert stands in goes on around it") {
    CHECK(read("a *b*\n::: insert\nc\n:::\nd.").dump() ==
          "paragraph \"a \" emphasis[\"b\"] \" \" \"d.\"\ninsert\n  paragraph \"c\"\n");
    CHECK(read("a\n\n::: insert\nc\n:::\n\nd").dump() ==
          "paragraph \"a\"\ninsert\n  paragraph \"c\"\nparagraph \"d\"\n");
}

TEST_CASE("verse keeps its lines exactly as written") {
    Reading const it = read("::: verse\n    a *b*\n  c[^1]\\\n\n1. d\n- e\n:::\n\n[^1]: n");
    CHECK(it.findings().empty());
    CHECK(it.dump() == R"--(verse
  stanza
    line indent=4 "a " emphasis["b"]
    line indent=2 "c" note[0]
  stanza
    line "1. d"
    line "- e"
note 0 label="1"
paragraph "n"
)--");
    CHECK(read("> ::: {.verse lang=es}\n> a\n>   b\n> :::").dump() ==
          "quote\n  division lang=\"es\"\n    verse\n      stanza\n        line \"a\"\n        line indent=2 \"b\"\n");
}

TEST_CASE("fences that do not pair") {
    Reading const open = read("a\n\n::: b\nc");
    CHECK(open.findings() == Findings{"3:1 error div-unclosed"});
    CHECK(open.dump() == "paragraph \"a\"\ndivision .b\n  paragraph \"c\"\n");
    Reading const stray = read("> a\n> :::\n\nb");
    CHECK(stray.findings() == Findings{"2:3 error div-stray"});
    CHECK(stray.dump() == "quote\n  paragraph \"a\"\nparagraph \"b\"\n");
}

TEST_CASE("a fence with attributes that are none") {
    CHECK(read("::: {.a b}\nc\n:::").findings() == Findings{"1:5 error attribute-invalid"});
    CHECK(read("::: {.a foo=b}\nc\n:::").findings() == Findings{"1:9 error attribute-unknown"});
}

TEST_CASE("a star in the code of a line of verse is no open stress") {
    CHECK(read("::: verse\na `*b` c\n:::\n").findings().empty());
}

TEST_CASE("verse in an item with a Cyrillic letter keeps its indent") {
    CHECK(read("а) ::: verse\n   a\n     b\n   :::\n").dump() ==
          "list numbered tight\n  item marker=\"а)\" number=1\n    verse\n      stanza\n        line \"a\"\n        "
          "line indent=2 "
          "\"b\"\n");
}
