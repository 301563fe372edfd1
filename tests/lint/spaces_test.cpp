#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("a space that is lost behind a comma or a sentence") {
    CHECK(proofread("one,two") == Findings{at("1:4", Code::space_missing)});
    CHECK(proofread("It ended.Then it began.") == Findings{at("1:9", Code::space_missing)});
    CHECK(proofread("Did it?Then go.") == Findings{at("1:7", Code::space_missing)});
    CHECK(proofread("uno,dos", "es") == Findings{at("1:4", Code::space_missing)});
}

TEST_CASE("signs within numbers, abbreviations and addresses want no space") {
    CHECK(proofread("1,000 e.V. Ph.D. z.B. St.Petersburg 3.5 https://a.example/b,c.Dd U.S.A. node.js No.5") == nothing);
}

TEST_CASE("a space that is lost at a bracket or behind a note's mark") {
    CHECK(proofread("word(and more) x") == Findings{at("1:5", Code::space_missing)});
    CHECK(proofread("x (and more)word") == Findings{at("1:12", Code::space_missing)});
    CHECK(proofread("word(s) and (in)dependent, f(x)") == nothing);
    CHECK(proofread("End.[^1]Then on.\n\n[^1]: n") == Findings{at("1:9", Code::space_missing)});
}

TEST_CASE("doubled spaces, but not those behind a sentence") {
    CHECK(proofread("one  two") == Findings{at("1:4", Code::space_doubled)});
    CHECK(proofread("One.  Two.") == nothing);
}

TEST_CASE("spaces before a comma, a full stop or a closing bracket") {
    CHECK(proofread("one , two .") == Findings{at("1:4", Code::space_stray), at("1:10", Code::space_stray)});
    CHECK(proofread("(one )") == Findings{at("1:5", Code::space_stray)});
    CHECK(proofread("un mot ; un autre : oui ! non ?", "fr") == nothing);
    CHECK(proofread("and so on ... and a .22 rifle") == nothing);
}

TEST_CASE("no-break spaces where nothing asks for them") {
    CHECK(proofread("plain\u00A0words") == Findings{at("1:6", Code::space_stray)});
    CHECK(proofread("a \u00A0b") == Findings{at("1:3", Code::space_stray)});
    CHECK(proofread("12\u00A0mm, A.\u00A0B. Name, p.\u00A012, Karl\u00A0Marx, «\u00A0oui\u00A0»") == nothing);
    CHECK(proofread("в\u00A0доме", "ru") == nothing);
}

TEST_CASE("what is found again and again is counted") {
    std::string text;
    for (int at = 0; at < 20; ++at) text += "one  two three ";
    CHECK(proofread(text).size() == 4);
}
