#pragma once
// Small pictures made in the tests: nothing to keep in the repository, nothing to read from the disk.

#include "media/picture.hpp"

#include <string_view>

namespace quoin::media::test {

inline Pixels even_pixels(std::uint32_t width, std::uint32_t height, Bytes const& colour) {
    Pixels pixels{width, height, static_cast<int>(colour.size()), {}, {}, {}, 0};
    for (std::size_t count = std::size_t{width} * height; count > 0; --count) {
        pixels.samples.insert(pixels.samples.end(), colour.begin(), colour.end());
    }
    return pixels;
}

/// Left half dark, right half light: shows which way up a picture is.
inline Pixels two_halves(std::uint32_t width, std::uint32_t height) {
    Pixels pixels = even_pixels(width, height, {20, 20, 20});
    for (std::uint32_t y = 0; y < height; ++y) {
        for (std::uint32_t x = width / 2; x < width; ++x) {
            for (std::size_t channel = 0; channel < 3; ++channel) {
                pixels.samples[(std::size_t{y} * width + x) * 3 + channel] = 230;
            }
        }
    }
    return pixels;
}

/// Values no compressor can foresee, the same at every run.
inline Pixels noise(std::uint32_t width, std::uint32_t height, int channels) {
    Pixels pixels = even_pixels(width, height, Bytes(static_cast<std::size_t>(channels)));
    std::uint32_t state = 12345;
    for (auto& sample : pixels.samples) {
        state = state * 1664525 + 1013904223;
        sample = static_cast<std::uint8_t>(state >> 24);
    }
    return pixels;
}

inline Bytes join(Bytes front, std::string_view middle, Bytes const& whole, std::size_t from) {
    front.insert(front.end(), middle.begin(), middle.end());
    front.insert(front.end(), whole.begin() + static_cast<std::ptrdiff_t>(from), whole.end());
    return front;
}

/// A JPEG with EXIF data that states an orientation and a comment that nobody should see.
inline Bytes jpeg_with_exif(Bytes const& jpeg, char orientation) {
    using namespace std::string_view_literals;
    std::string exif("\xFF\xE1\x00\x22"
                     "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0O\0\0\0\0\0\0\0"
                     "\xFF\xFE\x00\x08secret"sv);
    exif[exif.find('O')] = orientation;
    return join(Bytes(jpeg.begin(), jpeg.begin() + 2), exif, jpeg, 2);
}

/// An uncompressed TIFF, 4 by 2, one strip of RGB with `orientation`, at 300 ppi.
inline Bytes small_tiff(std::uint8_t orientation) {
    Bytes tiff{'I', 'I', 42, 0, 8, 0, 0, 0, 12, 0};
    auto const entry = [&](int tag, int type, int count, int value) {
        for (int shift : {0, 8}) {
            tiff.push_back(static_cast<std::uint8_t>(tag >> shift));
        }
        tiff.push_back(static_cast<std::uint8_t>(type));
        tiff.push_back(0);
        for (int number : {count, value}) {
            for (int shift : {0, 8, 16, 24}) {
                tiff.push_back(static_cast<std::uint8_t>(number >> shift));
            }
        }
    };
    constexpr int end = 10 + 12 * 12 + 4; // of the directory: three bit depths, a resolution, the pixels
    constexpr int pixels_at = end + 6 + 8;
    entry(256, 3, 1, 4), entry(257, 3, 1, 2), entry(258, 3, 3, end), entry(259, 3, 1, 1), entry(262, 3, 1, 2);
    entry(273, 4, 1, pixels_at), entry(274, 3, 1, orientation), entry(277, 3, 1, 3), entry(278, 3, 1, 2);
    entry(279, 4, 1, 24), entry(282, 5, 1, end + 6), entry(296, 3, 1, 2);
    Bytes const tail{0, 0, 0, 0, 8, 0, 8, 0, 8, 0, 0x2C, 1, 0, 0, 1, 0, 0, 0};
    tiff.insert(tiff.end(), tail.begin(), tail.end());
    for (int index = 0; index < 8; ++index) {
        Bytes const colour = index % 4 < 2 ? Bytes{200, 10, 10} : Bytes{10, 10, 200};
        tiff.insert(tiff.end(), colour.begin(), colour.end());
    }
    return tiff;
}

/// 6 by 4 of RGB (200, 40, 10).
inline Bytes small_webp() {
    return {0x52, 0x49, 0x46, 0x46, 0x1E, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56,
            0x50, 0x38, 0x4C, 0x11, 0x00, 0x00, 0x00, 0x2F, 0x05, 0xC0, 0x00, 0x00, 0x07,
            0x50, 0x94, 0x22, 0x57, 0xA1, 0xFF, 0x81, 0x88, 0xE8, 0x7F, 0x00, 0x00};
}

/// The same, the upper half see-through.
inline Bytes transparent_webp() {
    return {0x52, 0x49, 0x46, 0x46, 0x62, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x58, 0x0A, 0x00,
            0x00, 0x00, 0x10, 0x00, 0x00, 0x00, 0x05, 0x00, 0x00, 0x03, 0x00, 0x00, 0x41, 0x4C, 0x50, 0x48, 0x0C, 0x00,
            0x00, 0x00, 0x01, 0x0F, 0x30, 0xFF, 0x11, 0x11, 0x62, 0x7E, 0x22, 0xFA, 0x1F, 0x0C, 0x56, 0x50, 0x38, 0x20,
            0x30, 0x00, 0x00, 0x00, 0xF0, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x06, 0x00, 0x04, 0x00, 0x01, 0x40, 0x26, 0x25,
            0xA0, 0x02, 0x74, 0xBA, 0x01, 0xF8, 0x00, 0x04, 0x4C, 0x00, 0x00, 0xFE, 0xF0, 0xD7, 0x03, 0xFF, 0x30, 0x4A,
            0xFC, 0x83, 0x76, 0xA1, 0xFF, 0xDE, 0x33, 0xFD, 0xC6, 0x7F, 0xB8, 0xCF, 0xFE, 0x44, 0x00, 0x00};
}

inline Bytes const& drawing() {
    static Bytes const svg = to_bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>"
                                      "<rect width='100' height='100' fill='#c81e1e'/></svg>");
    return svg;
}

} // namespace quoin::media::test
