// Tokens, text and places as the operators say them.

#include "preflight/content_tokens.hpp"
#include "preflight/plain_text.hpp"
#include "preflight/read_epub.hpp"
#include "preflight/read_pdf.hpp"
#include "preflight/sample_epub.hpp"
#include "preflight/sample_pdf.hpp"

#include <catch2/catch.hpp>

namespace quoin::preflight::test {

TEST_CASE("a content stream comes apart into its words") {
    ContentTokens tokens("-1.25 .5 /Na#me (a(b)\\051\\n) <4 1 42> [ ] << >> % no\n0 BT'");
    using Kind = Token::Kind;
    std::vector<Kind> kinds;
    std::vector<double> numbers;
    std::string strings;
    for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next()) {
        kinds.push_back(token.kind);
        if (token.kind == Kind::number) numbers.push_back(token.number);
        if (token.kind == Kind::literal || token.kind == Kind::hex) strings += string_bytes(token);
    }
    CHECK(kinds == std::vector{Kind::number, Kind::number, Kind::name, Kind::literal, Kind::hex, Kind::array_begin,
                               Kind::array_end, Kind::dictionary_begin, Kind::dictionary_end, Kind::number,
                               Kind::word});
    CHECK(numbers == std::vector{-1.25, 0.5, 0.0});
    CHECK(strings == "a(b))\nAB");
}

TEST_CASE("a stream that breaks off comes to its end") {
    for (std::string const text : {"(abc", "<41", "/", "[<", "1.", "-", "(\\", ")}{>", "BI /W 1 ID xx"}) {
        ContentTokens tokens(text);
        int count = 0;
        while (tokens.next().kind != Token::Kind::end && count < 100) ++count;
        CHECK(count < 100);
    }
}

TEST_CASE("letters do not depend on case, spaces, marks and figures") {
    CHECK(letters_of("Größe: 12 „Öl“ – Ёлка\u00ad \u00a0ΑΒΓ ab-c") == "größeölёлкаαβγabc");
    std::string plain;
    append_plain(plain, "a b\u00a0c\u00add-\u200be 1");
    CHECK(plain == "abcd-e1");
    CHECK(from_text_string(std::string("\xfe\xff\x04\x10\xd8\x3d\xde\x00", 8)) == "А😀");
    CHECK(from_text_string("caf\xe9") == "café");
}

TEST_CASE("text, places, pictures and labels are read from the bytes") {
    SamplePdf pdf(FileKind::print);
    auto const facts = read_pdf(pdf.save());
    REQUIRE(facts);
    REQUIRE(facts->pages.size() == 4);
    PageFacts const& page = facts->pages[1];
    CHECK(page.text == "afi");
    CHECK(page.label == "ii");
    CHECK(facts->pages[3].label == "8");
    REQUIRE(page.text_extent);
    CHECK(page.text_extent->left == Approx(50));
    CHECK(page.text_extent->right == Approx(50 + 6 - 0.1 + 4)); // widths 600 and 400, a kern of 10 between them
    REQUIRE(page.pictures.size() == 1);
    CHECK(page.pictures[0].ppi == Approx(400));
    CHECK(page.pictures[0].extent.left == Approx(60));
    CHECK(facts->version == "1.6");
    CHECK(facts->has_id);
    CHECK(facts->object_streams);
    REQUIRE(facts->fonts.size() == 1);
    CHECK(facts->fonts[0].name == "Sample");
}

TEST_CASE("a form's operators count where it is drawn") {
    SamplePdf pdf(FileKind::print);
    pdf.page(0)
        .getKey("/Resources")
        .getKey("/XObject")
        .replaceKey("/Fm0",
                    pdf.stream("0 0 0 1 K 1 w 0 0 m 10 0 l S",
                               "<</Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [0.1 0 0 0.1 50 50]>>"));
    pdf.draw("/Fm0 Do\n");
    auto const facts = read_pdf(pdf.save());
    REQUIRE(facts);
    REQUIRE(facts->pages[0].paint.thin_line);
    CHECK(facts->pages[0].paint.thin_line->value == Approx(0.1));
}

TEST_CASE("an EPUB with an entry whose checksum is wrong cannot be read") {
    Bytes bytes = SampleEpub().save();
    REQUIRE(read_epub(bytes));
    std::size_t const at = as_text(bytes).find("application/epub+zip"); // stored as it stands
    REQUIRE(at != std::string_view::npos);
    bytes[at] ^= 1U;
    CHECK_FALSE(read_epub(bytes));
}

} // namespace quoin::preflight::test
