#include "media/picture_header.hpp"

#include "media/byte_view.hpp"
#include "media/tiff_directory.hpp"

namespace quoin::media {

namespace {

constexpr double inches_per_metre = 1 / 0.0254;
/// Prologue, comments and an embedded DTD stand before the root of an SVG; 4 KB of them is generous.
constexpr std::size_t svg_search_length = 4096;

constexpr std::uint8_t marker_app0 = 0xE0, marker_app1 = 0xE1, marker_app2 = 0xE2, marker_app14 = 0xEE;
constexpr std::uint8_t marker_start_of_scan = 0xDA, marker_end = 0xD9;

bool is_jpeg_frame(std::uint8_t marker) {
    // SOF0 to SOF15 but for DHT, JPG and DAC, which share the range (ITU-T T.81, table B.1).
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

void read_jpeg_segment(JpegSegment const& segment, PictureInfo& info) {
    ByteView const body(segment.body, ByteOrder::big);
    if (is_jpeg_frame(segment.marker)) {
        info.bits = static_cast<int>(body.u8(0));
        info.height = body.u16(1);
        info.width = body.u16(3);
        info.channels = static_cast<int>(body.u8(5));
    } else if (segment.marker == marker_app0 && body.has(0, "JFIF")) {
        double const density = body.u16(8);
        double const inch = body.u8(7) == 1 ? 1.0 : body.u8(7) == 2 ? 2.54 : 0.0;
        info.ppi = density * inch;
    } else if (is_exif(segment)) {
        TiffDirectory const directory(segment.body.subspan(6));
        info.orientation = directory.orientation();
        if (info.ppi <= 0) {
            info.ppi = directory.ppi();
        }
    } else if (is_profile(segment)) {
        info.has_profile = true;
    } else if (segment.marker == marker_app14 && body.has(0, "Adobe")) {
        info.inverted = true;
    }
}

void read_vp8x(ByteView const& file, PictureInfo& info) {
    info.width = file.u24(24) + 1;
    info.height = file.u24(27) + 1;
    info.has_profile = (file.u8(20) & 0x20U) != 0;
    info.has_alpha = (file.u8(20) & 0x10U) != 0;
    for (std::size_t at = 12; at + 8 <= file.size();) {
        std::size_t const length = file.u32(at + 4);
        if (file.has(at, "EXIF")) {
            info.orientation = exif_orientation(file.part(at + 8, length));
        }
        at += 8 + length + length % 2;
    }
}

void read_png_chunk(ByteView const& file, std::size_t at, PictureInfo& info) {
    if (file.has(at + 4, "iCCP")) {
        info.has_profile = true;
    } else if (file.has(at + 4, "tRNS")) {
        info.has_alpha = true;
    } else if (file.has(at + 4, "pHYs") && file.u8(at + 16) == 1) {
        info.ppi = file.u32(at + 8) / inches_per_metre;
    } else if (file.has(at + 4, "eXIf")) {
        info.orientation = exif_orientation(file.part(at + 8, file.u32(at)));
    }
}

} // namespace

std::optional<PictureFormat> recognise(std::span<std::uint8_t const> bytes) {
    ByteView const file(bytes, ByteOrder::big);
    using namespace std::string_view_literals;
    if (file.has(0, "\xFF\xD8\xFF"sv)) {
        return PictureFormat::jpeg;
    }
    if (file.has(0, "\x89PNG\r\n\x1A\n"sv)) {
        return PictureFormat::png;
    }
    if (file.has(0, "II*\0"sv) || file.has(0, "MM\0*"sv)) {
        return PictureFormat::tiff;
    }
    if (file.has(0, "RIFF"sv) && file.has(8, "WEBP"sv)) {
        return PictureFormat::webp;
    }
    bool const is_svg = file.text(0, svg_search_length).find("<svg") != std::string_view::npos;
    return is_svg ? std::optional(PictureFormat::svg) : std::nullopt;
}

std::optional<JpegSegment> jpeg_segment(std::span<std::uint8_t const> bytes, std::size_t at) {
    ByteView const file(bytes, ByteOrder::big);
    if (file.u8(at) != 0xFF) {
        return std::nullopt;
    }
    std::size_t marker_at = at + 1;
    while (file.u8(marker_at) == 0xFF) {
        ++marker_at; // fill bytes may stand before a marker
    }
    auto const marker = static_cast<std::uint8_t>(file.u8(marker_at));
    std::size_t const length = file.u16(marker_at + 1);
    if (marker == 0 || marker == marker_start_of_scan || marker == marker_end || length < 2) {
        return std::nullopt;
    }
    return JpegSegment{marker, at, marker_at + 1 + length, file.part(marker_at + 3, length - 2)};
}

bool is_exif(JpegSegment const& segment) {
    using namespace std::string_view_literals;
    return segment.marker == marker_app1 && ByteView(segment.body, ByteOrder::big).has(0, "Exif\0\0"sv);
}

bool is_profile(JpegSegment const& segment) {
    using namespace std::string_view_literals;
    return segment.marker == marker_app2 && ByteView(segment.body, ByteOrder::big).has(0, "ICC_PROFILE\0"sv);
}

PictureInfo read_jpeg_header(std::span<std::uint8_t const> bytes) {
    PictureInfo info;
    info.format = PictureFormat::jpeg;
    for (auto segment = jpeg_segment(bytes, 2); segment; segment = jpeg_segment(bytes, segment->next)) {
        read_jpeg_segment(*segment, info);
    }
    info.inverted = info.inverted && info.channels == 4;
    return info;
}

PictureInfo read_png_header(std::span<std::uint8_t const> bytes) {
    PictureInfo info;
    info.format = PictureFormat::png;
    ByteView const file(bytes, ByteOrder::big);
    if (!file.has(12, "IHDR")) {
        return info;
    }
    info.width = file.u32(16);
    info.height = file.u32(20);
    std::uint32_t const colour_type = file.u8(25);
    bool const has_palette = colour_type == 3;
    info.bits = has_palette ? 8 : static_cast<int>(file.u8(24));
    info.channels = (colour_type & 2U) != 0 ? 3 : 1;
    info.has_alpha = (colour_type & 4U) != 0;
    for (std::size_t at = 8; at + 12 <= file.size() && !file.has(at + 4, "IDAT");
         at += 12 + std::size_t{file.u32(at)}) {
        read_png_chunk(file, at, info);
    }
    return info;
}

PictureInfo read_webp_header(std::span<std::uint8_t const> bytes) {
    PictureInfo info;
    info.format = PictureFormat::webp;
    ByteView const file(bytes, ByteOrder::little);
    if (file.has(12, "VP8 ")) {
        info.width = file.u16(26) & 0x3FFFU;
        info.height = file.u16(28) & 0x3FFFU;
    } else if (file.has(12, "VP8L") && file.u8(20) == 0x2F) {
        std::uint32_t const packed = file.u32(21);
        info.width = (packed & 0x3FFFU) + 1;
        info.height = (packed >> 14 & 0x3FFFU) + 1;
        info.has_alpha = (packed >> 28 & 1U) != 0;
    } else if (file.has(12, "VP8X") && file.size() >= 30) {
        read_vp8x(file, info);
    }
    return info;
}

PictureInfo read_tiff_header(std::span<std::uint8_t const> bytes) {
    PictureInfo info;
    info.format = PictureFormat::tiff;
    TiffDirectory const directory(bytes);
    info.width = directory.number(TiffTag::width, 0);
    info.height = directory.number(TiffTag::height, 0);
    info.bits = static_cast<int>(directory.number(TiffTag::bits, 1));
    auto const samples = directory.number(TiffTag::samples, 1);
    auto const photometric = directory.number(TiffTag::photometric, 1);
    std::uint32_t const colours = photometric <= 1 ? 1 : photometric == 5 ? 4 : 3;
    info.channels = static_cast<int>(colours);
    bool const has_palette = photometric == 3;
    info.has_alpha = !has_palette && samples > colours;
    info.has_profile = directory.number(TiffTag::profile, 0) != 0;
    info.orientation = directory.orientation();
    info.ppi = directory.ppi();
    return info;
}

int exif_orientation(std::span<std::uint8_t const> exif) {
    using namespace std::string_view_literals;
    bool const prefixed = ByteView(exif, ByteOrder::big).has(0, "Exif\0\0"sv); // some WebP writers copy JPEG's prefix
    return TiffDirectory(prefixed ? exif.subspan(6) : exif).orientation();
}

} // namespace quoin::media
