#pragma once
// The headers of raster picture files, read without their libraries: loading libvips costs more than a whole page
// (docs/adr/0002-libvips-on-demand.md), and the layout needs only the size.

#include "media/picture.hpp"

#include <optional>
#include <span>

namespace quoin::media {

/// Told by the first bytes, never by the file's name. SVG: "<svg" in the first kilobytes.
std::optional<PictureFormat> recognise(std::span<std::uint8_t const> bytes);

/// Width 0 when the header is damaged. Width and height as stored: `orientation` is not applied yet.
PictureInfo read_jpeg_header(std::span<std::uint8_t const> bytes);
PictureInfo read_png_header(std::span<std::uint8_t const> bytes);
PictureInfo read_webp_header(std::span<std::uint8_t const> bytes);
PictureInfo read_tiff_header(std::span<std::uint8_t const> bytes);

/// The orientation that EXIF data (a TIFF file without a picture) states; 1 when it states none.
int exif_orientation(std::span<std::uint8_t const> exif);

/// One piece of a JPEG before its scan data. `body` is what follows the length field.
struct JpegSegment {
    std::uint8_t marker = 0;
    std::size_t at = 0;   // of the byte 0xFF
    std::size_t next = 0; // first byte behind the segment
    std::span<std::uint8_t const> body;
};
/// The segment at `at`, or nothing at the start of the scan data (SOS) and where the file is damaged.
std::optional<JpegSegment> jpeg_segment(std::span<std::uint8_t const> bytes, std::size_t at);
bool is_exif(JpegSegment const& segment);
bool is_profile(JpegSegment const& segment);

} // namespace quoin::media
