#pragma once
// Looking ahead in a leaf's content: where code spans and attributes lie and which bracket closes which. Made once a leaf, and only when
// one of our own marks stands in it.

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quoin::reader {

class ContentScan {
  public:
    explicit ContentScan(std::string_view content);

    /// Offset of the `]` that closes the `[` at `open`, or npos.
    [[nodiscard]] std::size_t closing_bracket(std::size_t open) const;
    /// Offset of the `[` that the `]` at `close` closes, or npos.
    [[nodiscard]] std::size_t opening_bracket(std::size_t close) const;
    /// Offset of the next `mark` from `from` on that stands outside code and attributes and closes something opened there; npos when a
    /// bracket of around it closes first, at white space (for `^` and `~`), or when there is none.
    std::size_t closing_mark(std::string_view mark, std::size_t from);

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  private:
    /// End of the code span, attributes, escape or autolink that begins at `at`, or `at`.
    [[nodiscard]] std::size_t skip(std::size_t at) const;

    std::string_view content_;
    std::vector<std::pair<std::size_t, std::size_t>> code_; // and attributes; sorted
    std::unordered_map<std::size_t, std::size_t> brackets_; // both ways
    std::size_t budget_;
};

} // namespace quoin::reader
