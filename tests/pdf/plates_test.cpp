// What comes out on each plate: files separated by Ghostscript, patches measured in per cent of ink. A belief about how
// pictures are encoded proves nothing; the wrong way gives 98 % where 2 % belongs.

#include "base/file_system.hpp"
#include "media/picture.hpp"
#include "pdf/read_back.hpp"
#include "pdf/sample_pages.hpp"
#include "pdf/write_pdf.hpp"

#include <catch2/catch.hpp>
#include <lcms2.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace quoin;
using namespace quoin::pdf;
using namespace quoin::pdf::test;

namespace {

using Inks = std::array<double, 4>; // per cent of C, M, Y, K

constexpr int resolution = 36;

std::shared_ptr<Bytes const> fogra39() {
    static auto const bytes = std::make_shared<Bytes const>(
        DiskFileSystem().read(QUOIN_SOURCE_DIR "/layouts/printers/icc/FOGRA39L_coated.icc").value());
    return bytes;
}

/// The first page as four plates.
class Plates {
  public:
    explicit Plates(Bytes const& pdf) {
        auto const file = test::write_file("plates.pdf", pdf);
        auto const image = std::string(QUOIN_PDF_TEST_DIR) + "/plates.pam";
        int status = 0;
        auto const said = output_of("gs -q -dNOPAUSE -dBATCH -dSAFER -dOverprint=/simulate -sDEVICE=pamcmyk32 -r" +
                                        std::to_string(resolution) + " -dLastPage=1 -o '" + image + "' '" + file + "'",
                                    status);
        INFO(said);
        REQUIRE(status == 0);
        REQUIRE(said.empty());
        std::ifstream stream(image, std::ios::binary);
        for (std::string line; std::getline(stream, line) && line != "ENDHDR";) {
            if (line.rfind("WIDTH ", 0) == 0) width_ = std::stoul(line.substr(6));
            if (line.rfind("HEIGHT ", 0) == 0) height_ = std::stoul(line.substr(7));
        }
        samples_.assign(std::istreambuf_iterator<char>(stream), {});
        REQUIRE(samples_.size() == width_ * height_ * 4);
    }

    /// Points from the sheet's top left corner.
    [[nodiscard]] Inks at(double x, double y) const {
        auto const column = static_cast<std::size_t>(x * resolution / 72),
                   row = static_cast<std::size_t>(y * resolution / 72);
        Inks inks{};
        for (std::size_t plate = 0; plate < 4; ++plate)
            inks[plate] = static_cast<unsigned char>(samples_.at((row * width_ + column) * 4 + plate)) / 2.55;
        return inks;
    }

    [[nodiscard]] double largest_sum() const {
        double most = 0;
        for (std::size_t at = 0; at + 3 < samples_.size(); at += 4) {
            double sum = 0;
            for (std::size_t plate = 0; plate < 4; ++plate)
                sum += static_cast<unsigned char>(samples_[at + plate]) / 2.55;
            most = std::max(most, sum);
        }
        return most;
    }

  private:
    std::size_t width_ = 0, height_ = 0;
    std::string samples_;
};

media::Pixels patch(Bytes const& colour, std::uint32_t width = 40, std::uint32_t height = 20) {
    media::Pixels pixels{width, height, static_cast<int>(colour.size()), {}, {}, {}, 0};
    for (std::size_t count = std::size_t{width} * height; count > 0; --count)
        pixels.samples.insert(pixels.samples.end(), colour.begin(), colour.end());
    return pixels;
}

/// Without its segment APP14 ("Adobe") a CMYK JPEG means what it says.
Bytes without_adobe_marker(Bytes jpeg) {
    for (std::size_t at = 2; at + 4 < jpeg.size() && jpeg[at] == 0xff;) {
        std::size_t const size = 2 + (std::size_t{jpeg[at + 2]} << 8U) + jpeg[at + 3];
        auto const begin = jpeg.begin() + static_cast<std::ptrdiff_t>(at);
        if (jpeg[at + 1] == 0xee) return jpeg.erase(begin, begin + static_cast<std::ptrdiff_t>(size)), jpeg;
        at += size;
    }
    return jpeg;
}

Edition press(Edition::Kind kind, int total_ink = 300) {
    Edition edition;
    edition.kind = kind;
    edition.intent = {fogra39(), "FOGRA39", "Coated FOGRA39", "http://www.color.org"};
    edition.ink.total = total_ink;
    return edition;
}

page::PageList page_with(Bytes bytes, page::ImageKind kind = page::ImageKind::raster) {
    auto list = empty_list(1);
    page::Image image;
    image.path = "images/patch";
    image.bytes = std::make_shared<Bytes const>(std::move(bytes));
    image.kind = kind;
    list.images.push_back(std::move(image));
    page::Picture picture;
    picture.width = Length::points(72);
    picture.height = Length::points(36);
    list.pages[0].items.push_back({{Length::points(50), Length::points(100)}, picture, page::TagId::artifact});
    return list;
}

Bytes written(page::PageList const& list, Edition const& edition) {
    Pool pool(1);
    auto pdf = write_pdf(list, edition, pool);
    INFO((pdf ? "" : pdf.error().message));
    REQUIRE(pdf);
    return std::move(*pdf);
}

Inks printed(page::PageList const& list, Edition const& edition) {
    Plates const plates(written(list, edition));
    double const margin = list.bleed.in_points() + edition.slug().in_points();
    return plates.at(margin + 86, margin + 118);
}

void check_near(Inks const& found, Inks const& wanted, double margin = 3) {
    for (std::size_t plate = 0; plate < 4; ++plate) {
        CAPTURE(plate);
        CHECK(found[plate] == Approx(wanted[plate]).margin(margin));
    }
}

/// What the press profile makes of an sRGB colour, computed here again.
Inks by_profile(std::array<std::uint8_t, 3> rgb) {
    auto* screen = cmsCreate_sRGBProfile();
    auto* profile = cmsOpenProfileFromMem(fogra39()->data(), static_cast<cmsUInt32Number>(fogra39()->size()));
    auto* transform = cmsCreateTransform(screen, TYPE_RGB_8, profile, TYPE_CMYK_DBL, INTENT_RELATIVE_COLORIMETRIC,
                                         cmsFLAGS_BLACKPOINTCOMPENSATION);
    Inks inks{};
    cmsDoTransform(transform, rgb.data(), inks.data(), 1);
    cmsDeleteTransform(transform);
    cmsCloseProfile(profile);
    cmsCloseProfile(screen);
    return inks;
}

Bytes svg(std::string const& fill, std::string const& more = "") {
    return to_bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"48\"><rect width=\"96\" "
                    "height=\"48\" fill=\"" +
                    fill + "\"" + more + "/></svg>");
}

} // namespace

TEST_CASE("pale patches of sRGB stay pale on every way to the plates") {
    std::array<std::uint8_t, 3> const pale{250, 244, 228};
    Inks const wanted = by_profile(pale);
    REQUIRE(wanted[2] < 20);
    auto const pixels = patch({pale[0], pale[1], pale[2]});
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a, Edition::Kind::plain}) {
        check_near(printed(page_with(media::encode_jpeg(pixels, 95).value()), press(kind)), wanted);
        check_near(printed(page_with(media::encode_png(pixels).value()), press(kind)), wanted);
        check_near(printed(page_with(svg("#faf4e4"), page::ImageKind::artwork), press(kind)), wanted);
    }
}

TEST_CASE("pale CMYK pictures stay pale, with and without Adobe's marker") {
    auto const pale = media::encode_jpeg(patch({5, 10, 15, 0}), 95).value();
    auto const dark_by_marker = media::encode_jpeg(patch({250, 245, 240, 255}), 95).value();
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a}) {
        check_near(printed(page_with(pale), press(kind)), {2, 4, 6, 0});
        check_near(printed(page_with(without_adobe_marker(dark_by_marker)), press(kind)), {2, 4, 6, 0});
    }
    // Above the limit elsewhere, so that it is encoded again.
    auto halves = patch({5, 10, 15, 0}, 400, 200);
    for (std::size_t at = 0; at < halves.samples.size() / 5; ++at) halves.samples[at] = 255;
    check_near(printed(page_with(media::encode_jpeg(halves, 95).value()), press(Edition::Kind::x1a)), {2, 4, 6, 0});
}

TEST_CASE("gray pictures print in black alone") {
    auto const gray = patch({230});
    auto const neutral = patch({230, 230, 230});
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::x1a}) {
        check_near(printed(page_with(media::encode_jpeg(gray, 95).value()), press(kind)), {0, 0, 0, 9.8}, 1);
        check_near(printed(page_with(media::encode_jpeg(neutral, 95).value()), press(kind)), {0, 0, 0, 9.8}, 1);
        check_near(printed(page_with(media::encode_png(neutral).value()), press(kind)), {0, 0, 0, 9.8}, 1);
        check_near(printed(page_with(svg("#e6e6e6"), page::ImageKind::artwork), press(kind)), {0, 0, 0, 9.8}, 1);
    }
}

TEST_CASE("an interior in black has no colour on any way") {
    Edition edition = press(Edition::Kind::x1a);
    edition.interior = Edition::Interior::gray;
    for (auto const& list : {page_with(media::encode_jpeg(patch({200, 40, 40}), 95).value()),
                             page_with(media::encode_jpeg(patch({30, 230, 200, 20}), 95).value()),
                             page_with(svg("#be1e28"), page::ImageKind::artwork), // the accent of the palette
                             page_with(svg("#2050d0"), page::ImageKind::artwork)}) {
        Inks const found = printed(list, edition);
        check_near({found[0], found[1], found[2], 0}, {0, 0, 0, 0}, 0.5);
        CHECK(found[3] > 20);
        CHECK(found[3] < 90);
    }
}

TEST_CASE("see-through pictures are composed with paper where nothing may be transparent") {
    auto red = patch({220, 30, 30});
    red.alpha.assign(40 * 20, 26); // a tenth
    auto const list = page_with(media::encode_png(red).value());
    Inks const composed = by_profile({251, 233, 233});
    check_near(printed(list, press(Edition::Kind::x1a)), composed);
    Edition plain = press(Edition::Kind::plain);
    plain.transparency = false;
    check_near(printed(list, plain), composed);
    check_near(
        printed(page_with(svg("#dc1e1e", " opacity=\"0.1\""), page::ImageKind::artwork), press(Edition::Kind::x1a)),
        composed);
}

TEST_CASE("no picture and no drawing has more ink than the printer takes") {
    for (int const limit : {240, 300}) {
        for (auto const& list : {page_with(media::encode_jpeg(patch({255, 255, 255, 255}), 95).value()),
                                 page_with(media::encode_jpeg(patch({8, 0, 6}), 95).value()),
                                 page_with(svg("#080006"), page::ImageKind::artwork)}) {
            Plates const plates(written(list, press(Edition::Kind::x1a, limit)));
            CHECK(plates.largest_sum() <= limit + 1.5);
            CHECK(plates.largest_sum() > limit - 30);
        }
    }
}

TEST_CASE("what JPEG adds at edges does not lift ink over the limit") {
    auto pixels = patch({0, 0, 0}, 300, 150);
    std::uint32_t state = 7;
    for (auto& sample : pixels.samples) { // the hardest case: every pixel an edge
        state = state * 1664525 + 1013904223;
        sample = static_cast<std::uint8_t>((state >> 24U) % 80);
    }
    for (int const limit : {240, 300}) {
        auto const pdf = written(page_with(media::encode_jpeg(pixels, 98).value()), press(Edition::Kind::x1a, limit));
        ReadBack read(pdf);
        auto image = read.page(0).getKey("/Resources").getKey("/XObject").getKey("/Im0");
        bool const inverted = image.getDict().hasKey("/Decode");
        auto const samples = read.stream(image);
        std::size_t above = 0;
        for (std::size_t at = 0; at + 3 < samples.size(); at += 4) {
            int sum = 0;
            for (std::size_t plate = 0; plate < 4; ++plate) {
                int const value = static_cast<unsigned char>(samples[at + plate]);
                sum += inverted ? 255 - value : value;
            }
            above += sum > (limit + 1) * 255 / 100 ? 1 : 0;
        }
        CHECK(above <= samples.size() / 4 / 10000);
    }
}

TEST_CASE("a CMYK picture within the limit keeps its bytes") {
    auto const jpeg = media::encode_jpeg(patch({5, 10, 15, 0}), 95).value();
    auto const pdf = written(page_with(jpeg), press(Edition::Kind::x4));
    CHECK(as_text(pdf).find(as_text(jpeg)) != std::string_view::npos);
    auto const heavy = media::encode_jpeg(patch({255, 255, 255, 255}), 95).value();
    auto const capped = written(page_with(heavy), press(Edition::Kind::x4));
    CHECK(as_text(capped).find(as_text(heavy)) == std::string_view::npos);
}

TEST_CASE("photographs have no pixels of another blackness among their own") {
    // One neutral pixel among near ones: black alone would stand out of four-coloured grays.
    auto pixels = patch({101, 100, 99}, 80, 40);
    for (std::size_t y = 0; y < 40; ++y)
        for (std::size_t x = 0; x < 40; ++x)
            for (std::size_t part = 0; part < 3; ++part) pixels.samples[(y * 80 + x) * 3 + part] = 100;
    Plates const plates(written(page_with(media::encode_jpeg(pixels, 98).value()), press(Edition::Kind::x1a)));
    double const margin = Length::from_millimetres(3).in_points();
    check_near(plates.at(margin + 60, margin + 118), plates.at(margin + 110, margin + 118), 3);
}

TEST_CASE("large black areas get colours below, text, small ones and gray interiors do not") {
    auto list = empty_list(1);
    page::Rule large{Length::points(60), Length::points(60), {}};
    page::Rule narrow{Length::points(60), Length::points(20), {}};
    list.pages[0].items.push_back({{Length::points(50), Length::points(100)}, large, page::TagId::artifact});
    list.pages[0].items.push_back({{Length::points(200), Length::points(100)}, narrow, page::TagId::artifact});
    Edition edition = press(Edition::Kind::x1a);
    edition.ink.rich_black = true;
    edition.ink.rich_black_inks = {600, 400, 300, 1000};
    double const margin = list.bleed.in_points();
    Plates const rich(written(list, edition));
    check_near(rich.at(margin + 80, margin + 130), {60, 40, 30, 100}, 1);
    check_near(rich.at(margin + 230, margin + 110), {0, 0, 0, 100}, 1);
    edition.interior = Edition::Interior::gray;
    check_near(Plates(written(list, edition)).at(margin + 80, margin + 130), {0, 0, 0, 100}, 1);
    edition.interior = Edition::Interior::cmyk;
    edition.ink.rich_black = false;
    check_near(Plates(written(list, edition)).at(margin + 80, margin + 130), {0, 0, 0, 100}, 1);
}

TEST_CASE("black text prints over a ground, paper-coloured text leaves it out") {
    auto list = empty_list(1);
    list.inks.push_back({"paper", {0, 0, 0, 0}, {255, 255, 255}, "", false});
    list.pages[0].items.push_back({{Length::points(40), Length::points(60)},
                                   page::Rule{Length::points(300), Length::points(200), {page::InkId{1}, 1000}},
                                   page::TagId::artifact});
    LineStyle style;
    style.size = Length::points(200);
    add_line(list, 0, Length::points(50), Length::points(200), "I", style); // a stem that one can hit
    style.ink = {page::InkId{3}, 1000};
    add_line(list, 0, Length::points(150), Length::points(200), "I", style);
    Plates const plates(written(list, press(Edition::Kind::x1a)));
    double const margin = list.bleed.in_points();
    auto const darkest = [&](double from, bool black) {
        Inks best = plates.at(margin + from, margin + 150);
        for (double x = from; x < from + 80; x += 2) {
            Inks const inks = plates.at(margin + x, margin + 150);
            if (black ? inks[3] > best[3] : inks[1] < best[1]) best = inks;
        }
        return best;
    };
    check_near(darkest(50, true), {0, 90, 85, 100}, 2);
    check_near(darkest(150, false), {0, 0, 0, 0}, 2);
}
