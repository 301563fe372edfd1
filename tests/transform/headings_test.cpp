// Heading levels without gaps. The reader has told of them.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

using Levels = std::vector<int>;

Levels levels(Levels const& written) {
    Blocks body;
    for (int const level : written) body.push_back(heading(level, "H"));
    Prepared const result = prepared(document_of(std::move(body)));
    CHECK(result.diagnostics.all().empty());
    Levels list;
    for (Block const& block : result.article().body) list.push_back(std::get<Heading>(block.kind).level);
    return list;
}

} // namespace

TEST_CASE("levels that follow each other stay") { CHECK(levels({2, 3, 3, 4, 2, 3}) == Levels{2, 3, 3, 4, 2, 3}); }

TEST_CASE("a skipped level is closed, and its neighbours with it") {
    CHECK(levels({2, 4, 4, 2}) == Levels{2, 3, 3, 2});
    CHECK(levels({3, 3, 2}) == Levels{2, 2, 2});
    CHECK(levels({2, 4, 3}) == Levels{2, 3, 3});
    CHECK(levels({6}) == Levels{2});
}

} // namespace quoin::transform::test
