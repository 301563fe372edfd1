#pragma once
// A picture file of a page list as a Cairo surface, and the surface stretched to its place.

#include "base/result.hpp"
#include "page/page_list.hpp"
#include "paint/cairo_handles.hpp"
#include "paint/draw_page.hpp"

namespace quoin::paint {

/// In screen colours, no finer than about `width` by `height` pixels. An error names the file and where the source uses it.
Result<Surface> picture_surface(page::Image const& image, double width, double height);

/// From the context's origin to (width, height).
void show_picture(cairo_t* context, cairo_surface_t* picture, double width, double height, Medium medium);

} // namespace quoin::paint
