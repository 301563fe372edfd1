#include "review/proof.hpp"
#include "review/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::review;

namespace {

Proof proved(test::Sample const& sample) {
    std::vector<manuscript::Imported> const parts{sample.imported};
    std::vector<model::Document> kept{sample.imported.document};
    return prove(parts, kept, sample.sources);
}

std::string listed(std::vector<LooseWord> const& words) {
    std::string list;
    for (LooseWord const& each : words) list += each.word + ":" + std::to_string(each.times) + " ";
    return list;
}

} // namespace

TEST_CASE("every word of the source is kept, joined or dropped by name") {
    test::Sample sample;
    Proof const proof = proved(sample);
    CHECK(listed(proof.lost).empty());
    CHECK(listed(proof.extra).empty());
    CHECK(proof.holds());
    CHECK(proof.dropped.at("note call") == 1);
}

TEST_CASE("a word that is gone is named with its line, and one that was invented is named") {
    test::Sample sample;
    auto& article = std::get<model::Article>(sample.imported.document.entries[0].kind);
    article.title = {test::words("A Tittle")};
    Proof const proof = proved(sample);
    CHECK(listed(proof.lost) == "title:1 ");
    CHECK(sample.sources.locate(proof.lost[0].place).line == 1);
    CHECK(listed(proof.extra) == "tittle:1 ");
    Diagnostics diagnostics;
    tell(proof, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::import_words_lost);
    CHECK(diagnostics.all()[0].hints == std::vector<std::string>{"lost: title", "invented: tittle"});
}

TEST_CASE("a note that stands twice is invented words") {
    test::Sample sample;
    sample.imported.document.notes.push_back(sample.imported.document.notes[0]);
    CHECK(listed(proved(sample).extra) == "a:1 note:1 ");
}

TEST_CASE("what an importer adds by name is no invention") {
    test::Sample sample;
    sample.imported.added.push_back({"list number", {}, "7."});
    CHECK(listed(proved(sample).lost) == "7:1 ");
    auto& article = std::get<model::Article>(sample.imported.document.entries[0].kind);
    article.body.push_back({model::Paragraph{{}, "7."}, {}, 0});
    CHECK(proved(sample).holds());
}

TEST_CASE("rows of three words that stand nowhere in the folder are counted") {
    test::Sample sample;
    auto const before = proved(sample).broken_rows;
    auto& article = std::get<model::Article>(sample.imported.document.entries[0].kind);
    article.title = {test::words("Title A")};
    CHECK(proved(sample).holds());
    CHECK(proved(sample).broken_rows > before);
}
