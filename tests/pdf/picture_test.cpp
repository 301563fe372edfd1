// Pictures: spaces, alpha, polarity, size; drawings as forms.

#include "media/picture.hpp"
#include "pdf/press_profile.hpp"
#include "pdf/read_back.hpp"
#include "pdf/sample_pages.hpp"
#include "pdf/write_pdf.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace quoin;
using namespace quoin::pdf;
using namespace quoin::pdf::test;

namespace {

media::Pixels even(std::uint32_t width, std::uint32_t height, Bytes const& colour) {
    media::Pixels pixels;
    pixels.width = width;
    pixels.height = height;
    pixels.channels = static_cast<int>(colour.size());
    for (std::size_t count = std::size_t{width} * height; count > 0; --count) {
        pixels.samples.insert(pixels.samples.end(), colour.begin(), colour.end());
    }
    return pixels;
}

page::PageList with_picture(Bytes bytes, page::ImageKind kind = page::ImageKind::raster) {
    auto list = empty_list(1);
    page::Image image;
    image.path = "images/press.png";
    image.bytes = std::make_shared<Bytes const>(std::move(bytes));
    image.kind = kind;
    image.span = {FileId{3}, 10, 20};
    list.images.push_back(image);
    page::Picture picture;
    picture.width = Length::points(72);
    picture.height = Length::points(36);
    list.pages[0].items.push_back({{Length::points(50), Length::points(100)}, picture, page::TagId::artifact});
    list.pages[0].items.push_back({{Length::points(50), Length::points(200)}, picture, page::TagId::artifact});
    return list;
}

ReadBack write(page::PageList const& list, Edition::Kind kind) {
    Pool pool(2);
    Edition edition;
    edition.kind = kind;
    auto result = write_pdf(list, edition, pool);
    INFO((result ? "" : result.error().message));
    REQUIRE(result);
    return ReadBack(std::move(*result));
}

QPDFObjectHandle picture_of(ReadBack& read) {
    return read.page(0).getKey("/Resources").getKey("/XObject").getKey("/Im0");
}

std::string space_of(ReadBack& read) { return picture_of(read).getDict().getKey("/ColorSpace").getName(); }

std::string_view constexpr drawing = R"SVG(<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">
<defs><linearGradient id="g"><stop offset="0" stop-color="#be1e28"/><stop offset="1" stop-color="#0000ff"/></linearGradient></defs>
<rect width="96" height="48" fill="#be1e28"/><path d="M0 0L20 20" stroke="#808080"/><rect x="40" width="20" height="20" fill="url(#g)"/></svg>)SVG";

} // namespace

TEST_CASE("a colour picture is CMYK for print and RGB for the screen, written once") {
    auto const list = with_picture(*media::encode_png(even(40, 20, {255, 0, 0})));
    auto print = write(list, Edition::Kind::x1a);
    CHECK(space_of(print) == "/DeviceCMYK");
    CHECK(print.stream(picture_of(print)).substr(0, 4) == std::string("\x00\xff\xff\x00", 4));
    CHECK(print.content(0).find("72 0 0 36 ") != std::string::npos);
    auto screen = write(list, Edition::Kind::screen);
    CHECK(space_of(screen) == "/DeviceRGB");
    CHECK(screen.stream(picture_of(screen)).substr(0, 3) == std::string("\xff\x00\x00", 3));
    int images = 0;
    for (auto& object : screen.file().getAllObjects())
        images += object.isStream() && object.getDict().getKey("/Width").isInteger();
    CHECK(images == 1);
}

TEST_CASE("a neutral picture is gray everywhere") {
    auto const list = with_picture(*media::encode_png(even(40, 20, {90, 90, 90})));
    for (auto const kind : {Edition::Kind::x4, Edition::Kind::screen}) {
        auto read = write(list, kind);
        CHECK(space_of(read) == "/DeviceGray");
        CHECK(read.stream(picture_of(read))[0] == 90);
    }
}

TEST_CASE("alpha is a soft mask, or paper where the edition allows none") {
    auto pixels = even(40, 20, {255, 0, 0});
    pixels.alpha.assign(40 * 20, 0);
    auto const list = with_picture(*media::encode_png(pixels));
    auto x4 = write(list, Edition::Kind::x4);
    CHECK(picture_of(x4).getDict().hasKey("/SMask"));
    CHECK(x4.page(0).getKey("/Group").getKey("/CS").getName() == "/DeviceCMYK");
    auto x1a = write(list, Edition::Kind::x1a);
    CHECK_FALSE(picture_of(x1a).getDict().hasKey("/SMask"));
    CHECK_FALSE(x1a.page(0).hasKey("/Group"));
    CHECK(x1a.stream(picture_of(x1a))[0] == (space_of(x1a) == "/DeviceGray" ? '\xff' : '\0'));
}

TEST_CASE("a pale CMYK picture stays pale") {
    // The wrong Decode array prints 98 % where 2 % belongs.
    auto const jpeg = *media::encode_jpeg(even(40, 20, {5, 5, 5, 5}), 95);
    auto read = write(with_picture(jpeg), Edition::Kind::x1a);
    auto dict = picture_of(read).getDict();
    CHECK(dict.getKey("/Filter").getName() == "/DCTDecode");
    CHECK(dict.getKey("/Decode").getArrayItem(0).getIntValue() == 1); // Adobe's marker: 255 means no ink
    CHECK(static_cast<unsigned char>(read.stream(picture_of(read))[0]) > 240);
    CHECK(read.stream(picture_of(read)).size() == 40U * 20 * 4);
}

TEST_CASE("ink above the limit is taken out of a CMYK picture") {
    auto const jpeg = *media::encode_jpeg(even(40, 20, {255, 255, 255, 255}), 95);
    auto read = write(with_picture(jpeg), Edition::Kind::x1a);
    auto const samples = read.stream(picture_of(read));
    int sum = 0;
    for (std::size_t plate = 0; plate < 4; ++plate) sum += 255 - static_cast<unsigned char>(samples[plate]);
    CHECK(sum <= 255 * 3 + 6);
    CHECK(sum > 255 * 3 - 12);
}

TEST_CASE("a picture finer than the press can show is made smaller") {
    auto const list = with_picture(*media::encode_png(even(1200, 600, {10, 200, 30}))); // 1200 ppi at 72 pt
    auto read = write(list, Edition::Kind::x4);
    CHECK(picture_of(read).getDict().getKey("/Width").getIntValue() == 300);
}

TEST_CASE("a drawing is a form with inks of the palette") {
    auto const list = with_picture(to_bytes(drawing), page::ImageKind::artwork);
    auto print = write(list, Edition::Kind::x1a);
    auto form = picture_of(print);
    CHECK(form.getDict().getKey("/Subtype").getName() == "/Form");
    CHECK_FALSE(form.getDict().hasKey("/Group"));
    auto const content = print.stream(form);
    CHECK(content.find("0 0.9 0.85 0.1 k") != std::string::npos); // the accent of the palette
    CHECK(content.find("0 0 0 0.498 K") != std::string::npos);
    for (auto& object : print.file().getAllObjects())
        CHECK(object.unparseResolved().find("DeviceRGB") == std::string::npos);
    CHECK(print.content(0).find("/Im0 Do") != std::string::npos);
    auto screen = write(list, Edition::Kind::screen);
    CHECK(screen.stream(picture_of(screen)).find(" rg") != std::string::npos);
}

TEST_CASE("a drawing in the colour of a spot ink is on that ink's plate") {
    std::string in_spot(drawing);
    auto const at = in_spot.find("fill=\"#be1e28\"");
    in_spot.replace(at, 14, "fill=\"#c8102e\""); // the spot of the palette
    auto const list = with_picture(to_bytes(in_spot), page::ImageKind::artwork);
    auto print = write(list, Edition::Kind::x1a);
    auto form = picture_of(print);
    std::smatch found;
    auto const content = print.stream(form);
    REQUIRE(std::regex_search(content, found, std::regex("(/Spot[0-9a-fA-F]+) cs 1 scn")));
    auto space = form.getDict().getKey("/Resources").getKey("/ColorSpace").getKey(found[1]);
    CHECK(space.getArrayItem(1).getName() == "/PANTONE 186 C");
    CHECK(space.getArrayItem(2).getName() == "/DeviceCMYK");
    Pool pool(1);
    Edition edition;
    edition.ink.spots = false;
    auto const plain = write_pdf(list, edition, pool);
    REQUIRE(plain);
    ReadBack read(std::move(*plain));
    CHECK(read.stream(picture_of(read)).find("0.02 1 0.85 0.06 k") != std::string::npos);
}

TEST_CASE("a see-through drawing becomes pixels where transparency is refused") {
    std::string see_through(drawing);
    see_through.replace(see_through.find("<rect"), 5, "<rect opacity=\"0.5\"");
    auto const list = with_picture(to_bytes(see_through), page::ImageKind::artwork);
    auto x1a = write(list, Edition::Kind::x1a);
    CHECK(picture_of(x1a).getDict().getKey("/Subtype").getName() == "/Image");
    auto x4 = write(list, Edition::Kind::x4);
    CHECK(picture_of(x4).getDict().getKey("/Group").getKey("/CS").getName() == "/DeviceCMYK");
    for (auto& object : x4.file().getAllObjects())
        CHECK(object.unparseResolved().find("DeviceRGB") == std::string::npos);
}

TEST_CASE("with a press profile colours follow it, and neutral ones stay black") {
    auto pixels = even(40, 20, {255, 0, 0});
    std::fill(pixels.samples.begin(), pixels.samples.begin() + 3, std::uint8_t{100});
    auto const list = with_picture(*media::encode_png(pixels));
    Pool pool(1);
    Edition edition;
    edition.intent.profile = std::make_shared<Bytes const>(press_profile());
    auto bytes = write_pdf(list, edition, pool);
    REQUIRE(bytes);
    ReadBack read(std::move(*bytes));
    auto const samples = read.stream(picture_of(read));
    CHECK(samples.substr(0, 4) == std::string("\0\0\0\x9b", 4));
    CHECK(static_cast<unsigned char>(samples[4]) < 30);
    CHECK(static_cast<unsigned char>(samples[5]) > 220);
    CHECK(static_cast<unsigned char>(samples[6]) > 220);
    CHECK(samples[7] == 0);
}

TEST_CASE("a damaged picture is an error with its place") {
    Pool pool(1);
    auto const result = write_pdf(with_picture(to_bytes("not a picture")), Edition{}, pool);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::image_unreadable);
    CHECK(result.error().span == Span{FileId{3}, 10, 20});
}
