#pragma once
// What the page search decided, in words: notices for every page, diagnostics for every rule it had to bend.

#include "layout/paginate.hpp"

#include <string>
#include <vector>

namespace quoin::layout {

/// "column 2: one line short; ends in a hyphen (cost 650)", in order of columns.
std::vector<std::string> page_notices(Composition const&, PlannedPage const&);

/// Reports page-relaxed and insert-too-tall. `labels` name the pages.
void report_pages(Composition const&, Pagination const&, std::vector<std::string> const& labels, Diagnostics&);

/// Figures for the whole: how many paragraphs were set looser or tighter than they like, and the like.
std::vector<std::string> summary(Composition const&, Pagination const&);

} // namespace quoin::layout
