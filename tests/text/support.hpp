#pragma once
// A font book from the project's table and short ways to make paragraphs, for the tests of `text`.

#include "text/paragraph.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace quoin::text::tests {

inline FileSystem const& disk() {
    static DiskFileSystem const files;
    return files;
}

inline std::string font_table_path() { return std::string(QUOIN_SOURCE_DIR) + "/fonts/fonts.toml"; }

inline FontBook load_book() {
    SourceMap sources;
    Diagnostics diagnostics;
    FontBookRequest request;
    request.table = font_table_path();
    auto book = FontBook::load(request, disk(), sources, diagnostics);
    REQUIRE(book.has_value());
    REQUIRE(diagnostics.all().empty());
    return std::move(*book);
}

/// One book for all tests: what it keeps are caches.
inline FontBook const& book() {
    static FontBook const shared = load_book();
    return shared;
}

struct Setting {
    std::string family = "text";
    std::string language = "en";
    Length size = Length::points(10);
    int weight = 400;
    bool italic = false;
    style::Capitals capitals = style::Capitals::none;
    style::Figures figures = style::Figures::oldstyle;
};

inline CharacterStyle style_of(Setting const& setting) {
    CharacterStyle style;
    style.face = {setting.family, setting.weight, setting.italic};
    style.size = setting.size;
    style.capitals = setting.capitals;
    style.figures = setting.figures;
    return style;
}

inline void add_run(ParagraphText& text, std::string const& words, Setting const& setting) {
    Run run;
    run.begin = static_cast<std::uint32_t>(text.text.size());
    text.text += words;
    run.end = static_cast<std::uint32_t>(text.text.size());
    run.style = style_of(setting);
    run.language = setting.language;
    text.runs.push_back(run);
}

inline ParagraphText one_run(std::string const& words, Setting const& setting = {}) {
    ParagraphText text;
    add_run(text, words, setting);
    return text;
}

inline ParagraphShape column(double millimetres) {
    ParagraphShape shape;
    shape.measure = Length::from_millimetres(millimetres);
    return shape;
}

inline Paragraph broken(ParagraphText text, ParagraphShape const& shape, style::LineBreaking const& rules = {}) {
    Diagnostics diagnostics;
    return break_paragraph(std::move(text), shape, rules, book(), diagnostics);
}

/// The words of a set line as they stand on the page, hyphens of the line breaker as U+00AD.
inline std::string words_of(SetLine const& line) {
    std::string words;
    for (LinePiece const& piece : line.pieces) words += piece.run.text;
    return words;
}

inline std::string line_text(Paragraph const& paragraph, std::size_t line) {
    auto const& info = paragraph.variants()[paragraph.best()].lines[line];
    return paragraph.text().text.substr(info.begin, info.end - info.begin);
}

/// A plain text of about 200 words, written for these tests.
inline std::string sample_text() {
    return "A compositor sets a line by hand and reads it backwards, letter after letter, until the stick is nearly "
           "full. Then "
           "comes the decision on which the evenness of the whole page depends: whether the next word still fits when "
           "every space "
           "is thinned a little, or whether the line must be driven out with thicker spaces, or whether the word may "
           "be divided "
           "and carried over. A good workman looks ahead. He knows that a generous line here will force a crowded one "
           "there, and "
           "that three divisions in a row look like a ladder against the edge of the column. The machine that replaced "
           "him looked "
           "at one line alone and decided at once, which is why newspapers were full of rivers and holes. Only when "
           "the whole "
           "paragraph is considered together, every possible division weighed against every other, does the page "
           "become quiet "
           "again. The reader never notices; he merely reads on without effort, and that is the compositor's reward.";
}

} // namespace quoin::text::tests
