#pragma once
// A paragraph's text with its styles goes in; lines come out: shaped once, broken by total fit, in several lengths.
// Cost functions and search: TYPESETTING.md section 2 (Knuth & Plass 1981 with fitness classes, hyphen runs, line counts).

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "base/span.hpp"
#include "page/page_list.hpp"
#include "style/print_style.hpp"
#include "text/font_book.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quoin::text {

enum class Rise : std::uint8_t { none, superior, inferior };

/// How a run of characters looks. Two equal styles may share shaped words.
struct CharacterStyle {
    FaceQuery face;
    Length size = Length::points(10);
    int tracking = 0; // 1/1000 em
    style::Capitals capitals = style::Capitals::none;
    style::Figures figures = style::Figures::oldstyle;
    Rise rise = Rise::
        none; // the font's own sups/subs where it has them for all of the run's characters, else smaller and raised
    page::InkUse ink;
    bool operator==(CharacterStyle const&) const = default;
};

/// Runs cover the text without gaps, in order.
struct Run {
    std::uint32_t begin = 0, end = 0; // bytes of ParagraphText::text
    CharacterStyle style;
    std::string language; // BCP 47, never empty
    page::TagId tag = page::TagId::artifact;
    std::uint32_t link = 0;      // 0 = none; else a number that the caller gives a meaning
    Span source;                 // where the run's text stands in the source
    bool source_literal = false; // source bytes = text bytes, so offsets carry over
    bool address = false;        // a URL: its own break table, no hyphens
    bool may_hyphenate = true;
    bool strike = false;
};

/// Things at places of the text that take no width: notes called, anchors, page-reference boxes.
struct Mark {
    enum class Kind : std::uint8_t { note, anchor } kind = Kind::note;
    std::uint32_t offset = 0; // the mark's glyphs (if any) begin here
    std::uint32_t value = 0;  // model::NoteId or index of an anchor, as the caller gives it
};

/// U+FFFC in the text stands for an inline picture.
struct InlineObject {
    std::uint32_t offset = 0;
    Length width, height; // stands on the baseline
    page::ImageId image{};
};

struct ParagraphText {
    std::string text; // line breaks that are forced: "\n"
    std::vector<Run> runs;
    std::vector<Mark> marks;
    std::vector<InlineObject> objects;
};

struct ParagraphShape {
    Length measure;
    Length first_indent; // of the first line
    Length hang;         // of all other lines (verse turn-overs, hanging numbers)
    int short_lines = 0; // the first n lines are shorter by `short_by` at their start (drop initial)
    Length short_by;
    style::TextAlign align = style::TextAlign::justify;
    bool hyphenate = true;
    bool balance_rag = false;            // display type: even lines, no one-word last line, breaks by sense
    bool want_variants = true;           // false: the best length only
    Length leading = Length::points(13); // informative
};

/// What the page search needs to know of a line.
struct LineInfo {
    std::uint32_t begin = 0, end = 0; // bytes of the text, trailing space included
    std::vector<std::uint32_t> notes; // values of note marks in the line, in order
    bool ends_in_hyphen = false;      // soft or hard
    std::int32_t ratio = 0;           // per mille: 0 natural, 1000 = at the limit of normal stretch
    std::int32_t space_times = 1000;  // word spaces as they are set, per mille of the natural ones; 1000 in tight lines
    Length natural_width;             // without trailing space
};

struct Variant {
    std::vector<LineInfo> lines;
    std::int64_t cost = 0; // in the units of TYPESETTING.md 2.4
};

/// A piece of a set line: one glyph run (or picture) at x from the measure's left edge. Protrusion may make x negative.
struct LinePiece {
    Length x;
    page::GlyphRun run; // empty glyphs when `object` says it is a picture
    page::TagId tag = page::TagId::artifact;
    std::uint32_t link = 0;
    int object = -1; // index into ParagraphText::objects
    bool strike = false;
};
struct SetLine {
    std::vector<LinePiece> pieces;
    std::vector<std::pair<std::uint32_t, Length>> anchors; // value of anchor marks in the line and their x
    Length width;                                          // of what is set
};

/// Shaped and broken text. Immutable; keeps what it needs to set any line of any variant.
class Paragraph {
  public:
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) noexcept;
    ~Paragraph();

    /// Sorted by number of lines, at least one; an empty text has one variant without lines.
    [[nodiscard]] std::vector<Variant> const& variants() const;
    /// Index of the variant with the least cost.
    [[nodiscard]] std::size_t best() const;
    [[nodiscard]] SetLine set_line(std::size_t variant, std::size_t line) const;
    [[nodiscard]] ParagraphText const& text() const;
    [[nodiscard]] ParagraphShape const& shape() const;

    struct State;
    explicit Paragraph(std::unique_ptr<State>);

  private:
    std::unique_ptr<State> state_;
};

/// Reports glyph-missing (error with place, character and package) and, for lines that stay loose or overfull in the third
/// pass, line-loose and line-overfull. Thread-safe for different paragraphs when each thread has its own Diagnostics.
/// The FontBook must outlive the result.
Paragraph break_paragraph(ParagraphText, ParagraphShape const&, style::LineBreaking const&, FontBook const&,
                          Diagnostics&);

/// A line's words for messages: their beginning when they are many.
std::string words_of(ParagraphText const&, LineInfo const&);

/// The place of a text offset in the source.
Span source_of(ParagraphText const&, std::size_t offset, std::size_t length);

/// Width of a text set on one line without breaking, for boxes, leaders and table columns.
Length natural_width(ParagraphText const&, FontBook const&, Diagnostics&);
/// Widest unbreakable part (for table columns).
Length least_width(ParagraphText const&, FontBook const&, Diagnostics&);

/// Ascender and x-height and cap height of a style in Length, for optical alignment of heads, initials and boxes.
struct VerticalMetrics {
    Length ascent, descent, cap_height, x_height;
};
VerticalMetrics vertical_metrics(CharacterStyle const&, FontBook const&);

} // namespace quoin::text
