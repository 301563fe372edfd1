#pragma once
// The inlines of one leaf: cmark's nodes and our markers become model::Inlines with true places.

#include "model/document.hpp"
#include "reader/file_reader.hpp"
#include "reader/inline_addresses.hpp"

#include <optional>

namespace quoin::reader {

class InlineReader {
  public:
    InlineReader(FileReader&, MarkdownTree const&, Leaf&, int depth = 0);

    /// Everything below `parent`, but for the content's first `skip` bytes, which must be plain text.
    model::Inlines read(cmark_node* parent, std::size_t skip = 0);

    /// The same below a picture that is all of the leaf.
    model::Inlines read_caption(cmark_node* picture);

    /// Attributes at the end of the leaf that belong to no inline: a heading's, a caption's. Taken once; what nobody
    /// takes goes back into the text with `keep_trailing`.
    std::optional<Attributes> take_trailing();
    void keep_trailing(model::Inlines&);

    /// Attributes behind a link, picture or code, or none.
    Attributes bound_attributes(cmark_node*);

  private:
    void convert(cmark_node* first, model::Inlines&, int depth);
    void flatten(cmark_node*, model::Inlines&);
    void text(cmark_node*, model::Inlines&);
    void add_text(std::string_view literal, std::size_t offset, model::Inlines&);
    std::size_t place(cmark_node*, std::string_view literal);
    void soft_break(model::Inlines&);
    void line_break(model::Inlines&);
    void code(cmark_node*, model::Inlines&);
    void html(cmark_node*, model::Inlines&);
    void link(cmark_node*, model::Inlines&, int depth);
    bool note_with_brackets(cmark_node*, model::Inlines&, int depth);
    void picture(cmark_node*, model::Inlines&, int depth);
    void marker(Marker const&, cmark_node*, model::Inlines&, int depth);
    void span(Marker const&, model::Inlines&, int depth);
    void marked(Marker const&, model::Inlines&, int depth);
    void attributes_alone(Marker const&, cmark_node*, model::Inlines&, int depth);
    Attributes attributes_of(Marker const&);
    bool is_bound(cmark_node* marker_node) const;
    template <typename Kind>
    void container(cmark_node*, std::size_t mark_width, model::Inlines&, int depth);

    FileReader& file_;
    MarkdownTree const& tree_;
    Leaf& leaf_;
    int depth_;
    std::size_t cursor_ = 0; // behind what has been read
    std::size_t skip_ = 0;
    std::optional<Marker> trailing_;
};

/// Appends text, to the text before it when both stand in the source without a gap.
void append_text(model::Inlines&, std::string_view text, Span, bool literal = false);
/// Wraps inlines as the attributes of a span say: language, direction, small capitals, index, id.
void append_span(FileReader&, model::Inlines content, Attributes const&, Span, model::Inlines& to);

} // namespace quoin::reader
