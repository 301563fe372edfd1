#pragma once
// Where the articles of an e-book begin, and which of its documents are no text.

#include "hypertext/epub_package.hpp"
#include "hypertext/pages.hpp"

namespace quoin::hypertext {

/// Fills `Pages::starts` and `Page::is_text`; names what is left out: cover, title page, contents, page numbers.
void find_epub_starts(Pages&, EpubPackage const&, manuscript::Imported&);

} // namespace quoin::hypertext
