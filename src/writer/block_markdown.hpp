#pragma once
// Blocks as lines of Markdown. In: blocks in canonical form. Out: lines without their ends.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::writer {

using TextLines = std::vector<std::string>;

TextLines block_lines(model::Document const&, model::Blocks const&);
/// Definitions of the notes that these blocks and rows call, in the order of their numbers.
TextLines note_lines(model::Document const&, std::vector<std::size_t> const& notes);
std::string joined(TextLines const&);

} // namespace quoin::writer
