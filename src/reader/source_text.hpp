#pragma once
// A text that is to be parsed, and where in its file each of its bytes stands. A whole file maps onto itself; an inline
// note, a title of the front matter or a line of verse is a small text of its own whose lines come from many places.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/source_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

struct SourceText {
    /// From text byte `at` on (until the next piece) the bytes stand in the file from `source` on; all of them at
    /// `source` itself when the piece is not exact, as in a YAML scalar with escapes.
    struct Piece {
        std::uint32_t at = 0;
        std::uint32_t source = 0;
        bool exact = true;
    };

    std::string text;
    FileId file = FileId::none;
    std::vector<Piece> pieces; // sorted by `at`

    [[nodiscard]] std::uint32_t source_of(std::size_t offset) const;
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    /// Appends bytes that stand in the file from `source` on.
    void append(std::string_view bytes, std::uint32_t source);
    /// Appends a part of another text with the places of its bytes.
    void append_part(SourceText const& from, std::size_t begin, std::size_t end);
};

/// A part of a file as it stands.
SourceText slice(FileId file, std::string_view file_text, std::size_t begin, std::size_t end);

/// Registers a file's content: without a byte order mark, with line feeds at the ends of lines, in valid UTF-8 and
/// without control characters. What is neither becomes U+FFFD, each with an error.
FileId add_source(std::string const& path, Bytes const& content, SourceMap&, Diagnostics&);

} // namespace quoin::reader
