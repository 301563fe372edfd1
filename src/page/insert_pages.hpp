#pragma once
// Pages of one list put among those of another: self covers become the interior's first and last page.

#include "page/page_list.hpp"

#include <cstddef>

namespace quoin::page {

/// Puts `from.pages[index]` before `into.pages[at]`. Inks are matched by content and added where missing, pictures are
/// added, tags become children of the document; both lists must name the same fonts in the same order.
void insert_page(PageList& into, std::size_t at, PageList const& from, std::size_t index);

} // namespace quoin::page
