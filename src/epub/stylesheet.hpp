#pragma once
// css/book.css: the layout's type choices for a page that has no size. The reader's own font, size, colours and ground
// come first: nothing of the text has a colour or an absolute size.

#include "epub/fonts.hpp"
#include "style/layout.hpp"

#include <string>

namespace quoin::epub {

std::string write_stylesheet(style::Layout const&, EmbeddedFonts const&, bool right_to_left);

} // namespace quoin::epub
