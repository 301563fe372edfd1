#include "media/picture.hpp"

#include "media/artwork_handle.hpp"
#include "media/picture_header.hpp"

#include <cmath>

#include <fmt/format.h>

namespace quoin::media {

namespace {

PictureInfo read_header(PictureFormat format, std::span<std::uint8_t const> bytes) {
    switch (format) {
    case PictureFormat::jpeg: return read_jpeg_header(bytes);
    case PictureFormat::png: return read_png_header(bytes);
    case PictureFormat::tiff: return read_tiff_header(bytes);
    case PictureFormat::webp: return read_webp_header(bytes);
    case PictureFormat::svg: break;
    }
    return {};
}

Result<PictureInfo> inspect_artwork(std::span<std::uint8_t const> bytes, std::string_view name) {
    auto const artwork = open_artwork(bytes, name);
    if (!artwork) {
        return tl::make_unexpected(artwork.error());
    }
    PictureInfo info;
    info.format = PictureFormat::svg;
    info.width = static_cast<std::uint32_t>(std::lround(std::max(1.0, artwork->width)));
    info.height = static_cast<std::uint32_t>(std::lround(std::max(1.0, artwork->height)));
    info.has_alpha = true; // nothing is painted behind a drawing
    info.has_text = holds_text(bytes);
    info.ppi = user_units_per_inch;
    return info;
}

} // namespace

Result<PictureInfo> inspect(std::span<std::uint8_t const> bytes, std::string_view name) {
    auto const format = recognise(bytes);
    if (!format) {
        return failure(Code::image_unreadable, {}, fmt::format("{} is not a picture this program reads", name),
                       {"use JPEG, PNG, TIFF, WebP or SVG"});
    }
    if (*format == PictureFormat::svg) {
        return inspect_artwork(bytes, name);
    }
    PictureInfo info = read_header(*format, bytes);
    if (info.width == 0 || info.height == 0) {
        return failure(Code::image_unreadable, {},
                       fmt::format("{} is a damaged {} file: it states no size", name, media::name(*format)),
                       {"export the picture again from the program it was made with"});
    }
    bool const lies_on_its_side = info.orientation >= 5;
    if (lies_on_its_side) {
        std::swap(info.width, info.height);
    }
    return info;
}

std::string_view name(PictureFormat format) {
    switch (format) {
    case PictureFormat::jpeg: return "JPEG";
    case PictureFormat::png: return "PNG";
    case PictureFormat::tiff: return "TIFF";
    case PictureFormat::webp: return "WebP";
    case PictureFormat::svg: return "SVG";
    }
    return "";
}

std::string_view media_type(PictureFormat format) {
    switch (format) {
    case PictureFormat::jpeg: return "image/jpeg";
    case PictureFormat::png: return "image/png";
    case PictureFormat::tiff: return "image/tiff";
    case PictureFormat::webp: return "image/webp";
    case PictureFormat::svg: return "image/svg+xml";
    }
    return "";
}

} // namespace quoin::media
