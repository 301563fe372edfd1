#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

List numbered(std::vector<std::pair<std::string, int>> const& markers, bool tight = true) {
    List list;
    list.kind = ListKind::numbered;
    list.tight = tight;
    for (auto const& [marker, number] : markers) list.items.push_back({marker, number, {paragraph("item")}, {}});
    return list;
}

std::string written(List list) {
    SampleBook book;
    book.article("theses", "Theses").body.push_back(block(std::move(list)));
    std::string const text = book.build().file("text/theses.xhtml");
    std::size_t const begin = text.find("<ol");
    return text.substr(begin, text.find("</ol>") + 5 - begin);
}

} // namespace

TEST_CASE("markers that a reading system prints itself are left to it") {
    CHECK(written(numbered({{"1.", 1}, {"2.", 2}})) == "<ol>\n<li>item</li>\n<li>item</li>\n</ol>");
    CHECK(written(numbered({{"a.", 1}, {"b.", 2}})) == "<ol type=\"a\">\n<li>item</li>\n<li>item</li>\n</ol>");
    CHECK(written(numbered({{"i.", 1}, {"ii.", 2}})) == "<ol type=\"i\">\n<li>item</li>\n<li>item</li>\n</ol>");
}

TEST_CASE("any other marker is text, and stands there once") {
    CHECK(written(numbered({{"a)", 1}, {"b)", 2}})) ==
          "<ol class=\"literal\" type=\"a\">\n<li><span class=\"marker\">a)</span> item</li>\n"
          "<li><span class=\"marker\">b)</span> item</li>\n</ol>");
    CHECK(count(written(numbered({{"c.)", 3}})), R"(<ol class="literal" type="a" start="3">)") == 1);
    CHECK(count(written(numbered({{"(iv)", 4}, {"(v)", 5}})), "type=\"i\" start=\"4\"") == 1);
}

TEST_CASE("numbers that do not run from one keep their values and are written out") {
    std::string const list = written(numbered({{"9.", 9}, {"12.", 12}}));
    CHECK(count(list, "start=\"9\"") == 1);
    CHECK(count(list, R"(<li value="12"><span class="marker">12.</span> item</li>)") == 1);
}

TEST_CASE("loose items are paragraphs, with the marker in the first") {
    CHECK(written(numbered({{"1.", 1}}, false)) == "<ol>\n<li><p>item</p></li>\n</ol>");
    CHECK(count(written(numbered({{"a)", 1}}, false)),
                R"(<li><p class="item"><span class="marker">a)</span> item</p></li>)") == 1);
}

TEST_CASE("a thesis that stands alone is a paragraph with its marker") {
    SampleBook book;
    book.article("theses", "Theses").body.push_back(block(Paragraph{words("A sentence."), "12."}));
    CHECK(count(book.build().file("text/theses.xhtml"),
                R"(<p class="thesis"><span class="marker">12.</span> A sentence.</p>)") == 1);
}
