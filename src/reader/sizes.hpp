#pragma once
// How wide and high things may be said to be in a text.

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

/// "40mm", "11pt", "1.5em", "3cm", "2in".
bool is_length(std::string_view);
/// "column", "half", "full", "60mmx40mm".
bool is_insert_size(std::string_view);
/// Sizes with spaces between them; what is none is reported and left out.
std::vector<std::string> insert_sizes(std::string_view, Span, Diagnostics&);
/// "column", "page", "40mm", "60%".
bool is_figure_width(std::string_view);

} // namespace quoin::reader
