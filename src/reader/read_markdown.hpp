#pragma once
// One Markdown text with its front matter, read by itself: for tools and tests.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source_map.hpp"
#include "model/document.hpp"

#include <string>
#include <string_view>

namespace quoin::reader {

/// A document with the text as its only article. Pictures are looked for in the current folder of `files`.
model::Document read_markdown(std::string const& path, std::string_view text, FileSystem const& files, SourceMap&,
                              Diagnostics&);

} // namespace quoin::reader
