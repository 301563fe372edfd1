#pragma once
// Blocks of the model become elements of a galley, or rows of a box. One walker serves running text, notes, inserts and
// book matter: what differs is told by a Setting.

#include "layout/compose_context.hpp"
#include "layout/inline_text.hpp"
#include "model/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::layout {

enum class Surroundings { flow, box, note };

/// How blocks are set at a place.
struct Setting {
    Length measure;        // of the whole column or box
    Length left, right;    // taken off it by quotes and lists around
    Length pitch;          // from line to line: the grid, a note's or an insert's leading
    style::TypeStyle text; // of paragraphs
    std::string language;
    page::TagId parent = page::TagId::document;
    Surroundings surroundings = Surroundings::flow;
    std::size_t holder = 0; // galley or note that takes the paragraphs, when they are broken later
    bool right_to_left = false;
    int list_depth = 0, bullet_depth = 0; // lists around; those of them with bullets
    int columns = 1;                      // of the galley
    bool own_roles = true;                // quotes, lists and verse have the layout's styles; else they follow `text`

    /// Width left for text. Deep nesting never squeezes it away: see indented().
    [[nodiscard]] Length width() const { return measure - left - right; }
};

/// The same, narrower; as long as half of the measure is left.
Setting indented(Setting, Length left, Length right = {});

/// What has been composed, in order, and what the next block has to know.
struct Passage {
    std::vector<Element> elements;
    std::vector<Float> floats;
    std::vector<std::string> pending_anchors;      // go to the next element
    bool after_paragraph = false;                  // the next paragraph is indented
    bool sentence_open = false;                    // the last paragraph ended within a sentence
    int space_below = 0;                           // asked for by the last element, in lines
    std::vector<model::Block const*> late_inserts; // read after the article's text, with the place of their floats
    std::vector<std::size_t> late_places;
    std::vector<page::OutlineEntry> outline; // headings; depth = level - 2
    int initial_lines = 0;                   // the next paragraph opens a chapter: a drop initial of so many lines …
    bool first_words_small = false;          // … and its first words in small capitals
};

void compose_blocks(Context&, Setting const&, model::Blocks const&, Passage&);

/// One kind of block, each in its own file. They append to the flow what the block needs.
void compose_paragraph(Context&, Setting const&, model::Block const&, model::Paragraph const&, Passage&);
void compose_heading(Context&, Setting const&, model::Block const&, model::Heading const&, Passage&);
void compose_quote(Context&, Setting const&, model::Block const&, model::Quote const&, Passage&);
void compose_separator(Context&, Setting const&, model::Block const&, Passage&);
void compose_code(Context&, Setting const&, model::Block const&, model::CodeBlock const&, Passage&);
void compose_division(Context&, Setting const&, model::Block const&, model::Division const&, Passage&);
/// The division as a float of its column; within boxes and notes it stays where it stands.
void compose_pull_quote(Context&, Setting const&, model::Block const&, model::Division const&, Passage&);
void compose_list(Context&, Setting const&, model::Block const&, model::List const&, Length marker_width, Passage&);
/// A numbered thesis that stands as a paragraph of its own.
void compose_thesis(Context&, Setting const&, model::Block const&, model::Paragraph const&, Length marker_width,
                    Passage&);
void compose_definitions(Context&, Setting const&, model::Block const&, model::DefinitionList const&, Passage&);
void compose_verse(Context&, Setting const&, model::Block const&, model::Verse const&, Passage&);
void compose_table(Context&, Setting const&, model::Block const&, model::Table const&, Passage&);
void compose_figure(Context&, Setting const&, model::Block const&, model::Figure const&, Passage&);

/// For each block the width its markers need: numbered lists that go on counting share one (theses between headings and
/// inserts), so that 9. and 100. end at the same place. Zero for other blocks.
std::vector<Length> marker_widths(Context&, Setting const&, model::Blocks const&);
/// The style of a role at this place: the layout's in running text; within notes and inserts the text's own face and size
/// with the role's indents in proportion.
style::TypeStyle local_style(Context const&, Setting const&, style::TypeRole);

/// Appends an element; the space between it and the one before is the larger of the two asked for.
Element& push_element(Passage&, Element, int space_above = 0, int space_below = 0);

/// How a paragraph stands: alignment and indents come from its style.
text::ParagraphShape shape_for(Setting const&, style::TypeStyle const&, bool first_indent);

/// What becomes a paragraph.
struct ParagraphMatter {
    InlineText text;
    text::ParagraphShape shape;
    page::TagId tag;
};
/// Appends a paragraph; it is broken now or later as the setting says.
Element& push_paragraph(Context&, Setting const&, ParagraphMatter, Passage&, int space_above = 0, int space_below = 0);

/// Composes the notes that were just called and gives them to their galleys, or keeps them for the end.
void compose_pending_notes(Context&, page::TagId parent, std::string const& language, Passage& floats);
/// The collected notes as elements, with their head.
void compose_end_notes(Context&, Setting const&, Passage&);

/// White above and below a block in whole lines, from its style.
struct Spaces {
    int above = 0, below = 0;
    Length shift; // of the block within its lines, when above and below are no whole lines each but their sum is
};
Spaces spaces_of(style::TypeStyle const&, Length pitch);
/// The same for blocks of running text, whose lines must stand level with those of the next column: each side is rounded to
/// whole lines by itself, without a shift. `least` is what a side gets whose style asks for nothing.
Spaces block_spaces(style::TypeStyle const&, Length pitch, int least = 0);

/// Glyphs of one line as items, relative to the baseline's left end; for labels and initials.
std::vector<page::Item> line_items(Context&, InlineText, Length* width = nullptr);

/// The end of a sentence stands at the end of the text.
bool ends_sentence(std::string const& text);

} // namespace quoin::layout
