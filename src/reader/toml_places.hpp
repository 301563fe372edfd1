#pragma once
// From toml++'s places to ours.

#include "reader/markdown_leaf.hpp"

#include <toml++/toml.h>

namespace quoin::reader {

Span toml_span(Lines const&, FileId, toml::source_region const&);

} // namespace quoin::reader
