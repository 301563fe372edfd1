#include "paint/draw_picture.hpp"

#include "media/artwork.hpp"
#include "media/picture.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace quoin::paint {

namespace {

/// Cairo's image surfaces end at 32,767 pixels a side; a preview never needs as many.
constexpr double most_pixels_a_side = 16'000;

std::uint32_t to_pixels(double length) {
    return static_cast<std::uint32_t>(std::clamp(std::ceil(length), 1.0, most_pixels_a_side));
}

Result<media::Pixels> picture_pixels(page::Image const& image, double width, double height) {
    if (!image.bytes || image.bytes->empty()) {
        return failure(Code::image_unreadable, image.span, fmt::format("{} has not been read", image.path));
    }
    if (image.kind == page::ImageKind::artwork) {
        return media::rasterise_artwork(*image.bytes, to_pixels(width), image.path);
    }
    media::DecodeOptions options;
    options.space = media::ColourSpace::screen;
    options.target_width = to_pixels(width);
    options.target_height = to_pixels(height);
    return media::decode(*image.bytes, options, image.path);
}

/// Cairo wants colours multiplied by alpha, four bytes a pixel in the machine's order.
void fill_surface(cairo_surface_t* surface, media::Pixels const& pixels) {
    cairo_surface_flush(surface);
    auto* const data = cairo_image_surface_get_data(surface);
    auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    auto const channels = static_cast<std::size_t>(pixels.channels);
    bool const is_gray = pixels.channels == 1;
    for (std::size_t y = 0, index = 0; y < pixels.height; ++y) {
        auto* const row = reinterpret_cast<std::uint32_t*>(data + y * stride);
        for (std::size_t x = 0; x < pixels.width; ++x, ++index) {
            std::uint32_t const alpha = pixels.alpha.empty() ? 255U : pixels.alpha[index];
            std::uint32_t value = alpha;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                std::uint32_t const sample = pixels.samples[index * channels + (is_gray ? 0 : channel)];
                value = value << 8 | (sample * alpha + 127) / 255;
            }
            row[x] = value;
        }
    }
    cairo_surface_mark_dirty(surface);
}

} // namespace

Result<Surface> picture_surface(page::Image const& image, double width, double height) {
    auto pixels = picture_pixels(image, width, height);
    if (!pixels) {
        Diagnostic diagnostic = pixels.error();
        diagnostic.span = image.span;
        return Failure(std::move(diagnostic));
    }
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(pixels->width),
                                               static_cast<int>(pixels->height)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        return failure(Code::image_unreadable, image.span, fmt::format("{} is too large to be drawn", image.path));
    }
    fill_surface(surface.get(), *pixels);
    return surface;
}

void show_picture(cairo_t* context, cairo_surface_t* picture, double width, double height, Medium medium) {
    cairo_save(context);
    cairo_scale(context, width / cairo_image_surface_get_width(picture),
                height / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(context, picture, 0, 0);
    if (medium == Medium::vector) {
        cairo_paint(context); // an image element; filling a shape with it would make a pattern with seams
        cairo_restore(context);
        return;
    }
    // Without it the edge pixels mix with nothing and a full-bleed picture gets a pale frame.
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
    cairo_new_path(context);
    cairo_rectangle(context, 0, 0, cairo_image_surface_get_width(picture), cairo_image_surface_get_height(picture));
    cairo_fill(context);
    cairo_restore(context);
}

} // namespace quoin::paint
