#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin::tests;

TEST_CASE("words that stand twice") {
    CHECK(proofread("of the the press") == Findings{"1:4 word-doubled"});
    CHECK(proofread("von der und und das", "de") == Findings{"1:9 word-doubled"});
    CHECK(proofread("institution institution") == Findings{"1:1 word-doubled"});
    CHECK(proofread("He had had enough of that that was. Baden Baden, no no.") == nothing);
    CHECK(proofread("die die Arbeit, der der", "de") == nothing);
    CHECK(proofread("nous nous levons", "fr") == nothing);
}

TEST_CASE("words that are glued to a year or to each other") {
    CHECK(proofread("It was in1917.") == Findings{"1:8 words-glued"});
    CHECK(proofread("The Committee met. Then theCommittee and the rest, the end.") == Findings{"1:25 words-glued"});
    CHECK(proofread("A4, H2O, iPhone, McDonald, JavaScript, Gen2000, mp3, item1234 and co2000x") == nothing);
}

TEST_CASE("a word that was divided at a line's end") {
    CHECK(proofread("Our interests, their in-terests.") == Findings{"1:22 hyphen-remnant"});
    CHECK(proofread("Our interests, their inter- ests.") == Findings{"1:22 hyphen-remnant"});
    CHECK(proofread("A well-known, self-made man; on-line and online; on the line. Vor- und Nachteile.") == nothing);
}
