#pragma once
// Picture files in, plain pixels or finished picture files out. Nothing here reads a file or a clock: bytes come from the
// caller, and the same bytes give the same result. Errors have the code image-unreadable and no span; the caller, who
// knows where the source uses the picture, sets it.

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quoin::media {

enum class PictureFormat { jpeg, png, tiff, webp, svg };

/// "JPEG", for messages.
std::string_view name(PictureFormat);
/// "image/jpeg".
std::string_view media_type(PictureFormat);

/// What a picture file says of itself. Width and height are as the picture is seen, after its EXIF orientation.
struct PictureInfo {
    PictureFormat format = PictureFormat::png;
    std::uint32_t width = 0; // pixels; SVG: user units (96 an inch), rounded
    std::uint32_t height = 0;
    int channels = 3; // 1 gray, 3 RGB, 4 CMYK; alpha is not counted
    int bits = 8;     // of a channel in the file; 1 = line art
    bool has_alpha = false;
    bool has_profile = false; // an ICC profile is embedded
    bool inverted = false;    // CMYK JPEG with Adobe's APP14 marker: 255 means no ink (PDF: /Decode [1 0 1 0 1 0 1 0])
    bool has_text = false;    // SVG with text elements: drawn with whatever fonts the machine has
    int orientation = 1;      // as EXIF counts, 1 to 8; 1 = the stored pixels stand upright
    double ppi = 0;           // pixels per inch as the file states; 0 = it does not
    bool operator==(PictureInfo const&) const = default;
};

/// Reads headers only: microseconds for JPEG, PNG, TIFF and WebP; an SVG is parsed. `name` is for the message.
Result<PictureInfo> inspect(std::span<std::uint8_t const> bytes, std::string_view name);

/// Eight bits a channel, rows from the top without padding.
struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int channels = 3; // 1 gray, 3 RGB, 4 CMYK (255 = full ink)
    Bytes samples;    // width * height * channels, not multiplied by alpha
    Bytes alpha;      // width * height (255 = opaque), or empty
    Bytes profile;    // the ICC profile the samples are in, or empty: sRGB, plain gray, press CMYK
    double ppi = 0;   // as the file states; 0 = it does not
    bool operator==(Pixels const&) const = default;
};

enum class ColourSpace {
    as_stored, // gray stays gray, CMYK stays CMYK, the profile comes along
    screen     // sRGB or gray without a profile: for the screen and for reading systems
};

struct DecodeOptions {
    ColourSpace space = ColourSpace::as_stored;
    /// The picture is made smaller (never larger) to the smallest size that covers this one; 0 = as stored.
    std::uint32_t target_width = 0;
    std::uint32_t target_height = 0;
    /// A sheet A0 at 300 ppi has 140 megapixels; more in one picture is a mistake or an attack.
    std::uint64_t max_pixels = 200'000'000;
};

/// JPEG, PNG, TIFF (first page) and WebP, turned upright. A damaged, cut off or too large file is an error.
Result<Pixels> decode(std::span<std::uint8_t const> bytes, DecodeOptions const& options = {},
                      std::string_view name = "the picture");

/// No metadata, no profile; alpha is ignored. Gray, RGB (4:2:0 below quality 90, else 4:4:4), or CMYK, which is written
/// inverted with Adobe's marker, as every reader of such files expects (see PictureInfo::inverted).
Result<Bytes> encode_jpeg(Pixels const& pixels, int quality);
/// Gray or RGB, with alpha when there is some; no metadata, no profile.
Result<Bytes> encode_png(Pixels const& pixels);

/// What an EPUB's picture may be (EPUB.md, section 6): reading systems drop what is larger.
struct ReaderLimits {
    std::uint64_t max_pixels = 4'000'000;
    std::size_t max_bytes = 1'500'000; // stores take 2 MB; a quarter is kept in hand
    int jpeg_quality = 85;
};

struct ReaderPicture {
    Bytes bytes;
    PictureFormat format = PictureFormat::jpeg; // jpeg, png or svg: media_type(format)
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// The picture as a reading system gets it: upright, sRGB or gray, without metadata, within the limits; TIFF and WebP
/// become JPEG or PNG. A JPEG or PNG that is right already keeps its compressed data. SVG stays SVG unless it refers to
/// something outside itself or carries a script; then it becomes a PNG.
Result<ReaderPicture> prepare_for_reader(std::span<std::uint8_t const> bytes, ReaderLimits const& limits = {},
                                         std::string_view name = "the picture");

} // namespace quoin::media
