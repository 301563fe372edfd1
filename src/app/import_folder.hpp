#pragma once
// The folder that an import writes: what an earlier import left there, and what was changed in it by hand since.

#include "app/outputs.hpp"
#include "base/diagnostic.hpp"
#include "base/file_system.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::app {

/// File → digest of its content, as import-report.json of an earlier import in this folder names them; empty when there was none.
std::map<std::string, std::string> files_of_earlier_import(std::string const& folder, FileSystem const&);

std::map<std::string, std::string> digests(std::vector<OutputFile> const&);

/// An error for each file that would be written over although no import wrote it as it stands.
void check_unchanged(std::string const& folder, std::vector<OutputFile> const& files,
                     std::map<std::string, std::string> const& earlier, FileSystem const&, Diagnostics&);

/// Takes away what the earlier import wrote, this one did not, and nobody changed.
void remove_stale(std::string const& folder, std::vector<OutputFile> const& files,
                  std::map<std::string, std::string> const& earlier, FileSystem const&);

} // namespace quoin::app
