#include "pdf/pictures.hpp"

#include "media/artwork.hpp"
#include "media/picture.hpp"
#include "pdf/compressor.hpp"

#include <algorithm>
#include <cmath>

namespace quoin::pdf {

namespace {

class PicturePreparer {
  public:
    PicturePreparer(page::Image const& image, Size placed, PressColours const& colours, Edition const& edition)
        : image_(image), placed_(placed), colours_(colours), edition_(edition) {}

    Result<PreparedPicture> run() {
        if (image_.kind == page::ImageKind::artwork) return prepare_artwork();
        auto const info = media::inspect(*image_.bytes, image_.path);
        if (!info) return placed_failure(info.error());
        if (passes_through(*info)) return pass_through(*info);

        media::DecodeOptions options;
        bool const as_seen = edition_.in_rgb() || (info->channels == 4 && colours_.gray_only());
        options.space = as_seen ? media::ColourSpace::screen : media::ColourSpace::as_stored;
        bool const smaller = too_fine(*info);
        if (smaller) {
            options.target_width = pixels_for(placed_.width);
            options.target_height = pixels_for(placed_.height);
        }
        auto pixels = media::decode(*image_.bytes, options, image_.path);
        if (!pixels) return placed_failure(pixels.error());
        // A CMYK JPEG that holds the ink limit is better than the same one compressed again.
        if (!smaller && is_plain_jpeg(*info) && pixels->channels == 4 && !colours_.cap(pixels->samples)) {
            return pass_through(*info);
        }
        return finish(std::move(*pixels), info->format == media::PictureFormat::jpeg, info->bits == 1);
    }

  private:
    [[nodiscard]] Failure placed_failure(Diagnostic diagnostic) const {
        diagnostic.span = image_.span;
        return Failure(std::move(diagnostic));
    }

    [[nodiscard]] std::uint32_t pixels_for(Length side) const {
        return static_cast<std::uint32_t>(std::max(1.0, std::ceil(side.in_points() / 72 * edition_.pictures.ppi)));
    }

    [[nodiscard]] bool too_fine(media::PictureInfo const& info) const {
        auto const wanted = edition_.pictures.downsample_above * static_cast<double>(pixels_for(placed_.width));
        return info.bits > 1 && info.width > wanted; // line art needs its 600 to 1200 pixels an inch
    }

    static bool is_plain_jpeg(media::PictureInfo const& info) {
        return info.format == media::PictureFormat::jpeg && info.orientation == 1 && info.bits == 8;
    }

    /// A JPEG that is right already keeps its data: gray ones everywhere, sRGB ones on the screen.
    [[nodiscard]] bool passes_through(media::PictureInfo const& info) const {
        if (!is_plain_jpeg(info) || too_fine(info)) return false;
        return info.channels == 1 || (info.channels == 3 && edition_.in_rgb() && !info.has_profile);
    }

    [[nodiscard]] PreparedPicture pass_through(media::PictureInfo const& info) const {
        PreparedPicture picture;
        picture.data = *image_.bytes;
        picture.filter = "/DCTDecode";
        picture.width = info.width;
        picture.height = info.height;
        picture.channels = info.channels;
        picture.inverted = info.inverted;
        return picture;
    }

    Result<PreparedPicture> prepare_artwork() {
        auto drawing = media::artwork_as_pdf(*image_.bytes, image_.path);
        if (!drawing) return placed_failure(drawing.error());
        if (auto artwork = open_artwork(std::move(*drawing), colours_, edition_)) {
            PreparedPicture picture;
            picture.use = {true, artwork->width, artwork->height, artwork->transparent};
            picture.artwork = std::move(artwork);
            return picture;
        }
        auto pixels = media::rasterise_artwork(*image_.bytes, pixels_for(placed_.width), image_.path);
        if (!pixels) return placed_failure(pixels.error());
        return finish(std::move(*pixels), false, false);
    }

    Result<PreparedPicture> finish(media::Pixels pixels, bool lossy, bool line_art) {
        compose(pixels);
        map_colours(pixels, lossy);
        PreparedPicture picture;
        picture.width = pixels.width;
        picture.height = pixels.height;
        picture.channels = pixels.channels;
        if (!pixels.alpha.empty()) {
            picture.alpha = compressor_.compress(pixels.alpha);
            picture.use.transparent = true;
        }
        if (line_art && pixels.channels == 1) {
            pack_bits(pixels, picture);
            return picture;
        }
        auto jpeg = lossy ? encode_within_limit(pixels) : Result<Bytes>(Bytes{});
        if (!jpeg) return placed_failure(jpeg.error());
        if (jpeg->empty()) {
            deflate(pixels, picture);
            return picture;
        }
        // The Decode array follows the finished file's markers, not a belief about who wrote it.
        auto const written = media::inspect(*jpeg, image_.path);
        if (!written) return placed_failure(written.error());
        picture.inverted = written->inverted;
        picture.data = std::move(*jpeg);
        picture.filter = "/DCTDecode";
        return picture;
    }

    /// JPEG swings beyond what it is given where light meets dark. So the finished picture is read again, and is made of
    /// less ink until it holds the limit; one that never does (nothing) is better kept without loss.
    Result<Bytes> encode_within_limit(media::Pixels& pixels) const {
        constexpr double seen_by_nobody = 0.0001;
        for (int const below : {0, 4, 10}) {
            if (below > 0) colours_.cap(pixels.samples, below);
            auto jpeg = media::encode_jpeg(pixels, edition_.pictures.jpeg_quality);
            if (!jpeg || pixels.channels != 4) return jpeg;
            auto const again = media::decode(*jpeg, {}, image_.path);
            if (!again || colours_.share_above_limit(again->samples) <= seen_by_nobody) return jpeg;
        }
        return Bytes{};
    }

    /// Transparency that says nothing goes; where the edition forbids it the picture is laid on white paper.
    void compose(media::Pixels& pixels) const {
        if (pixels.alpha.empty()) return;
        bool const opaque =
            std::all_of(pixels.alpha.begin(), pixels.alpha.end(), [](auto alpha) { return alpha == 255; });
        if (!opaque && edition_.allows_transparency()) return;
        int const paper = pixels.channels == 4 ? 0 : 255;
        auto const channels = static_cast<std::size_t>(pixels.channels);
        for (std::size_t at = 0; !opaque && at < pixels.samples.size(); ++at) {
            int const alpha = pixels.alpha[at / channels];
            pixels.samples[at] =
                static_cast<std::uint8_t>((pixels.samples[at] * alpha + paper * (255 - alpha) + 127) / 255);
        }
        pixels.alpha.clear();
    }

    /// Black and grays of a drawing stay on the black plate. Those of a photograph are mixed like their neighbours: pixels
    /// of another blackness would show among them.
    void map_colours(media::Pixels& pixels, bool photograph) const {
        if (pixels.channels == 3) {
            if (is_neutral(pixels.samples) || colours_.gray_only()) {
                pixels.samples = PressColours::to_gray(pixels.samples);
                pixels.channels = 1;
            } else if (!edition_.in_rgb()) {
                auto const neutrals = photograph ? Neutrals::mixed : Neutrals::black;
                pixels.samples = colours_.convert(pixels.samples, pixels.profile, neutrals);
                pixels.channels = 4;
            }
        } else if (pixels.channels == 4) {
            colours_.cap(pixels.samples);
        }
        pixels.profile.clear();
    }

    void pack_bits(media::Pixels const& pixels, PreparedPicture& picture) const {
        std::size_t const row = (std::size_t{pixels.width} + 7) / 8;
        Bytes packed(row * pixels.height, 0);
        for (std::size_t y = 0; y < pixels.height; ++y) {
            for (std::size_t x = 0; x < pixels.width; ++x) {
                bool const white = pixels.samples[y * pixels.width + x] >= 128;
                if (white) packed[y * row + x / 8] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
            }
        }
        picture.bits = 1;
        picture.filter = "/FlateDecode";
        picture.data = compressor_.compress(packed);
    }

    /// PNG's "Up" predictor (ISO 32000-1, 7.4.4.4): each byte as difference from the one above.
    void deflate(media::Pixels const& pixels, PreparedPicture& picture) const {
        std::size_t const row = std::size_t{pixels.width} * static_cast<std::size_t>(pixels.channels);
        Bytes predicted;
        predicted.reserve((row + 1) * pixels.height);
        for (std::size_t y = 0; y < pixels.height; ++y) {
            predicted.push_back(2);
            for (std::size_t x = 0; x < row; ++x) {
                int const above = y == 0 ? 0 : pixels.samples[(y - 1) * row + x];
                predicted.push_back(static_cast<std::uint8_t>(pixels.samples[y * row + x] - above));
            }
        }
        picture.predicted = true;
        picture.filter = "/FlateDecode";
        picture.data = compressor_.compress(predicted);
    }

    page::Image const& image_;
    Size placed_;
    PressColours const& colours_;
    Edition const& edition_;
    Compressor compressor_{edition_.compression};
};

Object colour_space(int channels) {
    return name(channels == 1 ? "/DeviceGray" : channels == 3 ? "/DeviceRGB" : "/DeviceCMYK");
}

} // namespace

std::vector<Size> largest_placements(page::PageList const& list) {
    std::vector<Size> sizes(list.images.size());
    for (auto const& page : list.pages) {
        for (auto const& item : page.items) {
            auto const* picture = std::get_if<page::Picture>(&item.kind);
            if (picture == nullptr) continue;
            auto& size = sizes.at(static_cast<std::size_t>(picture->image));
            size = {std::max(size.width, picture->width), std::max(size.height, picture->height)};
        }
    }
    return sizes;
}

Result<PreparedPicture> prepare_picture(page::Image const& image, Size placed, PressColours const& colours,
                                        Edition const& edition) {
    if (!image.bytes)
        return failure(Code::image_unreadable, image.span, "the picture " + image.path + " has no content");
    try {
        return PicturePreparer(image, placed, colours, edition).run();
    } catch (std::exception const& problem) {
        return failure(Code::image_unreadable, image.span,
                       "the drawing " + image.path + " cannot be put into the PDF: " + problem.what());
    }
}

Object make_picture(QPDF& file, PreparedPicture const& picture, Edition const& edition) {
    if (picture.artwork) return import_artwork(file, *picture.artwork, edition);
    Entries entries{{"/Type", name("/XObject")},
                    {"/Subtype", name("/Image")},
                    {"/Width", integer(picture.width)},
                    {"/Height", integer(picture.height)},
                    {"/ColorSpace", colour_space(picture.channels)},
                    {"/BitsPerComponent", integer(picture.bits)}};
    if (picture.inverted) {
        auto decode = Object::newArray();
        for (int plate = 0; plate < picture.channels; ++plate) {
            decode.appendItem(integer(1));
            decode.appendItem(integer(0));
        }
        entries["/Decode"] = decode;
    }
    if (picture.predicted) {
        entries["/DecodeParms"] = dictionary({{"/Predictor", integer(15)},
                                              {"/Colors", integer(picture.channels)},
                                              {"/BitsPerComponent", integer(8)},
                                              {"/Columns", integer(picture.width)}});
    }
    if (!picture.alpha.empty()) {
        entries["/SMask"] = stream(file, picture.alpha,
                                   {{"/Type", name("/XObject")},
                                    {"/Subtype", name("/Image")},
                                    {"/Width", integer(picture.width)},
                                    {"/Height", integer(picture.height)},
                                    {"/ColorSpace", name("/DeviceGray")},
                                    {"/BitsPerComponent", integer(8)}},
                                   "/FlateDecode");
    }
    return stream(file, picture.data, entries, picture.filter);
}

} // namespace quoin::pdf
