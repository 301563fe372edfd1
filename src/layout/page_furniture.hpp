#pragma once
// Running heads and folios: what stands on a page besides its text. They are set once for each different text, and cannot
// change the page: the text block is where it is without them.

#include "base/pool.hpp"
#include "layout/layout_document.hpp"
#include "layout/page_frame.hpp"
#include "layout/paginate.hpp"

#include <string>
#include <vector>

namespace quoin::layout {

/// What is printed on one page; empty for nothing.
struct PageFurniture {
    std::string head, folio;
};

/// Decided page by page in order: a running head may name the last heading of the pages before.
std::vector<PageFurniture> plan_furniture(Request const&, Composition const&, Pagination const&,
                                          std::vector<std::string> const& labels);

/// Sets all texts and adds them to the pages.
void place_furniture(Request const&, Composition const&, PageFrame const&, std::vector<PageFurniture> const&,
                     std::vector<page::Page>& pages, Pool&);

} // namespace quoin::layout
