#pragma once
// The structure tree of a tagged file, in its own order.

#include "preflight/pdf_facts.hpp"
#include "preflight/qpdf.hpp"

#include <map>

namespace quoin::preflight {

/// By object and generation number of pages.
using PageNumbers = std::map<std::pair<int, int>, std::size_t>;

/// Needs the marked text of the pages. A tree that leads back to itself is read once.
StructureFacts read_structure(QPDF& file, std::vector<PageFacts> const& pages, PageNumbers const& numbers);

} // namespace quoin::preflight
