#pragma once
// Files beside a page.

#include "base/file_system.hpp"
#include "base/result.hpp"

#include <string>

namespace quoin::hypertext {

/// The file that a relative address means, if it lies in the page's folder. Nothing is fetched from a network.
Result<Bytes> load_beside(FileSystem const&, std::string const& page, std::string const& address);

} // namespace quoin::hypertext
