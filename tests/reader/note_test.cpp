#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("notes stand out of line, in the order of their first marks") {
    Reading const it = read("a[^b] c[^a] d[^b]\n\n[^a]: first *defined*\n[^b]: second\n\n    more\n\n    * item\n");
    CHECK(it.findings().empty());
    CHECK(it.dump() == R"--(paragraph "a" note[0] " c" note[1] " d" note[0 again=1]
note 0 label="b"
paragraph "second"
paragraph "more"
list bullet tight
  item
    paragraph "item"
note 1 label="a"
paragraph "first " emphasis["defined"]
)--");
}

TEST_CASE("a note written in place") {
    CHECK(read("a^[b *c* `]`\nd [e] f] g").dump() ==
          "paragraph \"a\" note[0] \" g\"\nnote 0\nparagraph \"b \" emphasis[\"c\"] \" \" code[\"]\"] \" d [e] f\"\n");
}

TEST_CASE("notes in titles, quotations, items, divisions, tables and emphasis") {
    Reading const it = read("# H[^1]\n\n> q[^2]\n>\n> [^2]: two\n\n* i*x[^3]*\n\n::: a\n[^1]: "
                            "one\n:::\n\n|a[^4]|\n|-|\n|b[^1]|\n\n[^3]: three\n\n[^4]: four");
    CHECK(it.findings().empty());
    CHECK(it.document.notes.size() == 4);
    for (auto const& note : it.document.notes) CHECK(note.content.size() == 1);
}

TEST_CASE("a note's mark with brackets behind it is no link") {
    CHECK(read("claim[^1](see *there*).\n\n[^1]: note").dump() ==
          "paragraph \"claim\" note[0] \"(see \" emphasis[\"there\"] \").\"\nnote 0 label=\"1\"\nparagraph \"note\"\n");
    CHECK(read("claim[^1](there)\n\n[^1]: note").dump() ==
          "paragraph \"claim\" note[0] \"(there)\"\nnote 0 label=\"1\"\nparagraph \"note\"\n");
}

TEST_CASE("an undefined note is an error with the nearest name, and stays as typed") {
    Reading const it = read("a\nb[^comit] c\n\nd[^comet]\n\n[^comet]: Biela's");
    CHECK(it.findings() == Findings{"2:2 error note-undefined"});
    CHECK(it.diagnostics.all().front().message == "no note is called \"comit\"");
    CHECK(it.diagnostics.all().front().hints.front() == "did you mean \"comet\"?");
    CHECK(it.dump().find("literal\"[^comit]\"") != std::string::npos);
}

TEST_CASE("an unused note is an error, for nobody would read it") {
    Reading const it = read("a\n\n[^x]: lost");
    CHECK(it.findings() == Findings{"3:1 error note-unused"});
    CHECK(it.document.notes.size() == 1);
}

TEST_CASE("a doubled note") {
    Reading const it = read("a[^x]\n\n[^x]: one\n\n[^x]: two");
    CHECK(it.findings() == Findings{"5:1 error note-doubled"});
    CHECK(it.dump() == "paragraph \"a\" note[0]\nnote 0 label=\"x\"\nparagraph \"one\"\n");
}

TEST_CASE("a note without text") {
    CHECK(read("a[^x]\n\n[^x]:\n\nb").findings() == Findings{"3:1 error note-empty"});
    CHECK(read("a^[ ] b").findings() == Findings{"1:2 error note-empty"});
}

TEST_CASE("a note within a note") {
    Reading const it = read("a[^x]\n\n[^x]: one[^y]\n\n[^y]: two");
    CHECK(it.findings() == Findings{"3:10 error note-nested"});
    CHECK(it.document.notes.size() == 2);
    Reading const inline_note = read("a^[b^[c]]");
    CHECK(inline_note.findings() == Findings{"1:5 error note-nested"});
    CHECK(inline_note.dump() == "paragraph \"a\" note[0]\nnote 0\nparagraph \"b\" literal\"^[c]\"\n");
}

TEST_CASE("a mark in code or behind a backslash is none") {
    Reading const it = read("`a[^x]` \\[^y] [^ z]");
    CHECK(it.findings().empty());
    CHECK(it.document.notes.empty());
}
