#pragma once
// All source texts of a run, and the way from a Span back to file, line and column.

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

struct Location {
    std::string path;         // as the user would type it, relative to the publication
    std::uint32_t line = 0;   // from 1; 0 when the whole file is meant
    std::uint32_t column = 0; // from 1, in characters (code points), not bytes

    bool operator==(Location const&) const = default;
};

/// Owns the texts; ids stay valid as long as the map lives. Not for use from several threads while adding.
class SourceMap {
  public:
    FileId add(std::string path, std::string text);
    /// What the next `add` will return: for spans into a text that is still being written.
    [[nodiscard]] FileId next() const { return static_cast<FileId>(files_.size()); }
    /// Place of a span's first byte. A span without a file gives an empty path and line 0.
    [[nodiscard]] Location locate(Span) const;
    [[nodiscard]] std::string_view text(FileId) const;
    [[nodiscard]] std::string const& path(FileId) const;

  private:
    struct File {
        std::string path;
        std::string text;
        std::vector<std::uint32_t> line_starts;
        std::vector<std::uint32_t> characters_before; // every so many bytes, for columns of very long lines

        [[nodiscard]] std::uint32_t characters_up_to(std::uint32_t byte) const;
    };
    std::vector<File> files_;
};

} // namespace quoin
