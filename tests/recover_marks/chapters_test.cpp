#include "recover/recover_text.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace quoin;

namespace {

manuscript::Imported recovered(std::string const& text) {
    SourceMap sources;
    Diagnostics diagnostics;
    return recover::recover_text({"book.txt", to_bytes(text)}, {}, {}, sources, diagnostics);
}

std::vector<model::Article> articles(manuscript::Imported const& imported) {
    std::vector<model::Article> found;
    for (model::Entry const& each : imported.document.entries)
        if (auto const* const article = std::get_if<model::Article>(&each.kind)) found.push_back(*article);
    return found;
}

/// A paragraph in lines of about sixty columns.
std::string paragraph(std::string const& first) {
    return first + " that the gates of the mill were closed\n"
                   "when the first of the workers came down the hill; a paper was\n"
                   "nailed to the wood, and those who could read told the others\n"
                   "that there would be no work that day, nor the next, nor on any\n"
                   "day until the price of cotton had risen again in the markets.\n\n";
}

std::string const start = "The Project Gutenberg eBook of A Mill\n\nTitle: A Mill\n\nAuthor: Jane Doe\n\n"
                          "*** START OF THE PROJECT GUTENBERG EBOOK A MILL ***\n\n\n\n";
std::string const end = "\n\n*** END OF THE PROJECT GUTENBERG EBOOK A MILL ***\n";

} // namespace

TEST_CASE("chapters of a book are its articles, the contents are made again") {
    auto const imported = recovered(
        start + "A MILL\n\nby Jane Doe\n\n\n\nCONTENTS\n\n  CHAPTER I. The Gate.\n  CHAPTER II. The River.\n\n\n\n" +
        "PREFACE\n\n\n" + paragraph("I have often heard") + "\n\nCHAPTER I.\n\nTHE GATE.\n\n\n" +
        paragraph("It was on a Monday") + paragraph("It is said by some") + "\n\nCHAPTER II.\n\nTHE RIVER.\n\n\n" +
        paragraph("Nobody knew then") + end);
    auto const found = articles(imported);
    REQUIRE(found.size() == 3);
    CHECK(model::plain_text(found[0].title) == "PREFACE");
    CHECK(model::plain_text(found[1].title) == "CHAPTER I. THE GATE.");
    CHECK(model::plain_text(found[2].title) == "CHAPTER II. THE RIVER.");
    CHECK(found[1].body.size() == 2);
    CHECK(imported.document.metadata.kind == model::PublicationKind::book);
    CHECK(imported.document.metadata.title == "A Mill");
    CHECK(imported.document.metadata.book.authors == std::vector<std::string>{"Jane Doe"});
    CHECK(imported.document.metadata.cover.lines.empty());
}

TEST_CASE("footnotes in brackets end no chapter, verse keeps its shape") {
    auto const imported = recovered(start + "CHAPTER I.\n\n\n" + paragraph("It was on a Monday[1]") +
                                    "[Footnote 1: So the town's own book has\nit.]\n\n" +
                                    "     The miller's daughter sang all day\n       And never once looked down.\n\n"
                                    "     The wheel it turned\n       Above the town.\n\n" +
                                    "He sang.\n\n\n\nCHAPTER II.\n\n\n" + paragraph("Nobody knew then") + end);
    auto const found = articles(imported);
    REQUIRE(found.size() == 2);
    REQUIRE(imported.document.notes.size() == 1);
    REQUIRE(found[0].body.size() == 3);
    auto const* const verse = std::get_if<model::Verse>(&found[0].body[1].kind);
    REQUIRE(verse != nullptr);
    REQUIRE(verse->stanzas.size() == 2);
    CHECK(verse->stanzas[0][0].indent == 0);
    CHECK(verse->stanzas[0][1].indent == 2);
    CHECK(std::holds_alternative<model::Paragraph>(found[0].body[2].kind));
}

TEST_CASE("a journal with parts in an article is no book") {
    std::string text = "THE LOOM\n\n\nThe Long Strike\n\nBy Jane Doe, 20 June 2023\n\n";
    std::string const long_line =
        "The gates of the mill were closed when the first of the workers came down the hill, and a "
        "paper was nailed to the wood; those who could read told the others that there would be no "
        "work that day, nor the next, nor on any day until the price of cotton had risen again. ";
    for (char const* const part : {"Part 1", "Part 2", "Part 3"})
        text += std::string(part) + "\n\n" + long_line + long_line + "\n\n";
    auto const imported = recovered(text);
    CHECK(articles(imported).size() == 1);
    CHECK(imported.document.metadata.kind != model::PublicationKind::book);
}
