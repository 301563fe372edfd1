#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

constexpr std::size_t limit = 300 * 1024;

std::string long_text(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += "Words & words. ";
    return text;
}

} // namespace

TEST_CASE("a long article is split before its headings, and links follow") {
    SampleBook book;
    std::uint32_t const note = book.note("A note of the last section.");
    Article& article = book.article("gibbon", "Of the Empire");
    article.body.push_back(block(Paragraph{{Inline{CrossReference{words("the end"), "end", {}, {}, true}, {}}}, {}}));
    for (int section = 0; section < 6; ++section) {
        book.heading(article, "Section " + std::to_string(section));
        for (int i = 0; i < 10; ++i) article.body.push_back(paragraph(long_text(9000)));
    }
    article.body.push_back(block(Paragraph{{Inline{Text{"The end."}, {}}, mark(note)}, {}}));
    std::get<CrossReference>(std::get<Paragraph>(article.body[0].kind).content[0].kind).anchor =
        AnchorId{6}; // Section 5
    auto const built = book.build();
    REQUIRE(built.has("text/gibbon-2.xhtml"));
    for (auto const& [name, content] : built.files) CHECK(content.size() <= limit);
    std::string const& last =
        built.file(built.has("text/gibbon-3.xhtml") ? "text/gibbon-3.xhtml" : "text/gibbon-2.xhtml");
    CHECK(count(last, "id=\"s-gibbon-h6\"") == 1);
    CHECK(count(last, "id=\"ref-gibbon-1\" href=\"#note-gibbon-1\"") == 1);
    CHECK(count(last, "<h1") == 0);
    CHECK(last.find("<h2") < last.find("<p>"));
    CHECK(count(last, " – Of the Empire\">") == 1);
    std::string const target =
        built.has("text/gibbon-3.xhtml") ? "gibbon-3.xhtml#s-gibbon-h6" : "gibbon-2.xhtml#s-gibbon-h6";
    CHECK(count(built.file("text/gibbon.xhtml"), "href=\"" + target + "\"") == 1);
    CHECK(count(built.file("nav.xhtml"), "href=\"text/" + target + "\"") == 1);
}

TEST_CASE("without headings a long article is split between paragraphs") {
    SampleBook book;
    Article& article = book.article("essay", "Essay");
    for (int i = 0; i < 50; ++i) article.body.push_back(paragraph(long_text(10000)));
    auto const built = book.build();
    std::size_t paragraphs = 0;
    for (auto const& [name, content] : built.files) {
        CHECK(content.size() <= limit);
        if (name.find("/text/essay") != std::string::npos) paragraphs += count(content, "<p>");
    }
    CHECK(paragraphs == 50);
    CHECK(count(built.file("text/essay-2.xhtml"), "<title>Essay (2) – The Compositor</title>") == 1);
}

TEST_CASE("an article keeps its name unless a reading system would misread it") {
    SampleBook book;
    book.article("cover", "On Covers");
    book.article("nav-lights", "On Lamps");
    book.article("notes", "On Notes");
    auto const built = book.build();
    CHECK(built.has("text/text-cover.xhtml"));
    CHECK(built.has("text/text-nav-lights.xhtml"));
    CHECK(built.has("text/text-notes.xhtml"));
}

TEST_CASE("roles have their sections; a dedication stands in no contents") {
    SampleBook book;
    book.article("to", "Dedication").role = Role::dedication;
    book.article("fore", "Preface").role = Role::preface;
    book.article("app", "Appendix").role = Role::appendix;
    auto const built = book.build();
    CHECK(count(built.file("text/to.xhtml"), R"(<section epub:type="dedication" role="doc-dedication")") == 1);
    CHECK(count(built.file("text/to.xhtml"), ">Dedication<") == 0);
    CHECK(count(built.file("text/fore.xhtml"), R"(<body epub:type="frontmatter">)") == 1);
    CHECK(count(built.file("text/app.xhtml"), R"(<body epub:type="backmatter">)") == 1);
}

TEST_CASE("a book has a title page, a journal none") {
    SampleBook book;
    book.article("one", "One");
    CHECK(!book.build().has("text/titlepage.xhtml"));
    book.document.metadata.kind = PublicationKind::book;
    book.document.metadata.book.authors = {"Agnes Thorley"};
    auto const built = book.build();
    CHECK(count(built.file("text/titlepage.xhtml"), R"(<p class="book-author">Agnes Thorley</p>)") == 1);
    CHECK(count(built.file("package.opf"), "<dc:creator id=\"person-1\">Agnes Thorley</dc:creator>") == 1);
}
