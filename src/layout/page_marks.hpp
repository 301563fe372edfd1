#pragma once
// Where each page begins in the running text, for the page list of the EPUB.

#include "layout/paginate.hpp"
#include "model/document.hpp"
#include "model/page_marks.hpp"

#include <string>
#include <vector>

namespace quoin::layout {

/// One mark for each page that is not blank. Those of the layout's own making (title page, contents, index) say what they hold
/// instead of a place in the text.
model::PageMarks page_marks(model::Document const&, Composition const&, Pagination const&,
                            std::vector<std::string> const& labels);

} // namespace quoin::layout
