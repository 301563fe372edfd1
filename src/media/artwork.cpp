#include "media/artwork.hpp"

#include "media/artwork_handle.hpp"

#include <algorithm>
#include <cmath>

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

namespace quoin::media {

namespace {

constexpr double points_per_user_unit = 72 / user_units_per_inch;
/// ISO 32000-1, annex C: a page has at most 14,400 units a side. Larger drawings are made smaller; they scale anyway.
constexpr double largest_page_side = 14'400;
/// Cairo's image surfaces end at 32,767 pixels a side.
constexpr std::uint32_t largest_pixel_side = 32'000;
constexpr std::uint64_t most_pixels = 100'000'000;

struct ReleaseSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ReleaseContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, ReleaseSurface>;
using Context = std::unique_ptr<cairo_t, ReleaseContext>;

cairo_status_t append_bytes(void* closure, unsigned char const* data, unsigned int length) {
    auto& bytes = *static_cast<Bytes*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

Failure undrawable(std::string_view name, std::string_view why) {
    return failure(Code::image_unreadable, {}, fmt::format("{} cannot be drawn: {}", name, why),
                   {"open the drawing in its program and export it as plain SVG"});
}

/// The drawing over the whole of the surface. Empty text: it went well.
std::string render(OpenArtwork const& artwork, cairo_surface_t* surface, double width, double height) {
    Context const context(cairo_create(surface));
    RsvgRectangle const viewport{0, 0, width, height};
    GError* error = nullptr;
    if (!rsvg_handle_render_document(artwork.handle.get(), context.get(), &viewport, &error)) {
        std::string why = error != nullptr ? error->message : "unknown fault";
        g_clear_error(&error);
        return why;
    }
    auto const status = cairo_status(context.get());
    return status == CAIRO_STATUS_SUCCESS ? std::string() : cairo_status_to_string(status);
}

/// Cairo keeps colours multiplied by alpha, in the machine's byte order: 0xAARRGGBB.
Pixels separate_alpha(cairo_surface_t* surface, std::uint32_t width, std::uint32_t height) {
    Pixels pixels{width, height, 3, {}, {}, {}, 0};
    pixels.samples.reserve(std::size_t{width} * height * 3);
    pixels.alpha.reserve(std::size_t{width} * height);
    auto const* const data = cairo_image_surface_get_data(surface);
    auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    for (std::uint32_t y = 0; y < height; ++y) {
        auto const* const row = reinterpret_cast<std::uint32_t const*>(data + y * stride);
        for (std::uint32_t x = 0; x < width; ++x) {
            std::uint32_t const alpha = row[x] >> 24;
            for (int shift = 16; shift >= 0; shift -= 8) {
                std::uint32_t const multiplied = row[x] >> shift & 0xFFU;
                std::uint32_t const plain = alpha == 0 ? 0 : (multiplied * 255 + alpha / 2) / alpha;
                pixels.samples.push_back(static_cast<std::uint8_t>(std::min(plain, 255U)));
            }
            pixels.alpha.push_back(static_cast<std::uint8_t>(alpha));
        }
    }
    return pixels;
}

} // namespace

Result<Bytes> artwork_as_pdf(std::span<std::uint8_t const> svg, std::string_view name) {
    auto const artwork = open_artwork(svg, name);
    if (!artwork) {
        return tl::make_unexpected(artwork.error());
    }
    double const largest = std::max(artwork->width, artwork->height);
    double const scale = std::min(points_per_user_unit, largest_page_side / largest);
    double const width = artwork->width * scale;
    double const height = artwork->height * scale;
    Bytes pdf;
    Surface const surface(cairo_pdf_surface_create_for_stream(append_bytes, &pdf, width, height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4); // X-1a takes no later one
    // Without it Cairo asks the clock. The date never reaches our own PDF, which takes only the page's content.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1980-01-01T00:00:00Z");
    if (auto const why = render(*artwork, surface.get(), width, height); !why.empty()) {
        return undrawable(name, why);
    }
    cairo_surface_finish(surface.get());
    if (auto const status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return undrawable(name, cairo_status_to_string(status));
    }
    return pdf;
}

Result<Pixels> rasterise_artwork(std::span<std::uint8_t const> svg, std::uint32_t width, std::string_view name) {
    auto const artwork = open_artwork(svg, name);
    if (!artwork) {
        return tl::make_unexpected(artwork.error());
    }
    double const exact_height = width * artwork->height / artwork->width;
    if (width == 0 || width > largest_pixel_side || exact_height > largest_pixel_side ||
        exact_height * width > static_cast<double>(most_pixels)) {
        return undrawable(name, fmt::format("{} by {:.0f} pixels are too many", width, exact_height));
    }
    auto const height = static_cast<std::uint32_t>(std::max(1L, std::lround(exact_height)));
    Surface const surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
    if (auto const why = render(*artwork, surface.get(), width, height); !why.empty()) {
        return undrawable(name, why);
    }
    cairo_surface_flush(surface.get());
    return separate_alpha(surface.get(), width, height);
}

} // namespace quoin::media
