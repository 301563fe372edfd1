#include "sample_book.hpp"

#include "epub/characters.hpp"
#include "epub/fonts.hpp"

#include <catch2/catch.hpp>
#include <hb-ot.h>

#include <memory>
#include <set>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

// Faces of fonts-vollkorn, which every layout needs; the program's table names them by the same paths.
std::shared_ptr<Bytes const> font(std::string const& name) {
    auto bytes = DiskFileSystem().read("/usr/share/fonts/truetype/vollkorn/" + name + ".ttf");
    INFO(name);
    REQUIRE(bytes);
    return std::make_shared<Bytes const>(std::move(*bytes));
}

std::set<char32_t> characters(Bytes const& bytes) {
    hb_blob_t* blob = hb_blob_create(reinterpret_cast<char const*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_set_t* set = hb_set_create();
    hb_face_collect_unicodes(face, set);
    std::set<char32_t> found;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(set, &c) != 0;) found.insert(c);
    hb_set_destroy(set);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return found;
}

epub::FaceFinder finder() {
    auto const regular = font("Vollkorn-Regular"), bold = font("Vollkorn-Bold");
    return [=](std::string const&, int weight, bool, char32_t character) -> std::optional<epub::Face> {
        if (character == U'☃') return std::nullopt;
        if (character > 0x3000) return epub::Face{"Other", weight, false, regular, 0};
        return epub::Face{"Vollkorn", weight, false, weight > 400 ? bold : regular, 0};
    };
}

} // namespace

TEST_CASE("each face holds what it sets and no more") {
    epub::CharacterUse use;
    for (char32_t const c : std::u32string(U"abc")) use[{"text", 400, false, false}].add(c);
    use[{"text", 600, false, false}].add(U'X');
    use[{"text", 700, false, false}].add(U'Y');
    Pool pool(1);
    Diagnostics diagnostics;
    epub::EmbeddedFonts const fonts = epub::embed_fonts(use, finder(), pool, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(fonts.files.size() == 2);
    CHECK(characters(fonts.files[0].bytes) == std::set<char32_t>{U' ', U'a', U'b', U'c', U'\u00a0'});
    CHECK(characters(fonts.files[1].bytes) == std::set<char32_t>{U' ', U'X', U'Y', U'\u00a0'});
    REQUIRE(fonts.rules.size() == 3); // one file serves two weights
    CHECK(fonts.rules[1].path == fonts.rules[2].path);
    CHECK(fonts.files[0].bytes.size() < 8000);
}

TEST_CASE("small capitals need the capitals too") {
    epub::CharacterUse use;
    use[{"text", 400, false, true}].add(U'ж');
    Pool pool(1);
    Diagnostics diagnostics;
    epub::EmbeddedFonts const fonts = epub::embed_fonts(use, finder(), pool, diagnostics);
    CHECK(characters(fonts.files.at(0).bytes).count(U'Ж') == 1);
}

TEST_CASE("capitals of small letters") {
    CHECK(epub::capital_of(U'z') == U'Z');
    CHECK(epub::capital_of(U'ü') == U'Ü');
    CHECK(epub::capital_of(U'ž') == U'Ž');
    CHECK(epub::capital_of(U'ś') == U'Ś');
    CHECK(epub::capital_of(U'ї') == U'Ї');
    CHECK(epub::capital_of(U'ω') == U'Ω');
    CHECK(epub::capital_of(U'A') == U'A');
    CHECK(epub::capital_of(U'5') == U'5');
}

TEST_CASE("a character that no font has is reported where it stands") {
    SampleBook book;
    book.find_face = finder();
    Span const place{FileId{0}, 10, 19};
    Article& article = book.article("snow", "Snow");
    article.body.push_back(block(Paragraph{{Inline{Text{"A ☃ man"}, place}}, {}}));
    auto const built = book.build();
    REQUIRE(built.diagnostics.all().size() == 1);
    CHECK(built.diagnostics.all()[0].code == quoin::Code::glyph_missing);
    CHECK(built.diagnostics.all()[0].span == Span{FileId{0}, 12, 15});
    std::string const& css = built.file("css/book.css");
    CHECK(count(css, R"(src: url("../fonts/vollkorn-400.ttf"))") == 1);
    CHECK(count(css, "font-family: \"Vollkorn\", serif") > 0);
}

TEST_CASE("without fonts the text is set in the reader's own") {
    SampleBook book;
    book.article("one", "One").body.push_back(paragraph("Text."));
    std::string const css = book.build().file("css/book.css");
    CHECK(count(css, "@font-face") == 0);
    CHECK(css.find("body { font-weight") != std::string::npos);
}

TEST_CASE("colours come in pairs or for a known ground, sizes are relative") {
    SampleBook book;
    book.article("one", "One");
    book.layout.epub.css_extra = "p.mine { margin: 0; }\n";
    std::string const css = book.build().file("css/book.css");
    CHECK(count(css, "!important") == 0);
    CHECK(count(css, "pt;") == 0);
    CHECK(count(css, "prefers-color-scheme: dark") == 1);
    CHECK(css.find("p.mine") > css.find("prefers-color-scheme"));
    CHECK(count(css, ".insert { background-color: #") == 2);
}
