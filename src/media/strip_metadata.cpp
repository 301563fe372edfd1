#include "media/strip_metadata.hpp"

#include "media/byte_view.hpp"
#include "media/picture_header.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace quoin::media {

namespace {

constexpr std::uint32_t marker_app0 = 0xE0, marker_app14 = 0xEE, marker_app15 = 0xEF, marker_comment = 0xFE;
constexpr std::uint32_t marker_end = 0xD9;

/// JFIF and Adobe's APP14 say how the colours are stored; everything else called "application" only talks about it.
bool is_needed(JpegSegment const& segment) {
    ByteView const body(segment.body, ByteOrder::big);
    if (segment.marker == marker_app0) {
        return body.has(0, "JFIF");
    }
    if (segment.marker == marker_app14) {
        return body.has(0, "Adobe");
    }
    bool const is_application_data = segment.marker > marker_app0 && segment.marker <= marker_app15;
    return !is_application_data && segment.marker != marker_comment;
}

bool is_restart_or_stuffing(std::uint32_t marker) { return marker == 0 || (marker >= 0xD0 && marker <= 0xD7); }

/// Offset behind EOI, from the first SOS on. What follows it (a camera's second picture) does not belong to the picture.
std::optional<std::size_t> end_of_scans(ByteView const& file, std::size_t at) {
    while (at + 1 < file.size()) {
        if (file.u8(at) != 0xFF || file.u8(at + 1) == 0xFF || is_restart_or_stuffing(file.u8(at + 1))) {
            ++at;
        } else if (file.u8(at + 1) == marker_end) {
            return at + 2;
        } else {
            at += 2 + std::size_t{file.u16(at + 2)}; // the next scan's tables and header
        }
    }
    return std::nullopt;
}

void append(Bytes& to, std::span<std::uint8_t const> part) { to.insert(to.end(), part.begin(), part.end()); }

} // namespace

std::optional<Bytes> strip_jpeg(std::span<std::uint8_t const> bytes) {
    ByteView const file(bytes, ByteOrder::big);
    Bytes stripped;
    append(stripped, file.part(0, 2));
    std::size_t scans = 2;
    for (auto segment = jpeg_segment(bytes, 2); segment; segment = jpeg_segment(bytes, segment->next)) {
        if (is_needed(*segment)) {
            append(stripped, file.part(segment->at, segment->next - segment->at));
        }
        scans = segment->next;
    }
    auto const end = end_of_scans(file, scans);
    if (!end) {
        return std::nullopt;
    }
    append(stripped, file.part(scans, *end - scans));
    return stripped;
}

std::optional<Bytes> strip_png(std::span<std::uint8_t const> bytes) {
    constexpr std::array<std::string_view, 8> needed{"IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "IDAT", "IEND"};
    constexpr std::size_t signature_length = 8, frame_length = 12; // of a chunk: length, name, check sum
    ByteView const file(bytes, ByteOrder::big);
    Bytes stripped;
    append(stripped, file.part(0, signature_length));
    for (std::size_t at = signature_length; at + frame_length <= file.size();) {
        std::size_t const length = frame_length + file.u32(at);
        auto const chunk = file.text(at + 4, 4);
        if (length > file.size() - at) {
            return std::nullopt;
        }
        if (std::find(needed.begin(), needed.end(), chunk) != needed.end()) {
            append(stripped, file.part(at, length));
        }
        if (chunk == "IEND") {
            return stripped;
        }
        at += length;
    }
    return std::nullopt;
}

bool has_srgb_profile(std::span<std::uint8_t const> jpeg) {
    using namespace std::string_view_literals;
    for (auto segment = jpeg_segment(jpeg, 2); segment; segment = jpeg_segment(jpeg, segment->next)) {
        if (!is_profile(*segment)) {
            continue;
        }
        auto const body = ByteView(segment->body, ByteOrder::big).text(0, segment->body.size());
        bool const by_ascii = body.find("sRGB"sv) != std::string_view::npos;       // profiles of version 2
        bool const by_utf16 = body.find("s\0R\0G\0B"sv) != std::string_view::npos; // version 4
        return by_ascii || by_utf16;
    }
    return false;
}

} // namespace quoin::media
