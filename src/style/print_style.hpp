#pragma once
// Everything the page layout asks of a layout file: [print] and below. Plain data with defaults; no TOML here.
// A field's comment is the documentation of its key; keys are the field names with '-' for '_'.

#include "base/length.hpp"
#include "style/type_style.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::style {

struct PageGeometry { // [print.page]
    Length width = Length::from_millimetres(210), height = Length::from_millimetres(297);
    Length inner = Length::from_millimetres(18), outer = Length::from_millimetres(16);
    Length head = Length::from_millimetres(22), foot = Length::from_millimetres(24);
    Length bleed = Length::from_millimetres(3);
    int columns = 2;
    Length gutter = Length::from_millimetres(6);
    Length grid = Length::points(13); // body leading: all heights are multiples of it
    Length least_grid;                // what the grid may become for the sake of a page count; zero = it stays
    Length most_grid;                 // the same, wider
    std::string binding = "perfect";  // perfect | saddle | none
};

enum class ArticleStart { recto, page, run_on }; // run_on: below the end of the last one when enough is left
enum class OpeningStyle {
    journal,
    chapter,
    plain
}; // journal: across the columns; chapter: book chapter; plain: title in the column

struct Opening { // [print.opening]
    OpeningStyle style = OpeningStyle::journal;
    ArticleStart start = ArticleStart::page;
    int lines = 12;             // least depth in grid lines (journal), or lines of white above (chapter)
    double run_on_share = 0.33; // least share of the page left for run_on
    int title_lines = 4;        // more is a finding
    bool rule = true;           // hairline above the columns
    int initial_lines = 0;      // 0 none; 2, 3: a drop initial
    bool small_caps_first_words = false;
    bool balance_last_page = true;
    bool side_by_side = false; // as many short articles as there are columns stand beside each other
};

enum class NotePlace { column, page, article, book };
enum class NoteNumbering { article, book };

struct Notes { // [print.notes]
    NotePlace place = NotePlace::column;
    NoteNumbering numbering = NoteNumbering::article;
    double rule_share = 0.333; // of the measure
    Length rule_thickness = Length::from_points(0.25);
    Length space_above = Length::points(4); // least white above the rule
    Length hang = Length::points(10);       // hanging indent behind the figure; 0 = flush
    int least_rows = 2;                     // of a split note on each side
    std::string heading = "";               // for end notes; "" = by language
};

struct Inserts { // [print.inserts]
    std::string ground_ink = "accent";
    int ground_tint = 70; // per mille; 0 = no ground
    Length rule_thickness = Length::points(2);
    std::string rule_ink = "accent";
    Length padding = Length::points(7);
    bool full_page_allowed = true;
    std::string default_size = "column";
    double stretch =
        0.15; // of its height, that an insert may be taller where a column or page would not be full; 0 = none
};

struct RunningHeads { // [print.running-heads]
    std::string verso =
        "{publication} {issue}"; // fields: {publication} {issue} {article} {chapter} {part} {author} {heading}
    std::string recto = "{article}";
    bool rule = false;
    bool folio_in_foot = true;                          // else in the running head's outer end
    Length head_distance = Length::from_millimetres(7); // running head's baseline above the text block
    Length foot_distance = Length::from_millimetres(9); // folio's baseline below the text block
    bool on_openings = false;
    bool folio_on_openings = true;
};

struct Contents { // [print.contents]
    bool show = true;
    std::string title = ""; // "" = by language
    bool leaders = true;
    int depth = 1; // 1 articles, 2 headings too
    bool subtitles = true, bylines = true;
    bool departments = true;
};

struct Index {                 // [print.index]
    std::string show = "auto"; // auto (in books whose text has index entries) | always (wherever it has) | never
    std::string title = "";    // "" = by language
};

struct Matter { // [print.matter]
    bool half_title = false, title_page = false, copyright_page = false;
    bool roman_front = false; // roman folios before the first chapter
    bool parts_on_recto = true;
    std::string imprint_place = "contents"; // contents (below the contents list) | last (own last page) | copyright
};

struct PageCount { // print.pages = "multiple of 4" | 24 | absent
    int multiple = 1;
    int exact = 0;
};

/// A weight in columns of six, nine and twelve words a line; between them in proportion.
struct ByMeasure {
    int narrow = 0, middle = 0, wide = 0;
};

struct LineWeights { // units of the line search's cost function, TYPESETTING.md 2.4
    ByMeasure hyphen_penalty{50, 60, 70};
    ByMeasure badness{80, 80, 90};
    ByMeasure contrast{40, 40, 40};
};

struct LineBreaking {                            // [print.lines]
    int space_stretch = 500, space_shrink = 330; // per mille of the natural space
    int scale_stretch = 20, scale_shrink = 15;   // per mille of glyph width
    int tracking = 8;                            // per mille of an em, both ways
    int letters_lead = 1500;                     // by how much sooner letters give way than spaces, per mille
    int space_width = 0;                         // natural space in 1/1000 em; 0 = the font's own
    LineWeights weights;
    std::map<std::string, LineWeights> language_weights;
    int stacked_words = 60; // a word below itself at a margin
    int rivers = 16;        // a gap below a gap, for each natural space of overlap
    bool protrusion = true;
    std::map<std::string, std::pair<int, int>> hyphen_minima; // by language: letters kept before, after
};

/// What a page may have before it is told; below zero (for lines: 0) there is no limit.
struct QualityLimits {       // [print.limits]
    double loosest_line = 0; // word space of a line over the natural one
    int hyphens_in_a_row = -1;
    int lines_short = -1; // at the feet of a page's columns
    int split_notes = -1;
};

struct Print {
    PageGeometry page;
    TypeTable type;
    Opening opening;
    Notes notes;
    Inserts inserts;
    RunningHeads running_heads;
    Contents contents;
    Index index;
    Matter matter;
    PageCount pages;
    LineBreaking lines;
    QualityLimits limits;
    std::string interior = "cmyk";   // gray | cmyk | gray+spot
    std::string paper = "offset-90"; // key of [papers]
};

} // namespace quoin::style
