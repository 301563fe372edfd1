#pragma once
// What holds for every import, whatever was read.

#include "base/result.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

namespace quoin {

/// Aborts when a span lies outside of its text.
void check_imported(Result<manuscript::Imported>, SourceMap const&);

} // namespace quoin
