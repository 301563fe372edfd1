#pragma once
// Paragraphs, lists and tables of one part, or of a cell, a text box, a note.

#include "office/docx_runs.hpp"
#include "office/pieces.hpp"

#include <vector>

namespace quoin::office {

/// A paragraph or finished block before lists are built.
struct DocxLine {
    Piece piece;
    DocxMarker marker;         // of a paragraph in a list
    int level = -1;            // of its list, from 0; -1 outside lists
    int left = 0;              // where its text begins, in twentieths of a point
    bool unmarked = false;     // belongs to a list, and its mark was taken away
    bool loose = false;        // stands apart from its neighbours
    bool indent_quote = false; // a quotation only by its indent
    std::string alignment;     // "center", …
};
using DocxLines = std::vector<DocxLine>;

/// Paragraphs with numbers and bullets become lists, what belongs to an item goes into it.
/// Numbers that only the word processor shows are words added.
Pieces fold_lists(DocxLines, manuscript::Imported&);

struct DocxTable;

class DocxBlockReader {
  public:
    DocxBlockReader(DocxContext&, DocxPart const&);

    DocxLines lines(pugi::xml_node parent);
    /// The same with lists and neighbours taken together.
    model::Blocks blocks(pugi::xml_node parent);
    /// The text of a note, whose mark is no part of it.
    model::Blocks note(pugi::xml_node note, bool custom_mark);

  private:
    // docx_blocks.cpp
    void children(pugi::xml_node, std::string_view dropped_as);
    void element(pugi::xml_node, std::string_view dropped_as);
    void content_control(pugi::xml_node, std::string_view dropped_as);
    void paragraph(pugi::xml_node, std::string_view dropped_as);
    [[nodiscard]] bool carries_on(pugi::xml_node properties);
    void finish(DocxText, DocxStyle const&, DocxParagraphLook const&, std::uint32_t begin, std::string_view dropped_as);
    void set_list(DocxLine&, DocxStyle const&, DocxParagraphLook const&);
    void set_place(DocxLine&, DocxStyle const&, DocxParagraphLook const&) const;
    void push_pictures(DocxText&, model::Inlines&, Span);
    void asides(std::vector<DocxAside>);
    void box(DocxAside const&);
    void read_note(DocxAside const&);
    void comment(DocxAside const&);

    // docx_tables.cpp
    void table(pugi::xml_node, std::string_view dropped_as);
    void table_row(pugi::xml_node, DocxTable&);
    static void complete(DocxTable&);
    void boxed(pugi::xml_node cell, std::uint32_t begin);
    void split_table(model::Table, Span);
    model::TableCell cell(pugi::xml_node, std::string& alignment, DocxTable&);

    DocxContext& context_;
    DocxPart const& part_;
    std::vector<DocxField> fields_;
    DocxLines lines_;
    DocxText carried_; // of paragraphs whose mark is deleted, or a drop cap: it belongs to the next one
    bool carries_ = false;
    std::uint32_t carried_begin_ = 0;
    std::vector<std::string> anchors_; // between paragraphs
    bool note_mark_ = false;           // the next text may begin with the mark of a note
};

/// The words of all paragraphs and cells below `node`, each on a line of the view, dropped under this name.
void drop_words(DocxContext&, pugi::xml_node node, std::string_view name);

} // namespace quoin::office
