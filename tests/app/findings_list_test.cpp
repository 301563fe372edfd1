// One list over sources and outputs, and the pages that the report shows.

#include "app/findings_list.hpp"
#include "app/page_places.hpp"

#include <catch2/catch.hpp>

namespace quoin::app::test {

namespace {

constexpr FileId first{0}, second{1};

EditionPages edition_of(std::size_t pages) {
    EditionPages edition;
    edition.stem = "mine";
    edition.interior.trim = {Length::points(100), Length::points(140)};
    edition.interior.inks.push_back({"text", {0, 0, 0, 1000}, {0, 0, 0}, "", true});
    for (std::size_t index = 0; index < pages; ++index) {
        page::Page page;
        page.label = std::to_string(index + 1);
        page.items.push_back({{}, page::Rule{Length::points(50), Length::points(9), {}}, page::TagId::artifact});
        edition.interior.pages.push_back(std::move(page));
        edition.places.push_back(
            {first, static_cast<std::uint32_t>(index * 10), static_cast<std::uint32_t>(index * 10 + 5)});
    }
    return edition;
}

preflight::Finding on_page(std::size_t page, Severity severity = Severity::warning) {
    return {
        {severity, Code::page_empty, {}, "page " + std::to_string(page), {}}, "mine-print.pdf", page, "x", "A shop"};
}

} // namespace

TEST_CASE("a place of the sources has its page") {
    std::vector<Span> const places{{}, {first, 0, 5}, {first, 100, 105}, {second, 0, 5}};
    CHECK(page_of({first, 3, 4}, places) == 2);
    CHECK(page_of({first, 100, 101}, places) == 3);
    CHECK(page_of({first, 5000, 5001}, places) == 3);
    CHECK(page_of({second, 7, 8}, places) == 4);
    CHECK(page_of({}, places) == 0);
    CHECK(page_of({FileId{7}, 0, 1}, places) == 0);
}

TEST_CASE("findings stand in the order of the sources, equal ones once, each with its page") {
    SourceMap sources;
    sources.add("a.md", std::string(100, 'x'));
    Diagnostics found;
    found.warning(Code::line_loose, {first, 25, 26}, "loose");
    found.warning(Code::line_loose, {first, 25, 26}, "loose");
    found.advice(Code::date_absent, {first, 4, 5}, "early");
    std::vector<EditionPages> const editions{edition_of(3)};
    FindingsList const list = list_findings(found, {on_page(2)}, editions, sources);
    REQUIRE(list.findings.size() == 3);
    CHECK(list.findings[0].file == "mine-print.pdf");
    CHECK(list.findings[1].diagnostic.message == "early");
    CHECK(list.findings[1].page == 1);
    CHECK(list.findings[2].page == 3);
    CHECK(list.findings[2].label == "3");
    CHECK(list.editions == std::vector<std::size_t>{1, 1, 1});
}

TEST_CASE("the report shows each page once, errors first and 24 at most") {
    std::vector<EditionPages> const editions{edition_of(40)};
    FindingsList list;
    for (std::size_t page = 1; page <= 40; ++page) list.findings.push_back(on_page(page));
    list.findings.push_back(on_page(40, Severity::error));
    list.editions.assign(list.findings.size(), 1);
    DrawnPages const drawn = draw_pages(list, editions);
    REQUIRE(drawn.list.size() == 24);
    CHECK(drawn.of_finding.back() == 1);
    CHECK(drawn.of_finding[39] == 1);
    CHECK(drawn.of_finding[0] == 2);
    CHECK(drawn.of_finding[30] == 0);
    CHECK(drawn.list[0].width > 40);
    CHECK(drawn.list[0].jpeg.size() > 100);
}

} // namespace quoin::app::test
