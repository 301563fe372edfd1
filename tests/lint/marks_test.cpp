#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin::tests;

TEST_CASE("quotations without their other half") {
    CHECK(proofread("He said “yes and went.") == Findings{"1:9 quote-unbalanced"});
    CHECK(proofread("He said yes” and went.") == Findings{"1:12 quote-unbalanced"});
    CHECK(proofread("Er sagte „ja und ging.", "de") == Findings{"1:10 quote-unbalanced"});
    CHECK(proofread("Он сказал «да и ушёл.", "ru") == Findings{"1:11 quote-unbalanced"});
}

TEST_CASE("the customs of languages are balanced") {
    CHECK(proofread("“Yes,” he said, “and ‘no’.”") == nothing);
    CHECK(proofread("„Ja“, sagte er, »doch«.", "de") == nothing);
    CHECK(proofread("„Tak”, rzekł.", "pl") == nothing);
    CHECK(proofread("”Ja”, sade han.", "sv") == nothing);
    CHECK(proofread("«Да „нет“ да».", "ru") == nothing);
    CHECK(proofread("« Oui », dit-il.", "fr") == nothing);
    CHECK(proofread("A 5” pipe.") == nothing);
}

TEST_CASE("a quotation that goes on, with or without a mark before each paragraph") {
    CHECK(proofread("“One.\n\n“Two.\n\n“Three.”") == nothing);
    CHECK(proofread("“One.\n\nTwo.\n\nThree.”") == nothing);
    CHECK(proofread("«Uno.\n\n»Dos.\n\n»Tres.»", "es").size() <= 1);
}

TEST_CASE("brackets") {
    CHECK(proofread("One (two three.") == Findings{"1:5 bracket-unbalanced"});
    CHECK(proofread("One two) three.") == Findings{"1:8 bracket-unbalanced"});
    CHECK(proofread("One (two] three.") == Findings{"1:9 bracket-unbalanced", "1:5 bracket-unbalanced"});
    CHECK(proofread("Either a) this or b) that, 1) and iv.) too. :-)") == nothing);
    CHECK(proofread("(One.\n\nTwo.)") == nothing);
    CHECK(proofread("[sic] (and (so) on)") == nothing);
}

TEST_CASE("punctuation that stands twice") {
    CHECK(proofread("One.. Two,, three,. four;;") == Findings{"1:4 punctuation-doubled", "1:10 punctuation-doubled",
                                                              "1:18 punctuation-doubled", "1:25 punctuation-doubled"});
    CHECK(proofread("One... etc., and?! so!! …") == nothing);
}
