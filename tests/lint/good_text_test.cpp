// The sample publications are proofread: nothing is to be found in them.

#include "base/file_system.hpp"
#include "lint/proofread.hpp"
#include "reader/read_publication.hpp"

#include <catch2/catch.hpp>

using namespace quoin;

TEST_CASE("good texts are left in peace") {
    for (char const* name : {"field-guide", "small-book", "the-compositor"}) {
        SourceMap sources;
        Diagnostics reading, found;
        auto const publication = reader::read_publication(std::string(QUOIN_SOURCE_DIR) + "/sources/" + name,
                                                          DiskFileSystem(), sources, reading);
        REQUIRE(publication);
        lint::proofread(*publication, found);
        for (Diagnostic const& each : found.all()) {
            Location const place = sources.locate(each.span);
            INFO(place.path << ":" << place.line << ":" << place.column << " " << each.message);
            CHECK(false);
        }
        CHECK(found.all().empty());
    }
}
