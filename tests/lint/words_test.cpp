#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("words that stand twice") {
    CHECK(proofread("of the the press") == Findings{at("1:4", Code::word_doubled)});
    CHECK(proofread("von der und und das", "de") == Findings{at("1:9", Code::word_doubled)});
    CHECK(proofread("institution institution") == Findings{at("1:1", Code::word_doubled)});
    CHECK(proofread("He had had enough of that that was. Baden Baden, no no.") == nothing);
    CHECK(proofread("die die Arbeit, der der", "de") == nothing);
    CHECK(proofread("nous nous levons", "fr") == nothing);
}

TEST_CASE("words that are glued to a year or to each other") {
    CHECK(proofread("It was in1917.") == Findings{at("1:8", Code::words_glued)});
    CHECK(proofread("The Committee met. Then theCommittee and the rest, the end.") ==
          Findings{at("1:25", Code::words_glued)});
    CHECK(proofread("A4, H2O, iPhone, McDonald, JavaScript, Gen2000, mp3, item1234 and co2000x") == nothing);
}

TEST_CASE("a word that was divided at a line's end") {
    CHECK(proofread("Our interests, their in-terests.") == Findings{at("1:22", Code::hyphen_remnant)});
    CHECK(proofread("Our interests, their inter- ests.") == Findings{at("1:22", Code::hyphen_remnant)});
    CHECK(proofread("A well-known, self-made man; on-line and online; on the line. Vor- und Nachteile.") == nothing);
}
