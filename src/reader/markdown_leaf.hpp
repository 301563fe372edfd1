#pragma once
// The content of a paragraph, heading or cell, and where each of its bytes stands. cmark's columns are right on a leaf's
// first line only; from what it does count, the places can be worked out exactly.

#include "reader/markdown_tree.hpp"
#include "reader/source_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct cmark_node;

namespace quoin::reader {

/// Where the lines of a text begin, for the way from cmark's line and column to an offset.
class Lines {
  public:
    explicit Lines(std::string_view text);
    /// Lines and columns count from 1, as cmark's do; what lies outside is moved to the nearest end.
    [[nodiscard]] std::size_t offset(int line, int column) const;
    [[nodiscard]] std::string_view line(int number) const; // without its line feed
    [[nodiscard]] int count() const { return static_cast<int>(starts_.size()); }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// A text with its tree. Not movable: the parts point at each other.
struct ParsedText {
    ParsedText(SourceText text, Tables tables, std::string_view definitions = {});
    ParsedText(ParsedText const&) = delete;
    ParsedText& operator=(ParsedText const&) = delete;

    SourceText source;
    Lines lines;
    MarkdownTree tree;

    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const { return source.span(begin, end); }
};

class Leaf {
  public:
    /// A paragraph or heading.
    Leaf(ParsedText const&, cmark_node*);
    /// A leaf whose content is the text's part from `begin` on, but for backslashes before pipes: a table's cell.
    /// `line_begin` is where the row's line begins.
    Leaf(ParsedText const&, cmark_node*, std::size_t begin, std::size_t line_begin);

    [[nodiscard]] std::string_view content() const { return content_; }
    [[nodiscard]] std::uint32_t source_of(std::size_t offset) const;
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    /// How far from `offset` on, `end` at most, the bytes stand together in the source.
    [[nodiscard]] std::size_t together_until(std::size_t offset, std::size_t end) const;
    [[nodiscard]] FileId file() const { return source_->file; }
    [[nodiscard]] int line_count() const { return static_cast<int>(line_starts_.size()); }
    [[nodiscard]] std::string_view line(int index) const;
    [[nodiscard]] std::size_t line_begin(int index) const { return line_starts_[static_cast<std::size_t>(index)]; }
    /// First line of the text that the content stands on, from 1.
    [[nodiscard]] int first_line() const { return first_line_; }

    /// Offset of a text or code node.
    std::size_t offset_of(cmark_node*);
    /// Offset behind a link.
    std::size_t end_of(cmark_node*);
    /// The part as a text of its own, its lines indented so that no block can begin in them.
    [[nodiscard]] SourceText part(std::size_t begin, std::size_t end) const;

  private:
    void find_lines(Lines const&, cmark_node*);
    bool place_lines(Lines const&, int first_line);
    std::size_t counted_line(int index);

    SourceText const* source_;
    std::string_view content_;
    std::vector<std::size_t> line_starts_;  // in the content
    std::vector<SourceText::Piece> pieces_; // content offset → offset in the text
    int first_line_ = 0;
    int start_line_ = 0;   // where cmark begins to count
    int start_column_ = 0; // of the content's first byte, from 0

    // Progress of counted_line().
    Stretches uncounted_;
    std::size_t next_uncounted_ = 0;
    std::vector<std::size_t> counted_{0};
    std::size_t counted_to_ = 0;
};

/// What a part's text begins with, so that its first line can begin no block either.
inline constexpr std::string_view part_prefix = ". ";

} // namespace quoin::reader
