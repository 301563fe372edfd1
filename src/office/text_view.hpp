#pragma once
// The view of a source that is no text itself: one line a paragraph, written while the source is read.

#include "base/span.hpp"

#include <string>
#include <string_view>

namespace quoin::office {

class TextView {
  public:
    /// `file`: what SourceMap::next() tells; the text must be added to the map before anything else is.
    explicit TextView(FileId file) : file_(file) {}

    /// Adds to the line that is being written. Line feeds in it are spaces.
    Span append(std::string_view text);
    /// Begins a new line unless the present one is empty.
    void end_line();

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    [[nodiscard]] bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }
    /// From a place that `size` told to the end.
    [[nodiscard]] Span since(std::uint32_t begin) const { return {file_, begin, size()}; }
    [[nodiscard]] std::string_view text(Span span) const {
        return std::string_view(text_).substr(span.begin, span.end - span.begin);
    }
    /// The whole text, for SourceMap::add.
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    FileId file_;
    std::string text_;
};

} // namespace quoin::office
