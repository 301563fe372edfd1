#pragma once
// The files of one publication: by paths relative to its folder, and none outside of it.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"

#include <optional>
#include <string>

namespace quoin::reader {

struct FolderFiles {
    FileSystem const& files;
    std::string const& folder;

    /// Without "." and "..": "images/press.jpg".
    [[nodiscard]] std::string normal(std::string const& path) const;
    [[nodiscard]] std::string path_of(std::string const& path) const { return join_path(folder, path); }
    /// Whether the path, links followed, stays in the folder.
    [[nodiscard]] bool is_inside(std::string const& path) const;
    [[nodiscard]] bool exists(std::string const& path) const { return is_inside(path) && files.exists(path_of(path)); }
};

/// The file's content, or nothing with an error at `span`, which is where the path is written.
std::optional<Bytes> read_inside(FolderFiles const&, std::string const& path, Span, Diagnostics&);

/// Whether a picture is there and is of a kind that can be read, with an error when not.
bool check_picture(FolderFiles const&, std::string const& path, Span, Diagnostics&);

} // namespace quoin::reader
