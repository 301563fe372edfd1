#include "manuscript/clean_typography.hpp"

#include "manuscript/typography_edits.hpp"
#include "manuscript/words.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace quoin;
using namespace quoin::manuscript;

namespace {

std::string cleaned(std::string text, model::Language const& language) {
    auto const found = edit_typography(text, std::vector<bool>(text.size(), false), language);
    for (auto edit = found.edits.rbegin(); edit != found.edits.rend(); ++edit)
        text.replace(edit->begin, edit->end - edit->begin, edit->replacement);
    return text;
}

Imported article(model::Inlines content, model::Language language) {
    Imported result;
    model::Article article;
    article.language = std::move(language);
    article.body.push_back({model::Paragraph{std::move(content), ""}, {}});
    result.document.entries.push_back({std::move(article), {}});
    return result;
}

model::Inline text(std::string words, std::uint32_t at = 0) {
    auto const end = at + static_cast<std::uint32_t>(words.size());
    return {model::Text{std::move(words)}, {FileId{0}, at, end}};
}

} // namespace

TEST_CASE("quotation marks become those of the language") {
    CHECK(cleaned("He said \"no\" and 'never'.", "en") == "He said “no” and “never”.");
    CHECK(cleaned("Er sagte “nein” und \"nie\".", "de") == "Er sagte „nein“ und „nie“.");
    CHECK(cleaned("Он сказал “нет” и ушёл.", "ru") == "Он сказал «нет» и ушёл.");
    CHECK(cleaned("Il dit \"non\" à \"tous\".", "fr") == "Il dit «\u202Fnon\u202F» à «\u202Ftous\u202F».");
    CHECK(cleaned("Il dit « non ».", "fr") == "Il dit «\u202Fnon\u202F».");
    CHECK(cleaned("“The so-called \"peace\" plan”", "en") == "“The so-called ‘peace’ plan”");
    CHECK(cleaned("don't, the workers’ and '90s", "en") == "don’t, the workers’ and ’90s");
    CHECK(cleaned("„Alles klar“, sagte sie.", "de") == "„Alles klar“, sagte sie.");
}

TEST_CASE("marks that do not pair are left alone and told") {
    std::string const open = "He said \"no and went. \"Yes\" - she said.";
    CHECK(cleaned(open, "en") == "He said \"no and went. \"Yes\" – she said.");
    CHECK(edit_typography(open, std::vector<bool>(open.size(), false), "en").quotes_unpaired);
    std::string const genitive = "the workers’ hands";
    CHECK_FALSE(edit_typography(genitive, std::vector<bool>(genitive.size(), false), "en").quotes_unpaired);
}

TEST_CASE("dashes, ellipses and spaces") {
    CHECK(cleaned("war - and peace -- and so...", "en") == "war – and peace – and so…");
    CHECK(cleaned("война - это мир", "ru") == "война\u00A0— это мир");
    CHECK(cleaned("5 - 3 is 2", "en") == "5 - 3 is 2");
    CHECK(cleaned("one  two , three ( four ) .", "en") == "one two, three (four).");
    CHECK(cleaned("Quoi? Non ! Oui: a 12:30", "fr") == "Quoi\u202F? Non\u202F! Oui\u00A0: a 12:30");
    CHECK(cleaned("a .NET and (...)", "en") == "a .NET and (…)");
}

TEST_CASE("the words stay as they are") {
    for (std::string const sample :
         {"He said 'it isn't  so ...' - \"and\" (no )", "« a » “b” 'c' -- d , e", "'tis \"x\" 'y"})
        for (char const* const language : {"en", "de", "fr", "ru", "sv"})
            CHECK(words(cleaned(sample, language)) == words(sample));
}

TEST_CASE("a document is cleaned across its inlines, each change with what stood there") {
    model::Inline emphasis{model::Emphasis{{text("no", 9)}}, {}};
    auto imported = article({text("He said \"", 0),
                             std::move(emphasis),
                             text("\" - see ", 11),
                             {model::Link{{text("https://a.org/x--y", 20)}, "https://a.org/x--y", "", true}, {}}},
                            "en");
    clean_typography(imported);
    auto const& content =
        std::get<model::Paragraph>(std::get<model::Article>(imported.document.entries[0].kind).body[0].kind).content;
    CHECK(model::plain_text(content) == "He said “no” – see https://a.org/x--y");
    REQUIRE(imported.decisions.size() == 3);
    CHECK(imported.decisions[0].code == DecisionCode::typography_changed);
    CHECK(imported.decisions[0].left == Span{FileId{0}, 8, 9});
    CHECK(imported.decisions[0].reason.find("He said \"no") != std::string::npos);
}

TEST_CASE("unpaired marks of a document are told with their place") {
    auto imported = article({text("He said \"no.", 5)}, "en");
    clean_typography(imported);
    REQUIRE(imported.decisions.size() == 1);
    CHECK(imported.decisions[0].code == DecisionCode::quote_unclosed);
    CHECK(imported.decisions[0].left == Span{FileId{0}, 13, 14});
}
