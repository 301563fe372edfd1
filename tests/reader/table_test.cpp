#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("tables with alignment, marks in cells and pipes that are signs") {
    Reading const it = read("| a | b \\| c |\n|:--|--:|\n| *x* [y]{.z} | ~1~ https://d.example |\n| e |\n");
    CHECK(it.findings().empty());
    CHECK(it.dump() == R"--(table left right
  head
    cell "a"
    cell "b " "| c"
  row
    cell emphasis["x"] " " span.z["y"]
    cell subscript["1"] " " address<https://d.example>[literal"https://d.example"]
  row
    cell "e"
    cell
)--");
}

TEST_CASE("captions below and above, with an id") {
    CHECK(read("|a|\n|-|\n|b|\n\n: Cap *tion* {#t}\n").dump() ==
          "table none id=\"t\" caption[\"Cap \" emphasis[\"tion\"]]\n  head\n    cell \"a\"\n  row\n    cell \"b\"\n");
    CHECK(read("Table: Caption\n\n|a|\n|-|\n|b|\n").dump() ==
          "table none caption[\"Caption\"]\n  head\n    cell \"a\"\n  row\n    cell \"b\"\n");
    CHECK(read("|a|\n|-|\n|b|\n: Caption\n").dump() ==
          "table none caption[\"Caption\"]\n  head\n    cell \"a\"\n  row\n    cell \"b\"\n");
}

TEST_CASE("a row with too many cells would lose words") {
    Reading const it = read("|a|b|\n|-|-|\n|c|d|e|\n");
    CHECK(it.findings() == Findings{"3:6 error table-ragged"});
}

TEST_CASE("a table that ends a paragraph") {
    CHECK(read("words\n|a|\n|-|\n|b[^1]|\n\n[^1]: n").dump() ==
          "paragraph \"words\"\ntable none\n  head\n    cell \"a\"\n  row\n    cell \"b\" note[0]\nnote 0 "
          "label=\"1\"\nparagraph \"n\"\n");
}
