#pragma once
// A content stream's operators run without drawing: what they show as text, in which inks, how thin, where.

#include "preflight/resources.hpp"

#include <string_view>

namespace quoin::preflight {

/// Adds what the stream does to the page's text, pictures and paint. `images` are those of the file.
void read_content(std::string_view content, Resources const& resources, std::vector<FontFact> const& fonts,
                  std::vector<ImageFact> const& images, PageFacts& page);

} // namespace quoin::preflight
