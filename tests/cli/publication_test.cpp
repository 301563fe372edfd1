// From `quoin new` to finished files, and what the exit status says on the way.

#include "cli/run_program.hpp"

#include <catch2/catch.hpp>
#include <sstream>

namespace quoin::cli::test {

TEST_CASE("a new publication of each kind has no findings and builds") {
    for (std::string const kind : {"journal", "pamphlet", "book", "leaflet"}) {
        CAPTURE(kind);
        Workplace const here;
        auto const made = here.run("new " + kind + " mine");
        CHECK(made.status == 0);
        CHECK(has(made.out, "mine/publication.toml\n"));
        auto const checked = here.run("check mine --strict");
        CHECK(checked.status == 0);
        CHECK(has(checked.err, " pages, 0 errors, 0 warnings"));
        auto const built = here.run("build mine");
        CHECK(built.status == 0);
        for (char const* const name :
             {"mine.epub", "mine-print.pdf", "mine-screen.pdf", "mine-cover.jpg", "report.html", "report.json"}) {
            CAPTURE(name);
            CHECK(here.exists(std::string("out/mine/") + name));
            CHECK(has(built.out, std::string("out/mine/") + name + "\n"));
        }
        CHECK(here.exists("out/mine/mine-cover.pdf") == (kind == "journal" || kind == "book"));
        CHECK(here.read("out/mine/mine-print.pdf").starts_with("%PDF-"));
    }
}

TEST_CASE("a folder that is there is not written over") {
    Workplace const here;
    here.write("mine/notes.txt", "x");
    auto const outcome = here.run("new book mine");
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "[output-unwritable]"));
    CHECK_FALSE(here.exists("mine/publication.toml"));
}

TEST_CASE("only what is asked for is written, where it is asked for") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    auto const outcome = here.run("build mine/ -o elsewhere --only epub --no-report");
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "elsewhere/mine.epub\n");
    CHECK_FALSE(here.exists("elsewhere/report.html"));
    CHECK_FALSE(here.exists("elsewhere/mine-print.pdf"));
    CHECK_FALSE(here.exists("out"));
}

TEST_CASE("check writes nothing, but the report where it is asked to") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    CHECK(here.run("check mine").status == 0);
    CHECK_FALSE(here.exists("out"));
    CHECK(here.run("check mine -o found").status == 0);
    CHECK(here.exists("found/report.json"));
    CHECK_FALSE(here.exists("found/mine.epub"));
}

TEST_CASE("errors end with status 1 and replace nothing but the report") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    REQUIRE(here.run("build mine -o out --only epub").status == 0);
    std::string const before = here.read("out/mine.epub");
    here.write("mine/articles/02-second.md", "---\ntitle: \"A second text\"\n---\n\nA note that is nowhere.[^gone]\n");
    auto const outcome = here.run("build mine -o out --only epub");
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "articles/02-second.md:5:24: error: "));
    CHECK(has(outcome.err, "[note-undefined]"));
    CHECK(here.read("out/mine.epub") == before);
    CHECK(has(here.read("out/report.json"), "note-undefined"));
}

TEST_CASE("warnings end with status 3 where they are to count") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    here.write("mine/articles/02-second.md", "---\ntitle: \"A second text\"\n---\n");
    auto const plain = here.run("check mine");
    CHECK(plain.status == 0);
    CHECK(has(plain.err, "[article-empty]"));
    CHECK(here.run("check mine --strict").status == 3);
}

TEST_CASE("a publication that is not there is an error with its name") {
    Workplace const here;
    auto const outcome = here.run("build nowhere");
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "nowhere"));
    CHECK(has(outcome.err, "[file-missing]"));
}

TEST_CASE("with --json each message is an object on a line of its own and nothing else is said") {
    Workplace const here;
    auto const outcome = here.run("build nowhere --json");
    CHECK(outcome.status == 1);
    std::istringstream lines(outcome.err);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        CHECK(line.starts_with("{\"code\":"));
        CHECK(line.ends_with("}"));
    }
    CHECK(count >= 1);
}

TEST_CASE("a message that a file has a thousand times is shown fifty times and counted") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    std::string text = "---\ntitle: \"A second text\"\n---\n\n";
    for (int i = 0; i < 70; ++i) text += "A word.[^gone" + std::to_string(i) + "]\n\n";
    here.write("mine/articles/02-second.md", text);
    auto const outcome = here.run("check mine");
    CHECK(has(outcome.err, "\"gone49\""));
    CHECK_FALSE(has(outcome.err, "\"gone50\""));
    CHECK(has(outcome.err, "articles/02-second.md: and 20 more of [note-undefined]"));
    CHECK(has(outcome.err, " 70 errors"));
    CHECK(has(here.run("check mine --json").err, "gone69"));
}

TEST_CASE("an edition that is not there is an error") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    auto const outcome = here.run("build mine --edition es");
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "[edition-unknown]"));
}

TEST_CASE("a stage is dumped to standard output") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet mine").status == 0);
    for (char const* const stage : {"model", "pages", "epub"}) {
        CAPTURE(stage);
        auto const outcome = here.run(std::string("dump ") + stage + " mine");
        CHECK(outcome.status == 0);
        CHECK(has(outcome.out, "beginning"));
    }
    CHECK(here.run("dump pages mine --page 900").status == 1);
    CHECK(here.run("dump pages mine --page 1 --png").out.starts_with("\x89PNG"));
    CHECK(here.run("dump pages mine --page 1 --svg -o page.svg").status == 0);
    CHECK(has(here.read("page.svg"), "<svg"));
}

TEST_CASE("the same input gives the same bytes, with any number of threads") {
    Workplace const here;
    REQUIRE(here.run("new journal mine").status == 0);
    REQUIRE(here.run("build mine -o a -j 1").status == 0);
    REQUIRE(here.run("build mine -o b -j 8").status == 0);
    for (char const* const name :
         {"mine.epub", "mine-print.pdf", "mine-screen.pdf", "mine-cover.pdf", "mine-cover.jpg", "report.html"}) {
        CAPTURE(name);
        CHECK(here.read(std::string("a/") + name) == here.read(std::string("b/") + name));
    }
}

} // namespace quoin::cli::test
