#include "model/document.hpp"

#include <catch2/catch.hpp>

using namespace quoin::model;

namespace {

Inline text(std::string words) { return {Text{std::move(words)}, {}}; }

Document sample() {
    Document document;
    document.metadata.title = "Quoins";
    Article article;
    article.path = "articles/01.md";
    article.name = "01";
    article.title = {text("On "), {Emphasis{{text("type")}}, {}}};
    article.body.push_back(
        {Paragraph{{text("A\u00A0B"), {NoteReference{}, {}}, {LineBreak{}, {}}, text("\"c\"")}, {}}, {}, 7});
    List list;
    list.kind = ListKind::numbered;
    list.items.push_back({"c.)", 3, {{Paragraph{{text("third")}, {}}, {}}}, {}});
    article.body.push_back({std::move(list), {}});
    document.entries.push_back({std::move(article), {}});
    document.notes.emplace_back();
    document.notes.back().label = "n";
    document.notes.back().content.push_back({Paragraph{{text("said")}, {}}, {}});
    return document;
}

} // namespace

TEST_CASE("a document is dumped one block a line, and what is empty is left out") {
    CHECK(dump(sample()) == R"--(publication journal en
  title "Quoins"
  date 1980 (not stated)
article "articles/01.md" name="01"
  title "On " emphasis["type"]
  paragraph #7 "A\u{A0}B" note[0] break "\"c\""
  list numbered tight
    item marker="c.)" number=3
      paragraph "third"
note 0 label="n"
  paragraph "said"
)--");
}

TEST_CASE("blocks and inlines are equal when their content is, wherever they stand") {
    Block const one{Paragraph{{text("a"), {Strong{{text("b")}}, {}}}, {}}, {}};
    Block other = one;
    other.span.begin = 12;
    other.serial = 4;
    CHECK(one == other);
    std::get<Strong>(std::get<Paragraph>(other.kind).content[1].kind).content.push_back(text("c"));
    CHECK_FALSE(one == other);
    CHECK_FALSE(one == Block{Separator{}, {}});
    CHECK(Block{Separator{}, {}} == Block{Separator{}, {}});
    CHECK_FALSE(Inline{Text{"x", true}, {}} == Inline{Text{"x", false}, {}});
}

TEST_CASE("plain text is what is read: notes and pictures give nothing, a break a line feed") {
    Inlines const content{text("a"),
                          {NoteReference{}, {}},
                          {Link{{text("b"), {Code{"c"}, {}}}, "https://a.example", {}, false}, {}},
                          {LineBreak{}, {}},
                          {InlinePicture{AssetId{}, "alt"}, {}},
                          {IndexTerm{{text("d")}, "entry"}, {}}};
    CHECK(plain_text(content) == "abc\nd");
}

TEST_CASE("children are those of the kinds that hold inlines") {
    Inline link{Link{{text("b")}, "https://a.example", {}, false}, {}};
    REQUIRE(children(link) != nullptr);
    children(link)->push_back(text("c"));
    CHECK(plain_text({link}) == "bc");
    CHECK(children(text("a")) == nullptr);
    Inline const code{Code{"a"}, {}};
    CHECK(children(code) == nullptr);
}
