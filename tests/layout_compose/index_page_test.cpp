// The index as the composer makes it: pages of a term, ranges, the room for numbers that are not known yet.

#include "layout/index_page.hpp"

#include "layout_compose/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::layout;
using sample::Publication;

namespace {

std::string written(std::vector<std::string> const& labels) {
    std::string text;
    for (Locator const& each : locators(labels))
        text += (text.empty() ? "" : ", ") + each.first + (each.last.empty() ? "" : "-" + each.last);
    return text;
}

/// An article with three places, all under one term with a sub-entry.
void fill(Publication& publication) {
    publication.add_article("first", {sample::paragraph("Words.")});
    publication.prepare();
    model::Document& document = publication.document;
    std::vector<model::AnchorId> places;
    for (char const* name : {"first-term-1", "first-term-2", "first-term-3"}) {
        places.push_back(static_cast<model::AnchorId>(document.anchors.size()));
        document.anchors.push_back({name, 0, 1, {}, {}});
    }
    document.index.title = "Index";
    document.index.groups = {{"T", {{"type", {places[0], places[1]}, {{"mould", {places[2]}, {}}}}}}};
}

} // namespace

TEST_CASE("each page stands once, roman ones first, and three in a row are joined") {
    CHECK(written({"12"}) == "12");
    CHECK(written({"12", "12", "v", "iv"}) == "iv, v, 12");
    CHECK(written({"12", "13"}) == "12, 13");
    CHECK(written({"14", "12", "13", "20"}) == "12-14, 20");
    CHECK(written({"ix", "x", "xi", "1", "2"}) == "ix-xi, 1, 2");
    CHECK(written({"9", "10", "11"}) == "9-11");
    CHECK(written({"12", ""}) == "12"); // a place on no page
    CHECK(written({"000", "000"}) == "000, 000");
}

TEST_CASE("labels are in the order of the pages") {
    CHECK(page_order("iv") < page_order("ix"));
    CHECK(page_order("xcix") < page_order("1"));
    CHECK(page_order("9") < page_order("10"));
    CHECK(page_order("10") < page_order("A-1"));
}

TEST_CASE("the index prints the pages that are known, and is as long before as after") {
    Publication publication;
    fill(publication);
    Composition const first = publication.compose();
    CHECK(first.tells_page_numbers);
    std::string const before = sample::printed(first);
    CHECK(before.find("type, 000, 000") != std::string::npos);
    Composition const second =
        publication.compose({{"first-term-1", "12"}, {"first-term-2", "12"}, {"first-term-3", "iv"}});
    std::string const after = sample::printed(second);
    CHECK(after.find("type, 12\n") != std::string::npos);
    CHECK(after.find("mould, iv") != std::string::npos);
    CHECK(second.links.size() == first.links.size());
    CHECK(second.tags.nodes.size() == first.tags.nodes.size());
    Galley const& galley = second.galleys.back();
    CHECK(galley.matter == model::Matter::index);
    CHECK(galley.elements.front().keep_with_next); // the letter
    CHECK(second.outline.back().title == "Index");
}

TEST_CASE("the index has two columns where each is wide enough") {
    Publication publication;
    fill(publication);
    publication.layout.print.page.columns = 1;
    CHECK(publication.compose().galleys.back().columns == 2);
    Publication narrow;
    fill(narrow);
    narrow.layout.print.page.columns = 1;
    narrow.layout.print.page.width = Length::from_millimetres(110);
    CHECK(narrow.compose().galleys.back().columns == 1);
}
