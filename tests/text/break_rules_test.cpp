#include "support.hpp"

#include "text/font_state.hpp"
#include "text/text_breaks.hpp"

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

/// The text with "|" at every place where it may break.
std::string breaks(std::string const& words, std::string const& language = "en", bool address = false) {
    ParagraphText text = one_run(words, {"text", language});
    text.runs[0].address = address;
    std::string out = words;
    auto const found = find_text_breaks(text, book().state());
    for (auto at = found.rbegin(); at != found.rend(); ++at) out.insert(at->offset, "|");
    return out;
}

} // namespace

TEST_CASE("breaks stand behind spaces") {
    REQUIRE(breaks("one two three") == "one |two |three");
    REQUIRE(breaks("no\u00A0break thin\u202Fspace") == "no\u00A0break |thin\u202Fspace");
}

TEST_CASE("marks that close never begin a line, marks that open never end one") {
    REQUIRE(breaks("« Bonjour » dit", "fr") == "« Bonjour » |dit");
    REQUIRE(breaks("Vraiment ? Oui !", "fr") == "Vraiment ? |Oui !");
    REQUIRE(breaks("the party’s presidency .") == "the |party’s |presidency .");
    REQUIRE(breaks("( see ) it") == "( see ) |it");
    REQUIRE(breaks("¿ Qué ?", "es") == "¿ Qué ?");
    REQUIRE(breaks("sagte „so“ und »so« dann", "de") == "sagte |„so“ |und |»so« |dann");
    REQUIRE(breaks("rock ’n’ roll") == "rock |’n’ |roll");
    REQUIRE(breaks("wait … and") == "wait … |and");
}

TEST_CASE("dashes stay with the word before them, or open") {
    REQUIRE(breaks("word – next") == "word – |next");
    REQUIRE(breaks("слово — слово", "ru") == "слово — |слово");
    REQUIRE(breaks("said—or thought—so") == "said—|or |thought—|so");
    REQUIRE(breaks("palabra —inciso— palabra", "es") == "palabra |—inciso— |palabra");
    REQUIRE(breaks("—Hola —dijo", "es") == "—Hola |—dijo");
}

TEST_CASE("hard hyphens break between words of two letters and more") {
    REQUIRE(breaks("well-known e-mail -x 1914-18") == "well-|known |e-mail |-x |1914-18");
}

TEST_CASE("one-letter words go with the next") {
    REQUIRE(breaks("и в доме, а у нас", "ru") == "и в доме, |а у нас");
    REQUIRE(breaks("v Praze a k večeru", "cs") == "v Praze |a k večeru");
    REQUIRE(breaks("a man and I") == "a |man |and |I");
    REQUIRE(breaks("«В лесу", "ru") == "«В лесу");
}

TEST_CASE("initials, abbreviations, units and numbers stay together") {
    REQUIRE(breaks("by J. R. Smith") == "by |J. R. Smith");
    REQUIRE(breaks("das ist z. B. so", "de") == "das |ist |z. B. |so");
    REQUIRE(breaks("т. е. так", "ru") == "т. е. |так");
    REQUIRE(breaks("about 20 % of 30 km") == "about |20 % |of |30 km");
    REQUIRE(breaks("see p. 12 and § 5") == "see |p. 12 |and |§ 5");
    REQUIRE(breaks("10 000 men in 1917 500") == "10 000 |men |in |1917 |500");
}

TEST_CASE("a note mark never begins a line") {
    ParagraphText text = one_run("word ");
    add_run(text, "12", {});
    add_run(text, " more", {});
    text.marks.push_back({Mark::Kind::note, 5, 0});
    auto const found = find_text_breaks(text, book().state());
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].offset == 8);
}

TEST_CASE("addresses have a table of their own") {
    REQUIRE(breaks("https://www.example.org/a-b/c_d?e=f&g=h#i-end", "en", true) ==
            "https://www.|example.|org/|a-|b/|c_|d?|e=|f&|g=|h#|i-|end");
    REQUIRE(breaks("see http://example.org/path for") == "see |http://example.|org/|path |for");
    REQUIRE(breaks("https://a.b", "en", true).find("https:|") == std::string::npos);
}

TEST_CASE("an address breaks without a hyphen") {
    ParagraphText text =
        one_run("see https://www.example.org/typography/hyphenation/considerations?language=english&edition=second");
    text.runs[0].address = true;
    Paragraph const paragraph = broken(text, column(40));
    REQUIRE(paragraph.variants()[paragraph.best()].lines.size() > 1);
    std::string all;
    for (std::size_t i = 0; i < paragraph.variants()[paragraph.best()].lines.size(); ++i) {
        REQUIRE_FALSE(paragraph.variants()[paragraph.best()].lines[i].ends_in_hyphen);
        all += words_of(paragraph.set_line(paragraph.best(), i));
    }
    REQUIRE(all.find("\u00AD") == std::string::npos);
    REQUIRE(all.find("https://www.example.org/typography/hyphenation/considerations?language=english&edition=second") !=
            std::string::npos);
}

TEST_CASE("ideographs and Thai break without spaces") {
    REQUIRE(breaks("中文字", "zh") == "中|文|字");
    REQUIRE(breaks("ภาษาไทย", "th").find("|") != std::string::npos);
}
