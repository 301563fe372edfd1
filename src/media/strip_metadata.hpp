#pragma once
// A finished JPEG or PNG in, the same compressed picture without comments, cameras, places and dates out.

#include "base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace quoin::media {

/// Nothing when the file is cut off or not built as it should be; decoding it will tell what is wrong.
std::optional<Bytes> strip_jpeg(std::span<std::uint8_t const> bytes);
std::optional<Bytes> strip_png(std::span<std::uint8_t const> bytes);

/// Whether the ICC profile of a JPEG is sRGB by its own description, so that leaving it out changes no colour.
bool has_srgb_profile(std::span<std::uint8_t const> jpeg);

} // namespace quoin::media
