#pragma once
// A prepared document and its print style go in; galleys come out: every article, chapter and piece of book matter as
// elements of known height, the notes beside them, and the tables that marks, links, tags and pictures point into.
// Composing knows no page. Where print tells page numbers (contents, "page 12") it takes them from the round before.

#include "base/diagnostic.hpp"
#include "base/pool.hpp"
#include "layout/galley.hpp"
#include "layout/layout_document.hpp"
#include "page/page_list.hpp"
#include "text/paragraph.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quoin::layout {

/// What text::Run::link (and page::LinkArea::link) means. Exactly one of `destination` and `address` is set.
struct LinkTarget {
    std::string destination; // name of a page::Anchor: an article, heading, "note-storm-1", "ref-storm-1"
    std::string address;     // "https://…"
    std::string contents;    // what it leads to, for screen readers
    page::TagId tag = page::TagId::artifact; // the Link element: the tag of the areas
};

/// Galleys stand in the order of the pages. Everything the galleys' numbers point to is here.
struct Composition {
    std::vector<Galley> galleys;
    /// By value of model::NoteId; empty paragraphs for notes that stand elsewhere: notes that nothing refers to, and all
    /// notes when the layout collects them at the end of the article or book (they are elements of a galley then, and no
    /// line carries a note mark). A note belongs to the column of its first mark: further marks carry no Mark::note.
    std::vector<NoteGalley> notes;
    std::vector<LinkTarget> links;         // by text::Run::link; links[0] means "no link"
    std::vector<std::string> anchor_names; // by text::Mark::value of anchor marks
    page::TagTree tags;                    // complete; in reading order
    std::vector<page::Image> images;       // for PageList, with bytes
    std::vector<page::Ink> inks;           // for PageList; 0 = "text"
    std::vector<page::OutlineEntry> outline;
    /// All that was found while composing this document, in reading order. Of several rounds only the last one's counts:
    /// the caller appends it to its own once page numbers are settled.
    Diagnostics diagnostics;
    /// False when no text of the document tells a page number: then one round is enough.
    bool tells_page_numbers = false;
};

/// Anchor name → printed folio ("xii", "12"). Names that are missing get a reserved width of three digits.
using PageNumbers = std::map<std::string, std::string>;

/// Keeps what a composition is made of, so that later rounds only compose what tells a page number.
/// One cache belongs to one Request: same document, layout and fonts.
class ComposerCache {
  public:
    ComposerCache();
    ~ComposerCache();
    ComposerCache(ComposerCache const&) = delete;
    ComposerCache& operator=(ComposerCache const&) = delete;

    struct State;
    [[nodiscard]] State& state() { return *state_; }

  private:
    std::unique_ptr<State> state_;
};

/// Galley order: half-title, title page, copyright page, contents (or contents first for journals), the entries, end notes
/// of the book, imprint when it stands last. Inserts that are entries become the last floats of the galley before them
/// (`before` = elements.size()); before the first article they are a galley of their own.
Composition compose_document(Request const&, PageNumbers const& known, ComposerCache&, Pool&);

// --- Conventions that composing and placing share -----------------------------------------------------------------

/// From a grid line's top to the baseline of the text that stands on it. One figure for the whole document, so that
/// boxes and running text stand level. Smaller text in the flow stands on the same baseline (FlowParagraph::baseline_shift 0).
Length grid_baseline(style::Print const&);
/// The same within a row of `leading` for any other style: note areas, inserts.
Length row_baseline(Length leading, Length size);
/// Width of one of `columns` columns of the text block.
Length column_width(style::PageGeometry const&, int columns);
/// Width of the text block.
Length text_width(style::PageGeometry const&);
/// Height of the text block in whole grid lines.
int text_lines(style::PageGeometry const&);

/// The tables that drawing a line needs.
struct DrawTables {
    std::vector<LinkTarget> const& links;
    std::vector<std::string> const& anchor_names;
    std::vector<page::Ink> const& inks;
};
/// Appends a set line's glyph runs, pictures, strike rules, link areas and anchors. `at` is the left end of the measure on
/// the baseline (SetLine's x counts from there). Boxes and columns draw through this one function.
void draw_line(text::SetLine const&, text::ParagraphText const&, Point at, DrawTables const&,
               std::vector<page::Item>& to);

} // namespace quoin::layout
