// `quoin import`: a folder that builds, a status that says whether somebody has to look, and messages for programs.

#include "cli/run_program.hpp"

#include <catch2/catch.hpp>

namespace quoin::cli::test {

namespace {

// The second line of the body is open and the third goes on: a guess, but a sure one.
constexpr char const* text = "The Harvest of the Valley\n\nBy Ann Miller, 20 June 2023\n\nThe harvest of that year was "
                             "poor, and the people of the valley knew "
                             "it long before the letters came from the town, for nobody had expected the\n\nrain to "
                             "stay away for so long. And nobody had "
                             "put anything aside for a winter that was to be as hard as the one before it.\n\nIn the "
                             "autumn the granaries stood half "
                             "empty, and the council met to hear what could be done.\n";

} // namespace

TEST_CASE("an imported folder builds at once") {
    Workplace const here;
    here.write("in/a.txt", text);
    auto const imported = here.run("import in/a.txt -o p");
    CAPTURE(imported.err);
    CHECK((imported.status == 0 || imported.status == 5));
    CHECK(has(imported.out, "p/publication.toml\n"));
    CHECK(has(imported.out, "p/import-report.html\n"));
    CHECK(has(imported.err, "words kept"));
    CHECK(here.run("build p -o out --only epub").status == 0);
    CHECK(here.exists("out/p.epub"));
}

TEST_CASE("a decision that was confirmed asks for no look any more") {
    Workplace const here;
    here.write("in/a.txt", std::string(text) + "\nThe council left *no word about it in its book, and nobody asked.\n");
    auto const open = here.run("import in/a.txt -o p");
    REQUIRE(open.status == 5);
    CHECK(has(open.err, "in/a.txt:"));
    here.write("in/import.toml", "[[decision]]\ndo = \"confirm\"\nat = \"The council left no word about it\"\n");
    auto const closed = here.run("import in/a.txt -o p");
    CAPTURE(closed.err);
    CHECK(closed.status == 0);
}

TEST_CASE("what is wrong with an import is told, and nothing is written") {
    Workplace const here;
    here.write("a.txt", text);
    here.write("b.docx", "PK, but no archive");
    CHECK(here.run("import a.txt").status == 2);
    CHECK(here.run("import a.txt -o p --as novel").status == 2);
    CHECK(here.run("import a.txt -o p --track-changes maybe").status == 2);
    auto const absent = here.run("import absent.txt -o p");
    CHECK(absent.status == 1);
    CHECK(has(absent.err, "[file-missing]"));
    auto const damaged = here.run("import a.txt b.docx -o p --json");
    CHECK(damaged.status == 1);
    CHECK(has(damaged.err, "\"code\":\"import-damaged\""));
    CHECK_FALSE(here.exists("p"));
}

} // namespace quoin::cli::test
