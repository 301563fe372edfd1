#include "media/artwork.hpp"
#include "media/artwork_handle.hpp"
#include "media/picture.hpp"
#include "media/strip_metadata.hpp"

#include <algorithm>
#include <cmath>

namespace quoin::media {

namespace {

/// Each try makes a picture that is too heavy smaller; from 4 megapixels six tries end well below 100 KB.
constexpr int most_tries = 8;
constexpr int quality_step = 10, least_quality = 65;
/// Drawings that cannot stay SVG get twice their natural size: screens have that many pixels.
constexpr double artwork_sharpness = 2;

std::optional<Bytes> keep_compressed(std::span<std::uint8_t const> bytes, PictureInfo const& info) {
    if (info.orientation != 1 || info.channels == 4 || info.bits > 8) {
        return std::nullopt;
    }
    if (info.format == PictureFormat::jpeg && (!info.has_profile || has_srgb_profile(bytes))) {
        return strip_jpeg(bytes);
    }
    if (info.format == PictureFormat::png && !info.has_profile) {
        return strip_png(bytes);
    }
    return std::nullopt;
}

bool is_opaque(Pixels const& pixels) {
    return std::all_of(pixels.alpha.begin(), pixels.alpha.end(), [](std::uint8_t alpha) { return alpha == 255; });
}

/// Lossless sources stay lossless where the limits allow; what is see-through can only be PNG.
Result<ReaderPicture> encode(Pixels const& pixels, PictureFormat format, int quality) {
    auto bytes = format == PictureFormat::png ? encode_png(pixels) : encode_jpeg(pixels, quality);
    if (!bytes) {
        return tl::make_unexpected(bytes.error());
    }
    return ReaderPicture{std::move(*bytes), format, pixels.width, pixels.height};
}

/// The size both of whose sides are `scale` of the picture's, so that its area is within the limit.
DecodeOptions screen_options(PictureInfo const& info, double scale) {
    DecodeOptions options;
    options.space = ColourSpace::screen;
    if (scale < 1) {
        options.target_width = static_cast<std::uint32_t>(std::max(1.0, std::floor(info.width * scale)));
        options.target_height = static_cast<std::uint32_t>(std::max(1.0, std::floor(info.height * scale)));
    }
    return options;
}

double area_scale(PictureInfo const& info, ReaderLimits const& limits) {
    double const area = static_cast<double>(info.width) * info.height;
    // Two pixels less a side: decode rounds up to cover its target.
    double const longest = std::max(info.width, info.height);
    double const scale = std::sqrt(static_cast<double>(limits.max_pixels) / area);
    return scale >= 1 ? 1 : scale * (1 - 2 / std::max(2.5, longest * scale));
}

Result<ReaderPicture> convert(std::span<std::uint8_t const> bytes, PictureInfo const& info, ReaderLimits const& limits,
                              std::string_view name) {
    double scale = area_scale(info, limits);
    int quality = limits.jpeg_quality;
    bool prefers_png = info.format == PictureFormat::png || info.bits == 1;
    for (int tries = 1;; ++tries) {
        auto pixels = decode(bytes, screen_options(info, scale), name);
        if (!pixels) {
            return tl::make_unexpected(pixels.error());
        }
        if (is_opaque(*pixels)) {
            pixels->alpha.clear();
        }
        bool const is_png = prefers_png || !pixels->alpha.empty();
        auto encoded = encode(*pixels, is_png ? PictureFormat::png : PictureFormat::jpeg, quality);
        if (!encoded || encoded->bytes.size() <= limits.max_bytes || tries == most_tries) {
            return encoded;
        }
        if (is_png && pixels->alpha.empty()) {
            prefers_png = false;
        } else if (!is_png && quality - quality_step >= least_quality) {
            quality -= quality_step;
        } else {
            double const excess = static_cast<double>(encoded->bytes.size()) / static_cast<double>(limits.max_bytes);
            scale *= std::min(0.85, 1 / std::sqrt(excess));
        }
    }
}

Result<ReaderPicture> prepare_artwork(std::span<std::uint8_t const> bytes, PictureInfo const& info,
                                      ReaderLimits const& limits, std::string_view name) {
    if (is_self_contained(bytes) && bytes.size() <= limits.max_bytes) {
        return ReaderPicture{Bytes(bytes.begin(), bytes.end()), PictureFormat::svg, info.width, info.height};
    }
    double const scale = std::min(
        artwork_sharpness,
        std::sqrt(static_cast<double>(limits.max_pixels) / (static_cast<double>(info.width) * info.height)) * 0.99);
    auto const pixels = rasterise_artwork(bytes, static_cast<std::uint32_t>(std::max(1.0, info.width * scale)), name);
    return pixels ? encode(*pixels, PictureFormat::png, 0) : tl::make_unexpected(pixels.error());
}

} // namespace

Result<ReaderPicture> prepare_for_reader(std::span<std::uint8_t const> bytes, ReaderLimits const& limits,
                                         std::string_view name) {
    auto const info = inspect(bytes, name);
    if (!info) {
        return tl::make_unexpected(info.error());
    }
    if (info->format == PictureFormat::svg) {
        return prepare_artwork(bytes, *info, limits, name);
    }
    if (std::uint64_t{info->width} * info->height <= limits.max_pixels) {
        auto kept = keep_compressed(bytes, *info);
        if (kept && kept->size() <= limits.max_bytes) {
            return ReaderPicture{std::move(*kept), info->format, info->width, info->height};
        }
    }
    return convert(bytes, *info, limits, name);
}

} // namespace quoin::media
