// What is said on the command line, right and wrong.

#include "cli/run_program.hpp"

#include <catch2/catch.hpp>

namespace quoin::cli::test {

TEST_CASE("wrong usage ends with status 2 and says why") {
    Workplace const here;
    for (char const* const line : {"",
                                   "bild x",
                                   "build",
                                   "build x --onyl epub",
                                   "build x --only epub,word",
                                   "build x -j many",
                                   "build x -j -1",
                                   "build x -j 100000",
                                   "new newspaper x",
                                   "new journal",
                                   "dump x",
                                   "dump tree x",
                                   "dump model x --png",
                                   "dump pages x --png --dpi 0",
                                   "layout",
                                   "layout explain",
                                   "layout show x",
                                   "check",
                                   "impose",
                                   "impose x.pdf",
                                   "impose -o y.pdf",
                                   "--nonsense"}) {
        CAPTURE(line);
        auto const outcome = here.run(line);
        CHECK(outcome.status == 2);
        CHECK_FALSE(outcome.err.empty());
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("help is given for the program and each command, with an example") {
    Workplace const here;
    auto const whole = here.run("--help");
    CHECK(whole.status == 0);
    for (char const* const command : {"build", "check", "new", "dump", "impose", "layout"}) {
        CAPTURE(command);
        CHECK(has(whole.out, command));
        auto const one = here.run(std::string(command) + " --help");
        CHECK(one.status == 0);
        if (std::string(command) != "layout") CHECK(has(one.out, "Example: quoin "));
    }
    CHECK(has(here.run("layout explain --help").out, "Example: quoin layout explain"));
}

TEST_CASE("the version is one line") {
    Workplace const here;
    auto const outcome = here.run("--version");
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with("quoin "));
    CHECK(outcome.out.find('\n') == outcome.out.size() - 1);
}

TEST_CASE("layouts are listed and explained from any folder") {
    Workplace const here;
    auto const list = here.run("layout list");
    CHECK(list.status == 0);
    for (char const* const name : {"book-a5", "journal-a4", "journal-a4-3col", "leaflet-a4", "pamphlet-a5"})
        CHECK(has(list.out, name));
    CHECK_FALSE(has(list.out, "base"));
    auto const explained = here.run("layout explain journal-a4-3col");
    CHECK(explained.status == 0);
    CHECK(has(explained.out, "print.page.columns = 3 "));
    CHECK(has(explained.out, "journal-a4-3col.toml:"));
    CHECK(has(explained.out, "base.toml:"));
    auto const unknown = here.run("layout explain journal-a5");
    CHECK(unknown.status == 1);
    CHECK(has(unknown.err, "[layout-unknown]"));
    CHECK(has(unknown.err, "hint: did you mean \"journal-a4\"?"));
}

TEST_CASE("SOURCE_DATE_EPOCH is a number of seconds or wrong usage") {
    Workplace const here;
    for (char const* const value : {"yesterday", "-1", "1e9", "99999999999999999999"}) {
        CAPTURE(value);
        auto const outcome = here.run("check nowhere", std::string("SOURCE_DATE_EPOCH=") + value);
        CHECK(outcome.status == 2);
        CHECK(has(outcome.err, "SOURCE_DATE_EPOCH"));
    }
}

} // namespace quoin::cli::test
