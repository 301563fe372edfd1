// `quoin impose`: sheets from a built interior, and no file from anything else.

#include "cli/run_program.hpp"

#include <catch2/catch.hpp>

namespace quoin::cli::test {

TEST_CASE("an interior that was built becomes sheets") {
    Workplace const here;
    REQUIRE(here.run("new pamphlet p").status == 0);
    REQUIRE(here.run("build p -o out --only print").status == 0);
    auto const saddle = here.run("impose out/p-print.pdf --scheme saddle -o sheets.pdf");
    CHECK(saddle.status == 0);
    CHECK(saddle.out == "sheets.pdf\n");
    CHECK(has(saddle.err, "pages on"));
    CHECK(here.read("sheets.pdf").starts_with("%PDF-"));
    for (char const* const options :
         {"", "--scheme 4-up --no-marks", "--scheme signature-8 --milling 0mm --creep 0.1mm",
          "--scheme saddle --paper bulky-80 --sheet A3", "--profile digital"}) {
        CAPTURE(options);
        auto const outcome = here.run(std::string("impose out/p-print.pdf -o other.pdf ") + options);
        CAPTURE(outcome.err);
        CHECK(outcome.status == 0);
    }
}

TEST_CASE("what cannot be imposed leaves the files as they were") {
    Workplace const here;
    here.write("letter.pdf", "Dear printer");
    here.write("old.pdf", "as it was");
    struct Case {
        char const *arguments, *code;
    };
    for (Case const& each :
         {Case{"letter.pdf", "[pdf-unreadable]"}, Case{"absent.pdf", "[file-missing]"},
          Case{"letter.pdf --scheme booklet", "[value-invalid]"}, Case{"letter.pdf --sheet huge", "[value-invalid]"},
          Case{"letter.pdf --sheet 0mmx10mm", "[value-invalid]"},
          Case{"letter.pdf --scheme saddle --creep 3", "[value-invalid]"},
          Case{"letter.pdf --scheme saddle --creep -3mm", "[value-invalid]"},
          Case{"letter.pdf --milling nan", "[value-invalid]"},
          Case{"letter.pdf --scheme saddle --paper vellum", "[value-invalid]"},
          Case{"letter.pdf --profile nobody", "[printer-unknown]"}}) {
        CAPTURE(each.arguments);
        auto const outcome = here.run(std::string("impose ") + each.arguments + " -o old.pdf");
        CHECK(outcome.status == 1);
        CHECK(has(outcome.err, each.code));
        CHECK(outcome.out.empty());
        CHECK(here.read("old.pdf") == "as it was");
    }
}

} // namespace quoin::cli::test
