#pragma once
// A document composed and paginated until its page numbers are true, and, where the layout asks for a number of pages that
// paragraphs and optional inserts alone do not give, again with inserts of other sizes or on another grid.

#include "layout/compose.hpp"
#include "layout/paginate.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::layout {

struct Settled {
    Composition composition;
    Pagination pagination;
    std::vector<std::string> labels;
    Diagnostics unstable; // page numbers
};

/// What was settled, and the layout and sizes it was settled with.
struct Fitted {
    style::Layout layout;
    std::map<std::uint32_t, std::string> insert_sizes; // Request::insert_sizes
    Settled settled;
};

Fitted settle_document(Request const&, Pool&);

} // namespace quoin::layout
