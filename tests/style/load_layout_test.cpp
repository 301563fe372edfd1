// Layout files: what they inherit, what they say, and what is told of mistakes in them.

#include "style/layout_files.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace quoin::style::test {

using Findings = std::vector<std::string>;

TEST_CASE("a layout without a word has the defaults of the structs") {
    Loaded const loaded = load_lines("");
    REQUIRE(loaded.layout);
    CHECK(loaded.findings().empty() == false); // "accent" is an ink of the defaults, and no palette names it
    CHECK(loaded.layout->print.page.columns == 2);
    CHECK(loaded.layout->print.page.width == Length::from_millimetres(210));
}

namespace {

char const* const accent = "[palette]\naccent = { cmyk = [0, 88, 72, 8] }\n";

std::map<std::string, std::string> family_of_layouts() {
    return {{"layouts/base.toml", std::string(accent) + "[print.page]\nwidth = \"210mm\"\ncolumns = 2\n"},
            {"layouts/parent.toml", "[print.page]\nwidth = \"148mm\"\n[print.type.body]\nsize = \"10pt\"\n"},
            {"layouts/child.toml", "extends = \"parent\"\n[print.type]\nbody.leading = \"13.5pt\"\n"}};
}

} // namespace

TEST_CASE("a layout inherits through what it extends down to base") {
    Loaded const loaded = load(family_of_layouts(), "child");
    REQUIRE(loaded.layout);
    CHECK(loaded.findings() == Findings{});
    Print const& print = loaded.layout->print;
    CHECK(print.page.width == Length::from_millimetres(148));
    CHECK(print.page.columns == 2);
    CHECK(print.type[TypeRole::body].size == Length::points(10));
    CHECK(print.type[TypeRole::body].leading == Length::from_points(13.5));
    CHECK(loaded.layout->name == "child");
}

TEST_CASE("a layout that extends nothing extends base") {
    Loaded const loaded = load(family_of_layouts(), "parent");
    REQUIRE(loaded.layout);
    CHECK(loaded.layout->print.page.columns == 2);
}

TEST_CASE("a publication's own layout file is found in its folder and may extend a layout") {
    auto files = family_of_layouts();
    files["publication/design/own.toml"] = "extends = \"parent\"\n[print.page]\ncolumns = 1\n";
    Loaded const loaded = load(std::move(files), "design/own.toml");
    REQUIRE(loaded.layout);
    CHECK(loaded.findings() == Findings{});
    CHECK(loaded.layout->print.page.columns == 1);
    CHECK(loaded.layout->print.page.width == Length::from_millimetres(148));
}

TEST_CASE("a layout outside of the publication is not read") {
    for (char const* const name : {"../own.toml", "/etc/own.toml", "../secret"}) {
        CAPTURE(name);
        Loaded const loaded = load({{"own.toml", ""}, {"/etc/own.toml", ""}, {"secret.toml", ""}}, name);
        REQUIRE_FALSE(loaded.layout);
        CHECK(loaded.layout.error().code == Code::file_outside);
    }
}

TEST_CASE("a layout that is not there is named with those that are") {
    Loaded const loaded = load(family_of_layouts(), "chlid");
    REQUIRE_FALSE(loaded.layout);
    CHECK(loaded.layout.error().code == Code::layout_unknown);
    CHECK(loaded.layout.error().hints ==
          Findings{"did you mean \"child\"?", "the layouts that are there: child, parent"});
}

TEST_CASE("a parent that is not there is told where its name is written") {
    Loaded const loaded = load({{"layouts/own.toml", "description = \"x\"\nextends = \"parnet\"\n"}}, "own");
    REQUIRE_FALSE(loaded.layout);
    CHECK(loaded.layout.error().code == Code::layout_unknown);
    CHECK(loaded.sources.locate(loaded.layout.error().span) == Location{"layouts/own.toml", 2, 11});
}

TEST_CASE("layouts that extend each other in a circle are an error") {
    Loaded const loaded = load({{"layouts/a.toml", "extends = \"b\"\n"}, {"layouts/b.toml", "extends = \"a\"\n"}}, "a");
    REQUIRE_FALSE(loaded.layout);
    CHECK(loaded.layout.error().code == Code::value_invalid);
}

TEST_CASE("a layout that is no UTF-8 or no TOML is an error") {
    Loaded const bytes = load_lines("description = \"\xFF\"\n");
    REQUIRE_FALSE(bytes.layout);
    CHECK(bytes.layout.error().code == Code::utf8_invalid);
    Loaded const syntax = load({{"layouts/base.toml", accent}, {"layouts/own.toml", "[print\npages = 4\n"}}, "own");
    REQUIRE(syntax.diagnostics.all().size() == 1);
    CHECK(syntax.diagnostics.all()[0].code == Code::toml_malformed);
    CHECK(syntax.sources.locate(syntax.diagnostics.all()[0].span).line == 1);
}

TEST_CASE("an unknown key is told with the nearest one and its place") {
    Loaded const loaded = load(
        {{"layouts/base.toml", accent}, {"layouts/own.toml", "[print.page]\n  colums = 2\ngrid = \"13pt\"\n"}}, "own");
    REQUIRE(loaded.layout);
    CHECK(loaded.findings() == Findings{"key-unknown layouts/own.toml:2:3"});
    CHECK(loaded.diagnostics.all()[0].hints == Findings{"did you mean \"print.page.columns\"?"});
}

TEST_CASE("a publication's [style] changes single keys") {
    Loaded const loaded =
        load(family_of_layouts(), "child",
             {{"print.pages", "\"multiple of 4\"", {}}, {"print.page", "{ columns = 3, gutter = \"5mm\" }", {}}});
    REQUIRE(loaded.layout);
    CHECK(loaded.findings() == Findings{});
    CHECK(loaded.layout->print.pages.multiple == 4);
    CHECK(loaded.layout->print.page.columns == 3);
    CHECK(loaded.layout->print.page.gutter == Length::from_millimetres(5));
}

TEST_CASE("mistakes in [style] are told at their place in the manifest") {
    SourceMap sources;
    FileId const manifest = sources.add("publication.toml", "[style]\nprint.pages = 0\nprint.pagse = 4\n");
    std::map<std::string, std::string> const only_base{{"layouts/base.toml", accent}};
    MemoryFileSystem const files(only_base);
    Diagnostics diagnostics;
    auto const layout =
        load_layout({"base",
                     "layouts",
                     "publication",
                     {{"print.pages", "0", {manifest, 22, 23}}, {"print.pagse", "4", {manifest, 24, 35}}},
                     {}},
                    files, sources, diagnostics);
    REQUIRE(layout);
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].code == Code::value_invalid);
    CHECK(sources.locate(diagnostics.all()[0].span) == Location{"publication.toml", 2, 15});
    CHECK(diagnostics.all()[1].code == Code::key_unknown);
    CHECK(sources.locate(diagnostics.all()[1].span) == Location{"publication.toml", 3, 1});
    CHECK(diagnostics.all()[1].hints == Findings{"did you mean \"print.pages\"?"});
}

TEST_CASE("the style sheet of an EPUB lies beside the layout") {
    std::string const line = "[epub]\nstylesheet = \"own.css\"\n";
    Loaded const found = load(
        {{"layouts/base.toml", accent}, {"layouts/own.toml", line}, {"layouts/own.css", "p { margin: 0 }"}}, "own");
    CHECK(found.findings() == Findings{});
    CHECK(found.layout->epub.css_extra == "p { margin: 0 }");
    Loaded const missing = load({{"layouts/base.toml", accent}, {"layouts/own.toml", line}}, "own");
    CHECK(missing.findings() == Findings{"file-missing layouts/own.toml:2:14"});
    Loaded const outside =
        load({{"layouts/base.toml", accent}, {"layouts/own.toml", "[epub]\nstylesheet = \"/etc/passwd\"\n"}}, "own");
    CHECK(outside.findings() == Findings{"file-outside layouts/own.toml:2:14"});
}

TEST_CASE("explain says for each value where it comes from") {
    Loaded const loaded = load(family_of_layouts(), "child");
    REQUIRE(loaded.layout);
    CHECK(explain(*loaded.layout, loaded.sources) == "palette.accent.cmyk = [0, 88, 72, 8]  layouts/base.toml:2:19\n"
                                                     "print.page.columns = 2  layouts/base.toml:5:11\n"
                                                     "print.page.width = 148mm  layouts/parent.toml:2:9\n"
                                                     "print.type.body.leading = 13.5pt  layouts/child.toml:3:16\n"
                                                     "print.type.body.size = 10pt  layouts/parent.toml:4:8\n");
}

TEST_CASE("the layouts of a folder are listed without base") {
    MemoryFileSystem const files(family_of_layouts());
    CHECK(list_layouts("layouts", files) == Findings{"child", "parent"});
}

TEST_CASE("each layout that is shipped loads without a word") {
    DiskFileSystem const files;
    std::string const folder = QUOIN_SOURCE_DIR "/layouts";
    std::vector<std::string> names = list_layouts(folder, files);
    CHECK(names.size() >= 5);
    names.insert(names.begin(), "base");
    for (std::string const& name : names) {
        CAPTURE(name);
        SourceMap sources;
        Diagnostics diagnostics;
        auto const layout = load_layout({name, folder, ".", {}, {}}, files, sources, diagnostics);
        REQUIRE(layout);
        CHECK(diagnostics.all().empty());
        CHECK(layout->origins.count("description") == 1);
        bool const has_paper = std::any_of(layout->papers.begin(), layout->papers.end(),
                                           [&](Paper const& paper) { return paper.name == layout->print.paper; });
        CHECK(has_paper);
        auto const table = files.read(QUOIN_SOURCE_DIR "/fonts/fonts.toml");
        REQUIRE(table);
        for (auto const& [role, family] : layout->fonts) {
            CAPTURE(family);
            CHECK(as_text(*table).find("\"" + family + "\"") != std::string_view::npos);
        }
    }
}

} // namespace quoin::style::test
