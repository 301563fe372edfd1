#pragma once
// Which importer reads a file.

#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/instructions.hpp"

#include <vector>

namespace quoin::app {

/// By the file's content first, by its name where that tells nothing. `placed` receives the decisions of the editor that were
/// found in this file.
Result<manuscript::Imported> import_file(manuscript::Source const&, manuscript::Options const&,
                                         std::vector<manuscript::Instruction> const&, FileSystem const&, SourceMap&,
                                         Diagnostics&);

} // namespace quoin::app
