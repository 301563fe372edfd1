#include "media/sample_pictures.hpp"

#include <catch2/catch.hpp>

namespace quoin::media::test {

TEST_CASE("a picture that is right keeps its compressed data and loses its metadata") {
    auto const plain = *encode_jpeg(noise(40, 30, 3), 80);
    auto const prepared = prepare_for_reader(jpeg_with_exif(plain, 1));
    REQUIRE(prepared);
    CHECK(prepared->format == PictureFormat::jpeg);
    CHECK(prepared->bytes == plain);
    CHECK((prepared->width == 40 && prepared->height == 30));

    auto const png = *encode_png(noise(5, 5, 1));
    std::size_t const end_chunk = png.size() - 12;
    std::string_view const text("\0\0\0\4tEXtA\0me\0\0\0\0", 16);
    auto const with_text =
        join(Bytes(png.begin(), png.begin() + static_cast<std::ptrdiff_t>(end_chunk)), text, png, end_chunk);
    CHECK(prepare_for_reader(with_text)->bytes == png);
}

TEST_CASE("what a reading system cannot take is converted") {
    auto const turned = prepare_for_reader(jpeg_with_exif(*encode_jpeg(two_halves(32, 16), 90), 8));
    REQUIRE(turned);
    CHECK((turned->width == 16 && turned->height == 32));
    CHECK(inspect(turned->bytes, "turned")->orientation == 1);

    auto const cmyk = prepare_for_reader(*encode_jpeg(even_pixels(8, 8, {0, 200, 200, 0}), 90));
    REQUIRE(cmyk);
    CHECK(inspect(cmyk->bytes, "cmyk")->channels == 3);

    CHECK(prepare_for_reader(small_tiff(1))->format == PictureFormat::jpeg);
    CHECK(prepare_for_reader(transparent_webp())->format == PictureFormat::png);
}

TEST_CASE("too many pixels or bytes are made fewer") {
    ReaderLimits limits;
    limits.max_pixels = 10'000;
    auto const small = prepare_for_reader(*encode_png(two_halves(400, 300)), limits);
    REQUIRE(small);
    CHECK(small->width * small->height <= 10'000);
    CHECK(small->width * small->height > 8'000);
    CHECK(small->format == PictureFormat::png);

    limits.max_pixels = 4'000'000;
    limits.max_bytes = 20'000;
    auto const light = prepare_for_reader(*encode_png(noise(300, 300, 3)), limits);
    REQUIRE(light);
    CHECK(light->bytes.size() <= 20'000);
    CHECK(light->format == PictureFormat::jpeg);
    Pixels transparent = noise(200, 200, 3);
    transparent.alpha = noise(200, 200, 1).samples;
    auto const clear = prepare_for_reader(*encode_png(transparent), limits);
    REQUIRE(clear);
    CHECK((clear->bytes.size() <= 20'000 && clear->format == PictureFormat::png));
}

TEST_CASE("a cut off picture is an error also where its data would be kept") {
    auto const jpeg = *encode_jpeg(noise(40, 30, 3), 80);
    CHECK_FALSE(prepare_for_reader(Bytes(jpeg.begin(), jpeg.end() - 200), {}, "a.jpg"));
    auto const png = *encode_png(noise(40, 30, 3));
    CHECK_FALSE(prepare_for_reader(Bytes(png.begin(), png.end() - 200), {}, "a.png"));
}

TEST_CASE("a drawing stays a drawing unless it reaches outside itself") {
    auto const kept = prepare_for_reader(drawing());
    REQUIRE(kept);
    CHECK((kept->format == PictureFormat::svg && kept->bytes == drawing()));
    for (auto const* const inside : {"<script>alert(1)</script>", "<image xlink:href = 'http://example.org/a.png'/>",
                                     "<rect fill='url( other.svg#a)'/>", "<g onload='x()'/>"}) {
        CAPTURE(inside);
        auto const svg =
            std::string("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
                        "width='20' height='10'>") +
            inside + "<use xlink:href='#a'/></svg>";
        auto const drawn = prepare_for_reader(to_bytes(svg));
        REQUIRE(drawn);
        CHECK((drawn->format == PictureFormat::png && drawn->width == 40));
    }
}

} // namespace quoin::media::test
