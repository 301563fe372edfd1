#include "support.hpp"

#include "text/font_state.hpp"
#include "text/pieces.hpp"

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

Pieces pieces_of(ParagraphText const& text, Diagnostics& diagnostics) {
    return make_pieces(text, {}, book().state(), book(), diagnostics);
}

std::vector<std::string> words_with_fonts(ParagraphText const& text) {
    Diagnostics diagnostics;
    Pieces const pieces = pieces_of(text, diagnostics);
    REQUIRE(diagnostics.all().empty());
    std::vector<std::string> words;
    for (Piece const& piece : pieces.pieces)
        if (piece.kind == PieceKind::word)
            words.push_back(std::string(piece.word->text) + " " + piece.word->context->face->file().name);
    return words;
}

} // namespace

TEST_CASE("a paragraph parts into words and spaces of one script and face") {
    REQUIRE(words_with_fonts(one_run("Логос, λόγος and word.")) ==
            std::vector<std::string>{"Логос, Vollkorn-Regular", "λόγος Vollkorn-Regular", "and Vollkorn-Regular",
                                     "word. Vollkorn-Regular"});
    // Another script inside a word parts it.
    REQUIRE(words_with_fonts(one_run("proто")).size() == 2);
}

TEST_CASE("a face that lacks ordinary letters of a run gives up the run's words of that script") {
    Setting const bold{"EB Garamond", "de", Length::points(10), 700};
    REQUIRE(words_with_fonts(one_run("Das schöne Wort", bold)) ==
            std::vector<std::string>{"Das LinLibertineOB", "schöne LinLibertineOB", "Wort LinLibertineOB"});
    REQUIRE(words_with_fonts(one_run("Das Wort", bold)) ==
            std::vector<std::string>{"Das EBGaramond12-Bold", "Wort EBGaramond12-Bold"});
    // Polytonic Greek stands in one face, the Latin beside it stays.
    REQUIRE(words_with_fonts(one_run("the ὁ λόγος", {"text", "el"})) ==
            std::vector<std::string>{"the Vollkorn-Regular", "ὁ LinLibertineO", "λόγος LinLibertineO"});
}

TEST_CASE("a word with a rare letter goes to the fallback whole, and alone") {
    auto const words = words_with_fonts(one_run("the ŋǃẖoba word", {"Inter"}));
    REQUIRE(words.front() == "the Inter-Regular");
    REQUIRE(words.back() == "word Inter-Regular");
}

TEST_CASE("a word that no face has whole is parted by letters") {
    // Polytonic Greek and a chess piece.
    auto const words = words_with_fonts(one_run("ᾳ♘", {"text", "el"}));
    REQUIRE(words.size() >= 1);
    REQUIRE(words[0].find("Vollkorn") == std::string::npos);
}

TEST_CASE("marks stay with their letter") {
    // COMBINING GRAVE on a Cyrillic letter, as in dictionaries: one piece, one cluster.
    ParagraphText const text = one_run("приме\u0301р", {"text", "ru"});
    Diagnostics diagnostics;
    Pieces const pieces = pieces_of(text, diagnostics);
    REQUIRE(diagnostics.all().empty());
    REQUIRE(pieces.pieces.size() == 1);
    for (ShapedGlyph const& glyph : pieces.pieces[0].word->glyphs) REQUIRE(glyph.cluster != 10); // the mark's own byte
}

TEST_CASE("a character that no font has is an error with its place, name and package") {
    SourceMap sources;
    FileId const file = sources.add("storm.md", "first line\nand a \U00013080 sign\n");
    ParagraphText text = one_run("and a \U00013080 sign");
    text.runs[0].source = {file, 11, 27};
    text.runs[0].source_literal = true;
    Diagnostics diagnostics;
    (void)break_paragraph(text, column(60), {}, book(), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    Diagnostic const& found = diagnostics.all().front();
    REQUIRE(found.code == Code::glyph_missing);
    REQUIRE(found.severity == Severity::error);
    REQUIRE(found.message.find("U+13080") != std::string::npos);
    REQUIRE(found.message.find("\U00013080") != std::string::npos);
    REQUIRE(found.hints.size() == 1);
    REQUIRE(found.hints.front().find("fonts-noto-core") != std::string::npos);
    REQUIRE(sources.locate(found.span) == Location{"storm.md", 2, 7});
}

TEST_CASE("characters without a glyph of their own need none") {
    Diagnostics diagnostics;
    Pieces const pieces = pieces_of(one_run("so\u00ADft\u200B and\u2060 joined\uFEFF, thin\u202Fspace"), diagnostics);
    REQUIRE(diagnostics.all().empty());
    REQUIRE(pieces.pieces[0].word->text == "soft");
}

TEST_CASE("the same word is shaped once") {
    Diagnostics diagnostics;
    Pieces const a = pieces_of(one_run("evenness"), diagnostics);
    Pieces const b = pieces_of(one_run("evenness", {"text", "en", Length::points(14)}), diagnostics);
    REQUIRE(a.pieces[0].word == b.pieces[0].word); // one entry for all sizes
    Pieces const c = pieces_of(one_run("evenness", {"text", "en", Length::points(10), 700}), diagnostics);
    REQUIRE(a.pieces[0].word != c.pieces[0].word);
}

TEST_CASE("capitals: from the face, or as they are, and told") {
    auto const first_glyph = [](Setting const& setting) {
        Diagnostics diagnostics;
        Pieces const pieces = pieces_of(one_run("small", setting), diagnostics);
        return pieces.pieces[0].word->glyphs[0].id;
    };
    Setting plain, small, none;
    small.capitals = style::Capitals::small;
    REQUIRE(first_glyph(plain) != first_glyph(small));
    FontBook const fresh = load_book(); // its own record of refusals
    none.family = "Inter";
    Setting refused = none;
    refused.capitals = style::Capitals::small;
    Diagnostics diagnostics;
    Pieces const pieces = make_pieces(one_run("small", refused), {}, fresh.state(), fresh, diagnostics);
    REQUIRE(pieces.pieces[0].word->glyphs[0].id == first_glyph(none));
    REQUIRE(fresh.problems().all().size() == 1);
    REQUIRE(fresh.problems().all().front().severity == Severity::advice);
    REQUIRE(diagnostics.all().empty());
}

TEST_CASE("upper case follows the language") {
    auto const upper = [](std::string const& words, std::string const& language) {
        Setting setting;
        setting.capitals = style::Capitals::upper;
        setting.language = language;
        Diagnostics diagnostics;
        return std::string(pieces_of(one_run(words, setting), diagnostics).pieces[0].word->text);
    };
    REQUIRE(upper("iris", "en") == "IRIS");
    REQUIRE(upper("iris", "tr") == "İRİS");
    REQUIRE(upper("straße", "de") == "STRASSE");
}

TEST_CASE("figures are old-style, lining or tabular") {
    auto const width = [](style::Figures figures, std::string const& digits) {
        Setting setting;
        setting.figures = figures;
        return natural_width(one_run(digits, setting), book(), *std::make_unique<Diagnostics>());
    };
    REQUIRE(width(style::Figures::tabular, "1111") == width(style::Figures::tabular, "8888"));
    REQUIRE(width(style::Figures::lining, "1111") < width(style::Figures::lining, "8888"));
    REQUIRE(width(style::Figures::oldstyle, "1234") != width(style::Figures::lining, "1234"));
}

TEST_CASE("risen figures come from the font, or smaller and raised") {
    ParagraphText text = one_run("word");
    add_run(text, "12", {});
    text.runs[1].style.rise = Rise::superior;
    Paragraph const vollkorn = broken(text, column(60));
    SetLine const line = vollkorn.set_line(0, 0);
    REQUIRE(line.pieces.size() == 2);
    REQUIRE(line.pieces[1].run.text == "12");
    Length const mark = line.pieces[1].run.size;
    bool const own = mark == Length::points(10);
    REQUIRE((own || line.pieces[1].run.glyphs[0].y > 0));
    for (auto& run : text.runs) run.style.face.family = "Linux Libertine"; // has sups
    SetLine const true_figures = broken(text, column(60)).set_line(0, 0);
    REQUIRE(true_figures.pieces[1].run.size == Length::points(10));
    REQUIRE(true_figures.pieces[1].run.glyphs[0].y == 0);
}
