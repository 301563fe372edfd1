#pragma once
// One finished page in, a picture of it out: for previews, tests, thumbnails and the EPUB's cover. Screen colours of the
// inks; links and anchors are not drawn. Errors: a font or picture that cannot be drawn.

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "media/picture.hpp"
#include "page/page_list.hpp"

#include <cstddef>
#include <cstdint>

namespace quoin::paint {

enum class Extent { trim, bleed };

struct PaintOptions {
    double dpi = 96;
    Extent extent = Extent::trim; // bleed: the page with what is cut off after printing
};

/// A rectangle of the page (origin: top left corner of the trim, y down) and the pixels it becomes.
struct Crop {
    Point origin;
    Size size;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// RGB on white paper.
Result<media::Pixels> draw_pixels(page::PageList const& pages, std::size_t page, PaintOptions const& options);
Result<media::Pixels> draw_pixels(page::PageList const& pages, std::size_t page, Crop const& crop);
Result<Bytes> draw_png(page::PageList const& pages, std::size_t page, PaintOptions const& options);
/// Vectors with glyphs as symbols; pictures and SVG artwork embedded as pixels at `dpi`, 150 at least.
Result<Bytes> draw_svg(page::PageList const& pages, std::size_t page, PaintOptions const& options);

} // namespace quoin::paint
