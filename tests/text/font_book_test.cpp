#include "support.hpp"

#include "base/utf8.hpp"

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

std::string file_for(FaceQuery const& query, char32_t character) {
    auto const id = book().find_for(query, character);
    return id ? book().file(*id).name : std::string{};
}

} // namespace

TEST_CASE("roles lead to families and weights to the nearest face") {
    REQUIRE(book().family("text") == "Vollkorn");
    REQUIRE(book().file(*book().find({"text", 400, false})).name == "Vollkorn-Regular");
    REQUIRE(book().file(*book().find({"text", 650, true})).name == "Vollkorn-BoldItalic");
    REQUIRE(book().file(*book().find({"EB Garamond", 400, true})).name == "EBGaramond12-Italic");
    REQUIRE(book().file(*book().find({"Inter", 600, false})).units_per_em == 2816);
}

TEST_CASE("every style has Latin, Greek and Cyrillic, in a true style") {
    for (char const* family : {"Vollkorn", "Linux Libertine", "EB Garamond", "Gentium Plus", "Inter", "Noto Serif"})
        for (int const weight : {400, 700})
            for (bool const italic : {false, true})
                for (char32_t const c : {U'ö', U'ł', U'Ж', U'ї', U'λ', U'ß', U'“', U'—'}) {
                    INFO(family << ' ' << weight << ' ' << italic << ' ' << code_point_name(c));
                    auto const id = book().find_for({family, weight, italic}, c);
                    REQUIRE(id);
                    std::string const name = book().file(*id).name;
                    bool const slanted =
                        name.find("Ital") != std::string::npos || name == "LinLibertineOI" || name == "LinLibertineOBI";
                    REQUIRE(slanted == italic);
                }
}

TEST_CASE("known holes of Debian's fonts are filled from the family named for the script") {
    REQUIRE(file_for({"EB Garamond", 700, false}, U'o') == "EBGaramond12-Bold");
    REQUIRE(file_for({"EB Garamond", 700, false}, U'ö') == "LinLibertineOB");
    REQUIRE(file_for({"EB Garamond", 700, false}, U'Ж') == "LinLibertineOB");
    REQUIRE(file_for({"Linux Libertine", 700, true}, U'Ж') == "Vollkorn-BoldItalic");
}

TEST_CASE("a font file in a user's folder wins by its name and by the family inside it") {
    auto const regular = disk().read("/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf");
    auto const gentium = disk().read("/usr/share/fonts/truetype/gentiumplus/GentiumPlus-Regular.ttf");
    auto const table = disk().read(font_table_path());
    REQUIRE((regular && gentium && table));
    MemoryFileSystem const files({{"table.toml", std::string(as_text(*table))},
                                  {"mine/Vollkorn-Regular.ttf", std::string(as_text(*gentium))},
                                  {"mine/some-name.TTF", std::string(as_text(*gentium))},
                                  {"mine/notes.txt", "no font"},
                                  {"mine/broken.otf", "no font either"}});
    SourceMap sources;
    Diagnostics diagnostics;
    FontBookRequest request;
    request.table = "table.toml";
    request.folders = {"mine"};
    request.roles = {{"text", "Gentium Plus"}};
    auto const own = FontBook::load(request, files, sources, diagnostics);
    REQUIRE(own);
    REQUIRE(diagnostics.all().empty());
    REQUIRE(own->family("text") == "Gentium Plus");
    REQUIRE(own->file(*own->find({"text", 400, false})).name == "GentiumPlus");
    REQUIRE(own->file(*own->find({"Vollkorn", 400, false})).name == "GentiumPlus"); // replaced by file name
    // Faces that are not there are told at the end, with their package, when somebody asked for them.
    REQUIRE(own->find({"Linux Libertine", 400, false}).has_value()); // something stands in
    auto const problems = own->problems();
    REQUIRE(problems.all().size() >= 1);
    REQUIRE(problems.all().front().code == Code::font_missing);
    bool named = false;
    for (auto const& problem : problems.all())
        for (auto const& hint : problem.hints) named = named || hint == "apt install fonts-linuxlibertine";
    REQUIRE(named);
}

TEST_CASE("a layout that names an unknown family is told") {
    SourceMap sources;
    Diagnostics diagnostics;
    FontBookRequest request;
    request.table = font_table_path();
    request.roles = {{"text", "Comic Neue"}};
    REQUIRE(FontBook::load(request, disk(), sources, diagnostics));
    REQUIRE(diagnostics.count(Severity::error) == 1);
    REQUIRE(diagnostics.all().front().code == Code::font_missing);
}

TEST_CASE("a broken table is a failure, a wrong name in it a diagnostic") {
    SourceMap sources;
    Diagnostics diagnostics;
    MemoryFileSystem const files(
        {{"bad.toml", "[[family]\nname = 3"}, {"wrong.toml", "[roles]\ntext = \"Nowhere\"\n"}});
    FontBookRequest request;
    request.table = "bad.toml";
    auto const bad = FontBook::load(request, files, sources, diagnostics);
    REQUIRE_FALSE(bad);
    REQUIRE(bad.error().code == Code::toml_malformed);
    request.table = "wrong.toml";
    REQUIRE(FontBook::load(request, files, sources, diagnostics));
    REQUIRE(diagnostics.count(Severity::error) == 1);
}

TEST_CASE("nothing is read before it is used") {
    FontBook const fresh = load_book();
    for (auto const& file : fresh.files()) REQUIRE(file.bytes == nullptr);
    (void)fresh.find({"text", 400, false});
    int read = 0;
    for (auto const& file : fresh.files()) read += file.bytes != nullptr ? 1 : 0;
    REQUIRE(read == 1);
}

TEST_CASE("heights come from the font") {
    auto const metrics = vertical_metrics(style_of({}), book());
    REQUIRE(metrics.x_height.in_points() == Approx(4.58).margin(0.1));
    REQUIRE(metrics.cap_height > metrics.x_height);
    REQUIRE(metrics.ascent > metrics.cap_height);
    REQUIRE(metrics.descent > Length::zero());
}
