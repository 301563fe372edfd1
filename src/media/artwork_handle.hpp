#pragma once
// An SVG as librsvg holds it, with its size settled.

#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include <librsvg/rsvg.h>

namespace quoin::media {

/// CSS: one px is 1/96 inch.
inline constexpr double user_units_per_inch = 96;

struct ReleaseObject {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};

struct OpenArtwork {
    std::unique_ptr<RsvgHandle, ReleaseObject> handle;
    double width = 0; // user units
    double height = 0;
};

Result<OpenArtwork> open_artwork(std::span<std::uint8_t const> svg, std::string_view name);

/// Letters in a drawing come from the machine's fonts.
bool holds_text(std::span<std::uint8_t const> svg);
/// Neither scripts nor references to other files: what an EPUB may carry as it is.
bool is_self_contained(std::span<std::uint8_t const> svg);

} // namespace quoin::media
