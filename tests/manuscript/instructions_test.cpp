#include "manuscript/instructions.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::manuscript;

namespace {

struct Read {
    DecisionsFile file;
    Diagnostics diagnostics;
    SourceMap sources;
};

Read read(std::string const& toml) {
    Read result;
    FileId const file = result.sources.add("import.toml", toml);
    auto decisions = read_decisions(file, result.sources, result.diagnostics);
    REQUIRE(decisions);
    result.file = std::move(*decisions);
    return result;
}

constexpr char const* view = "The harvest of that year was poor, and the men-\n\nBooks of the house\n\ntion it in "
                             "letters.\n\nA word\n\nA word\n";

} // namespace

TEST_CASE("a decision is found by its words, wherever the line has moved") {
    Read const read_file =
        read("[[decision]]\ndo = \"join\"\nat = \"and the MEN\"\nwith = \"tion it\"\nline = [40, 44]\n"
             "[[decision]]\ndo = \"insert\"\nat = \"Books of the house\"\nwhy = \"an advertisement\"\n");
    CHECK(read_file.diagnostics.all().empty());
    Diagnostics diagnostics;
    auto const placed = place(read_file.file.instructions, view, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].action == Action::join);
    CHECK(placed[0].first == 1);
    CHECK(placed[0].last == 5);
    CHECK(placed[1].first == 3);
    CHECK(placed[1].last == 3);
}

TEST_CASE("a decision that fits nothing, or two places, is an error") {
    Read const read_file = read("[[decision]]\ndo = \"heading\"\nat = \"never written\"\n"
                                "[[decision]]\ndo = \"heading\"\nat = \"A word\"\n"
                                "[[decision]]\ndo = \"heading\"\nat = \"A word\"\nline = 9\n");
    Diagnostics diagnostics;
    auto const placed = place(read_file.file.instructions, view, diagnostics);
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].code == Code::decision_unplaced);
    CHECK(diagnostics.all()[1].code == Code::decision_ambiguous);
    CHECK(read_file.sources.locate(diagnostics.all()[1].span).line == 4);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].first == 9);
}

TEST_CASE("what import.toml cannot say is told with its place") {
    Read const read_file =
        read("[[decision]]\ndo = \"jion\"\nat = \"x\"\n[[decision]]\ndo = \"drop\"\n[styel]\na = \"b\"\n"
             "[styles]\n\"Author byline\" = \"byline\"\n");
    auto const& all = read_file.diagnostics.all();
    REQUIRE(all.size() == 3);
    CHECK(all[0].code == Code::value_invalid);
    CHECK(all[0].hints.front() == "did you mean \"join\"?");
    CHECK(all[1].code == Code::key_missing);
    CHECK(all[2].code == Code::key_unknown);
    CHECK(read_file.file.styles.at("Author byline") == "byline");
    CHECK(read_file.file.instructions.empty());
}

TEST_CASE("an import.toml that is no TOML is a failure with its line") {
    SourceMap sources;
    Diagnostics diagnostics;
    FileId const file = sources.add("import.toml", "a = 1\nb = = 2\n");
    auto const decisions = read_decisions(file, sources, diagnostics);
    REQUIRE_FALSE(decisions);
    CHECK(decisions.error().code == Code::toml_malformed);
    CHECK(sources.locate(decisions.error().span).line == 2);
}
