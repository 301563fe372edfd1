#include "paint/paint.hpp"

#include "base/file_system.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

namespace quoin::paint::test {

namespace {

constexpr char const* vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf"; // package fonts-vollkorn

page::Item item(double x, double y, decltype(page::Item::kind) kind) {
    return {{Length::from_points(x), Length::from_points(y)}, std::move(kind), page::TagId::artifact};
}

/// A square of 100 points with a bleed of 10, a black and a red ink, nothing on its page.
page::PageList empty_square() {
    page::PageList pages;
    pages.trim = {Length::points(100), Length::points(100)};
    pages.bleed = Length::points(10);
    pages.inks = {{"text", {0, 0, 0, 1000}, {0, 0, 0}, "", true},
                  {"accent", {0, 1000, 1000, 0}, {200, 30, 30}, "", false}};
    pages.pages.emplace_back();
    return pages;
}

page::Rule rule(double width, double height, std::uint32_t ink, std::uint16_t tint) {
    return {Length::from_points(width), Length::from_points(height), {page::InkId{ink}, tint}};
}

int red_at(media::Pixels const& pixels, std::uint32_t x, std::uint32_t y) {
    return pixels.samples[(std::size_t{y} * pixels.width + x) * 3];
}

int green_at(media::Pixels const& pixels, std::uint32_t x, std::uint32_t y) {
    return pixels.samples[(std::size_t{y} * pixels.width + x) * 3 + 1];
}

/// The smallest red in a rectangle: 255 where nothing is drawn.
int darkest(media::Pixels const& pixels, std::uint32_t left, std::uint32_t top, std::uint32_t right,
            std::uint32_t bottom) {
    int found = 255;
    for (std::uint32_t y = top; y < bottom; ++y) {
        for (std::uint32_t x = left; x < right; ++x) {
            found = std::min(found, red_at(pixels, x, y));
        }
    }
    return found;
}

page::FontFile font_file() {
    auto bytes = DiskFileSystem().read(vollkorn);
    REQUIRE(bytes);
    return {"Vollkorn-Regular", "Vollkorn", std::make_shared<Bytes const>(std::move(*bytes)), 0, 1000, {}};
}

/// Two glyphs of 40 points with a gap between them.
page::GlyphRun two_glyphs() {
    page::GlyphRun run;
    run.size = Length::points(40);
    run.width = Length::points(80);
    run.glyphs = {{40, 0, 0, 0}, {40, 1, static_cast<std::int32_t>(Length::points(50).units), 0}};
    run.text = "ab";
    return run;
}

page::PageList lettered_square() {
    auto pages = empty_square();
    pages.fonts.push_back(font_file());
    pages.pages[0].items.push_back(item(5, 60, two_glyphs()));
    return pages;
}

page::Image image_of(Bytes bytes, page::ImageKind kind) {
    return {"picture", std::make_shared<Bytes const>(std::move(bytes)), kind, 1, 1, Span{FileId{0}, 3, 9}};
}

page::Picture picture(double width, double height) {
    return {page::ImageId{0}, Length::from_points(width), Length::from_points(height), {}, {}};
}

PaintOptions at_point_size(Extent extent = Extent::trim) { return {72, extent}; }

Bytes red_drawing() {
    return to_bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10' "
                    "fill='#c80000'/></svg>");
}

} // namespace

TEST_CASE("rules and tints lie where they belong, in screen colours") {
    auto pages = empty_square();
    pages.pages[0].items = {item(10, 20, rule(30, 5, 0, 1000)), item(50, 50, rule(20, 20, 1, 500))};
    auto const pixels = draw_pixels(pages, 0, at_point_size());
    REQUIRE(pixels);
    CHECK((pixels->width == 100 && pixels->height == 100 && pixels->channels == 3));
    CHECK((red_at(*pixels, 10, 20) == 0 && red_at(*pixels, 39, 24) == 0));
    CHECK((red_at(*pixels, 9, 20) == 255 && red_at(*pixels, 40, 20) == 255 && red_at(*pixels, 20, 25) == 255));
    CHECK(red_at(*pixels, 60, 60) == 228); // half of 200, half of the paper's 255
    CHECK(green_at(*pixels, 60, 60) == 143);
}

TEST_CASE("letters are dark where their glyphs stand and nowhere else") {
    auto const pixels = draw_pixels(lettered_square(), 0, {144, Extent::trim});
    REQUIRE(pixels);
    CHECK(darkest(*pixels, 10, 50, 90, 120) < 30);
    CHECK(darkest(*pixels, 112, 50, 190, 120) < 30);
    CHECK(darkest(*pixels, 0, 0, 200, 40) == 255);    // above
    CHECK(darkest(*pixels, 0, 160, 200, 200) == 255); // below any descender
    CHECK(darkest(*pixels, 0, 0, 8, 200) == 255);     // left of the run
}

TEST_CASE("the bleed is drawn when asked for, and a crop by itself") {
    auto pages = empty_square();
    pages.pages[0].items.push_back(item(-10, -10, rule(15, 120, 0, 1000)));
    auto const whole = draw_pixels(pages, 0, at_point_size(Extent::bleed));
    REQUIRE(whole);
    CHECK((whole->width == 120 && red_at(*whole, 0, 60) == 0 && red_at(*whole, 14, 60) == 0 &&
           red_at(*whole, 15, 60) == 255));
    auto const trimmed = draw_pixels(pages, 0, at_point_size());
    CHECK((trimmed->width == 100 && red_at(*trimmed, 4, 50) == 0 && red_at(*trimmed, 5, 50) == 255));

    Crop const crop{{Length::points(0), Length::points(0)}, {Length::points(10), Length::points(20)}, 100, 200};
    auto const part = draw_pixels(pages, 0, crop);
    REQUIRE(part);
    CHECK((part->width == 100 && part->height == 200 && red_at(*part, 49, 100) == 0 && red_at(*part, 50, 100) == 255));
}

TEST_CASE("paths are filled, stroked and closed") {
    using Step = page::PathStep;
    auto const at = [](double x, double y) { return Point{Length::from_points(x), Length::from_points(y)}; };
    page::Path const triangle{{{Step::Kind::move, at(0, 0), {}, {}},
                               {Step::Kind::line, at(40, 0), {}, {}},
                               {Step::Kind::curve, at(40, 20), at(20, 40), at(0, 40)},
                               {Step::Kind::close, {}, {}, {}}},
                              {{page::InkId{1}, 1000}},
                              {{page::InkId{0}, 1000}},
                              Length::points(4)};
    auto pages = empty_square();
    pages.pages[0].items.push_back(item(20, 20, triangle));
    auto const pixels = draw_pixels(pages, 0, at_point_size());
    REQUIRE(pixels);
    CHECK((red_at(*pixels, 30, 30) == 200 && green_at(*pixels, 30, 30) == 30));
    CHECK(red_at(*pixels, 19, 40) == 0); // the closing side
    CHECK(red_at(*pixels, 15, 40) == 255);
    CHECK(red_at(*pixels, 59, 59) == 255);
}

TEST_CASE("pictures and drawings fill their place and keep to their clip") {
    media::Pixels const blue{2, 2, 3, {0, 0, 200, 0, 0, 200, 0, 0, 200, 0, 0, 200}, {}, {}, 0};
    for (auto const kind : {page::ImageKind::raster, page::ImageKind::artwork}) {
        auto pages = empty_square();
        bool const is_drawing = kind == page::ImageKind::artwork;
        pages.images.push_back(image_of(is_drawing ? red_drawing() : *media::encode_png(blue), kind));
        auto clipped = picture(40, 40);
        clipped.clip_origin = {Length::points(30), Length::points(20)};
        clipped.clip = {Length::points(10), Length::points(10)};
        pages.pages[0].items = {item(20, 20, clipped), item(60, 60, picture(30, 30))};
        auto const pixels = draw_pixels(pages, 0, at_point_size());
        REQUIRE(pixels);
        int const expected = is_drawing ? 200 : 0;
        CHECK((red_at(*pixels, 60, 60) == expected && red_at(*pixels, 89, 89) == expected &&
               green_at(*pixels, 75, 75) == 0));
        CHECK((green_at(*pixels, 59, 75) == 255 && green_at(*pixels, 90, 75) == 255));
        CHECK((green_at(*pixels, 30, 20) == 0 && green_at(*pixels, 29, 25) == 255 && green_at(*pixels, 40, 25) == 255));
        CHECK(green_at(*pixels, 35, 31) == 255);
    }
}

TEST_CASE("a page is the same bytes each time, as PNG and as SVG") {
    auto pages = lettered_square();
    pages.images.push_back(image_of(red_drawing(), page::ImageKind::artwork));
    pages.pages[0].items.push_back(item(60, 60, picture(30, 30)));
    auto const png = draw_png(pages, 0, {});
    REQUIRE(png);
    CHECK((*png == *draw_png(pages, 0, {})));
    auto const info = media::inspect(*png, "page.png");
    REQUIRE(info);
    CHECK(info->width == 133);

    auto const svg = draw_svg(pages, 0, {});
    REQUIRE(svg);
    CHECK((*svg == *draw_svg(pages, 0, {})));
    CHECK(as_text(*svg).find("id=\"image0\"") != std::string_view::npos);
    CHECK(as_text(*svg).find("viewBox=\"0 0 100 100\"") != std::string_view::npos);
    CHECK(media::inspect(*svg, "page.svg")->has_text == false);
}

TEST_CASE("what cannot be drawn is an error with its place") {
    auto pages = empty_square();
    pages.images.push_back(image_of({}, page::ImageKind::raster));
    pages.pages[0].items.push_back(item(0, 0, picture(10, 10)));
    auto const unread = draw_png(pages, 0, {});
    REQUIRE_FALSE(unread);
    CHECK(unread.error().code == Code::image_unreadable);
    CHECK(unread.error().span == pages.images[0].span);
    pages.images[0] = image_of(to_bytes("no picture"), page::ImageKind::raster);
    CHECK(draw_png(pages, 0, {}).error().span == pages.images[0].span);
    pages.images[0].bytes = nullptr;
    CHECK_FALSE(draw_svg(pages, 0, {}));

    auto lettered = empty_square();
    lettered.fonts.push_back({"Nothing", "Nothing", std::make_shared<Bytes const>(to_bytes("no font")), 0, 1000, {}});
    lettered.pages[0].items.push_back(item(5, 60, two_glyphs()));
    CHECK(draw_png(lettered, 0, {}).error().code == Code::font_missing);
    lettered.fonts.clear();
    CHECK(draw_png(lettered, 0, {}).error().code == Code::internal_fault);

    CHECK_FALSE(draw_png(empty_square(), 1, {}));
    CHECK_FALSE(draw_png(empty_square(), 0, {0, Extent::trim}));
    CHECK_FALSE(draw_png(empty_square(), 0, {1e6, Extent::trim}));
    CHECK_FALSE(draw_pixels(empty_square(), 0, Crop{{}, {}, 10, 10}));
}

} // namespace quoin::paint::test
