#pragma once
// The blocks of one text: cmark's tree becomes model::Blocks. Fences become divisions, `a)` lists, notes go to the document.

#include "model/document.hpp"
#include "reader/file_reader.hpp"
#include "reader/inline_reader.hpp"

#include <vector>

namespace quoin::reader {

class BlockReader {
  public:
    BlockReader(FileReader& file, ParsedText const& parsed) : file_(file), parsed_(parsed) {}

    model::Blocks read(cmark_node* parent, int depth = 0);

  private:
    /// Children of one node, with the closing fence of each opening one (or the index behind the last child).
    struct Siblings {
        std::vector<cmark_node*> nodes;
        std::vector<std::size_t> closing;
    };
    Siblings siblings_of(cmark_node* parent);
    void read_range(Siblings const&, std::size_t begin, std::size_t end, model::Blocks&, int depth);
    /// Reads what begins at `at` and returns the index of its last node.
    std::size_t read_one(Siblings const&, std::size_t at, std::size_t end, model::Blocks&, int depth);
    std::size_t read_paragraph(Siblings const&, std::size_t at, std::size_t end, model::Blocks&, int depth);
    std::size_t read_division(Siblings const&, std::size_t at, std::size_t end, model::Blocks&, int depth);
    std::size_t read_definitions(Siblings const&, std::size_t at, std::size_t end, model::Blocks&, int depth);
    std::size_t read_table(Siblings const&, std::size_t at, std::size_t end, cmark_node* caption_before,
                           model::Blocks&);

    Span tell_if_long(Span paragraph);
    void paragraph(cmark_node*, model::Blocks&);
    void heading(cmark_node*, model::Blocks&);
    void quote(cmark_node*, model::Blocks&, int depth);
    void list(cmark_node*, model::Blocks&, int depth);
    model::ListItem item(cmark_node* list, cmark_node*, int depth);
    void code(cmark_node*, model::Blocks&);
    void html(cmark_node*, model::Blocks&);
    void note(cmark_node*, int depth);
    void flatten(cmark_node*, model::Blocks&);
    bool figure(cmark_node*, model::Blocks&);
    void tell_open_star(Span line);
    bool line_block(cmark_node*, model::Blocks&);
    bool is_caption(cmark_node*, bool before_table) const;
    void caption(cmark_node*, model::Table&);
    model::TableRow row(cmark_node* row_node, cmark_node* table, int line, std::size_t columns);
    model::Verse verse(Siblings const&, std::size_t at, std::size_t closing, int depth);
    model::Insert insert(Attributes const&);
    model::Division division(Attributes const&, std::string_view meaning);
    bool join_around_insert(cmark_node* paragraph, model::Inlines& content, model::Blocks&);

    [[nodiscard]] std::string_view source_line(cmark_node*) const; // from the node's first byte on
    [[nodiscard]] std::size_t offset_of(cmark_node*) const;
    [[nodiscard]] Span span_of(cmark_node*) const;
    [[nodiscard]] int last_line(cmark_node*) const;
    [[nodiscard]] bool is_tight(cmark_node* list) const;

    FileReader& file_;
    ParsedText const& parsed_;
    // An insert that stands within a paragraph: the sentence goes on around it.
    int insert_begin_line_ = 0, insert_end_line_ = -1;
    int paragraph_end_line_ = -1;
};

} // namespace quoin::reader
