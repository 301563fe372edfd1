#pragma once
// The items of one page onto a Cairo surface.

#include "base/result.hpp"
#include "page/page_list.hpp"
#include "paint/cairo_handles.hpp"

#include <cstddef>

namespace quoin::paint {

enum class Medium { raster, vector };

/// Where the page lies on the surface: what is at `origin` comes to its top left corner.
struct Placement {
    Point origin;
    double scale_x = 1; // surface units a point
    double scale_y = 1;
    double pixels_per_unit = 1; // how finely embedded pictures are drawn
    Medium medium = Medium::raster;
};

/// Items draw over what is there; paper is the caller's.
Result<void> draw_page(page::PageList const& pages, std::size_t page, Placement const& placement,
                       cairo_surface_t* surface);

} // namespace quoin::paint
