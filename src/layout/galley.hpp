#pragma once
// Between composing and paginating: an article or chapter as a row of elements whose heights are known, with the notes and
// floats that hang on them. `compose_*` makes galleys from the model; `paginate` decides columns; `place_*` draws.
// Heights in the flow are whole grid lines (TYPESETTING.md 3.1), so lines of neighbouring columns stand level by construction.

#include "base/length.hpp"
#include "model/page_marks.hpp"
#include "page/page_list.hpp"
#include "text/paragraph.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quoin::layout {

/// Finished matter of fixed size. Items are relative to the box's top left corner.
struct Box {
    Length width, height;
    std::vector<page::Item> items;
    std::vector<std::uint32_t> notes; // model::NoteId of marks inside, in order
};

/// Where a text of the page stands in the model: `text` counts in ParagraphText::text, `plain` in model::plain_text(). From
/// one pair to the next both run alike; between pairs generated text (note figures, page numbers) stands still in `plain`.
struct PlainOffset {
    std::uint32_t text = 0, plain = 0;
};

/// A paragraph that may break between columns.
struct FlowParagraph {
    std::shared_ptr<text::Paragraph const> text;
    Length left; // of its measure, from the column's left edge
    page::TagId tag = page::TagId::artifact;
    std::vector<page::Item> label; // list number, initial: relative to the first line's baseline at `left`
    int least_before = 2;          // lines that must stay together at its start (orphans) …
    int least_after = 2;           // … and at its end (widows)
    bool keep_whole = false;
    Length baseline_shift; // of its lines within their grid line, downwards positive (smaller sizes: 0)
    std::vector<PlainOffset> plain_offsets; // sorted by `text`; empty = the same from 0
};

/// The offset into plain_text() for an offset into a paragraph's text, for model::Place.
std::uint32_t plain_offset(FlowParagraph const&, std::uint32_t text_offset);

/// Matter that never breaks: a table row, a figure in the text, a display line.
struct FlowBox {
    Box box;                            // height is padded to whole lines by the composer
    std::optional<Box> head_when_first; // table head repeated when this row is the first of a column
};

struct Element {
    std::variant<FlowParagraph, FlowBox> kind;
    int space_above = 0;         // grid lines; dropped at a column's top. Between two elements the larger of the
    int space_below = 0;         // one's below and the other's above counts, never their sum
    bool keep_with_next = false; // stays in one column with what follows …
    std::uint8_t lines_kept = 2; // … or with so many lines of it: two below a heading, one between lines of verse
    bool break_before = false;   // forced new column (page for single columns)
    /// Set above it when it is the first of a page: "A, continued" in an index. Height in whole lines.
    std::shared_ptr<Box const> head_on_new_page;
    std::uint32_t serial = 0; // of the model's block, for page marks and messages
    std::uint32_t plain_begin =
        0;               // offset into that block's plain text at which this element begins (table rows, verse lines)
    std::string heading; // text for running heads when this is a heading
    std::vector<std::string> anchors; // named destinations at its top
    Span source;
};

/// How a box grows: white within it, no type. What it grows by is spread over its items.
struct Stretch {
    Length most;                      // that may be added to its height; zero = none
    std::vector<std::uint16_t> moves; // by item of the box: how much of the growth it moves down by, per mille
    bool has_ground = false;          // the first item is the ground, which grows with the box
};

enum class FloatSpan { column, page };
enum class FloatPlace { anywhere, top, bottom, own_page };

/// An insert, figure or table that may move away from its place.
struct Float {
    Box box; // width = column or text block; height any: padded to the grid by the paginator, who
             // keeps at least half a line of white between it and the text: the box has none
    Stretch stretch;
    FloatSpan span = FloatSpan::column;
    FloatPlace place = FloatPlace::anywhere;
    std::size_t before = 0; // its reference stands before elements[before]
    bool free = false;      // stands between articles, tied to no sentence: may move on to the next galley's pages
    bool optional = false;  // may be left out for the sake of a page count
    std::string size;       // as it was asked for, and …
    std::vector<std::string> other_sizes; // … what else it may have for the same sake
    std::uint32_t serial = 0;
    std::vector<std::string> anchors;
    Span source;
};

/// One note's text in the note style, rows of equal pitch.
struct NoteGalley {
    std::vector<FlowParagraph> paragraphs; // set at the notes' own leading
    std::string anchor;                    // destination "note-storm-1"
};

/// One of a note's paragraphs in another number of rows than it likes.
struct NoteChange {
    std::size_t paragraph = 0, variant = 0;
    std::int64_t cost = 0; // over that of the paragraph as it likes to be
};
/// The cheapest way to set a note in `by` rows more (1) or fewer (-1).
std::optional<NoteChange> cheapest_change(NoteGalley const&, int by);

/// Which of the layout's ways a galley begins.
struct GalleyStart {
    enum class Kind { recto, page, run_on } kind = Kind::page;
    double run_on_share = 0.33;
};

/// An article, chapter, or a piece of book matter.
struct Galley {
    std::optional<Box> opening;        // across all columns at the top of its first page; height in whole lines
    std::optional<Box> opening_run_on; // the same without the depth an opening has at a page's top: for run_on starts
    std::optional<Box> opening_beside; // the same over one column, for an article that stands beside others
    GalleyStart start;
    std::vector<Element> elements;
    std::vector<Float> floats; // in order of reference
    int columns = 1;
    bool balance_end = true;
    bool has_folio = true, has_running_head = true; // of its pages
    bool roman = false;                             // belongs to the front matter
    bool vertical_centre = false;                   // dedication, part title: content stands above the middle
    bool stays_last = false;                        // imprint on the last page: blank pages go before it
    std::string running_article, running_part, running_author; // fields of the running heads
    std::vector<std::string> anchors;                          // at its start
    std::uint32_t entry = 0;                                   // index in Document::entries
    std::string name;
    model::Matter matter = model::Matter::text; // a page of the program's own making
};

} // namespace quoin::layout
