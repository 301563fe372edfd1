// The lines of the contents.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

/// "depth kind title", one line each.
std::vector<std::string> lines(Document const& document) {
    static char const* const kinds[] = {"department", "part", "article", "heading"};
    std::vector<std::string> list;
    for (ContentsLine const& line : document.contents)
        list.push_back(std::to_string(line.depth) + " " + kinds[static_cast<std::size_t>(line.kind)] + " " +
                       plain_text(line.title));
    return list;
}

Article in_department(std::string name, std::string department) {
    Article made = article(std::move(name), {});
    made.department = std::move(department);
    return made;
}

Article with_role(std::string name, Role role) {
    Article made = article(std::move(name), {});
    made.role = role;
    return made;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("departments stand once above the articles that follow each other in them") {
    Document document;
    add(document, article("first", {}));
    add(document, in_department("second", "History"));
    add(document, Insert{});
    add(document, in_department("third", "History"));
    add(document, in_department("fourth", "Abroad"));
    add(document, in_department("fifth", "History"));
    Prepared const result = prepared(std::move(document));
    CHECK(lines(result.document) == Lines{"0 article Title of first", "0 department History",
                                          "1 article Title of second", "1 article Title of third",
                                          "0 department Abroad", "1 article Title of fourth", "0 department History",
                                          "1 article Title of fifth"});
    CHECK(result.document.contents[1].anchor == result.article(1).anchor);
    CHECK(result.document.contents[2].entry == 1);
}

TEST_CASE("chapters stand below their part, what comes before and after the parts does not") {
    Document document;
    add(document, with_role("dedication", Role::dedication));
    add(document, with_role("epigraph", Role::epigraph));
    add(document, with_role("preface", Role::preface));
    add(document, PartTitle{{text("Tallow")}, {}, {}});
    add(document, article("window", {}));
    add(document, with_role("table", Role::appendix));
    Prepared const result = prepared(std::move(document));
    CHECK(lines(result.document) == Lines{"0 article Title of preface", "0 part Tallow", "1 article Title of window",
                                          "0 article Title of table"});
}

TEST_CASE("headings are listed where the layout asks for two levels") {
    style::Layout layout;
    layout.print.contents.depth = 2;
    Insert insert;
    insert.content = {heading(2, "In a box")};
    Document document = document_of({heading(2, "Wind"), heading(3, "Gusts"), {insert, {}}, heading(2, "Rain")});
    CHECK(lines(prepared(document, layout).document) ==
          Lines{"0 article Title of storm", "1 heading Wind", "1 heading Rain"});
    CHECK(lines(prepared(document).document) == Lines{"0 article Title of storm"});
}

TEST_CASE("a contents line has the words of the title, not its notes and line breaks") {
    Document document = document_of({});
    auto& storm = std::get<Article>(document.entries[0].kind);
    storm.title = {text("The"), {LineBreak{}, {}}, emphasis("Storm"), mark(0)};
    storm.subtitle = {text("At \"sea\"")};
    storm.authors = {{"Ann Lee", ""}};
    add_note(document, "a");
    Prepared const result = prepared(std::move(document));
    ContentsLine const& line = result.document.contents.at(0);
    CHECK(line.title == Inlines{text("The"), text(" "), emphasis("Storm")});
    CHECK(plain_text(line.subtitle) == "At “sea”");
    CHECK(line.byline == "By Ann Lee");
    CHECK(result.article().title.size() == 4); // the title itself keeps its mark
}

} // namespace quoin::transform::test
