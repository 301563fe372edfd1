// What a printer's profile makes of a file: its standard, boxes, marks, spots.

#include "base/file_system.hpp"
#include "pdf/read_back.hpp"
#include "pdf/sample_pages.hpp"
#include "pdf/write_pdf.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace quoin;
using namespace quoin::pdf;
using namespace quoin::pdf::test;

namespace {

style::PrinterProfile printer(std::string const& name) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto profile = style::load_printer({name, QUOIN_SOURCE_DIR "/layouts/printers", "", {}, {}}, DiskFileSystem(),
                                       sources, diagnostics);
    REQUIRE(profile);
    return std::move(*profile);
}

Edition edition_for(std::string const& name) {
    Edition edition = press_edition(printer(name), Edition::Interior::cmyk);
    edition.slug_title = "Storms & Comets · 93";
    return edition;
}

ReadBack written(page::PageList list, std::string const& name, Edition const& edition) {
    list.bleed = printer(name).bleed;
    Pool pool(2);
    auto pdf = write_pdf(list, edition, pool);
    INFO((pdf ? "" : pdf.error().message));
    REQUIRE(pdf);
    return ReadBack(std::move(*pdf));
}

ReadBack written(page::PageList const& list, std::string const& name) { return written(list, name, edition_for(name)); }

std::vector<double> box(QPDFObjectHandle page, char const* key) {
    std::vector<double> sides;
    for (auto& side : page.getKey(key).getArrayAsVector()) sides.push_back(side.getNumericValue());
    return sides;
}

bool is_inside(std::vector<double> const& inner, std::vector<double> const& outer) {
    return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

} // namespace

TEST_CASE("each printer gets the standard, the version and the intent that he asks for") {
    struct Expected {
        char const *name, *version;
        bool intent, x4, x1a;
    };
    for (auto const& [name, version, intent, x4, x1a] :
         {Expected{"offset-x4", "1.6", true, true, false}, Expected{"digital", "1.6", true, true, false},
          Expected{"offset-x1a", "1.4", true, false, true}, Expected{"ingramspark", "1.4", true, false, true},
          Expected{"kdp", "1.4", false, false, false}, Expected{"lulu", "1.6", false, false, false},
          Expected{"office", "1.6", false, false, false}}) {
        INFO(name);
        auto read = written(small_issue(), name);
        CHECK(read.file().getPDFVersion() == version);
        CHECK(read.root().hasKey("/OutputIntents") == intent);
        auto info = read.file().getTrailer().getKey("/Info");
        CHECK(info.hasKey("/GTS_PDFXVersion") == x1a);
        CHECK(info.getKey("/Trapped").getName() == "/False");
        auto const xmp = read.stream(read.root().getKey("/Metadata"));
        CHECK((xmp.find(">PDF/X-4<") != std::string::npos) == x4);
        CHECK(xmp.find(info.getKey("/ModDate").getUTF8Value().substr(2, 4)) != std::string::npos);
        if (!intent) continue;
        auto stated = read.root().getKey("/OutputIntents").getArrayItem(0);
        CHECK(stated.getKey("/OutputConditionIdentifier").getUTF8Value() == "FOGRA39");
        CHECK(stated.getKey("/RegistryName").getUTF8Value() == "http://www.color.org");
        CHECK(read.stream(stated.getKey("/DestOutputProfile")).size() == 121368);
    }
}

TEST_CASE("boxes lie in each other, and the slug is there for marks alone") {
    double const mm = 72 / 25.4;
    for (std::string const name : {"offset-x4", "digital", "ingramspark", "kdp", "lulu", "office"}) {
        INFO(name);
        auto read = written(small_issue(), name);
        auto const profile = printer(name);
        for (std::size_t index : {0U, 1U}) {
            auto page = read.page(index);
            auto const media = box(page, "/MediaBox"), bleed = box(page, "/BleedBox"), trim = box(page, "/TrimBox");
            CHECK(box(page, "/CropBox") == media);
            CHECK(is_inside(trim, bleed));
            CHECK(is_inside(bleed, media));
            CHECK_FALSE(page.hasKey("/ArtBox"));
            CHECK(trim[2] - trim[0] == Approx(148 * mm).margin(0.003));
            CHECK(bleed[0] - media[0] == Approx(profile.slug().in_points()).margin(0.003));
            CHECK(media[3] - bleed[3] == Approx(profile.slug().in_points()).margin(0.003));
            CHECK(bleed[3] - trim[3] == Approx(profile.bleed.in_points()).margin(0.003));
            // The first page is a right one: its fold is on the left.
            double const at_fold = index == 0 ? trim[0] - bleed[0] : bleed[2] - trim[2];
            double const outside = index == 0 ? bleed[2] - trim[2] : trim[0] - bleed[0];
            CHECK(outside == Approx(profile.bleed.in_points()).margin(0.003));
            CHECK(at_fold == Approx(profile.pages.bleed_at_spine ? outside : 0).margin(0.003));
        }
    }
}

namespace {

/// Every place that an operator names, of marks that draw lines, curves and rectangles only.
std::vector<Point> places(std::string const& content) {
    std::vector<Point> found;
    std::regex const operation("((?:-?[0-9.]+ )+)(m|l|c|re)\n");
    for (std::sregex_iterator at(content.begin(), content.end(), operation), end; at != end; ++at) {
        std::istringstream numbers((*at)[1].str());
        std::vector<double> values;
        for (double value = 0; numbers >> value;) values.push_back(value);
        std::size_t const points = (*at)[2] == "re" ? 1 : values.size() / 2;
        for (std::size_t i = 0; i < points; ++i)
            found.push_back({Length::from_points(values[i * 2]), Length::from_points(values[i * 2 + 1])});
    }
    return found;
}

} // namespace

TEST_CASE("marks stand outside of the bleed, in all plates, a quarter of a point thick") {
    auto read = written(small_issue(), "offset-x4");
    auto page = read.page(0);
    REQUIRE(page.getKey("/Contents").isArray());
    auto const marks = read.stream(page.getKey("/Contents").getArrayItem(0));
    CHECK(marks.starts_with("q\n"));
    CHECK(marks.ends_with("Q\n"));
    CHECK(marks.find("0.25 w\n") != std::string::npos);
    auto const bleed = box(page, "/BleedBox"), media = box(page, "/MediaBox");
    auto const found = places(marks);
    CHECK(found.size() > 40);
    for (Point const& at : found) {
        double const x = at.x.in_points(), y = at.y.in_points();
        CAPTURE(x, y);
        bool const within_bleed = x > bleed[0] && x < bleed[2] && y > bleed[1] && y < bleed[3];
        CHECK_FALSE(within_bleed);
        CHECK((x >= media[0] && x <= media[2] && y >= media[1] && y <= media[3]));
    }
    // The ink of the lines is Separation All.
    std::smatch name;
    REQUIRE(std::regex_search(marks, name, std::regex("(/CS[0-9]+) CS 1 SCN\n")));
    auto space = page.getKey("/Resources").getKey("/ColorSpace").getKey(name[1]);
    CHECK(space.getArrayItem(0).getName() == "/Separation");
    CHECK(space.getArrayItem(1).getName() == "/All");
    CHECK(space.getArrayItem(2).getName() == "/DeviceCMYK");
    // One stream for all pages.
    CHECK(page.getKey("/Contents").getArrayItem(0).getObjGen() ==
          read.page(1).getKey("/Contents").getArrayItem(0).getObjGen());
}

TEST_CASE("each mark can be left out") {
    Edition edition = edition_for("offset-x4");
    edition.marks = {};
    edition.marks.crop = true;
    auto read = written(small_issue(), "offset-x4", edition);
    auto const marks = read.stream(read.page(0).getKey("/Contents").getArrayItem(0));
    CHECK(places(marks).size() == 16); // two lines at each of four corners
    CHECK(marks.find(" re f") == std::string::npos);
    edition.marks.fold = true;
    edition.folds = {Length::points(100), Length::points(110)};
    auto folded = written(small_issue(), "offset-x4", edition);
    CHECK(places(folded.stream(folded.page(0).getKey("/Contents").getArrayItem(0))).size() == 24);
    edition.marks = {};
    auto plain = written(small_issue(), "offset-x4", edition);
    CHECK(plain.page(0).getKey("/Contents").isStream());
}

TEST_CASE("a registration mark gives way to the folds of a thin spine") {
    Edition edition = edition_for("offset-x4");
    edition.marks = {};
    edition.marks.registration = true;
    Length const middle = small_issue().trim.width / 2;
    auto const marks_near_middle = [&] {
        auto read = written(small_issue(), "offset-x4", edition);
        auto const trim = box(read.page(0), "/TrimBox");
        auto const found = places(read.stream(read.page(0).getKey("/Contents").getArrayItem(0)));
        return std::count_if(found.begin(), found.end(), [&](Point const& at) {
            return std::abs(at.x.in_points() - trim[0] - middle.in_points()) < Length::from_millimetres(3).in_points();
        });
    };
    CHECK(marks_near_middle() > 0);
    edition.folds = {middle - Length::from_millimetres(2), middle + Length::from_millimetres(2)};
    CHECK(marks_near_middle() == 0);
    edition.folds = {middle - Length::from_millimetres(20), middle + Length::from_millimetres(20)};
    CHECK(marks_near_middle() > 0);
}

TEST_CASE("the colour bar shows the plates that the pages have") {
    Edition edition = edition_for("offset-x4");
    auto const bar = [&] {
        auto read = written(small_issue(), "offset-x4", edition);
        return read.stream(read.page(0).getKey("/Contents").getArrayItem(0));
    };
    CHECK(bar().find("1 0 0 0 k\n") != std::string::npos);
    CHECK(bar().find("0 0 0.5 0 k\n") != std::string::npos);
    edition.interior = Edition::Interior::gray;
    CHECK(bar().find("1 0 0 0 k\n") == std::string::npos);
    CHECK(bar().find("0 0 0 1 k\n") != std::string::npos);
}

TEST_CASE("the slug line tells title, page, printer and build") {
    auto const text_of = [](Edition const& edition, page::PageList const& list) {
        Pool pool(1);
        auto pdf = write_pdf(list, edition, pool);
        REQUIRE(pdf);
        int status = 0;
        return output_of("pdftotext -raw -l 1 '" + test::write_file("slug.pdf", *pdf) + "' -", status);
    };
    auto const list = small_issue();
    auto const text = text_of(edition_for("offset-x4"), list);
    INFO(text);
    CHECK(text.find("Storms & Comets · 93") != std::string::npos);
    std::smatch found;
    std::regex const line("page 1 of 2 \\([ivx0-9]+\\) · offset-x4 · build ([0-9a-f]{8})");
    REQUIRE(std::regex_search(text, found, line));
    std::string const build = found[1];
    CHECK(text_of(edition_for("offset-x4"), list) == text);
    auto changed = list;
    changed.pages[1].items.back().at.x += Length::points(1);
    CHECK(text_of(edition_for("offset-x4"), changed).find(build) == std::string::npos);
    Edition lengthy = edition_for("offset-x4");
    for (int i = 0; i < 200; ++i) lengthy.slug_title += " ünd so weiter";
    auto const cut = text_of(lengthy, list);
    CHECK(cut.find("und so weiter ünd so weiter") == std::string::npos);
    CHECK(cut.find("page 1 of 2") != std::string::npos);
}

TEST_CASE("a printer without spots gets the inks that they stand for") {
    auto read = written(small_issue(), "ingramspark");
    CHECK_FALSE(read.page(0).getKey("/Resources").hasKey("/ColorSpace"));
    CHECK(read.content(0).find("0.01 0.5 0.425 0.03 k") != std::string::npos); // half of PANTONE 186 C
}

TEST_CASE("a printer of sRGB gets black as gray and no inks") {
    for (std::string const name : {"lulu", "office"}) {
        auto read = written(small_issue(), name);
        auto const content = read.content(0);
        CHECK_FALSE(std::regex_search(content, std::regex("\\b(k|K|cs|CS|scn)\n")));
        CHECK(content.find("0 g\n") != std::string::npos);
        CHECK(content.find(" rg\n") != std::string::npos);
        CHECK(content.find("/GS1 gs") == std::string::npos);
    }
}

TEST_CASE("other programs read what every printer gets") {
    for (std::string const name : {"offset-x4", "offset-x1a", "digital", "ingramspark", "kdp", "lulu", "office"}) {
        INFO(name);
        page::PageList list = small_issue();
        list.bleed = printer(name).bleed;
        Pool pool(1);
        auto const pdf = write_pdf(list, edition_for(name), pool);
        REQUIRE(pdf);
        auto const path = test::write_file(name + ".pdf", *pdf);
        for (std::string const command :
             {"qpdf --check", "mutool info", "pdfinfo", "gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage"}) {
            int status = 0;
            auto const said = output_of(command + " '" + path + "'", status);
            INFO(said);
            CHECK(status == 0);
            CHECK_FALSE(std::regex_search(said, std::regex("(warning|error):", std::regex::icase)));
        }
    }
}
