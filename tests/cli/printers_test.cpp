// Which printer a build is for: the manifest's, the command line's, one of the publication's own.

#include "cli/run_program.hpp"

#include <catch2/catch.hpp>

namespace quoin::cli::test {

namespace {

/// A small book with these lines in its manifest.
void write_book(Workplace const& here, std::string const& lines) {
    here.write("mine/publication.toml",
               "kind = \"book\"\ntitle = \"A Book\"\nlanguage = \"en\"\ndate = \"2024-01-01\"\n" + lines +
                   "\n[[contents]]\narticle = \"a.md\"\n");
    here.write("mine/a.md", "---\ntitle: One\n---\n\nWords of the chapter.\n");
}

std::string print_file(Workplace const& here, std::string const& arguments = "") {
    auto const built = here.run("build mine --only print --no-report " + arguments);
    INFO(built.err);
    REQUIRE(built.status == 0);
    return here.read("out/mine/mine-print.pdf");
}

} // namespace

TEST_CASE("without a profile the printer is the offset press of PDF/X-4") {
    Workplace const here;
    write_book(here, "");
    auto const pdf = print_file(here);
    CHECK(pdf.starts_with("%PDF-1.6"));
    CHECK(has(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4<"));
}

TEST_CASE("the manifest names a printer, and the command line another") {
    Workplace const here;
    write_book(here, "profile = \"offset-x1a\"");
    auto const old = print_file(here);
    CHECK(old.starts_with("%PDF-1.4"));
    CHECK(has(old, "/GTS_PDFXVersion (PDF/X-1a:2003)"));
    auto const plain = print_file(here, "--profile office");
    CHECK_FALSE(has(plain, "GTS_PDFX"));
    auto const unknown = here.run("build mine --profile offset-x9");
    CHECK(unknown.status == 1);
    CHECK(has(unknown.err, "[printer-unknown]"));
    CHECK(has(unknown.err, "did you mean \"offset-x4\"?"));
}

TEST_CASE("a publication changes single figures of its printer") {
    Workplace const here;
    write_book(here, "profile = \"offset-x1a\"\n[printer]\nbleed = \"5mm\"\nmarks.slug = \"20mm\"");
    auto const pdf = print_file(here); // 148 + 2 * 25 mm
    CHECK(has(pdf, "/MediaBox [ 0 0 561.26 "));
}

TEST_CASE("a publication brings a printer of its own") {
    Workplace const here;
    write_book(here, "profile = \"shop.toml\"");
    here.write("mine/shop.toml",
               "extends = \"offset-x1a\"\ntitle = \"Our shop\"\n[condition]\nidentifier = \"OURS\"\n");
    CHECK(has(print_file(here), "/OutputConditionIdentifier (OURS)"));
}

TEST_CASE("the last page stays blank where the shop prints on it") {
    Workplace const here;
    write_book(here, "layout = \"shop-layout.toml\"");
    here.write("mine/shop-layout.toml", "extends = \"book-a5\"\n[print]\npages = \"any\"\n[print.matter]\nhalf-title = "
                                        "false\ntitle-page = false\ncopyright-page = false\n[print.contents]\nshow = "
                                        "false\n");
    auto const pages = [&](std::string const& profile) {
        auto const dumped = here.run("dump pages mine --profile " + profile);
        INFO(dumped.err);
        REQUIRE(dumped.status == 0);
        std::size_t count = 0;
        for (auto at = dumped.out.find("\npage "); at != std::string::npos; at = dumped.out.find("\npage ", at + 1))
            ++count;
        return count + (dumped.out.starts_with("page ") ? 1 : 0);
    };
    CHECK(pages("office") == 1);
    CHECK(pages("kdp") == 2);
    CHECK(pages("ingramspark") == 2); // the second page is white as it is
    CHECK(pages("offset-x4") == 4);
}

} // namespace quoin::cli::test
