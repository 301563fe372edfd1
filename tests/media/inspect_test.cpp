#include "media/sample_pictures.hpp"

#include <catch2/catch.hpp>

namespace quoin::media::test {

TEST_CASE("the header of a picture tells its size, channels and resolution") {
    auto const png = *encode_png(even_pixels(7, 5, {1, 2, 3}));
    auto const info = inspect(png, "a.png");
    REQUIRE(info);
    CHECK(info->format == PictureFormat::png);
    CHECK((info->width == 7 && info->height == 5 && info->channels == 3 && info->bits == 8));
    CHECK_FALSE(info->has_alpha);

    Pixels transparent = even_pixels(2, 2, {9});
    transparent.alpha = Bytes(4, 128);
    auto const gray = inspect(*encode_png(transparent), "b.png");
    REQUIRE(gray);
    CHECK((gray->channels == 1 && gray->has_alpha));

    auto const cmyk = inspect(*encode_jpeg(even_pixels(9, 4, {10, 20, 30, 40}), 90), "c.jpg");
    REQUIRE(cmyk);
    CHECK((cmyk->format == PictureFormat::jpeg && cmyk->channels == 4 && cmyk->width == 9 && cmyk->inverted));

    auto const tiff = inspect(small_tiff(1), "d.tif");
    REQUIRE(tiff);
    CHECK((tiff->width == 4 && tiff->height == 2 && tiff->channels == 3 && tiff->bits == 8));
    CHECK(tiff->ppi == Approx(300));

    auto const webp = inspect(small_webp(), "e.webp");
    REQUIRE(webp);
    CHECK((webp->width == 6 && webp->height == 4 && !webp->has_alpha));
    auto const clear = inspect(transparent_webp(), "f.webp");
    REQUIRE(clear);
    CHECK((clear->width == 6 && clear->height == 4 && clear->has_alpha));
}

TEST_CASE("a picture that lies on its side has the size it is seen with") {
    auto const jpeg = jpeg_with_exif(*encode_jpeg(two_halves(16, 8), 90), 6);
    auto const info = inspect(jpeg, "phone.jpg");
    REQUIRE(info);
    CHECK((info->orientation == 6 && info->width == 8 && info->height == 16));
    CHECK(inspect(small_tiff(8), "x.tif")->width == 2);
}

TEST_CASE("a drawing has the size it states, or that of its viewBox") {
    auto const info = inspect(drawing(), "a.svg");
    REQUIRE(info);
    CHECK((info->format == PictureFormat::svg && info->width == 200 && info->height == 100 && !info->has_text));
    auto const in_millimetres = inspect(to_bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' "
                                                 "width='25.4mm' height='50.8mm'><text>a</text></svg>"),
                                        "b.svg");
    REQUIRE(in_millimetres);
    CHECK((in_millimetres->width == 96 && in_millimetres->height == 192 && in_millimetres->has_text));
    auto const sizeless =
        inspect(to_bytes("<svg xmlns='http://www.w3.org/2000/svg'><rect width='5' height='5'/></svg>"), "c.svg");
    REQUIRE_FALSE(sizeless);
    CHECK(sizeless.error().code == Code::image_unreadable);
    CHECK_FALSE(inspect(to_bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><g>"), "d.svg"));
}

TEST_CASE("what is no picture is refused by name") {
    auto const text = inspect(to_bytes("once upon a time"), "story.png");
    REQUIRE_FALSE(text);
    CHECK(text.error().code == Code::image_unreadable);
    CHECK(text.error().message == "story.png is not a picture this program reads");
    CHECK_FALSE(inspect({}, "empty.png"));
}

TEST_CASE("no cut off or altered header is read beyond its end") {
    // Under the address sanitizer a read beside the buffer ends the test.
    Bytes const samples[] = {*encode_png(even_pixels(3, 3, {1, 2, 3})),
                             jpeg_with_exif(*encode_jpeg(even_pixels(3, 3, {1, 2, 3}), 90), 3), small_tiff(1),
                             small_webp(), transparent_webp()};
    std::size_t readable = 0;
    for (auto const& sample : samples) {
        for (std::size_t length = 0; length < sample.size(); ++length) {
            Bytes const cut(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(length));
            readable += inspect(cut, "cut") ? 1 : 0;
            Bytes altered = sample;
            altered[length] = static_cast<std::uint8_t>(~altered[length]);
            readable += inspect(altered, "altered") ? 1 : 0;
        }
    }
    CHECK(readable > 0);
}

} // namespace quoin::media::test
