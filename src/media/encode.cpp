#include "media/picture.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <jpeglib.h>
#include <png.h>

// libjpeg and libpng directly, not through libvips: every build encodes a cover picture, and a publication without
// photographs must not load libvips for it (docs/adr/0002-libvips-on-demand.md).

namespace quoin::media {

namespace {

/// From here on colour edges are worth their bytes.
constexpr int full_colour_quality = 90;
/// Level 6 with libpng's choice of filters; 9 is three times slower for one byte in a hundred.
constexpr int png_compression = 6;

struct JpegFault {
    jpeg_error_mgr manager;
    std::jmp_buf back;
    char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void leave_jpeg(j_common_ptr common) {
    auto* const fault = reinterpret_cast<JpegFault*>(common->err); // the manager is its first member
    (*common->err->format_message)(common, fault->message);
    std::longjmp(fault->back, 1);
}

void be_silent(j_common_ptr) {}

void prepare_jpeg(jpeg_compress_struct& jpeg, Pixels const& pixels, int quality) {
    jpeg.image_width = pixels.width;
    jpeg.image_height = pixels.height;
    jpeg.input_components = pixels.channels;
    jpeg.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : pixels.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, std::clamp(quality, 1, 100), TRUE);
    jpeg.optimize_coding = TRUE;
    if (pixels.channels == 3 && quality >= full_colour_quality) {
        jpeg.comp_info[0].h_samp_factor = 1;
        jpeg.comp_info[0].v_samp_factor = 1;
    }
    jpeg.write_Adobe_marker = pixels.channels == 4 ? TRUE : FALSE;
}

struct FreeMemory {
    void operator()(unsigned char* memory) const { std::free(memory); }
};

/// Nothing in here has a destructor: libjpeg leaves by longjmp. `row` has room for one row of CMYK.
bool run_jpeg(Pixels const& pixels, int quality, JpegFault& fault, Bytes& row, unsigned char** out,
              unsigned long* length) {
    jpeg_compress_struct jpeg;
    jpeg.err = jpeg_std_error(&fault.manager);
    fault.manager.error_exit = leave_jpeg;
    fault.manager.output_message = be_silent;
    if (setjmp(fault.back) != 0) {
        jpeg_destroy_compress(&jpeg);
        return false;
    }
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, out, length);
    prepare_jpeg(jpeg, pixels, quality);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto const* const samples = pixels.samples.data() + jpeg.next_scanline * row.size();
        for (std::size_t at = 0; at < row.size(); ++at) {
            row[at] = pixels.channels == 4 ? static_cast<std::uint8_t>(255 - samples[at]) : samples[at];
        }
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    return true;
}

[[noreturn]] void leave_png(png_structp png, png_const_charp) { png_longjmp(png, 1); }

void append_png(png_structp png, png_bytep data, std::size_t length) {
    auto& bytes = *static_cast<Bytes*>(png_get_io_ptr(png));
    bytes.insert(bytes.end(), data, data + length);
}

void fill_row(Pixels const& pixels, std::uint32_t y, Bytes& row) {
    auto const channels = static_cast<std::size_t>(pixels.channels);
    auto const* sample = pixels.samples.data() + std::size_t{y} * pixels.width * channels;
    auto* to = row.data();
    for (std::size_t x = 0; x < pixels.width; ++x, sample += channels) {
        to = std::copy_n(sample, channels, to);
        if (!pixels.alpha.empty()) {
            *to++ = pixels.alpha[std::size_t{y} * pixels.width + x];
        }
    }
}

/// As run_jpeg: nothing in here has a destructor.
bool run_png(Pixels const& pixels, Bytes& row, Bytes& out) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, leave_png, nullptr);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &out, append_png, nullptr);
    int const colour_type =
        (pixels.channels == 3 ? PNG_COLOR_MASK_COLOR : 0) | (pixels.alpha.empty() ? 0 : PNG_COLOR_MASK_ALPHA);
    png_set_IHDR(png, info, pixels.width, pixels.height, 8, colour_type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, png_compression);
    png_write_info(png, info);
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        fill_row(pixels, y, row);
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

bool is_consistent(Pixels const& pixels) {
    std::size_t const count = std::size_t{pixels.width} * pixels.height;
    bool const has_channels = pixels.channels == 1 || pixels.channels == 3 || pixels.channels == 4;
    return count > 0 && has_channels && pixels.samples.size() == count * static_cast<std::size_t>(pixels.channels) &&
           (pixels.alpha.empty() || pixels.alpha.size() == count);
}

Failure unencodable(std::string_view format, Pixels const& pixels, std::string_view why) {
    return failure(
        Code::image_unreadable, {},
        fmt::format("{} by {} pixels cannot be written as {}: {}", pixels.width, pixels.height, format, why));
}

} // namespace

Result<Bytes> encode_jpeg(Pixels const& pixels, int quality) {
    if (!is_consistent(pixels)) {
        return unencodable("JPEG", pixels, "the samples do not match the size");
    }
    JpegFault fault{};
    Bytes row(std::size_t{pixels.width} * static_cast<std::size_t>(pixels.channels));
    unsigned char* memory = nullptr;
    unsigned long length = 0;
    bool const done = run_jpeg(pixels, quality, fault, row, &memory, &length);
    std::unique_ptr<unsigned char, FreeMemory> const owner(memory);
    if (!done) {
        return unencodable("JPEG", pixels, fault.message);
    }
    return Bytes(memory, memory + length);
}

Result<Bytes> encode_png(Pixels const& pixels) {
    if (!is_consistent(pixels) || pixels.channels == 4) {
        return unencodable("PNG", pixels,
                           pixels.channels == 4 ? "PNG has no CMYK" : "the samples do not match the size");
    }
    Bytes png;
    Bytes row(std::size_t{pixels.width} * (static_cast<std::size_t>(pixels.channels) + (pixels.alpha.empty() ? 0 : 1)));
    if (!run_png(pixels, row, png)) {
        return unencodable("PNG", pixels, "libpng refuses it");
    }
    return png;
}

} // namespace quoin::media
