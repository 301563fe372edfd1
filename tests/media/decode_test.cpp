#include "media/sample_pictures.hpp"

#include "base/pool.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

namespace quoin::media::test {

namespace {

int sample(Pixels const& pixels, std::uint32_t x, std::uint32_t y, int channel) {
    return pixels.samples[(std::size_t{y} * pixels.width + x) * static_cast<std::size_t>(pixels.channels) +
                          static_cast<std::size_t>(channel)];
}

} // namespace

TEST_CASE("a PNG comes back as it was written") {
    auto const written = two_halves(12, 6);
    auto const read = decode(*encode_png(written));
    REQUIRE(read);
    CHECK(read->samples == written.samples);
    CHECK(read->alpha.empty());

    Pixels gray = even_pixels(3, 2, {77});
    gray.alpha = {0, 50, 100, 150, 200, 255};
    auto const transparent = decode(*encode_png(gray));
    REQUIRE(transparent);
    CHECK(*transparent == gray);
}

TEST_CASE("full and no ink of a CMYK JPEG keep their meaning") {
    auto const pale = decode(*encode_jpeg(even_pixels(16, 16, {5, 5, 5, 5}), 95));
    REQUIRE(pale);
    REQUIRE(pale->channels == 4);
    CHECK(std::abs(sample(*pale, 8, 8, 0) - 5) <= 3);
    auto const cyan = decode(*encode_jpeg(even_pixels(16, 16, {250, 0, 0, 20}), 95));
    REQUIRE(cyan);
    CHECK(std::abs(sample(*cyan, 8, 8, 0) - 250) <= 3);
    CHECK(sample(*cyan, 8, 8, 1) <= 4);

    DecodeOptions options;
    options.space = ColourSpace::screen;
    auto const on_screen = decode(*encode_jpeg(even_pixels(16, 16, {250, 0, 0, 20}), 95), options);
    REQUIRE(on_screen);
    REQUIRE(on_screen->channels == 3);
    CHECK(sample(*on_screen, 8, 8, 0) < 90);
    CHECK(sample(*on_screen, 8, 8, 2) > 120);
}

TEST_CASE("a CMYK JPEG without Adobe's marker means what it says") {
    // Written with the marker, values are turned round in the file; without it, they are read as they stand there.
    Bytes jpeg = *encode_jpeg(even_pixels(16, 16, {250, 245, 240, 255}), 95);
    auto const marker = std::search(jpeg.begin(), jpeg.end(), std::begin("\xff\xee"), std::begin("\xff\xee") + 2,
                                    [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
    REQUIRE(marker != jpeg.end());
    jpeg.erase(marker, marker + 2 + marker[2] * 256 + marker[3]);
    REQUIRE_FALSE(inspect(jpeg, "pale.jpg")->inverted);
    auto const pale = decode(jpeg);
    REQUIRE(pale);
    CHECK(std::abs(sample(*pale, 8, 8, 0) - 5) <= 3);
    CHECK(std::abs(sample(*pale, 8, 8, 2) - 15) <= 3);
    DecodeOptions options;
    options.space = ColourSpace::screen;
    auto const on_screen = decode(jpeg, options);
    REQUIRE(on_screen);
    CHECK(sample(*on_screen, 8, 8, 0) > 220);
}

TEST_CASE("all eight orientations of EXIF end upright") {
    // The dark half of what is stored lies left; where it has to lie once upright.
    enum Side { left, right, top, bottom };
    Side const dark[] = {left, left, right, right, left, top, top, bottom, bottom};
    auto const jpeg = *encode_jpeg(two_halves(32, 16), 95);
    for (char orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(int{orientation});
        auto const pixels = decode(jpeg_with_exif(jpeg, orientation));
        REQUIRE(pixels);
        CHECK(pixels->width == (orientation >= 5 ? 16U : 32U));
        auto const is_dark = [&](std::uint32_t x, std::uint32_t y) { return sample(*pixels, x, y, 0) < 128; };
        std::uint32_t const across = pixels->width - 3, down = pixels->height - 3;
        CHECK(is_dark(2, 2) == (dark[int{orientation}] == left || dark[int{orientation}] == top));
        CHECK(is_dark(across, 2) == (dark[int{orientation}] == right || dark[int{orientation}] == top));
        CHECK(is_dark(2, down) == (dark[int{orientation}] == left || dark[int{orientation}] == bottom));
    }
}

TEST_CASE("TIFF and WebP are read") {
    auto const tiff = decode(small_tiff(1));
    REQUIRE(tiff);
    CHECK((tiff->width == 4 && sample(*tiff, 0, 0, 0) == 200 && sample(*tiff, 3, 0, 2) == 200));
    CHECK(tiff->ppi == Approx(300));
    auto const turned = decode(small_tiff(3));
    REQUIRE(turned);
    CHECK(sample(*turned, 0, 0, 2) == 200);
    auto const webp = decode(small_webp());
    REQUIRE(webp);
    CHECK((sample(*webp, 3, 2, 0) == 200 && sample(*webp, 3, 2, 1) == 40 && sample(*webp, 3, 2, 2) == 10));
    auto const clear = decode(transparent_webp());
    REQUIRE(clear);
    REQUIRE(clear->alpha.size() == 24);
    CHECK((clear->alpha.front() == 0 && clear->alpha.back() == 255));
}

TEST_CASE("a target makes a picture smaller but never larger") {
    DecodeOptions options;
    options.target_width = 30;
    options.target_height = 30;
    auto const smaller = decode(*encode_jpeg(two_halves(400, 200), 90), options);
    REQUIRE(smaller);
    CHECK((smaller->width == 60 && smaller->height == 30)); // covers 30 by 30
    CHECK((sample(*smaller, 5, 5, 0) < 60 && sample(*smaller, 55, 5, 0) > 190));
    auto const as_stored = decode(*encode_png(two_halves(10, 10)), options);
    REQUIRE(as_stored);
    CHECK(as_stored->width == 10);

    Pixels edge = even_pixels(64, 64, {255, 0, 0});
    edge.alpha = Bytes(64 * 64, 0);
    std::fill(edge.alpha.begin(), edge.alpha.begin() + 64 * 32, std::uint8_t{255});
    auto const with_alpha = decode(*encode_png(edge), options);
    REQUIRE(with_alpha);
    REQUIRE(with_alpha->alpha.size() == 900);
    CHECK((with_alpha->alpha.front() == 255 && with_alpha->alpha.back() == 0));
    CHECK(sample(*with_alpha, 3, 3, 0) == 255);
}

TEST_CASE("damaged, cut off and hostile files are errors") {
    auto const jpeg = *encode_jpeg(noise(64, 64, 3), 90);
    Bytes const cut(jpeg.begin(), jpeg.begin() + static_cast<std::ptrdiff_t>(jpeg.size() / 2));
    auto const result = decode(cut, {}, "storm.jpg");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::image_unreadable);
    CHECK(result.error().message.find("storm.jpg is a damaged JPEG file") == 0);

    auto const png = *encode_png(noise(64, 64, 3));
    CHECK_FALSE(decode(Bytes(png.begin(), png.begin() + static_cast<std::ptrdiff_t>(png.size() / 2))));

    Bytes huge = *encode_png(even_pixels(1, 1, {0}));
    for (std::size_t at : {16, 17, 20, 21}) {
        huge[at] = 0x7F;
    }
    auto const refused = decode(huge, {}, "bomb.png");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("bomb.png is too large") == 0);
    DecodeOptions small;
    small.max_pixels = 100;
    CHECK_FALSE(decode(*encode_png(even_pixels(11, 10, {0})), small));
    CHECK_FALSE(decode(drawing()));
}

TEST_CASE("a bent file neither crashes nor hangs the decoder") {
    Bytes const samples[] = {*encode_png(noise(9, 9, 3)), jpeg_with_exif(*encode_jpeg(noise(9, 9, 3), 50), 6),
                             small_tiff(1), small_webp(), transparent_webp()};
    DecodeOptions options;
    options.max_pixels = 1'000'000;
    options.target_width = 5;
    std::size_t decoded = 0;
    for (auto const& whole : samples) {
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            Bytes bent = whole;
            bent[at] = static_cast<std::uint8_t>(bent[at] ^ 0xFF);
            decoded += decode(bent, options) ? 1 : 0;
        }
    }
    CHECK(decoded > 0);
}

TEST_CASE("decoding and encoding twice gives the same bytes") {
    DecodeOptions options;
    options.target_width = 100;
    auto const jpeg = *encode_jpeg(noise(300, 200, 3), 85);
    CHECK(jpeg == *encode_jpeg(noise(300, 200, 3), 85));
    CHECK(*decode(jpeg, options) == *decode(jpeg, options));
    CHECK(*encode_png(noise(30, 20, 1)) == *encode_png(noise(30, 20, 1)));
}

TEST_CASE("pictures decoded side by side are those decoded one by one") {
    std::vector<Bytes> files;
    for (std::uint32_t size = 20; size < 60; ++size) {
        files.push_back(*encode_jpeg(noise(size, size, 3), 80));
    }
    files[7].resize(files[7].size() / 2);
    std::vector<Result<Pixels>> together(files.size(), Pixels{});
    Pool(4).for_each(files.size(), [&](std::size_t index) { together[index] = decode(files[index]); });
    for (std::size_t index = 0; index < files.size(); ++index) {
        CHECK(together[index].has_value() == (index != 7));
        CHECK((!together[index] || *together[index] == *decode(files[index])));
    }
}

TEST_CASE("pixels that do not fit their size are not encoded") {
    Pixels wrong = even_pixels(4, 4, {1, 2, 3});
    wrong.samples.pop_back();
    CHECK_FALSE(encode_jpeg(wrong, 90));
    CHECK_FALSE(encode_png(wrong));
    CHECK_FALSE(encode_png(even_pixels(2, 2, {1, 2, 3, 4})));
    CHECK_FALSE(encode_jpeg(Pixels{}, 90));
    CHECK_FALSE(encode_jpeg(even_pixels(70'000, 1, {1}), 90));
}

} // namespace quoin::media::test
