#include "paint/paint.hpp"

#include "paint/cairo_handles.hpp"
#include "paint/draw_page.hpp"
#include "paint/stable_ids.hpp"

#include <algorithm>
#include <cmath>

#include <cairo-svg.h>
#include <fmt/format.h>

namespace quoin::paint {

namespace {

constexpr double points_per_inch = 72;
/// A poster at 300 dpi; beyond it the request is a mistake (and Cairo ends at 32,767 a side).
constexpr double most_pixels_a_side = 20'000;
constexpr double most_pixels = 150'000'000;
/// Pictures inside an SVG are looked at enlarged.
constexpr double least_picture_dpi_in_svg = 150;

struct Area {
    Point origin;
    Size size;
};

Area drawn_area(page::PageList const& pages, Extent extent) {
    Length const bleed = extent == Extent::bleed ? pages.bleed : Length::zero();
    return {{-bleed, -bleed}, {pages.trim.width + bleed * 2, pages.trim.height + bleed * 2}};
}

Result<void> check_request(page::PageList const& pages, std::size_t page, double width, double height) {
    if (page >= pages.pages.size()) {
        return failure(Code::value_invalid, {},
                       fmt::format("there is no page {}: the last one is {}", page + 1, pages.pages.size()));
    }
    bool const is_drawable = width >= 0.5 && height >= 0.5 && width <= most_pixels_a_side &&
                             height <= most_pixels_a_side && width * height <= most_pixels;
    if (!is_drawable) {
        return failure(Code::value_invalid, {},
                       fmt::format("a page of {:.0f} by {:.0f} pixels cannot be drawn", width, height));
    }
    return {};
}

media::Pixels to_pixels(cairo_surface_t* surface, std::uint32_t width, std::uint32_t height) {
    media::Pixels pixels{width, height, 3, {}, {}, {}, 0};
    pixels.samples.resize(std::size_t{width} * height * 3);
    cairo_surface_flush(surface);
    auto const* const data = cairo_image_surface_get_data(surface);
    auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    auto* to = pixels.samples.data();
    for (std::uint32_t y = 0; y < height; ++y) {
        auto const* const row = reinterpret_cast<std::uint32_t const*>(data + y * stride);
        for (std::uint32_t x = 0; x < width; ++x) {
            *to++ = static_cast<std::uint8_t>(row[x] >> 16);
            *to++ = static_cast<std::uint8_t>(row[x] >> 8);
            *to++ = static_cast<std::uint8_t>(row[x]);
        }
    }
    return pixels;
}

void lay_paper(cairo_surface_t* surface) {
    Context const context(cairo_create(surface));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
}

Result<media::Pixels> draw(page::PageList const& pages, std::size_t page, Placement const& placement,
                           std::uint32_t width, std::uint32_t height) {
    Surface const surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
    lay_paper(surface.get());
    if (auto drawn = draw_page(pages, page, placement, surface.get()); !drawn) {
        return tl::make_unexpected(drawn.error());
    }
    return to_pixels(surface.get(), width, height);
}

cairo_status_t append_bytes(void* closure, unsigned char const* data, unsigned int length) {
    auto& bytes = *static_cast<Bytes*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<media::Pixels> draw_pixels(page::PageList const& pages, std::size_t page, PaintOptions const& options) {
    Area const area = drawn_area(pages, options.extent);
    double const scale = options.dpi / points_per_inch;
    double const width = std::round(area.size.width.in_points() * scale);
    double const height = std::round(area.size.height.in_points() * scale);
    if (auto checked = check_request(pages, page, width, height); !checked) {
        return tl::make_unexpected(checked.error());
    }
    auto pixels = draw(pages, page, {area.origin, scale, scale, 1, Medium::raster}, static_cast<std::uint32_t>(width),
                       static_cast<std::uint32_t>(height));
    if (pixels) {
        pixels->ppi = options.dpi;
    }
    return pixels;
}

Result<media::Pixels> draw_pixels(page::PageList const& pages, std::size_t page, Crop const& crop) {
    if (auto checked = check_request(pages, page, crop.width, crop.height); !checked) {
        return tl::make_unexpected(checked.error());
    }
    if (crop.size.width <= Length::zero() || crop.size.height <= Length::zero()) {
        return failure(Code::value_invalid, {}, "the part of the page to be drawn has no area");
    }
    Placement const placement{crop.origin, crop.width / crop.size.width.in_points(),
                              crop.height / crop.size.height.in_points(), 1, Medium::raster};
    return draw(pages, page, placement, crop.width, crop.height);
}

Result<Bytes> draw_png(page::PageList const& pages, std::size_t page, PaintOptions const& options) {
    auto const pixels = draw_pixels(pages, page, options);
    return pixels ? media::encode_png(*pixels) : tl::make_unexpected(pixels.error());
}

Result<Bytes> draw_svg(page::PageList const& pages, std::size_t page, PaintOptions const& options) {
    Area const area = drawn_area(pages, options.extent);
    double const width = area.size.width.in_points();
    double const height = area.size.height.in_points();
    if (auto checked = check_request(pages, page, width, height); !checked) {
        return tl::make_unexpected(checked.error());
    }
    Bytes svg;
    Surface const surface(cairo_svg_surface_create_for_stream(append_bytes, &svg, width, height));
    lay_paper(surface.get());
    double const picture_dpi = std::max(options.dpi, least_picture_dpi_in_svg);
    auto drawn =
        draw_page(pages, page, {area.origin, 1, 1, picture_dpi / points_per_inch, Medium::vector}, surface.get());
    if (!drawn) {
        return tl::make_unexpected(drawn.error());
    }
    cairo_surface_finish(surface.get());
    if (auto const status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(Code::internal_fault, {},
                       fmt::format("page {} cannot be drawn: {}", page + 1, cairo_status_to_string(status)));
    }
    return number_afresh(svg);
}

} // namespace quoin::paint
