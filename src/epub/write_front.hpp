#pragma once
// The pages that the manifest makes: cover, title page, imprint.

#include "epub/writer.hpp"

namespace quoin::epub {

void write_cover_page(Writer&, std::string const& alternative);
void write_title_page(Writer&);
/// The imprint's own text, then what the manifest states and the text does not say already.
void write_imprint(Writer&);

/// The path of the cover picture below EPUB/.
inline constexpr char const* cover_path = "images/cover.jpg";

} // namespace quoin::epub
