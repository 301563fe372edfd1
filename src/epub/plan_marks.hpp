#pragma once
// The first words of the printed pages become places where XHTML allows a marker.

#include "epub/plan.hpp"

#include <set>

namespace quoin::epub {

/// Fills Plan::page_marks and Plan::contents_marks. `serials` are the blocks that may bear a marker; a mark elsewhere (in a
/// note, on a page without text) moves to the next text, as EPUB.md section 4 wants it.
void place_page_marks(model::Document const&, model::PageMarks const&, std::set<std::uint32_t> const& serials, Plan&,
                      Diagnostics&);

} // namespace quoin::epub
