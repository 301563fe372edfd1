#pragma once
// What every part of composing needs: the request, the tables of the composition being made, and the paragraphs that
// wait to be broken. One Context composes one unit (an article with its inserts, the contents page, a title page).

#include "layout/compose.hpp"
#include "model/document.hpp"
#include "style/type_style.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quoin::layout {

/// How far the tables of a composition are filled. A unit that is composed again starts at the figures it had before:
/// its structure does not depend on page numbers, so it takes exactly the same places again.
struct TableFill {
    std::size_t tags = 1, links = 1, anchors = 0; // tag 0 is the Document; link 0 is none
};

/// A paragraph of the running text that is broken later, in parallel with all others.
struct BreakTask {
    text::ParagraphText text;
    text::ParagraphShape shape;
    bool of_note = false; // where it goes: paragraph `index` of note `holder`, else element `index` of galley `holder`
    std::size_t holder = 0;
    std::size_t index = 0;
};

/// A picture that was looked for once.
struct LoadedImage {
    std::optional<page::ImageId> image; // nothing: it cannot be read, and that has been reported
    std::uint32_t width = 0, height = 0;
    page::ImageKind kind = page::ImageKind::raster;
};
using LoadedImages = std::map<model::AssetId, LoadedImage>;

class Context {
  public:
    Context(Request const& asked, PageNumbers const& known, Composition& made, LoadedImages& loaded, TableFill start);

    Request const& request;
    model::Document const& document;
    style::Print const& print;
    text::FontBook const& fonts;
    PageNumbers const& known;
    Composition& composition;
    Diagnostics diagnostics;
    std::vector<BreakTask> tasks;
    TableFill fill;
    bool tells_page_numbers = false;
    std::vector<model::NoteId> pending_notes;    // called by what was just composed, not yet composed themselves
    std::vector<model::NoteId> end_notes;        // collected for the end of the article or book
    std::map<std::size_t, Length> figure_widths; // of note numbers with so many digits, with the white behind them

    page::TagId add_tag(page::TagRole, page::TagId parent, std::string language = {});
    page::TagNode& tag(page::TagId);
    std::uint32_t add_link(LinkTarget);
    std::uint32_t add_anchor(std::string name);
    [[nodiscard]] DrawTables draw_tables() const;

    [[nodiscard]] page::InkUse ink(std::string const& name, int tint = 1000) const;
    [[nodiscard]] text::CharacterStyle character_style(style::TypeStyle const&) const;
    [[nodiscard]] style::TypeStyle const& type(style::TypeRole role) const { return print.type[role]; }
    LoadedImage const& image(model::AssetId);

    [[nodiscard]] std::string const& language() const { return document.metadata.language; }
    [[nodiscard]] Length grid() const { return print.page.grid; }
    /// Names of the anchors written at this block, besides those inside its text.
    [[nodiscard]] std::vector<std::string> anchors_at(std::uint32_t serial, std::string const& written) const;
    [[nodiscard]] std::string anchor_name(model::AnchorId) const;
    [[nodiscard]] bool notes_at_foot() const;

    /// Breaks at once: for boxes, whose height must be known.
    text::Paragraph break_now(text::ParagraphText, text::ParagraphShape const&);
    Length natural_width(text::ParagraphText const&);

  private:
    std::map<std::string, std::uint32_t> ink_numbers_;
    LoadedImages& images_;
};

/// What a try at composing changes, so that the same matter can be set again for another size.
class Checkpoint {
  public:
    explicit Checkpoint(Context const&);
    void restore(Context&) const;

  private:
    TableFill fill_;
    std::size_t tasks_;
    Diagnostics diagnostics_;
    std::vector<model::NoteId> end_notes_;
};

/// The palette as inks for the pages, in its order.
std::vector<page::Ink> inks_of(style::Layout const&);

/// Whole grid lines that hold this height.
int lines_for(Length height, Length grid);

} // namespace quoin::layout
