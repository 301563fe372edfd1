#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

// The body of an article with this one block.
std::string written(Block one, Language language = {}) {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    article.language = std::move(language);
    article.body.push_back(std::move(one));
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(is_xml(text));
    std::size_t const begin = text.find("</header>\n") + 10;
    return text.substr(begin, text.rfind("\n</section>") - begin);
}

std::string row(decltype(Inline::kind) kind) { return written(block(Paragraph{{Inline{std::move(kind), {}}}, {}})); }

} // namespace

TEST_CASE("text is escaped, and rid of what is no text") {
    CHECK(written(paragraph("a < b & c > d")) == "<p>a &lt; b &amp; c &gt; d</p>");
    CHECK(written(paragraph("soft\u00adhyphen\x01 gone")) == "<p>softhyphen gone</p>");
}

TEST_CASE("runs have their elements") {
    CHECK(row(Strong{words("loud")}) == "<p><strong>loud</strong></p>");
    CHECK(row(SmallCaps{words("small")}) == "<p><span class=\"smallcaps\">small</span></p>");
    CHECK(row(model::Code{"a<b"}) == "<p><code>a&lt;b</code></p>");
    CHECK(row(Superscript{words("2")}) == "<p><sup>2</sup></p>");
    CHECK(row(Strikethrough{words("no")}) == "<p><s>no</s></p>");
    CHECK(row(IndexTerm{words("quoin"), "quoin"}) == "<p>quoin</p>");
}

TEST_CASE("stress within stress is upright, by a class") {
    CHECK(row(Emphasis{{Inline{Text{"a "}, {}}, Inline{Emphasis{words("b")}, {}}}}) ==
          "<p><em>a <em class=\"roman\">b</em></em></p>");
}

TEST_CASE("addresses are such as RFC 3986 allows") {
    CHECK(row(Link{words("there"), "https://example.org/a b/ü?x=[1]%20", {}, false}) ==
          "<p><a href=\"https://example.org/a%20b/%C3%BC?x=%5B1%5D%20\">there</a></p>");
    CHECK(count(row(Link{words("https://example.org"), "https://example.org", {}, true}), "class=\"url\"") == 1);
}

TEST_CASE("another language stands on the run, its direction beside it") {
    CHECK(row(LanguageSpan{words("Рада"), "uk", {}, false}) == "<p><span lang=\"uk\" xml:lang=\"uk\">Рада</span></p>");
    CHECK(row(LanguageSpan{words("שלום"), "he", {}, false}) ==
          "<p><span lang=\"he\" xml:lang=\"he\" dir=\"rtl\">שלום</span></p>");
    CHECK(row(LanguageSpan{words("same"), "en", {"name"}, false}) == "<p><span class=\"name\">same</span></p>");
}

TEST_CASE("an article in another language says so, and a right-to-left one its direction") {
    SampleBook book;
    book.article("uno", "Uno").language = "es";
    book.article("shalom", "שלום").language = "he";
    auto const built = book.build();
    CHECK(count(built.file("text/uno.xhtml"), R"(lang="es" xml:lang="es">)") == 1);
    CHECK(count(built.file("text/shalom.xhtml"), R"(lang="he" xml:lang="he" dir="rtl">)") == 1);
    CHECK(count(built.file("nav.xhtml"), R"(lang="es" xml:lang="es" dir="ltr">Uno</a>)") == 1);
    std::string const& package = built.file("package.opf");
    CHECK(count(package, "<dc:language>") == 3);
    CHECK(package.find("<dc:language>en") < package.find("<dc:language>es"));
}

TEST_CASE("a quotation has its source in a cite element") {
    CHECK(written(block(Quote{{paragraph("Words.")}, words("V. Author")})) ==
          "<blockquote>\n<p>Words.</p>\n<p class=\"attribution\"><cite>— V. Author</cite></p>\n</blockquote>");
}

TEST_CASE("verse breaks where it breaks, with its indents") {
    CHECK(written(block(Verse{{{VerseLine{words("one"), 0}, VerseLine{words("two"), 2}}}})) ==
          "<div class=\"verse\">\n<p class=\"stanza\"><span class=\"line\">one<br/></span>\n<span class=\"line "
          "i2\">two</span></p>\n</div>");
}

TEST_CASE("an insert is an aside with a name, and its headings are no headings") {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    Insert insert;
    insert.name = "insert-1";
    insert.title = words("Books of the house");
    insert.content = {block(Heading{2, words("Poetry"), {}, {}}), paragraph("A book.")};
    article.body.push_back(block(std::move(insert)));
    std::string const text = book.build().file("text/storm.xhtml");
    CHECK(count(text, R"(<aside class="insert advert" id="s-insert-1" aria-labelledby="s-insert-1-title">)") == 1);
    CHECK(count(text, R"(<p class="insert-title" id="s-insert-1-title">Books of the house</p>)") == 1);
    CHECK(count(text, R"(<p class="insert-title" id="s-storm-h1">Poetry</p>)") == 1);
    CHECK(count(text, "<h2") == 0);
}

TEST_CASE("an insert between two articles is a file of its own, without an entry in the contents") {
    SampleBook book;
    book.article("storm", "Storm");
    Insert insert;
    insert.name = "books";
    insert.content = {paragraph("A book.")};
    book.document.entries.push_back({std::move(insert), {}, 0});
    auto const built = book.build();
    CHECK(count(built.file("text/books.xhtml"), R"(<aside class="insert advert" id="s-books" aria-label="Box">)") == 1);
    CHECK(count(built.file("nav.xhtml"), "books") == 0);
}

TEST_CASE("a table has scopes, a caption and alignments; blank heads are no heads") {
    Table table;
    table.columns = {Alignment::left, Alignment::right};
    table.head = {{TableCell{words("Name"), 1, 1, {}}, TableCell{{}, 1, 1, {}}}};
    table.body = {{TableCell{words("a"), 2, 1, {}}}};
    table.caption = words("Of names");
    std::string const text = written(block(table));
    CHECK(count(text, R"(<th scope="col" class="left">Name</th><td class="right"></td>)") == 1);
    CHECK(count(text, R"(<td class="left" colspan="2">a</td>)") == 1);
    CHECK(count(text, ">Of names</caption>") == 1);
    table.head = {{TableCell{{}, 1, 1, {}}, TableCell{{}, 1, 1, {}}}};
    CHECK(count(written(block(table)), R"(<th scope="row" class="left")") == 1);
}

TEST_CASE("separators, code and definitions") {
    CHECK(written(block(Separator{})) == "<hr class=\"break\"/>");
    CHECK(written(block(CodeBlock{"a\n  b", "sh"})) == "<pre><code>a\n  b</code></pre>");
    DefinitionList list;
    list.items.push_back({words("Quoin"), {{paragraph("A wedge.")}}, {}});
    CHECK(count(written(block(list)), "<dt>Quoin</dt>\n<dd><p>A wedge.</p>\n</dd>") == 1);
}

TEST_CASE("a picture has its alternative text; one that cannot be read is an error at its place") {
    SampleBook book;
    book.sources["/p/river.svg"] =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9"/></svg>)";
    Article& article = book.article("storm", "Storm");
    Span const place{FileId{0}, 7, 9};
    book.document.assets = {{"images/a river.svg", "/p/river.svg", {}}, {"images/gone.png", "/p/gone.png", place}};
    Figure figure;
    figure.asset = AssetId{0};
    figure.alt = "A \"river\"";
    figure.caption = words("A caption.");
    figure.credit = "Drawing: me";
    article.body = {block(figure), block(Paragraph{{Inline{InlinePicture{AssetId{1}, "gone"}, {}}}, {}})};
    auto const built = book.build();
    std::string const& text = built.file("text/storm.xhtml");
    CHECK(count(text, R"(<img src="../images/a-river.svg" alt="A &quot;river&quot;"/>)") == 1);
    CHECK(count(text, R"(<figcaption>A caption. <span class="credit">Drawing: me</span></figcaption>)") == 1);
    CHECK(built.has("images/a-river.svg"));
    CHECK(count(built.file("package.opf"), "alternativeText") == 1);
    REQUIRE(built.diagnostics.all().size() == 1);
    CHECK(built.diagnostics.all()[0].span == place);
}
