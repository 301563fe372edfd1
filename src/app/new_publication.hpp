#pragma once
// `quoin new`: a small publication that builds at once, to write over.

#include "app/outputs.hpp"
#include "base/result.hpp"
#include "model/metadata.hpp"

#include <string>
#include <vector>

namespace quoin::app {

/// The files of a starter publication; paths relative to its folder.
std::vector<OutputFile> starter_files(model::PublicationKind);
/// Writes them into a folder that must not exist or be empty. Returns the paths written.
Result<std::vector<std::string>> new_publication(model::PublicationKind, std::string const& folder);

} // namespace quoin::app
