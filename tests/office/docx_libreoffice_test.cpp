// DOCX files that LibreOffice has written: see files/README.md. What the document must say stands beside each of them.

#include "base/file_system.hpp"
#include "office/read_office.hpp"
#include "review/proof.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

namespace {

Bytes read_file(std::string const& name) {
    auto const bytes = DiskFileSystem().read(std::string(QUOIN_SOURCE_DIR) + "/tests/office/files/" + name);
    REQUIRE(bytes);
    return *bytes;
}

void compare(std::string const& name) {
    SourceMap sources;
    auto result = office::read_docx({name + ".docx", read_file(name + ".docx")}, {}, sources);
    REQUIRE(result);
    std::vector<model::Document> kept = {result->document};
    CHECK(review::prove({*result}, kept, sources).holds());
    CHECK(model::dump(result->document) == as_text(read_file(name + ".model.txt")));
}

} // namespace

TEST_CASE("DOCX of LibreOffice: marks, notes, lists, a table, languages, changes, references") { compare("voyage"); }

TEST_CASE("DOCX of LibreOffice: a web page") { compare("letter"); }

} // namespace quoin::test
