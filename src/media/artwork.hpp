#pragma once
// SVG artwork in, a one-page PDF or pixels out. A drawing never reaches a file or the network: it has no address that
// something in it could be relative to. Errors have the code image-unreadable and no span.

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "media/picture.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace quoin::media {

/// PDF 1.4 with one page of the drawing's own size (user units × 0.75 pt), vectors kept, colours as DeviceRGB, the same
/// bytes at every run. `pdf` imports the page as a form and maps its colours to inks.
Result<Bytes> artwork_as_pdf(std::span<std::uint8_t const> svg, std::string_view name = "the drawing");

/// RGB with alpha, `width` pixels wide, height in proportion.
Result<Pixels> rasterise_artwork(std::span<std::uint8_t const> svg, std::uint32_t width,
                                 std::string_view name = "the drawing");

} // namespace quoin::media
