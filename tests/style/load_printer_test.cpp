// Printer profiles: those that are installed, what a publication changes, and what is told of mistakes.

#include "base/file_system.hpp"
#include "style/printer.hpp"

#include <catch2/catch.hpp>

namespace quoin::style::test {

namespace {

struct LoadedPrinter {
    SourceMap sources;
    Diagnostics diagnostics;
    Result<PrinterProfile> printer = PrinterProfile{};
};

LoadedPrinter installed(std::string const& name, std::vector<Override> overrides = {}) {
    LoadedPrinter loaded;
    loaded.printer = load_printer({name, QUOIN_SOURCE_DIR "/layouts/printers", "", std::move(overrides), {}},
                                  DiskFileSystem(), loaded.sources, loaded.diagnostics);
    return loaded;
}

/// A header of 128 bytes with what decides, and nothing behind it.
std::string icc(std::string const& device_class, std::string const& colours) {
    std::string bytes(128, '\0');
    bytes[3] = static_cast<char>(128);
    bytes.replace(12, 4, device_class).replace(16, 4, colours).replace(36, 4, "acsp");
    return bytes;
}

LoadedPrinter of_publication(std::map<std::string, std::string> files, std::string const& name) {
    MemoryFileSystem const file_system(std::move(files));
    LoadedPrinter loaded;
    loaded.printer =
        load_printer({name, "printers", "publication", {}, {}}, file_system, loaded.sources, loaded.diagnostics);
    return loaded;
}

} // namespace

TEST_CASE("every installed profile is read without a finding") {
    std::vector<std::string> const names = list_printers(QUOIN_SOURCE_DIR "/layouts/printers", DiskFileSystem());
    CHECK(names ==
          std::vector<std::string>{"digital", "ingramspark", "kdp", "lulu", "office", "offset-x1a", "offset-x4"});
    for (std::string const& name : names) {
        LoadedPrinter const loaded = installed(name);
        INFO(name);
        REQUIRE(loaded.printer);
        CHECK(loaded.diagnostics.all().empty());
        CHECK(loaded.printer->title != name);
        CHECK(loaded.printer->pictures.least_ppi <= loaded.printer->pictures.ppi);
        if (loaded.printer->marks.any()) CHECK(loaded.printer->marks.offset >= loaded.printer->bleed);
        bool const inks = loaded.printer->colour != PressColour::srgb;
        CHECK((loaded.printer->condition.profile != nullptr) == inks);
    }
}

TEST_CASE("the profile without a name is that of sheet-fed offset") {
    LoadedPrinter const loaded = installed("");
    REQUIRE(loaded.printer);
    CHECK(loaded.printer->name == "offset-x4");
    CHECK(loaded.printer->standard == PrintStandard::x4);
    CHECK(loaded.printer->condition.identifier == "FOGRA39");
    CHECK(loaded.printer->condition.profile->size() == 121368);
    CHECK(loaded.printer->slug() == Length::from_millimetres(10));
}

TEST_CASE("a profile inherits from the one that it extends") {
    LoadedPrinter const loaded = installed("ingramspark");
    REQUIRE(loaded.printer);
    CHECK(loaded.printer->standard == PrintStandard::x1a);
    CHECK_FALSE(loaded.printer->allows_transparency());
    CHECK(loaded.printer->ink.total == 240);
    CHECK(loaded.printer->slug() == Length::zero());
    CHECK(loaded.printer->condition.identifier == "FOGRA39");
    CHECK(loaded.printer->bleed == Length::points(9));
}

TEST_CASE("a spine may be told by the page") {
    LoadedPrinter const loaded = installed("kdp");
    REQUIRE(loaded.printer);
    SpineFormula const& spine = loaded.printer->spine;
    CHECK(spine.rule == SpineFormula::Rule::per_page);
    CHECK((spine.papers.at("cream") * 200).in_millimetres() == Approx(12.7).margin(0.01));
    REQUIRE(loaded.printer->pages.gutter.size() == 5);
    CHECK(loaded.printer->pages.gutter.front().pages == 24);
    CHECK(loaded.printer->pages.gutter.back().margin == Length::from_points(63));
}

TEST_CASE("a publication's own figures win") {
    LoadedPrinter const loaded =
        installed("offset-x4", {{"ink.total", "280", {}}, {"marks", "{ crop = false, bars = false }", {}}});
    REQUIRE(loaded.printer);
    CHECK(loaded.diagnostics.all().empty());
    CHECK(loaded.printer->ink.total == 280);
    CHECK_FALSE(loaded.printer->marks.crop);
    CHECK(loaded.printer->marks.registration);
    CHECK(loaded.printer->origins.at("ink.total").value == "280");
}

TEST_CASE("an unknown profile is told with the nearest name") {
    LoadedPrinter const loaded = installed("offset-x5");
    REQUIRE_FALSE(loaded.printer);
    CHECK(loaded.printer.error().code == Code::printer_unknown);
    CHECK(loaded.printer.error().hints.front() == "did you mean \"offset-x4\"?");
}

TEST_CASE("unknown keys and wrong figures of a profile are told") {
    LoadedPrinter const loaded =
        installed("offset-x4", {{"ink.totl", "280", {}}, {"bleed", "\"-3mm\"", {}}, {"colour", "\"srgb\"", {}}});
    REQUIRE(loaded.printer);
    REQUIRE(loaded.diagnostics.all().size() == 3);
    CHECK(loaded.diagnostics.all()[0].code == Code::value_invalid);
    CHECK(loaded.diagnostics.all()[1].code == Code::value_invalid);
    CHECK(loaded.diagnostics.all()[2].code == Code::key_unknown);
    CHECK(loaded.diagnostics.all()[2].hints == std::vector<std::string>{"did you mean \"ink.total\"?"});
}

TEST_CASE("a publication brings a printer and a press of its own") {
    LoadedPrinter const loaded =
        of_publication({{"publication/shop.toml", "title = \"The shop\"\n[condition]\nicc = \"press/own.icc\"\n"},
                        {"publication/press/own.icc", icc("prtr", "CMYK")}},
                       "shop.toml");
    REQUIRE(loaded.printer);
    CHECK(loaded.printer->title == "The shop");
    CHECK(loaded.printer->condition.profile->size() == 128);
}

TEST_CASE("a press condition has to be one of a press in CMYK") {
    auto const code_with = [](std::string const& bytes) {
        LoadedPrinter const loaded = of_publication(
            {{"publication/shop.toml", "[condition]\nicc = \"own.icc\"\n"}, {"publication/own.icc", bytes}},
            "shop.toml");
        return loaded.printer ? std::string("none") : std::string(name(loaded.printer.error().code));
    };
    CHECK(code_with(icc("prtr", "CMYK")) == "none");
    CHECK(code_with(icc("mntr", "RGB ")) == "condition-invalid");
    CHECK(code_with(icc("prtr", "RGB ")) == "condition-invalid");
    CHECK(code_with(icc("prtr", "CMYK") + "more") == "condition-invalid");
    CHECK(code_with("") == "condition-invalid");
    LoadedPrinter const missing =
        of_publication({{"publication/shop.toml", "[condition]\nicc = \"other.icc\"\n"}}, "shop.toml");
    REQUIRE_FALSE(missing.printer);
    CHECK(missing.printer.error().code == Code::condition_invalid);
    LoadedPrinter const outside =
        of_publication({{"publication/shop.toml", "[condition]\nicc = \"../../own.icc\"\n"}}, "shop.toml");
    REQUIRE_FALSE(outside.printer);
    CHECK(outside.printer.error().code == Code::file_outside);
}

} // namespace quoin::style::test
