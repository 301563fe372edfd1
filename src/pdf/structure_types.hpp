#pragma once
// Structure types of PDF 1.7 (ISO 32000-1, 14.8.4) for the roles of a page list.

#include "page/tag.hpp"

#include <string_view>

namespace quoin::pdf {

/// "P", "H1", "Sect". Article and Section are both Sect: PDF/UA readers know Art, but not how to list it.
std::string_view structure_type(page::TagRole);

} // namespace quoin::pdf
