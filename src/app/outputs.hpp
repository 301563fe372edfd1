#pragma once
// Finished files on their way to the disk: whole or not at all.

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace quoin::app {

struct OutputFile {
    std::string name; // within the output folder
    Bytes bytes;
};

/// Writes to a temporary name beside the file, then renames. A file that holds these bytes already is left untouched, so
/// that its time stays. On a failure no file is left half written.
Result<void> write_file(std::string const& path, Bytes const&);

/// Makes the folders and writes all files, each whole, before the first is put in its place; returns their paths in order.
Result<std::vector<std::string>> write_files(std::string const& folder, std::vector<OutputFile> const&);

} // namespace quoin::app
