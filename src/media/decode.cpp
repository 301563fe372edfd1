#include "media/picture.hpp"

#include "media/vips_library.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace quoin::media {

namespace {

/// libjpeg can decode at 1/2, 1/4 and 1/8 for a fraction of the work.
constexpr int largest_jpeg_shrink = 8;

/// One picture on its way. Each step takes the last picture and returns the next; null after a fault, which the steps
/// behind it hand on, so that only the end has to ask.
class Decoder {
  public:
    Decoder(VipsLibrary const& vips, PictureInfo const& info, DecodeOptions const& options)
        : vips_(vips), info_(info), options_(options) {}

    [[nodiscard]] VipsPicture load(std::span<std::uint8_t const> bytes) const;
    [[nodiscard]] Bytes profile(VipsPicture const& picture) const;
    [[nodiscard]] VipsPicture eight_bits(VipsPicture picture) const;
    [[nodiscard]] VipsPicture for_screen(VipsPicture picture) const;
    [[nodiscard]] VipsPicture upright(VipsPicture picture) const;
    [[nodiscard]] VipsPicture fitted(VipsPicture picture) const;
    [[nodiscard]] std::optional<Pixels> pixels(VipsPicture const& picture) const;
    [[nodiscard]] std::string fault() const;
    /// Below 1 when the picture is to become smaller.
    [[nodiscard]] double scale(double width, double height) const;

  private:
    template <typename Call>
    VipsPicture step(VipsPicture const& picture, Call const& call) const {
        VipsImage* next = nullptr;
        return picture && call(picture.get(), &next) == 0 ? VipsPicture(next) : VipsPicture();
    }
    [[nodiscard]] VipsPicture as_written(VipsPicture picture) const;
    [[nodiscard]] VipsPicture resized(VipsPicture const& picture, double across, double down) const;
    [[nodiscard]] int jpeg_shrink() const;

    VipsLibrary const& vips_;
    PictureInfo const& info_;
    DecodeOptions const& options_;
};

double Decoder::scale(double width, double height) const {
    double const needed = std::max(options_.target_width / width, options_.target_height / height);
    return needed > 0 ? std::min(1.0, needed) : 1.0;
}

int Decoder::jpeg_shrink() const {
    double const wanted = scale(info_.width, info_.height);
    int shrink = 1;
    while (shrink < largest_jpeg_shrink && wanted * shrink * 2 <= 1) {
        shrink *= 2;
    }
    return shrink;
}

VipsPicture Decoder::load(std::span<std::uint8_t const> bytes) const {
    // The loader is chosen here: left to itself libvips tries ImageMagick and a dozen more on a hostile file.
    auto* const data = const_cast<std::uint8_t*>(bytes.data()); // an old signature; nothing is written
    auto const access = info_.orientation == 1 ? VIPS_ACCESS_SEQUENTIAL : VIPS_ACCESS_RANDOM; // turning reads columns
    auto const fail_on = VIPS_FAIL_ON_TRUNCATED;
    VipsImage* out = nullptr;
    int status = -1;
    switch (info_.format) {
    case PictureFormat::jpeg:
        status = vips_.vips_jpegload_buffer(data, bytes.size(), &out, "shrink", jpeg_shrink(), "access", access,
                                            "fail_on", fail_on, nullptr);
        break;
    case PictureFormat::png:
        status = vips_.vips_pngload_buffer(data, bytes.size(), &out, "access", access, "fail_on", fail_on, nullptr);
        break;
    case PictureFormat::tiff:
        status = vips_.vips_tiffload_buffer(data, bytes.size(), &out, "access", access, "fail_on", fail_on, nullptr);
        break;
    case PictureFormat::webp:
        status = vips_.vips_webpload_buffer(data, bytes.size(), &out, "access", access, "fail_on", fail_on, nullptr);
        break;
    case PictureFormat::svg: break;
    }
    return as_written(status == 0 ? VipsPicture(out) : VipsPicture());
}

// libvips turns every CMYK JPEG round. Those without Adobe's marker mean what they say.
VipsPicture Decoder::as_written(VipsPicture picture) const {
    bool const turned = info_.format == PictureFormat::jpeg && info_.channels == 4 && !info_.inverted;
    if (!turned) return picture;
    return step(picture, [this](VipsImage* in, VipsImage** out) { return vips_.vips_invert(in, out, nullptr); });
}

Bytes Decoder::profile(VipsPicture const& picture) const {
    void const* data = nullptr;
    std::size_t length = 0;
    if (!picture || vips_.vips_image_get_typeof(picture.get(), VIPS_META_ICC_NAME) == 0 ||
        vips_.vips_image_get_blob(picture.get(), VIPS_META_ICC_NAME, &data, &length) != 0) {
        return {};
    }
    auto const* const begin = static_cast<std::uint8_t const*>(data);
    return {begin, begin + length};
}

VipsPicture Decoder::eight_bits(VipsPicture picture) const {
    if (!picture) {
        return picture;
    }
    auto const format = vips_.vips_image_get_format(picture.get());
    auto const space = vips_.vips_image_get_interpretation(picture.get());
    bool const is_plain = space == VIPS_INTERPRETATION_B_W || space == VIPS_INTERPRETATION_GREY16 ||
                          space == VIPS_INTERPRETATION_sRGB || space == VIPS_INTERPRETATION_RGB16 ||
                          space == VIPS_INTERPRETATION_RGB || space == VIPS_INTERPRETATION_CMYK ||
                          space == VIPS_INTERPRETATION_MULTIBAND;
    if (is_plain && format == VIPS_FORMAT_UCHAR) {
        return picture;
    }
    if (is_plain && format == VIPS_FORMAT_USHORT) {
        return step(picture, [this](VipsImage* in, VipsImage** out) {
            return vips_.vips_cast(in, out, VIPS_FORMAT_UCHAR, "shift", TRUE, nullptr);
        });
    }
    return step(picture, [this](VipsImage* in, VipsImage** out) { // Lab, floating point
        return vips_.vips_colourspace(in, out, info_.channels == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB,
                                      nullptr);
    });
}

VipsPicture Decoder::for_screen(VipsPicture picture) const {
    bool const is_cmyk = info_.channels == 4;
    if (!is_cmyk && profile(picture).empty()) {
        return picture;
    }
    auto converted = step(picture, [&](VipsImage* in, VipsImage** out) {
        return vips_.vips_icc_transform(in, out, "srgb", "embedded", TRUE, "input_profile", is_cmyk ? "cmyk" : "srgb",
                                        "intent", VIPS_INTENT_RELATIVE, "black_point_compensation", TRUE, nullptr);
    });
    if (!converted && !is_cmyk) {
        vips_.vips_error_clear();
        return picture; // a profile that is broken or of another kind of picture: better without it
    }
    return converted;
}

VipsPicture Decoder::upright(VipsPicture picture) const {
    // EXIF counts the eight ways a picture can lie; 5 and 7 are mirrored across a diagonal.
    int const turned[] = {0, 0, 0, 180, 0, 90, 90, 90, 270};
    bool const mirrored_across = info_.orientation == 2 || info_.orientation == 5;
    bool const mirrored_down = info_.orientation == 4 || info_.orientation == 7;
    int const angle = turned[info_.orientation];
    if (angle != 0) {
        picture = step(picture, [&](VipsImage* in, VipsImage** out) {
            return vips_.vips_rot(in, out,
                                  angle == 90    ? VIPS_ANGLE_D90
                                  : angle == 180 ? VIPS_ANGLE_D180
                                                 : VIPS_ANGLE_D270,
                                  nullptr);
        });
    }
    if (mirrored_across || mirrored_down) {
        picture = step(picture, [&](VipsImage* in, VipsImage** out) {
            return vips_.vips_flip(in, out, mirrored_across ? VIPS_DIRECTION_HORIZONTAL : VIPS_DIRECTION_VERTICAL,
                                   nullptr);
        });
    }
    return picture;
}

VipsPicture Decoder::resized(VipsPicture const& picture, double across, double down) const {
    return step(picture, [&](VipsImage* in, VipsImage** out) {
        return vips_.vips_resize(in, out, across, "vscale", down, nullptr);
    });
}

VipsPicture Decoder::fitted(VipsPicture picture) const {
    if (!picture) {
        return picture;
    }
    double const width = vips_.vips_image_get_width(picture.get());
    double const height = vips_.vips_image_get_height(picture.get());
    double const wanted = scale(width, height);
    if (wanted >= 1) {
        return picture;
    }
    double const across = std::max(1.0, std::ceil(width * wanted - 0.01)) / width;
    double const down = std::max(1.0, std::ceil(height * wanted - 0.01)) / height;
    if (vips_.vips_image_hasalpha(picture.get()) == FALSE) {
        return resized(picture, across, down);
    }
    // Pixels that cannot be seen must not colour the ones beside them.
    auto multiplied =
        step(picture, [this](VipsImage* in, VipsImage** out) { return vips_.vips_premultiply(in, out, nullptr); });
    auto plain = step(resized(multiplied, across, down),
                      [this](VipsImage* in, VipsImage** out) { return vips_.vips_unpremultiply(in, out, nullptr); });
    return step(
        plain, [this](VipsImage* in, VipsImage** out) { return vips_.vips_cast(in, out, VIPS_FORMAT_UCHAR, nullptr); });
}

/// From `bands` values a pixel, the last one alpha or not, to planes.
void separate(std::uint8_t const* sample, std::size_t bands, bool has_alpha, Pixels& to) {
    auto const channels = static_cast<std::size_t>(to.channels);
    std::size_t const count = std::size_t{to.width} * to.height;
    if (bands == channels) {
        to.samples.assign(sample, sample + count * bands);
        return;
    }
    to.samples.resize(count * channels);
    to.alpha.resize(has_alpha ? count : 0);
    for (std::size_t index = 0; index < count; ++index, sample += bands) {
        std::copy_n(sample, channels, &to.samples[index * channels]);
        if (has_alpha) {
            to.alpha[index] = sample[bands - 1];
        }
    }
}

std::optional<Pixels> Decoder::pixels(VipsPicture const& picture) const {
    if (!picture) {
        return std::nullopt;
    }
    auto const bands = static_cast<std::size_t>(vips_.vips_image_get_bands(picture.get()));
    bool const has_alpha = vips_.vips_image_hasalpha(picture.get()) != FALSE;
    std::size_t const colours = bands - (has_alpha ? 1 : 0);
    bool const is_cmyk = colours >= 4 && info_.channels == 4 && options_.space == ColourSpace::as_stored;
    bool const is_gray = colours < 3 || (info_.channels == 1 && options_.space == ColourSpace::screen);
    std::size_t length = 0;
    std::unique_ptr<void, decltype(&g_free)> const memory(vips_.vips_image_write_to_memory(picture.get(), &length),
                                                          g_free);
    Pixels pixels;
    pixels.width = static_cast<std::uint32_t>(vips_.vips_image_get_width(picture.get()));
    pixels.height = static_cast<std::uint32_t>(vips_.vips_image_get_height(picture.get()));
    pixels.channels = is_gray ? 1 : is_cmyk ? 4 : 3;
    if (!memory || length != std::size_t{pixels.width} * pixels.height * bands) {
        return std::nullopt;
    }
    separate(static_cast<std::uint8_t const*>(memory.get()), bands, has_alpha, pixels);
    return pixels;
}

std::string Decoder::fault() const {
    std::unique_ptr<char, decltype(&g_free)> const buffer(vips_.vips_error_buffer_copy(), g_free);
    std::string_view const text = buffer ? buffer.get() : "";
    return std::string(text.substr(0, text.find('\n')));
}

Failure too_large(PictureInfo const& info, std::string_view name) {
    return failure(Code::image_unreadable, {},
                   fmt::format("{} is too large: {} by {} pixels", name, info.width, info.height),
                   {"make the picture smaller; a page needs about 300 pixels an inch"});
}

} // namespace

Result<Pixels> decode(std::span<std::uint8_t const> bytes, DecodeOptions const& options, std::string_view name) {
    auto const info = inspect(bytes, name);
    if (!info) {
        return tl::make_unexpected(info.error());
    }
    // Asked before any library sees the file: a header of 20 bytes can claim terabytes.
    if (std::uint64_t{info->width} * info->height > options.max_pixels) {
        return too_large(*info, name);
    }
    if (info->format == PictureFormat::svg) {
        return failure(Code::image_unreadable, {}, fmt::format("{} is a drawing, not a picture of pixels", name));
    }
    auto const* const vips = vips_library();
    if (vips == nullptr) {
        return failure(Code::image_unreadable, {}, fmt::format("{} cannot be decoded: libvips is not installed", name),
                       {"install it: apt install libvips42"});
    }
    Decoder const decoder(*vips, *info, options);
    auto picture = decoder.eight_bits(decoder.load(bytes));
    Bytes profile = options.space == ColourSpace::as_stored ? decoder.profile(picture) : Bytes{};
    if (options.space == ColourSpace::screen) {
        picture = decoder.for_screen(std::move(picture));
    }
    auto pixels = decoder.pixels(decoder.fitted(decoder.upright(std::move(picture))));
    if (!pixels) {
        auto const fault = decoder.fault();
        vips->vips_error_clear();
        return failure(Code::image_unreadable, {},
                       fmt::format("{} is a damaged {} file{}{}", name, media::name(info->format),
                                   fault.empty() ? "" : ": ", fault),
                       {"export the picture again from the program it was made with"});
    }
    pixels->profile = std::move(profile);
    pixels->ppi = info->ppi;
    return std::move(*pixels);
}

} // namespace quoin::media
