#pragma once
// The pieces of a paragraph as one string with single spaces, and the way back to the view.

#include "base/span.hpp"
#include "recover/inline_marks.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::recover {

class JoinedText {
  public:
    JoinedText(std::string_view view, std::vector<Piece> const&);

    [[nodiscard]] std::string const& text() const { return text_; } // "\n" only where a line break stays
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Span whole() const { return whole_; }
    /// Places between two pieces: where the left one ends and the right one begins.
    struct Seam {
        std::size_t left = 0, right = 0;
    };
    [[nodiscard]] std::vector<Seam> const& seams() const { return seams_; }
    /// How many runs of spaces or no-break spaces were changed.
    [[nodiscard]] std::size_t spaces_changed() const { return spaces_changed_; }
    /// What stands in the view for a stretch of the text; for one within a piece.
    [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const;

  private:
    void add_piece(Span);
    void add_spaces(std::string_view piece, std::size_t& at, std::uint32_t offset);

    std::string_view view_;
    std::string text_;
    std::vector<std::uint32_t> offsets_; // of each byte in the view; of glue the end of the piece before
    std::vector<std::uint32_t> ends_;    // where the byte's source ends
    std::vector<Seam> seams_;
    Span whole_;
    std::size_t spaces_changed_ = 0;
};

} // namespace quoin::recover
