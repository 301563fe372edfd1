#include "reader/list_marker.hpp"
#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("bullets, tight and loose") {
    CHECK(read("* a\n* b\n\n  c\n").dump() ==
          "list bullet loose\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n    paragraph \"c\"\n");
    CHECK(read("- a\n  - b\n- c").dump() == "list bullet tight\n  item\n    paragraph \"a\"\n    list bullet tight\n   "
                                            "   item\n        paragraph \"b\"\n  item\n    paragraph \"c\"\n");
}

TEST_CASE("a fence in an item does not make its list loose") {
    CHECK(read("* a\n  ::: b\n  c\n  :::\n* d").dump().starts_with("list bullet tight\n"));
    CHECK(read("* ::: b\n  c\n\n  d\n  :::\n* e").dump().starts_with("list bullet tight\n"));
    CHECK(read("* ::: b\n  c\n  :::\n\n  d\n* e").dump().starts_with("list bullet loose\n"));
}

TEST_CASE("an empty line behind a rule or an underlined heading makes a list loose") {
    CHECK(read("* ---\n\n* b").dump().starts_with("list bullet loose\n"));
    CHECK(read("* a\\\n  b\n  ---\n\n* c").dump().starts_with("list bullet loose\n"));
    CHECK(read("* ---\n* b").dump().starts_with("list bullet tight\n"));
}

TEST_CASE("numbers stay as written, whatever stands between the items") {
    CHECK(read("12. a\n14. b\n\n## H\n\n15. c\n\n1) d").dump() ==
          R"--(list numbered tight
  item marker="12." number=12
    paragraph "a"
  item marker="14." number=14
    paragraph "b"
heading 2 "H"
list numbered tight
  item marker="15." number=15
    paragraph "c"
list numbered tight
  item marker="1)" number=1
    paragraph "d"
)--");
}

TEST_CASE("lettered and Roman items, in numbered ones too") {
    CHECK(read("1. a\n\n    a) b\n\n    b) c\n\n       (iv) d\n       (v) e\n").dump() == R"--(list numbered loose
  item marker="1." number=1
    paragraph "a"
    list numbered loose
      item marker="a)" number=1
        paragraph "b"
      item marker="b)" number=2
        paragraph "c"
        list numbered tight
          item marker="(iv)" number=4
            paragraph "d"
          item marker="(v)" number=5
            paragraph "e"
)--");
}

TEST_CASE("c.) and (1) and Cyrillic letters are markers") {
    CHECK(read("c.) a\nd.) b").dump() == "list numbered tight\n  item marker=\"c.)\" number=3\n    paragraph \"a\"\n  "
                                         "item marker=\"d.)\" number=4\n    paragraph \"b\"\n");
    CHECK(read("(1) a").dump() == "list numbered tight\n  item marker=\"(1)\" number=1\n    paragraph \"a\"\n");
    CHECK(read("а) один\nб) два").dump() == "list numbered tight\n  item marker=\"а)\" number=1\n    paragraph "
                                            "\"один\"\n  item marker=\"б)\" number=2\n    paragraph \"два\"\n");
}

TEST_CASE("initials, abbreviations and words at a line's start are no markers") {
    for (std::string const text : {"B. Russell", "i. e. so", "г. Москва", "p. 12", "cm. is", "mix. it", "a\nb) c"}) {
        INFO(text);
        CHECK(read(text).dump().starts_with("paragraph "));
    }
    CHECK(read("B.  Russell").dump() ==
          "list numbered tight\n  item marker=\"B.\" number=2\n    paragraph \"Russell\"\n");
}

TEST_CASE("two spaces behind a letter with a point begin a list at any letter") {
    CHECK(read("c.  x\nd. y").dump() ==
          "list numbered tight\n  item marker=\"c.\" number=3\n    paragraph \"x\"\n  item marker=\"d.\" number=4\n    "
          "paragraph \"y\"\n");
    CHECK(read("г.  Москва").dump() ==
          "list numbered tight\n  item marker=\"г.\" number=4\n    paragraph \"Москва\"\n");
}

TEST_CASE("what belongs to an item is indented by its marker's letters, not by their bytes") {
    CHECK(read("а) один\n\n   два\n\nб) три").dump() ==
          "list numbered loose\n  item marker=\"а)\" number=1\n    paragraph \"один\"\n    paragraph \"два\"\n  item "
          "marker=\"б)\" number=2\n    paragraph \"три\"\n");
}

TEST_CASE("a list of one kind ends where another begins") {
    CHECK(read("a) x\n(b) y").dump() == "list numbered tight\n  item marker=\"a)\" number=1\n    paragraph \"x\"\n"
                                        "list numbered tight\n  item marker=\"(b)\" number=2\n    paragraph \"y\"\n");
}

TEST_CASE("markers and their values") {
    using reader::parse_list_marker;
    CHECK(parse_list_marker("xiv) a")->number == 14);
    CHECK(parse_list_marker("C. a")->number == 3);
    CHECK(parse_list_marker("(i) a")->number == 1);
    CHECK(parse_list_marker("12. a")->number == 12);
    CHECK_FALSE(parse_list_marker("iiii) a"));
    CHECK_FALSE(parse_list_marker("word. a"));
    CHECK_FALSE(parse_list_marker("(a. b"));
    CHECK_FALSE(parse_list_marker(""));
    reader::MarkerStyle const letters = parse_list_marker("h) x")->style;
    CHECK(number_in_style(*parse_list_marker("i) x"), letters) == 9);
    CHECK(number_in_style(*parse_list_marker("i. x"), letters) == 0);
}
