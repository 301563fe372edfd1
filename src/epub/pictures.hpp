#pragma once
// The publication's pictures as reading systems take them.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/pool.hpp"
#include "epub/book.hpp"

#include <map>

namespace quoin::epub {

struct PreparedPicture {
    Picture picture;
    Bytes bytes;
};

/// By AssetId. A picture that cannot be read is an error at its first use, and has no path.
std::map<std::uint32_t, PreparedPicture> prepare_pictures(model::Document const&,
                                                          std::vector<std::uint32_t> const& used, FileSystem const&,
                                                          Pool&, Diagnostics&);

} // namespace quoin::epub
