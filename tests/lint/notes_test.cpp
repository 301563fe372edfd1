#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

TEST_CASE("figures that look like the mark of a note") {
    CHECK(proofread("A claim.^12^ More.") == Findings{at("1:9", Code::note_missing)});
    CHECK(proofread("A claim.² More.") == Findings{at("1:9", Code::note_missing)});
    CHECK(proofread("A claim[^1] and another.[2]\n\n[^1]: n") == Findings{at("1:25", Code::note_missing)});
    CHECK(proofread("12 m², CO^2^, 10^3^, the 1^st^, H~2~O, [2]") == nothing);
}

TEST_CASE("marks that have moved between two editions") {
    std::string const head =
        "kind = 'journal'\ntitle = 't'\nlanguage = 'en'\ndate = '2023'\n[[contents]]\narticle = 'en.md'\n"
        "[[edition]]\nlanguage = 'es'\ntitle = 'u'\ncontents = [{article = 'es.md'}]\n";
    std::string const english = "---\ntitle: t\n---\nOne.[^1]\n\nTwo.\n\n[^1]: n\n";
    CHECK(proofread_folder({{"pub/publication.toml", head},
                            {"pub/en.md", english},
                            {"pub/es.md", "---\ntitle: t\n---\nUno.\n\nDos.[^1]\n\n[^1]: n\n"}}) ==
          Findings{at("es.md:4:1", Code::notes_shifted)});
    CHECK(proofread_folder({{"pub/publication.toml", head},
                            {"pub/en.md", english},
                            {"pub/es.md", "---\ntitle: t\n---\nUno.[^1]\n\nDos.\n\n[^1]: n\n"}}) == nothing);
}

TEST_CASE("a list of contents that does not match") {
    std::string const head =
        "kind = 'journal'\ntitle = 't'\nlanguage = 'en'\ndate = '2023'\n[imprint]\ntext = 'imprint.md'\n"
        "[[contents]]\narticle = 'a.md'\n[[contents]]\narticle = 'b.md'\n";
    std::string const imprint = "## Contents\n\n* The First, p. 3\n* Second thing, p. 5\n";
    CHECK(proofread_folder({{"pub/publication.toml", head},
                            {"pub/imprint.md", imprint},
                            {"pub/a.md", "---\ntitle: The First\n---\nx\n"},
                            {"pub/b.md", "---\ntitle: The Second\n---\nx\n"}}) ==
          Findings{at("imprint.md:4:3", Code::contents_mismatch)});
    CHECK(proofread_folder({{"pub/publication.toml", head},
                            {"pub/imprint.md", imprint},
                            {"pub/a.md", "---\ntitle: The First\n---\nx\n"},
                            {"pub/b.md", "---\ntitle: Second thing\n---\nx\n"}}) == nothing);
}
