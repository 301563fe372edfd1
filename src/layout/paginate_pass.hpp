#pragma once
// One pass over all galleys: what stands on which page when some freedoms are taken. `paginate` makes one pass without any;
// `fit_page_count` makes more when the pages are not as many as the layout asks for.

#include "layout/paginate.hpp"

#include <optional>
#include <vector>

namespace quoin::layout {

/// What may be done to a text for the sake of its number of pages.
struct Freedoms {
    std::vector<Cost> tightness;         // by galley: SearchSettings::tightness; none for those behind its end
    std::vector<std::uint32_t> left_out; // serials of optional inserts
};

/// What a galley's pages were planned from, so that it can be tried again alone.
struct PlannedGalley {
    Flow flow;
    GalleyRoom room;
    std::size_t pages = 0;
    Relaxation relaxation = Relaxation::none;
};

struct Pass {
    std::vector<PlannedPage> pages;
    std::vector<PlannedGalley> galleys;     // by number
    std::optional<std::size_t> last_matter; // the page on which a galley begins that stays last
};

Pass paginate_once(Composition const&, PaginationSettings const&, Freedoms const&);

/// The count that a layout means: with the pages of a self cover.
int page_count(std::size_t pages, PaginationSettings const&);
/// How many pages there are to be in the end, blank ones included; fewer than `count` when an exact number is exceeded.
int wanted_count(int count, style::PageCount const&);
/// Takes as few freedoms as bring the pages to what is asked for; `pass` is the best pass afterwards.
PageCountFit fit_page_count(Composition const&, PaginationSettings const&, Pass& pass);

} // namespace quoin::layout
