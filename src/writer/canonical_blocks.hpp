#pragma once
// Blocks in canonical form: lists as their markers make them, tables as grids, nothing empty.

#include "model/document.hpp"

namespace quoin::writer {

/// `lowest_heading`: 2 where `#` is the article's title.
model::Blocks canonical_blocks(model::Blocks, int lowest_heading);

} // namespace quoin::writer
