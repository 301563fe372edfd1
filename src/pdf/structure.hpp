#pragma once
// The structure tree of the screen edition (ISO 32000-1, 14.7): elements from the page list's tags, their content from
// the marks that the pages were written with.

#include "page/page_list.hpp"
#include "pdf/navigation.hpp"
#include "pdf/objects.hpp"
#include "pdf/page_content.hpp"

#include <vector>

namespace quoin::pdf {

/// The StructTreeRoot. Sets StructParents of the pages and StructParent of the links. Elements without content are
/// left out.
Object make_structure(QPDF&, page::PageList const&, std::vector<PageContent> const& contents,
                      std::vector<Object>& pages, std::vector<Link>& links);

/// ListNumbering (ISO 32000-1, table 347) for a list whose first label reads so.
std::string list_numbering(std::string_view first_label);

} // namespace quoin::pdf
