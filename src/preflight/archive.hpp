#pragma once
// A ZIP archive in memory, entry by entry.

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::preflight {

struct ArchiveEntry {
    std::string name;
    Bytes content;
    bool stored = false;
};

/// All entries in their order, or nothing when the bytes are no archive or an entry cannot be unpacked.
std::optional<std::vector<ArchiveEntry>> read_archive(Bytes const&);

} // namespace quoin::preflight
