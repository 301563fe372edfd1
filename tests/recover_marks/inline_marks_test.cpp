#include "recover/inline_marks.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::recover;

namespace {

std::string show(model::Inlines const& content);

std::string show(model::Inline const& each) {
    return match(
        each.kind, [](model::Text const& text) { return text.text; },
        [](model::Emphasis const& inner) { return "<i>" + show(inner.content) + "</i>"; },
        [](model::Strong const& inner) { return "<b>" + show(inner.content) + "</b>"; },
        [](model::Strikethrough const& inner) { return "<s>" + show(inner.content) + "</s>"; },
        [](model::Superscript const& inner) { return "<sup>" + show(inner.content) + "</sup>"; },
        [](model::Link const& link) {
            return (link.bare ? "<bare " : "<a ") + link.address + ">" + show(link.content) + "</a>";
        },
        [](model::NoteReference const& note) { return "{" + std::to_string(static_cast<unsigned>(note.note)) + "}"; },
        [](model::LineBreak const&) { return std::string("|"); }, [](auto const&) { return std::string("?"); });
}

std::string show(model::Inlines const& content) {
    std::string result;
    for (model::Inline const& each : content) result += show(each);
    return result;
}

Span all_of(std::string_view text) { return {FileId{0}, 0, static_cast<std::uint32_t>(text.size())}; }

InlineText read(std::string_view text, InlineSyntax const& syntax = {}) {
    return read_inline_marks(text, all_of(text), syntax);
}

std::string shown(std::string_view text) { return show(read(text).content); }

/// Pieces are the parts between '|'; each is joined with `glue`.
std::string joined(std::string_view text, std::string const& glue) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find('|', at), text.size());
        pieces.push_back({{FileId{0}, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, glue});
        at = end + 1;
    }
    return show(read_inline_marks(text, pieces).content);
}

} // namespace

TEST_CASE("emphasis is read as CommonMark does") {
    CHECK(shown("a *b* c") == "a <i>b</i> c");
    CHECK(shown("“*Another.*”") == "“<i>Another.</i>”");
    CHECK(shown("**a *b* c**") == "<b>a <i>b</i> c</b>");
    CHECK(shown("***a***") == "<i><b>a</b></i>");
    CHECK(shown("_The Times_ of snake_case_names") == "<i>The Times</i> of snake_case_names");
    CHECK(shown("~~gone~~") == "<s>gone</s>");
}

TEST_CASE("stars that are no marks stay") {
    CHECK(shown("2 * 3 * 4") == "2 * 3 * 4");
    CHECK(shown("5*3 and 4*2") == "5*3 and 4*2");
    CHECK(shown("Arbeiter*innen und Kolleg*innen") == "Arbeiter*innen und Kolleg*innen");
    CHECK(shown("*Die Arbeiter*innen* kommen") == "<i>Die Arbeiter*innen</i> kommen");
    CHECK(shown("* * * * *") == "* * * * *");
    CHECK(read("2 * 3").told.empty());
}

TEST_CASE("marks with a space or a letter on the wrong side are read and told") {
    auto const found = read("He read *Capital *twice.");
    CHECK(show(found.content) == "He read <i>Capital</i> twice.");
    REQUIRE(found.told.size() == 1);
    CHECK(found.told[0].code == manuscript::DecisionCode::emphasis_unbalanced);
    CHECK(shown("He said *“Never.”*Then") == "He said <i>“Never.”</i>Then");
}

TEST_CASE("a mark without its fellow stays and is told") {
    auto const found = read("an *open mark");
    CHECK(show(found.content) == "an *open mark");
    REQUIRE(found.told.size() == 1);
    CHECK(found.told[0].left == Span{FileId{0}, 3, 4});
    CHECK(found.told[0].confidence < manuscript::review_threshold);
}

TEST_CASE("emphasis is made whole at seams") {
    CHECK(joined("*one*|*two* three", " ") == "<i>one two</i> three");
    CHECK(joined("**one**|**two**", "\n") == "<b>one|two</b>");
    // The hyphen between "bor" and "*" is in no piece.
    CHECK(joined("“*the bor|*|ders of*” it", "") == "“<i>the borders of</i>” it");
    CHECK(joined("a *long|*one* here", " ") == "a <i>long one</i> here");
    CHECK(joined("a *b*|c *d*", " ") == "a <i>b</i> c <i>d</i>");
}

TEST_CASE("links of all forms") {
    CHECK(shown("see <https://a.org/b_c_d>.") == "see <bare https://a.org/b_c_d>https://a.org/b_c_d</a>.");
    CHECK(shown("https://a.org/x_y_z, or www.b.net.") ==
          "<bare https://a.org/x_y_z>https://a.org/x_y_z</a>, or <bare http://www.b.net>www.b.net</a>.");
    CHECK(shown("*a@b.org*") == "<i><bare mailto:a@b.org>a@b.org</a></i>");
    CHECK(shown("[the *page*](https://a.org/c_(d)_e)") == "<a https://a.org/c_(d)_e>the <i>page</i></a>");
    CHECK(shown("[https://a.org/\\(b\\).jpg](https://a.org/(b).jpg)") ==
          "<bare https://a.org/(b).jpg>https://a.org/(b).jpg</a>");
    CHECK(shown("[using](it) the [n]") == "[using](it) the [n]");
    CHECK(shown("https://a.org/b\\_c") == "<bare https://a.org/b_c>https://a.org/b_c</a>");
    CHECK(read("[a](http://b.c) <http://d.e> www.f.g").links == 3);
}

TEST_CASE("what a link hides is told as dropped") {
    auto const found = read("see [here](https://a.org \"Title\") now");
    REQUIRE(found.dropped.size() == 1);
    CHECK(found.dropped[0].name == "link address");
    CHECK(found.dropped[0].text == "https://a.org \"Title\"");
    CHECK(found.dropped[0].span == Span{FileId{0}, 11, 32});
}

TEST_CASE("escapes are undone") {
    CHECK(shown("costs \\$5 \\(or \\*six\\*\\) a\\b") == "costs $5 (or *six*) a\\b");
    CHECK(shown("R&amp;D &lt; 5") == "R&D < 5");
}

TEST_CASE("figures that may call notes") {
    auto const found = read("one.¹⁰ two [3] three (4) four\\[5\\] five[6](#n6) six^7^");
    CHECK(show(found.content) == "one.{0} two {1} three {2} four{3} five{4} six{5}");
    REQUIRE(found.calls.size() == 6);
    CHECK(found.calls[0].number == 10);
    CHECK(found.calls[0].form == CallForm::superscript);
    CHECK(found.calls[1].form == CallForm::bracket);
    CHECK(found.calls[1].span == Span{FileId{0}, 14, 17});
    CHECK(found.calls[2].form == CallForm::parenthesis);
    CHECK(found.calls[3].form == CallForm::bracket);
    CHECK(found.calls[4].form == CallForm::link);
    CHECK(found.calls[4].number == 6);
    CHECK(found.calls[5].form == CallForm::caret);
    CHECK(read("[using] (2023) [12a] (17 June) [A]").calls.empty());
    CHECK(read("x[A]", {true, true, true, true, true}).calls.at(0).number == 1);
}

TEST_CASE("calls are settled") {
    auto const text = read("one.⁷⁸ two [3] three (4) E=mc²");
    std::vector<manuscript::Passage> dropped;
    using model::NoteId;
    auto const settled = settle_calls(text, {{NoteId{7}, NoteId{8}}, {NoteId{3}}, {}, {}}, dropped);
    CHECK(show(settled) == "one.{7}{8} two{3} three (4) E=mc²");
    REQUIRE(settled.size() == 6);
    REQUIRE(dropped.size() == 2);
    CHECK(dropped[0].text == "⁷⁸");
    CHECK(dropped[1].name == "note call");
    CHECK(show(settle_calls(read("two [3]three"), {{NoteId{3}}}, dropped)) == "two {3}three");
    CHECK(show(settle_calls(read("x^2^"), {}, dropped)) == "x<sup>2</sup>");
}

TEST_CASE("no-break spaces stay where they hold a pair") {
    CHECK(shown("together \u00A0with\u00A0China") == "together with China");
    CHECK(shown("10\u00A0000 №\u00A05 V.\u00A0Author v\u00A0Praze oui\u00A0!") ==
          "10\u00A0000 №\u00A05 V.\u00A0Author v\u00A0Praze oui\u00A0!");
    CHECK(shown("  \u00A0a  b \u00A0") == "a b");
    auto const found = read("a \u00A0b");
    REQUIRE(found.told.size() == 1);
    CHECK(found.told[0].code == manuscript::DecisionCode::spaces_normalised);
}

TEST_CASE("spans lead back to the view") {
    auto const found = read("ab *cd* ef");
    REQUIRE(found.content.size() == 3);
    CHECK(found.content[0].span == Span{FileId{0}, 0, 3});
    CHECK(found.content[1].span == Span{FileId{0}, 3, 7});
    CHECK(found.content[2].span == Span{FileId{0}, 7, 10});
}

TEST_CASE("shown text has no marks") {
    CHECK(shown_text("**Secret** [talks](https://a.org) [1]") == "Secret talks [1]");
}

TEST_CASE("hostile marks take linear time") {
    for (std::string const& unit : {std::string("*a _b "), std::string("[["), std::string("("), std::string("<a"),
                                    std::string("[a]("), std::string("**a*b"), std::string("![")}) {
        std::string text;
        while (text.size() < 200000) text += unit;
        CHECK(!read(text).content.empty());
    }
}
