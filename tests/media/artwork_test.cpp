#include "media/artwork.hpp"

#include "media/sample_pictures.hpp"

#include <catch2/catch.hpp>

namespace quoin::media::test {

TEST_CASE("a drawing becomes the same one-page PDF at every run") {
    auto const pdf = artwork_as_pdf(drawing());
    REQUIRE(pdf);
    auto const text = as_text(*pdf);
    CHECK(text.substr(0, 8) == "%PDF-1.4");
    CHECK(text.find("/MediaBox [ 0 0 150 75 ]") != std::string_view::npos);
    CHECK(text.find("/Count 1") != std::string_view::npos);
    CHECK(text.find("CreationDate (19800101000000Z") != std::string_view::npos);
    CHECK(*pdf == *artwork_as_pdf(drawing()));
}

TEST_CASE("a drawing becomes pixels in its proportions") {
    auto const pixels = rasterise_artwork(drawing(), 40);
    REQUIRE(pixels);
    CHECK((pixels->width == 40 && pixels->height == 20 && pixels->channels == 3));
    CHECK((pixels->samples[0] == 0xC8 && pixels->samples[1] == 0x1E && pixels->alpha[0] == 255));
    CHECK(pixels->alpha[39] == 0);
    CHECK_FALSE(rasterise_artwork(drawing(), 0));
    CHECK_FALSE(rasterise_artwork(drawing(), 1'000'000));
}

TEST_CASE("a drawing reaches no file") {
    auto const svg = to_bytes(
        "<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
        "<image width='9' height='9' xlink:href='file:///usr/share/pixmaps/debian-logo.png'/></svg>");
    auto const pixels = rasterise_artwork(svg, 9);
    if (pixels) { // the reference is ignored; an error would be right too
        CHECK(pixels->alpha == Bytes(81, 0));
    } else {
        CHECK(pixels.error().code == Code::image_unreadable);
    }
}

TEST_CASE("what cannot be drawn says why") {
    auto const broken = artwork_as_pdf(to_bytes("<svg xmlns='http://www.w3.org/2000/svg' width='1'"), "map.svg");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == Code::image_unreadable);
    CHECK(broken.error().message.find("map.svg cannot be drawn") == 0);
}

TEST_CASE("a drawing larger than any page is fitted to one") {
    auto const pdf = artwork_as_pdf(to_bytes(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100000 50000'><rect width='9' height='9'/></svg>"));
    REQUIRE(pdf);
    CHECK(as_text(*pdf).find("/MediaBox [ 0 0 14400 7200 ]") != std::string_view::npos);
}

} // namespace quoin::media::test
