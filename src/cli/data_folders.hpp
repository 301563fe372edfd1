#pragma once
// The program's own files, found relative to the program: `share/quoin` beside `bin` when installed, the source tree above
// it while it is being built.

#include "app/build.hpp"

#include <optional>
#include <string>

namespace quoin::cli {

/// `program` is the path of the running program with links resolved.
std::optional<app::DataFolders> find_data_folders(std::string const& program);
/// The running program's own path, or argv[0] where the system does not tell it.
std::string program_path(char const* first_word);

} // namespace quoin::cli
