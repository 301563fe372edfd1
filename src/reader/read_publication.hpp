#pragma once
// The front door of this stage. In: a publication's folder. Out: its model, one document a language edition.

#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "model/document.hpp"

#include <string>

namespace quoin::reader {

/// Errors in the texts are reported and never stop the reading. Fails only without a manifest that can be read.
Result<model::Publication> read_publication(std::string const& folder, FileSystem const&, SourceMap&, Diagnostics&);

} // namespace quoin::reader
