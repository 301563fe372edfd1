#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("quotations without their other half") {
    CHECK(proofread("He said “yes and went.") == Findings{at("1:9", Code::quote_unbalanced)});
    CHECK(proofread("He said yes” and went.") == Findings{at("1:12", Code::quote_unbalanced)});
    CHECK(proofread("Er sagte „ja und ging.", "de") == Findings{at("1:10", Code::quote_unbalanced)});
    CHECK(proofread("Он сказал «да и ушёл.", "ru") == Findings{at("1:11", Code::quote_unbalanced)});
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
    CHECK(proofread("One (two three.") == Findings{at("1:5", Code::bracket_unbalanced)});
    CHECK(proofread("One two) three.") == Findings{at("1:8", Code::bracket_unbalanced)});
    CHECK(proofread("One (two] three.") ==
          Findings{at("1:9", Code::bracket_unbalanced), at("1:5", Code::bracket_unbalanced)});
    CHECK(proofread("Either a) this or b) that, 1) and iv.) too. :-)") == nothing);
    CHECK(proofread("(One.\n\nTwo.)") == nothing);
    CHECK(proofread("[sic] (and (so) on)") == nothing);
}

TEST_CASE("punctuation that stands twice") {
    CHECK(proofread("One.. Two,, three,. four;;") ==
          Findings{at("1:4", Code::punctuation_doubled), at("1:10", Code::punctuation_doubled),
                   at("1:18", Code::punctuation_doubled), at("1:25", Code::punctuation_doubled)});
    CHECK(proofread("One... etc., and?! so!! …") == nothing);
}
