#include "sample_book.hpp"

#include <catch2/catch.hpp>
#include <zip.h>

#include <cstdlib>
#include <ctime>
#include <set>

using namespace quoin;
using namespace quoin::test;

namespace {

std::uint16_t u16(Bytes const& bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8);
}

SampleBook two_articles() {
    SampleBook book;
    for (char const* name : {"01-wedge", "02-case"}) {
        model::Article& article = book.article(name, "A title");
        for (int i = 0; i < 50; ++i)
            article.body.push_back(paragraph("The same words again and again, so that they shrink."));
    }
    return book;
}

std::string read_entry(Bytes const& archive, char const* name) {
    zip_error_t error;
    zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
    zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    REQUIRE(zip != nullptr);
    zip_stat_t stat;
    REQUIRE(zip_stat(zip, name, 0, &stat) == 0);
    std::string content(stat.size, '\0');
    zip_file_t* file = zip_fopen(zip, name, 0);
    REQUIRE(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
    char beyond = 0;
    CHECK(zip_fread(file, &beyond, 1) == 0); // the checksum is compared at the end
    CHECK(zip_fclose(file) == 0);
    zip_discard(zip);
    return content;
}

} // namespace

TEST_CASE("the mimetype stands first, stored and without extra field") {
    auto const built = two_articles().build();
    Bytes const& zip = built.archive;
    CHECK(u16(zip, 8) == 0);
    CHECK(u16(zip, 26) == 8);
    CHECK(u16(zip, 28) == 0);
    CHECK(as_text(zip).substr(30, 28) == "mimetypeapplication/epub+zip");
    CHECK(built.names.front() == "mimetype");
    CHECK(built.names[1] == "META-INF/container.xml");
    CHECK(built.names[2] == "EPUB/package.opf");
    CHECK(std::is_sorted(built.names.begin() + 3, built.names.end()));
}

TEST_CASE("what was packed is read back, whole and smaller") {
    auto const built = two_articles().build();
    for (std::string const& name : built.names) CHECK(read_entry(built.archive, name.c_str()) == built.files.at(name));
    std::size_t size = 0;
    for (auto const& [name, content] : built.files) size += content.size();
    CHECK(built.archive.size() < size);
}

TEST_CASE("entries have one time stamp, in any time zone, and uniform attributes") {
    Bytes const first = two_articles().build().archive;
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    Bytes const elsewhere = two_articles().build().archive;
    setenv("TZ", "UTC", 1);
    tzset();
    CHECK(first == elsewhere);
    std::set<std::uint32_t> stamps, extras;
    std::string_view const text = as_text(first);
    std::string_view const signature("PK\1\2", 4);
    for (std::size_t at = text.find(signature); at != std::string_view::npos; at = text.find(signature, at + 1)) {
        stamps.insert(static_cast<std::uint32_t>(u16(first, at + 12)) | static_cast<std::uint32_t>(u16(first, at + 14))
                                                                            << 16);
        extras.insert(u16(first, at + 30));
    }
    CHECK(stamps == std::set<std::uint32_t>{0x57010000}); // 2023-08-01 00:00
    CHECK(extras == std::set<std::uint32_t>{0});
}

TEST_CASE("threads change no byte") { CHECK(two_articles().build(1).archive == two_articles().build(4).archive); }
