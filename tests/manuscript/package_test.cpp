#include "manuscript/package.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <zip.h>

using namespace quoin;
using namespace quoin::manuscript;

namespace {

Bytes archive(std::map<std::string, std::string> const& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* const zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    REQUIRE(zip != nullptr);
    for (auto const& [name, content] : entries)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    REQUIRE(zip_close(zip) == 0);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    Bytes bytes(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string refusal(Bytes const& bytes) {
    auto const package = Package::open("a.docx", bytes);
    return package ? std::string() : package.error().message;
}

} // namespace

TEST_CASE("parts of a package are read by name") {
    Bytes const bytes = archive({{"word/document.xml", "<a/>"}, {"[Content_Types].xml", "<b/>"}});
    auto const package = Package::open("a.docx", bytes);
    REQUIRE(package);
    CHECK(package->names() == std::vector<std::string>{"[Content_Types].xml", "word/document.xml"});
    CHECK(package->contains("word/document.xml"));
    auto const part = package->read("word/document.xml");
    REQUIRE(part);
    CHECK(as_text(*part) == "<a/>");
    CHECK(package->read("word/none.xml").error().code == Code::import_damaged);
}

TEST_CASE("hostile packages are refused before anything is unpacked") {
    CHECK(refusal({}) == "\"a.docx\" cannot be read: it is empty");
    CHECK(refusal(to_bytes("PK no archive")) == "\"a.docx\" cannot be read: it is no archive, or it is cut off");
    Bytes cut = archive({{"a.xml", "text"}});
    cut.resize(cut.size() - 10);
    CHECK(refusal(cut) == "\"a.docx\" cannot be read: it is no archive, or it is cut off");
    CHECK(refusal(archive({{"../../etc/passwd", "x"}})) ==
          "\"a.docx\" cannot be read: the entry \"../../etc/passwd\" leads out of the archive");
    CHECK(refusal(archive({{"a.xml", std::string(60U << 20U, ' ')}})) ==
          "\"a.docx\" cannot be read: it unpacks to far more than a manuscript can hold");
    CHECK(refusal(to_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 …")) ==
          "\"a.docx\" cannot be read: it is encrypted, or of an old binary format");
}

TEST_CASE("a part whose checksum is wrong is damaged") {
    Bytes bytes = archive({{"a.xml", "unpacked as it stands"}});
    auto const view = as_text(bytes);
    std::size_t const at = view.find("a.xml") + 6;
    bytes[at] ^= 0x10U;
    auto const package = Package::open("a.docx", bytes);
    REQUIRE(package);
    CHECK_FALSE(package->read("a.xml"));
}

TEST_CASE("references inside a package are resolved, and never lead out of it") {
    CHECK(resolve_reference("word/document.xml", "media/a.png") == "word/media/a.png");
    CHECK(resolve_reference("a/b/c.xhtml", "../images/./x.png") == "a/images/x.png");
    CHECK(resolve_reference("a/b.xml", "/word/x.xml") == "word/x.xml");
    CHECK(resolve_reference("a/b.xml", "../../x").empty());
}
