// Whole files, read back.

#include "pdf/write_pdf.hpp"

#include "pdf/press_profile.hpp"
#include "pdf/read_back.hpp"
#include "pdf/sample_pages.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <ctime>
#include <iostream>
#include <regex>

using namespace quoin;
using namespace quoin::pdf;
using namespace quoin::pdf::test;

namespace {

Bytes write(page::PageList const& list, Edition::Kind kind, std::size_t threads = 1) {
    Pool pool(threads);
    Edition edition;
    edition.kind = kind;
    edition.build_id = "test";
    auto result = write_pdf(list, edition, pool);
    REQUIRE(result);
    return std::move(*result);
}

std::vector<double> box(QPDFObjectHandle page, char const* key) {
    std::vector<double> sides;
    for (auto& side : page.getKey(key).getArrayAsVector()) sides.push_back(side.getNumericValue());
    return sides;
}

/// The tree as text: "Document(Sect(H1 P))".
std::string outline_of(QPDFObjectHandle element) {
    auto result = element.getKey("/S").getName().substr(1);
    std::string inside;
    auto kids = element.getKey("/K");
    for (auto& kid : kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObjectHandle>{kids}) {
        std::string piece;
        if (kid.isInteger()) piece = "#";
        if (kid.isDictionary() && kid.hasKey("/S")) piece = outline_of(kid);
        if (kid.isDictionary() && kid.getKey("/Type").isName()) piece = kid.getKey("/Type").getName().substr(1);
        inside += (inside.empty() ? "" : " ") + piece;
    }
    return inside.empty() ? result : result + '(' + inside + ')';
}

} // namespace

TEST_CASE("a print file has the boxes, labels and version of its edition") {
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a}) {
        ReadBack read(write(small_issue(), kind));
        CHECK(read.file().getPDFVersion() == (kind == Edition::Kind::x4 ? "1.6" : "1.4"));
        REQUIRE(read.file().getAllPages().size() == 2);
        auto const page = read.page(1);
        double const bleed = 3 / 25.4 * 72, width = 148 / 25.4 * 72, height = 210 / 25.4 * 72;
        auto const media = box(page, "/MediaBox"), trim = box(page, "/TrimBox");
        CHECK(media == box(page, "/BleedBox"));
        CHECK(media == box(page, "/CropBox"));
        CHECK(media[2] == Approx(width + 2 * bleed).margin(0.002));
        CHECK(media[3] == Approx(height + 2 * bleed).margin(0.002));
        CHECK(trim[0] == Approx(bleed).margin(0.001));
        CHECK(trim[3] == Approx(height + bleed).margin(0.002));
        auto numbers = read.root().getKey("/PageLabels").getKey("/Nums");
        REQUIRE(numbers.getArrayNItems() == 4);
        CHECK(numbers.getArrayItem(1).getKey("/S").getName() == "/r");
        CHECK(numbers.getArrayItem(3).getKey("/S").getName() == "/D");
        for (auto const* key : {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names", "/OutputIntents"})
            CHECK_FALSE(read.root().hasKey(key));
        CHECK_FALSE(read.page(0).hasKey("/Annots"));
        auto info = read.file().getTrailer().getKey("/Info");
        CHECK(info.getKey("/Trapped").getName() == "/False");
        CHECK(info.getKey("/Title").getUTF8Value() == "Storms & Comets");
        CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20230801000000Z");
        CHECK_FALSE(info.hasKey("/GTS_PDFXVersion")); // no press condition is stated
        CHECK(read.file().getTrailer().getKey("/ID").getArrayItem(0).getStringValue().size() == 16);
    }
}

TEST_CASE("a print file has no RGB, and black text overprints") {
    ReadBack read(write(small_issue(), Edition::Kind::x4));
    for (std::size_t page = 0; page < 2; ++page) {
        auto const content = read.content(page);
        CHECK_FALSE(std::regex_search(content, std::regex("\\b(rg|RG|g|G)\n")));
        CHECK(content.find("BDC") == std::string::npos);
        CHECK(content.find("/GS1 gs") != std::string::npos);
    }
    auto const content = read.content(0);
    CHECK(content.find("/CS2 cs 0.5 scn") != std::string::npos);
    // The heading's ink comes first and does not overprint; black does.
    CHECK(content.find("0 0.9 0.85 0.1 k") < content.find("/GS1 gs"));
    CHECK(content.find("/GS1 gs") < content.find("Tf", content.find("0 0 0 1 k")));
    auto spot = read.page(0).getKey("/Resources").getKey("/ColorSpace").getKey("/CS2");
    CHECK(spot.getArrayItem(1).getName() == "/PANTONE 186 C");
    CHECK(spot.getArrayItem(2).getName() == "/DeviceCMYK");
    auto state = read.page(0).getKey("/Resources").getKey("/ExtGState").getKey("/GS1");
    CHECK(state.getKey("/op").getBoolValue());
    CHECK(state.getKey("/OPM").getIntValue() == 1);
}

TEST_CASE("the screen file has the whole structure") {
    ReadBack read(write(small_issue(), Edition::Kind::screen));
    auto root = read.root();
    CHECK(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(root.getKey("/Lang").getUTF8Value() == "en-GB");
    CHECK(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    CHECK(root.getKey("/OutputIntents").getArrayItem(0).getKey("/S").getName() == "/GTS_PDFA1");
    auto tree = root.getKey("/StructTreeRoot");
    CHECK_FALSE(tree.hasKey("/RoleMap"));
    CHECK(outline_of(tree.getKey("/K").getArrayItem(0)) ==
          "Document(Sect(H1(#) P(# Span(#) # Reference(Link(# OBJR)) MCR) Note(#) L(LI(Lbl(#) LBody(#)) LI(Lbl(#) "
          "LBody(#))) "
          "Table(THead(TR(TH(#) TH(#))) TBody(TR(TD(#) TD(#)))) Figure(#) P(# Link(# OBJR) #)))");
    auto const content = read.content(0);
    CHECK(content.find("/Span <</MCID 2/ActualText <FEFF00AD>>>BDC") != std::string::npos);
    CHECK(content.find("/Artifact BMC") != std::string::npos);
    CHECK(content.find(" k\n") == std::string::npos);
    auto kids = tree.getKey("/K").getArrayItem(0).getKey("/K").getKey("/K");
    auto figure = kids.getArrayItem(5);
    CHECK(figure.getKey("/Alt").getUTF8Value() == "A comet: a disc with a tail");
    CHECK(figure.getKey("/A").getKey("/BBox").getArrayNItems() == 4);
    CHECK(kids.getArrayItem(3).getKey("/A").getKey("/ListNumbering").getName() == "/Decimal");
    CHECK(kids.getArrayItem(2).getKey("/ID").getUTF8Value() == "note-storm-1");
    CHECK(tree.getKey("/IDTree").getKey("/Names").getArrayNItems() == 2);
}

TEST_CASE("every mark of a page is in the parent tree") {
    ReadBack read(write(small_issue(), Edition::Kind::screen));
    auto numbers = read.root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    for (std::size_t page = 0; page < 2; ++page) {
        REQUIRE(read.page(page).getKey("/StructParents").getIntValue() == static_cast<long long>(page));
        auto owners = numbers.getArrayItem(static_cast<int>(page) * 2 + 1);
        auto const content = read.content(page);
        std::regex const mcid("/MCID (\\d+)");
        int highest = -1;
        for (std::sregex_iterator at(content.begin(), content.end(), mcid), end; at != end; ++at)
            highest = std::stoi((*at)[1]);
        CHECK(owners.getArrayNItems() == highest + 1);
        for (auto& owner : owners.getArrayAsVector()) CHECK(owner.hasKey("/S"));
    }
}

TEST_CASE("links, destinations and the outline lead somewhere") {
    ReadBack read(write(small_issue(), Edition::Kind::screen));
    auto first = read.page(0).getKey("/Annots");
    REQUIRE(first.getArrayNItems() == 1);
    CHECK(first.getArrayItem(0).getKey("/A").getKey("/D").getUTF8Value() == "note-1");
    CHECK(first.getArrayItem(0).getKey("/Contents").getUTF8Value() == "Note 1");
    CHECK(first.getArrayItem(0).getKey("/F").getIntValue() == 4);
    auto second = read.page(1).getKey("/Annots");
    REQUIRE(second.getArrayNItems() == 1); // two lines, one annotation
    CHECK(second.getArrayItem(0).getKey("/QuadPoints").getArrayNItems() == 16);
    CHECK(second.getArrayItem(0).getKey("/A").getKey("/URI").getStringValue() == "https://example.org/w%C3%B6rter");
    auto names = read.root().getKey("/Names").getKey("/Dests").getKey("/Names");
    CHECK(names.getArrayNItems() == 4);
    CHECK(names.getArrayItem(0).getUTF8Value() == "note-1");
    auto outline = read.root().getKey("/Outlines");
    CHECK(outline.getKey("/Count").getIntValue() == 2);
    CHECK(outline.getKey("/First").getKey("/Title").getUTF8Value() == "The Storm");
    CHECK(outline.getKey("/First").getKey("/First").getKey("/Dest").getUTF8Value() == "note-1");
}

TEST_CASE("glyphs stand where the page list puts them") {
    auto list = empty_list(1);
    LineStyle style;
    style.size = Length::from_points(10.3);
    style.scale = 987'000;
    style.tracking = Length::from_points(0.13);
    style.extra_word_space = Length::from_points(0.777);
    style.font = page::FontId{1}; // AV, To: kerned
    add_line(list, 0, Length::from_points(40.1234), Length::points(100),
             "AVATAR To Wave, Toward a long line: that the pen is followed.", style);
    style.font = page::FontId{0};
    auto const end = Length::from_points(40.1234) + std::get<page::GlyphRun>(list.pages[0].items[0].kind).width;
    add_line(list, 0, end, Length::points(100), " And on.", style);
    auto& raised = std::get<page::GlyphRun>(list.pages[0].items[1].kind).glyphs.back();
    raised.y = 65536 * 2;
    ReadBack read(write(list, Edition::Kind::x4));
    auto const drawn = drawn_glyphs(read, 0);
    std::size_t index = 0;
    double worst = 0;
    for (auto const& item : list.pages[0].items) {
        auto const& run = std::get<page::GlyphRun>(item.kind);
        for (auto const& glyph : run.glyphs) {
            auto const x = item.at.x.in_points() + glyph.x / 65536.0 + list.bleed.in_points();
            worst = std::max(worst, std::abs(drawn.at(index++).x - x));
        }
    }
    CHECK(index == drawn.size());
    CHECK(worst < 0.0065); // half a thousandth of an em and the rounding of the line's start
    CHECK(drawn.back().y - drawn.front().y == Approx(2).margin(0.001));
    // One Tm for the line, though it has two fonts.
    auto const content = read.content(0);
    CHECK(content.find(" Tm", content.find(" Tm") + 1) == std::string::npos);
}

TEST_CASE("the same pages give the same bytes at any number of threads") {
    auto const list = dense_pages(40);
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a, Edition::Kind::screen}) {
        auto const once = write(list, kind, 1);
        CHECK(once == write(list, kind, 4));
        CHECK(once == write(list, kind, 2));
    }
}

TEST_CASE("a file says PDF/X only with a press condition") {
    Pool pool(1);
    Edition edition;
    edition.intent.profile = std::make_shared<Bytes const>(press_profile());
    edition.intent.identifier = "TEST";
    edition.intent.description = "A press of the tests";
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a}) {
        edition.kind = kind;
        auto bytes = write_pdf(small_issue(), edition, pool);
        REQUIRE(bytes);
        write_file(kind == Edition::Kind::x4 ? "intent-x4.pdf" : "intent-x1a.pdf", *bytes);
        ReadBack read(std::move(*bytes));
        auto intent = read.root().getKey("/OutputIntents").getArrayItem(0);
        CHECK(intent.getKey("/S").getName() == "/GTS_PDFX");
        CHECK(intent.getKey("/OutputConditionIdentifier").getUTF8Value() == "TEST");
        CHECK(intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue() == 4);
        auto info = read.file().getTrailer().getKey("/Info");
        bool const in_info = info.hasKey("/GTS_PDFXVersion");
        bool const in_xmp = read.stream(read.root().getKey("/Metadata")).find(">PDF/X-4<") != std::string::npos;
        CHECK(in_info == (kind == Edition::Kind::x1a));
        CHECK(in_xmp == (kind == Edition::Kind::x4));
    }
}

TEST_CASE("nothing but pages can be written") {
    Pool pool(1);
    auto const result = write_pdf(page::PageList{}, Edition{}, pool);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::contents_empty);
}

TEST_CASE("other programs read the files") {
    int status = 0;
    for (auto const& [kind, file] :
         {std::pair{Edition::Kind::x4, "issue-x4.pdf"}, std::pair{Edition::Kind::x1a, "issue-x1a.pdf"},
          std::pair{Edition::Kind::screen, "issue-screen.pdf"}}) {
        auto const path = write_file(file, write(small_issue(), kind));
        if (has_tool("qpdf")) {
            auto const report = output_of("qpdf --check '" + path + "'", status);
            INFO(report);
            CHECK(status == 0);
            CHECK(report.find("WARNING") == std::string::npos);
        }
        if (has_tool("pdftotext")) {
            auto const text = output_of("pdftotext -raw '" + path + "' -", status);
            INFO(text);
            CHECK(status == 0);
            CHECK(text.find("The officer found the offi") != std::string::npos); // ligatures extract as letters
            CHECK(text.find("cial difficult: he swore it was a comet.") != std::string::npos);
            CHECK(text.find("Biela\u2019s, lost since 1852.") != std::string::npos);
            CHECK(text.find("\u0421\u043b\u043e\u0432\u043e") != std::string::npos);
        }
        if (has_tool("pdfinfo") && kind == Edition::Kind::screen) {
            auto const tree = output_of("pdfinfo -struct-text '" + path + "'", status);
            INFO(tree);
            CHECK(tree.find("\"Nobody believed a word of it.\"") != std::string::npos);
            CHECK(tree.find("rror") == std::string::npos);
        }
    }
    SUCCEED("tools that are not here are not asked");
}

TEST_CASE("800 dense pages", "[.benchmark]") {
    auto const list = dense_pages(800);
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::screen}) {
        for (std::size_t const threads : {1U, 2U}) {
            auto const cpu = std::clock();
            auto const start = std::chrono::steady_clock::now();
            auto const bytes = write(list, kind, threads);
            std::cout << (kind == Edition::Kind::x4 ? "x4 " : "screen ") << threads
                      << " threads: " << static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC << " s CPU, "
                      << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s, "
                      << bytes.size() << " bytes\n";
            write_file(kind == Edition::Kind::x4 ? "dense-x4.pdf" : "dense-screen.pdf", bytes);
        }
    }
}
