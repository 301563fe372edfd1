#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("headings with attributes, underlined ones too") {
    CHECK(read("## A *b* {#c_d_ .unnumbered}\n\nE {#f}\n------\n").dump() ==
          "heading 2 id=\"c_d_\" \"A \" emphasis[\"b\"]\nheading 2 id=\"f\" \"E\"\n");
    CHECK(read("## A {.wide}").findings() == Findings{"1:7 error attribute-unknown"});
    CHECK(read("## Ж {lang=ru}").dump() == "heading 2 span:ru[\"Ж\"]\n");
}

TEST_CASE("a single # is the first level below the title, with ## beside it all move down") {
    CHECK(read("# A\n\n### B\n").dump() == "heading 2 \"A\"\nheading 3 \"B\"\n");
    CHECK(read("# A\n\n## B\n\n### C\n").dump() == "heading 2 \"A\"\nheading 3 \"B\"\nheading 4 \"C\"\n");
    CHECK(read("## A\n\n### B\n").dump() == "heading 2 \"A\"\nheading 3 \"B\"\n");
}

TEST_CASE("a level that is left out") {
    CHECK(read("## A\n\n#### B\n").findings() == Findings{"3:1 warning heading-skipped"});
    CHECK(read("### A\n").findings() == Findings{"1:1 warning heading-skipped"});
    CHECK(read("## A\n\n### B\n\n## C\n").findings().empty());
}

TEST_CASE("quotations with their authors") {
    CHECK(read("> a\n>\n> — V. Author, *Work*").dump() ==
          "quote\n  paragraph \"a\"\n  attribution \"V. Author, \" emphasis[\"Work\"]\n");
    CHECK(read("> a\n>\n> -- B").dump() == "quote\n  paragraph \"a\"\n  attribution \"B\"\n");
}

TEST_CASE("a dash at a line's start in a dialogue names no author") {
    CHECK(read("> — a?\n>\n> — b!").dump() == "quote\n  paragraph \"— a?\"\n  paragraph \"— b!\"\n");
    CHECK(read("> — a").dump() == "quote\n  paragraph \"— a\"\n");
}

TEST_CASE("definition lists") {
    CHECK(read("T *a*\n: b\n: c\n\n    d\n\nU\n\n:   e").dump() == R"--(definitions
  term "T " emphasis["a"]
    meaning
      paragraph "b"
    meaning
      paragraph "c"
      paragraph "d"
  term "U"
    meaning
      paragraph "e"
)--");
}

TEST_CASE("line blocks keep their lines and indents") {
    CHECK(read("| a *b*\n|   c\n|\n| d").dump() ==
          "verse\n  stanza\n    line \"a \" emphasis[\"b\"]\n    line indent=2 \"c\"\n  stanza\n    line \"d\"\n");
}

TEST_CASE("code and separators") {
    CHECK(read("```python x\na\n  b\n```\n\n* * *\n\n    c\n\n~~~ {.d}\ne\n~~~").dump() ==
          "code info=\"python\" \"a\\n  b\"\nseparator\ncode \"c\"\ncode info=\"d\" \"e\"\n");
}

TEST_CASE("words behind a comment are an error, not a dropped comment") {
    Reading const it = read("<!-- a --> b\n\nc");
    CHECK(it.findings() == Findings{"1:12 error comment-words", "1:1 advice comments-dropped"});
    CHECK(it.dump() == "paragraph \"b\"\nparagraph \"c\"\n");
    CHECK(read("a\n\n<!-- b\n\nc").findings() == Findings{"3:1 error comment-words"});
}

TEST_CASE("figures: a picture alone in its paragraph") {
    std::map<std::string, std::string> const files{{"images/p.png", png_picture}, {"my p.svg", svg_picture}};
    Reading const it =
        read("![Cap *tion*.](images/p.png){alt=\"A \\\"press\\\"\" credit=\"Photo: X\" width=\"60%\" #fig}\n\n"
             "![](my%20p.svg){alt=\"\"}",
             files);
    CHECK(it.findings().empty());
    CHECK(it.dump() == "figure asset=0 alt=\"A \\\"press\\\"\" width=\"60%\" credit=\"Photo: X\" id=\"fig\" "
                       "caption[\"Cap \" emphasis[\"tion\"] \".\"]\n"
                       "figure asset=1 decorative\nasset 0 \"images/p.png\"\nasset 1 \"my p.svg\"\n");
}

TEST_CASE("what may be wrong with a picture") {
    std::map<std::string, std::string> const files{
        {"images/press.png", png_picture}, {"fake.jpg", png_picture}, {"text.png", "text"}};
    CHECK(read("![](images/press.png)", files).findings() == Findings{"1:1 error image-alt-missing"});
    Reading const missing = read("![c](images/pres.png){alt=a}", files);
    CHECK(missing.findings() == Findings{"1:1 error image-missing"});
    CHECK(missing.diagnostics.all().front().hints.front() == "did you mean \"images/press.png\"?");
    CHECK(missing.dump() == "paragraph \"c\"\n");
    CHECK(read("w\n\n![](fake.jpg){alt=a}", files).findings() == Findings{"3:1 error image-unreadable"});
    CHECK(read("w\n\n![](text.png){alt=a}", files).findings() == Findings{"3:1 error image-unreadable"});
    CHECK(read("w\n\n![](https://a.example/b.png){alt=a}").findings() == Findings{"3:1 error image-missing"});
    CHECK(read("w\n\n![](../b.png){alt=a}").findings() == Findings{"3:1 error file-outside"});
    CHECK(read("![](images/press.png){alt=a width=wide}", files).findings() == Findings{"1:35 error value-invalid"});
}
