#pragma once
// What a reader clicks: named destinations, links and the outline (ISO 32000-1, 12.3 and 12.5.6.5). Screen edition
// only.

#include "page/page_list.hpp"
#include "pdf/objects.hpp"

#include <map>
#include <vector>

namespace quoin::pdf {

struct Destination {
    std::size_t page = 0;
    std::int64_t x = 0, y = 0; // thousandths of a point of the PDF page
};
/// By name; where two anchors share a name the first counts.
using Destinations = std::map<std::string, Destination>;

Destinations collect_destinations(page::PageList const&);
/// The name tree for Names/Dests.
Object make_destination_tree(QPDF&, Destinations const&, std::vector<Object> const& pages);

/// A link annotation on one page: all the lines of a link there.
struct Link {
    std::size_t page = 0;
    page::TagId tag{};
    Object annotation;
};
/// In page order; also puts the annotations on the pages. Areas that lead to no known anchor are left out: the reader
/// of the sources has reported them.
std::vector<Link> make_links(QPDF&, page::PageList const&, Destinations const&, std::vector<Object>& pages);

/// The Outlines dictionary; null when there is nothing to list.
Object make_outline(QPDF&, page::PageList const&, Destinations const&);

} // namespace quoin::pdf
