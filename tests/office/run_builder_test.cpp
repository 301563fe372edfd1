#include "office/run_builder.hpp"

#include "model/document.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {
namespace {

using office::Format;
using office::RunBuilder;

Format strong() {
    Format format;
    format.strong = true;
    return format;
}
Format emphasis() {
    Format format;
    format.emphasis = true;
    return format;
}
Format linked(office::Target target) {
    Format format;
    format.target = target;
    return format;
}

/// The paragraph as the dump writes it.
std::string line(RunBuilder builder) {
    model::Document document;
    model::Article article;
    article.body.push_back({model::Paragraph{builder.finish(), ""}, {}});
    document.entries.push_back({std::move(article), {}});
    std::string const text = model::dump(document);
    std::size_t const begin = text.find("  paragraph");
    std::size_t const end = text.find('\n', begin);
    return text.substr(begin + 12, end - begin - 12);
}

} // namespace

TEST_CASE("runs of equal look become one text") {
    RunBuilder builder;
    builder.text("He s", {}, {FileId{0}, 0, 4});
    builder.text("aw", {}, {FileId{0}, 4, 6});
    CHECK(line(std::move(builder)) == R"("He saw")");
}

TEST_CASE("spaces move out of marks") {
    RunBuilder builder;
    builder.text("He saw ", {}, {});
    builder.text(" the comet ", emphasis(), {});
    builder.text("rise", {}, {});
    CHECK(line(std::move(builder)) == R"("He saw  " emphasis["the comet"] " rise")");
}

TEST_CASE("a space between two words of one look belongs to both") {
    RunBuilder builder;
    builder.text("the", emphasis(), {});
    builder.text(" ", {}, {});
    builder.text("comet", emphasis(), {});
    CHECK(line(std::move(builder)) == R"(emphasis["the comet"])");
}

TEST_CASE("a no-break space is a space at a mark's edge") {
    RunBuilder builder;
    builder.text("a", {}, {});
    builder.text("\u00A0b", emphasis(), {});
    CHECK(line(std::move(builder)) == "\"a\\u{A0}\" emphasis[\"b\"]");
}

TEST_CASE("the mark that lasts longest stands outside") {
    RunBuilder builder;
    Format both = strong();
    both.emphasis = true;
    builder.text("a", both, {});
    builder.text("b", strong(), {});
    builder.text("c", emphasis(), {});
    CHECK(line(std::move(builder)) == R"(strong[emphasis["a"] "b"] emphasis["c"])");
}

TEST_CASE("a mark never cuts a link in two") {
    RunBuilder builder;
    office::Target const target = builder.link(model::Link{{}, "https://a.example", "", false}, {});
    Format first = linked(target);
    first.strong = true;
    builder.text("before ", strong(), {});
    builder.text("link", first, {});
    builder.text(" text", linked(target), {});
    CHECK(line(std::move(builder)) == R"(strong["before"] " " link<https://a.example>[strong["link"] " text"])");
}

TEST_CASE("a link whose text is its address is bare") {
    RunBuilder builder;
    office::Target const target = builder.link(model::Link{{}, "https://a.example", "", false}, {});
    builder.text("https://a.example", linked(target), {});
    CHECK(line(std::move(builder)) == R"(address<https://a.example>["https://a.example"])");
}

TEST_CASE("a note's mark at the edge of a mark stands outside") {
    RunBuilder builder;
    builder.text("comet", emphasis(), {});
    builder.add({model::NoteReference{model::NoteId{0}, 0}, {}}, emphasis());
    builder.text(" rose", {}, {});
    CHECK(line(std::move(builder)) == R"(emphasis["comet"] note[0] " rose")");
}

TEST_CASE("no spaces at the ends of lines, no breaks at the ends of a paragraph") {
    RunBuilder builder;
    builder.add({model::LineBreak{}, {}}, {});
    builder.text("\tone ", {}, {});
    builder.add({model::LineBreak{}, {}}, {});
    builder.text(" two \t", {}, {});
    builder.add({model::LineBreak{}, {}}, {});
    CHECK(line(std::move(builder)) == R"("one" break "two")");
}

TEST_CASE("figures and signs are of the language around them") {
    RunBuilder builder;
    Format german;
    german.language = "de";
    builder.text("Die", german, {});
    builder.text(" 12 ", {}, {});
    builder.text("Jahre", german, {});
    builder.text("!", {}, {});
    CHECK(line(std::move(builder)) == R"(span:de["Die 12 Jahre"] "!")");
}

TEST_CASE("two builders in a row keep their links") {
    RunBuilder first;
    first.text("O", linked(first.link(model::Link{{}, "a:1", "", false}, {})), {});
    RunBuilder second;
    second.text("nce", linked(second.link(model::Link{{}, "a:2", "", false}, {})), {});
    first.append(std::move(second));
    CHECK(line(std::move(first)) == R"(link<a:1>["O"] link<a:2>["nce"])");
}

} // namespace quoin::test
