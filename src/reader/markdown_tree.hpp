#pragma once
// cmark-gfm's tree of one text, parsed with our extension attached. In: Markdown. Out: cmark's nodes, in which the
// extension has left markers; `MarkdownReader` makes our own tree of them. See ADR "Markdown parser".

#include "reader/attributes.hpp"
#include "reader/list_marker.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct cmark_node;

namespace quoin::reader {

/// What a block of cmark's tree is to us.
enum class NodeKind {
    document,
    paragraph,
    heading,
    quote,
    list, // CommonMark's own
    item,
    code,
    html,
    separator,
    table,
    fence,      // one line `:::`, opening or closing; pairs are formed afterwards
    fancy_list, // a) (iv) B.
    fancy_item,
    note,    // [^label]: …
    meaning, // `: …` below a term
    other
};

enum class MarkerKind {
    attributes,
    heading_attributes,
    span,
    note_reference,
    note,
    superscript,
    subscript,
    strikethrough
};

/// A stretch of a leaf's content that the extension took out of cmark's hands. Offsets count from the content's first byte.
struct Marker {
    MarkerKind kind = MarkerKind::attributes;
    std::size_t begin = 0, end = 0;
    std::size_t inner_begin = 0, inner_end = 0;           // the text between the marks; a note's label
    std::size_t attributes_begin = 0, attributes_end = 0; // with braces
    bool crosses = false;                                 // a span in which emphasis ends that has begun before it
};

enum class Tables { no, yes };

/// Ranges of a leaf's content, in order.
using Stretches = std::vector<std::pair<std::size_t, std::size_t>>;

class MarkdownTree {
  public:
    /// Not for use from two threads at once: cmark-gfm fills a global table while it parses. The caller holds
    /// `markdown_mutex()` for as long as it uses the tree.
    MarkdownTree(std::string_view text, Tables);
    ~MarkdownTree();
    MarkdownTree(MarkdownTree&&) noexcept;
    MarkdownTree& operator=(MarkdownTree&&) noexcept;

    [[nodiscard]] cmark_node* root() const;
    /// The marker that an inline node stands for, or nullptr.
    [[nodiscard]] Marker const* marker(cmark_node*) const;
    [[nodiscard]] MarkerStyle fancy_style(cmark_node* fancy_list) const;
    /// Stretches of a leaf behind our marks in which cmark has counted no lines.
    [[nodiscard]] Stretches uncounted(cmark_node* leaf) const;
    /// Labels of the notes that are defined in the text.
    [[nodiscard]] std::vector<std::string> const& note_labels() const;
    /// HTML as cmark writes it, for the comparison with the specification's examples.
    [[nodiscard]] std::string html() const;

    struct State;

  private:
    std::unique_ptr<State> state_;
};

NodeKind kind_of(cmark_node*);

/// The text that an entity stands for: "&nbsp;" gives U+00A0; empty when there is no such entity.
std::string entity_text(std::string_view entity);

/// Label of a note's definition that begins the text ("[^label]:"), or empty. `length` receives the bytes up to the colon's end.
std::string_view note_definition_label(std::string_view text, std::size_t& length);

/// Of three or more colons: what stands behind them. Nothing when the line is no fence.
struct Fence {
    bool opening = false;
    std::string_view attributes; // with braces, or empty
    std::string_view word;       // `::: verse`
};
bool parse_fence(std::string_view line, Fence&);

class MarkdownLock {
  public:
    MarkdownLock();
    ~MarkdownLock();
    MarkdownLock(MarkdownLock const&) = delete;
    MarkdownLock& operator=(MarkdownLock const&) = delete;
};

} // namespace quoin::reader
