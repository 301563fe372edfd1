// Each trap of extracted text with words of our own.

#include "recover/recover_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace quoin;

namespace {

struct Recovered {
    SourceMap sources;
    Diagnostics diagnostics;
    manuscript::Imported imported;
    std::string dump;

    explicit Recovered(std::string const& text, std::vector<manuscript::Instruction> const& instructions = {}) {
        imported = recover::recover_text({"a.txt", to_bytes(text)}, {}, instructions, sources, diagnostics);
        dump = model::dump(imported.document);
    }
    [[nodiscard]] std::vector<model::Article> articles() const {
        std::vector<model::Article> found;
        for (model::Entry const& each : imported.document.entries)
            if (auto const* article = std::get_if<model::Article>(&each.kind)) found.push_back(*article);
        return found;
    }
    [[nodiscard]] bool told(manuscript::DecisionCode code) const {
        return std::any_of(imported.decisions.begin(), imported.decisions.end(),
                           [&](manuscript::Decision const& each) { return each.code == code; });
    }
    [[nodiscard]] bool says(std::string const& words) const { return dump.find(words) != std::string::npos; }
};

std::string plain(model::Inlines const& content) { return model::plain_text(content); }

std::string const sentence =
    "The keepers of the lighthouse met on the pier and spoke at length about the lamps, the stairs and the boats that "
    "come in with the evening tide. ";
std::string const body = sentence + sentence + sentence;

std::string article(std::string const& title, std::string const& byline) {
    return title + "\n\n" + byline + "\n\n" + body + "\n\n" + body + "\n\n";
}

} // namespace

TEST_CASE("Bylines with dates begin articles, in several languages and without the word by") {
    Recovered const result(article("The lamps of the north", "By Ada Quill, Harbour Club, 5 May 2021") +
                           article("Das Licht am Hafen", "Von Karl Weber, 6. Juni 2021") +
                           article("La luz del puerto", "Ana Ruiz, Club del Puerto, 7 de julio de 2021,"));
    auto const articles = result.articles();
    REQUIRE(articles.size() == 3);
    CHECK(plain(articles[0].title) == "The lamps of the north");
    CHECK(articles[0].authors.at(0).name == "Ada Quill");
    CHECK(articles[0].authors.at(0).affiliation == "Harbour Club");
    CHECK(articles[1].date == Date{2021, 6, 6});
    CHECK(articles[2].byline == "Ana Ruiz, Club del Puerto, 7 de julio de 2021,");
    CHECK(result.told(manuscript::DecisionCode::byline_truncated));
}

TEST_CASE("A list of contents is evidence, and does not hide an article that it misses") {
    Recovered const result(
        "THE HARBOUR\n\nContents\n\nThe lamps of the north p. 3\nThe boats\nof the south p. 7\nA third thing p. 9\n\n" +
        article("The lamps of the north", "By Ada Quill, 5 May 2021") +
        article("An article that nobody announced", "By Bo Reed, 6 May 2021") +
        article("The boats\nof the south", "By Cy Marsh, 7 May 2021"));
    auto const articles = result.articles();
    REQUIRE(articles.size() == 3);
    CHECK(plain(articles[2].title) == "The boats of the south");
    CHECK(result.told(manuscript::DecisionCode::toc_missing_article));
    CHECK(result.told(manuscript::DecisionCode::toc_unmatched));
    CHECK(result.imported.document.metadata.title == "THE HARBOUR");
}

TEST_CASE("An insert with title and byline interrupts a word and makes no article") {
    Recovered const result(
        "The lamps of the north\n\nBy Ada Quill, 5 May 2021\n\n" + body + "\n\n" + sentence +
        "The keepers asked for more light-\n\nBooks of the Harbour Club\n\nThe Long Pier\n\nBy Bo Reed, January "
        "2021\n\nThe first stone * The second stone * Footnotes\n\nA pamphlet, 28 pages, A4 format\n\nhouse lamps, "
        "and lighthouse oil. " +
        body + "\n\n" + body + "\n");
    REQUIRE(result.articles().size() == 1);
    CHECK(result.says("more lighthouse lamps"));
    CHECK(result.says("insert"));
    CHECK(result.told(manuscript::DecisionCode::hyphen_joined));
    REQUIRE(result.imported.joins.size() == 1);
    CHECK(result.imported.joins[0].joined == "lighthouse");
    auto const article_body = result.articles().front().body;
    CHECK(std::holds_alternative<model::Paragraph>(article_body.at(1).kind));
    CHECK(std::holds_alternative<model::Insert>(article_body.at(2).kind));
}

TEST_CASE("Theses count on over headings and inserts, and a paragraph belongs to its thesis") {
    std::string const short_body = sentence + sentence;
    Recovered const result("Theses on lamps\n\nTheses by the Harbour Club, 5 May 2021\n\n1. " + short_body + "\n\na) " +
                           short_body + "\n\nc.) " + short_body + "\n\nIn addition this holds as well. " + short_body +
                           "\n\n2. " + short_body + "\n\nThe lamps of the coming years\n\n3. " + short_body +
                           "\n\n4. " + short_body + "\n");
    auto const articles = result.articles();
    REQUIRE(articles.size() == 1);
    auto const& blocks = articles[0].body;
    REQUIRE(blocks.size() == 3);
    auto const& first = std::get<model::List>(blocks[0].kind);
    REQUIRE(first.items.size() == 2);
    CHECK(first.items[1].marker == "2.");
    CHECK(first.items[0].content.size() >= 3);
    CHECK(std::holds_alternative<model::Heading>(blocks[1].kind));
    CHECK(std::get<model::List>(blocks[2].kind).items[0].number == 3);
}

TEST_CASE("Bullets with empty lines between are one list") {
    Recovered const result(
        "A call\n\n" + body +
        "\n\nWe ask for this\n\n  • Oil for the lamps\n  • Paint for the pier\n\n\n  • Rope for the boats!\n\n\n" +
        body + "\n");
    auto const blocks = result.articles().at(0).body;
    auto const list = std::find_if(blocks.begin(), blocks.end(), [](model::Block const& each) {
        return std::holds_alternative<model::List>(each.kind);
    });
    REQUIRE(list != blocks.end());
    CHECK(std::get<model::List>(list->kind).items.size() == 3);
}

TEST_CASE("Notes are those that count, and their calls are linked one to one") {
    Recovered const result("The lamps\n\nBy Ada Quill, 5 May 2021\n\n" + body + "The first call.¹ " + sentence +
                           "The second call.²\n\n" + "³ Its third call stands at the start. " + body +
                           "\n\nFootnotes\n\n1 Ada Quill: On lamps, p. 3.\n\n2 The same "
                           "thing, which goes on in\n\nNorwegian harbours, as is well known.\n\n3 Ibid.\n\n" +
                           article("The boats", "By Bo Reed, 6 May 2021 "));
    auto const& notes = result.imported.document.notes;
    REQUIRE(notes.size() == 3);
    CHECK(result.imported.counts.calls == 3);
    CHECK(result.articles().size() == 2);
    CHECK(result.says("goes on in Norwegian harbours"));
}

TEST_CASE("Brackets that are no calls stay, and a missing note is told") {
    Recovered const result("The lamps\n\n" + body + "He spoke [of lamps] twice.[1] " + sentence + "[3]\n\n" + body +
                           "\n\n[1] The first note.\n\n[2] The second note.\n");
    CHECK(result.imported.document.notes.size() == 2);
    CHECK(result.says("[of lamps]"));
    CHECK(result.told(manuscript::DecisionCode::call_without_note));
    CHECK(result.told(manuscript::DecisionCode::note_without_call));
}

TEST_CASE("Figures in round brackets call notes where nothing else does") {
    Recovered const result("The lamps\n\nBy Ada Quill, 5 May 2021\n\n" + body +
                           "They are lit by hand (1) and by oil (2).\n\n" + body +
                           "\n\nNotes\n\n1) With matches.\n\n2) With whale oil.\n");
    CHECK(result.imported.counts.calls == 2);
}

TEST_CASE("A half that is open is joined, a complete one is not") {
    Recovered const result("The lamps\n\n" + sentence +
                           "They look out over\n\nNorth Sea and harbour, day and night.\n\n" + body + "\n\n" +
                           "Short and complete.\n\n" + body + "\n");
    CHECK(result.says("look out over North Sea and harbour"));
    CHECK_FALSE(result.says("complete. The keepers"));
}

TEST_CASE("An address over two lines is one, its made-up target is dropped") {
    Recovered const result(
        "The lamps\n\n" + body +
        "See <https://harbour.example/lamps-and->\n\n[oil-of-the-north/](https://harbour.example/oil-of-the-north/) "
        "for more.\n\n" +
        body + "\n");
    CHECK(result.says("https://harbour.example/lamps-and-oil-of-the-north/"));
    CHECK(result.told(manuscript::DecisionCode::url_split));
}

TEST_CASE("A remnant of a hyphen goes where the text knows the word") {
    Recovered const result("The lamps\n\n" + body +
                           "Their lan-terns shine. All lanterns shine. A self-made lamp shines.\n\n" + body + "\n");
    CHECK(result.says("Their lanterns shine"));
    CHECK(result.says("self-made"));
    CHECK(result.told(manuscript::DecisionCode::hyphen_remnant));
}

TEST_CASE("A title at the end whose text is missing is kept with a warning") {
    Recovered const result(
        article("The lamps of the north", "By Ada Quill, 5 May 2021") +
        "[1] A note that is called nowhere.\n\n[2] Another one of them.\n\n\n\n\n\nЛампы севера и их хранители\n");
    REQUIRE(result.articles().size() == 2);
    CHECK(result.articles()[1].body.empty());
    CHECK(result.told(manuscript::DecisionCode::article_truncated));
}

TEST_CASE("Sentences with a date in brackets, or with a call, behind the full stop are no title") {
    std::string const dated = "The keepers of the lighthouse met on the pier and spoke at length about the lamps, the "
                              "stairs and the many boats that come in with the evening tide. ";
    Recovered const result(article("The lamps of the north", "By Ada Quill, 5 May 2021") + dated + "(4 May 2021)\n\n" +
                           article("The boats", "By Bo Reed, 6 May 2021") + dated + "[1]\n\n" + body +
                           "\n\n[1] A note on the boats.\n");
    auto const articles = result.articles();
    REQUIRE(articles.size() == 2);
    CHECK(plain(articles[1].title) == "The boats");
    CHECK(articles[1].subtitle.empty());
    CHECK_FALSE(result.says("heading"));
    CHECK(result.imported.counts.calls == 1);
}

TEST_CASE("Even lines far from the measure that end with their phrases are verse, narrow prose is a quotation") {
    std::string const wrapped = "The keepers of the lighthouse met on the pier and spoke at length\n"
                                "about the lamps, the stairs and the boats that come in with the\n"
                                "evening tide, and of the oil that has to be carried up each night\n"
                                "from the sheds below the harbour wall, and of those who carry it.\n\n";
    std::string const text = "The lamps\n\n" + wrapped + wrapped + wrapped;
    Recovered const poem(text +
                         "    The lamps are lit above the bay,\n    the boats come home across the foam;\n"
                         "    a keeper counts them on their way\n    and sees the last of them at home.\n\n" +
                         wrapped + wrapped);
    auto const articles = poem.articles();
    auto const& blocks = articles.at(0).body;
    auto const verse = std::find_if(blocks.begin(), blocks.end(), [](model::Block const& each) {
        return std::holds_alternative<model::Verse>(each.kind);
    });
    REQUIRE(verse != blocks.end());
    CHECK(std::get<model::Verse>(verse->kind).stanzas.at(0).size() == 4);
    Recovered const quotation(text +
                              "    The lamps are lit above the bay by\n    those who climb the stairs at night\n"
                              "    and come down in the morning with\n    the empty cans of oil they carried.\n\n" +
                              wrapped + wrapped);
    CHECK_FALSE(quotation.says("verse"));
}

TEST_CASE("A capital goes on behind an offer without a label, if nothing but short lines stands between") {
    std::string const left = sentence + "The keepers have asked for better lamps since the first of";
    std::string const right = "March, when the nights were long and the oil was dear.";
    Recovered const offered("The lamps\n\nBy Ada Quill, 5 May 2021\n\n" + body + "\n\n" + left +
                            "\n\nLong Pier Press\n\nOn Oil, 148 pages, £ 7\n\n" + right + "\n\n" + body + "\n");
    CHECK(offered.says("the first of March, when"));
    CHECK(offered.says("insert"));
    Recovered const plain_text("The lamps\n\nBy Ada Quill, 5 May 2021\n\n" + body + "\n\n" + left +
                               "\n\nLong Pier Press\n\nOn Oil and on Lamps\n\n" + right + "\n\n" + body + "\n");
    CHECK_FALSE(plain_text.says("insert"));
}

TEST_CASE("Instructions override what was guessed") {
    std::string const text =
        article("The lamps of the north", "By Ada Quill, 5 May 2021") + "A short line above\n\n" + body + "\n";
    CHECK(Recovered(text).says("heading"));
    manuscript::Instruction turned;
    turned.action = manuscript::Action::not_heading;
    turned.at = "A short line above";
    CHECK_FALSE(Recovered(text, {turned}).says("heading"));
    turned.action = manuscript::Action::drop;
    Recovered const dropped(text, {turned});
    CHECK_FALSE(dropped.says("A short line above"));
    CHECK(dropped.imported.dropped.size() == 1);
}

TEST_CASE("Any bytes are read, empty ones too") {
    for (std::string const& text : {std::string(), std::string("\n\n"), std::string("\x00\xff\xfe*", 4),
                                    std::string("1. a"), std::string(5000, '*')})
        CHECK_NOTHROW(Recovered(text));
}
