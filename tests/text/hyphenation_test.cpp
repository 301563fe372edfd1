#include "support.hpp"

#include "base/utf8.hpp"
#include "text/dictionary.hpp"
#include "text/font_state.hpp"
#include "text/hyphenate.hpp"
#include "text/pattern_tree.hpp"

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

Language const& language(std::string const& tag) { return *book().state().languages.get(tag); }

/// "hy-phen-ation" with the minima of the language.
std::string hyphenated(std::string const& word, std::string const& tag) {
    Dictionary const* dictionary = book().state().dictionaries->get(language(tag));
    REQUIRE(dictionary != nullptr);
    Minima const minima = language(tag).minima;
    std::string out = word;
    auto const hyphens = hyphens_of_text(word, *dictionary);
    for (auto hyphen = hyphens.rbegin(); hyphen != hyphens.rend(); ++hyphen)
        if (hyphen->left >= minima.left && hyphen->right >= minima.right) out.insert(hyphen->offset, "-");
    return out;
}

} // namespace

TEST_CASE("words are hyphenated by the patterns of their language, in any character set") {
    REQUIRE(hyphenated("hyphenation", "en") == "hy-phen-ation");
    REQUIRE(hyphenated("typography", "en-GB") == "ty-po-graphy");
    REQUIRE(hyphenated("предложение", "ru") == "пред-ло-же-ние"); // KOI8-R
    REQUIRE(hyphenated("літературний", "uk") == "лі-те-ра-ту-р-ний");
    REQUIRE(hyphenated("imprenta", "es") == "im-pren-ta");
    REQUIRE(hyphenated("Öffentlichkeit", "de") == "Öf-fent-lich-keit"); // ISO-8859-1
    REQUIRE(hyphenated("typographie", "fr") == "ty-po-gra-phie");
    REQUIRE(hyphenated("τυπογραφία", "el") == "τυ-πο-γρα-φία"); // ISO-8859-7
}

TEST_CASE("our minima win over the dictionary's") {
    REQUIRE(language("ru").minima.right == 2);
    REQUIRE(language("en").minima.right == 3);
    ParagraphText const text = one_run("яма яма объявление", {"text", "ru"});
    REQUIRE(hyphenated("объявление", "ru").find("-") != std::string::npos);
    // A style's own minima: nothing is left of short words.
    style::LineBreaking rules;
    rules.hyphen_minima["en"] = {9, 9};
    Paragraph const paragraph = broken(one_run(sample_text()), column(40), rules);
    for (auto const& line : paragraph.variants()[paragraph.best()].lines) REQUIRE_FALSE(line.ends_in_hyphen);
}

TEST_CASE("what is never hyphenated") {
    for (char const* text : {"https://example.org/typography", "editor@publishing.example", "www.typography.example",
                             "B2typography", "1950s"})
        REQUIRE(letter_stretches(text).empty());
    REQUIRE(hyphenated("UNESCO", "en") != ""); // six letters: as the patterns say
    REQUIRE(hyphenated("NATO", "en") == "NATO");
    REQUIRE(hyphenated("ABCDE", "en") == "ABCDE");
}

TEST_CASE("signs around a word and apostrophes inside it") {
    REQUIRE(hyphenated("“hyphenation,”", "en") == "“hy-phen-ation,”");
    REQUIRE(hyphenated("l’imprimerie", "fr") == "l’im-pri-me-rie");
    auto const parts = letter_stretches("self-evident");
    REQUIRE(parts.size() == 2);
    REQUIRE(parts[0].in_compound);
}

TEST_CASE("a break that changes the word") {
    // From libhyphen's documentation: Schiffahrt → Schiff=fahrt, asszony → asz=szony.
    std::string const patterns = "UTF-8\nf1f/ff=f,1,2\ns1sz/sz=sz,1,3\n";
    auto const dictionary = make_dictionary(patterns);
    REQUIRE(dictionary);
    auto const places = dictionary->places(U"schiffahrt");
    REQUIRE(places.size() == 1);
    REQUIRE(places[0].before == "ff");
    REQUIRE(places[0].after == "f");

    auto const table = disk().read(font_table_path());
    auto const font = disk().read("/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf");
    REQUIRE((table && font));
    MemoryFileSystem const files(
        {{"fonts.toml", std::string(as_text(*table))},
         {"/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf", std::string(as_text(*font))},
         {"/usr/share/hyphen/hyph_hu_HU.dic", patterns}});
    SourceMap sources;
    Diagnostics diagnostics;
    FontBookRequest request;
    request.table = "fonts.toml";
    auto const own = FontBook::load(request, files, sources, diagnostics);
    REQUIRE(own);
    ParagraphShape shape = column(15);
    shape.want_variants = false;
    Paragraph const paragraph =
        break_paragraph(one_run("az asszonynak az asszonynak", {"text", "hu"}), shape, {}, *own, diagnostics);
    std::string all;
    for (std::size_t i = 0; i < paragraph.variants()[0].lines.size(); ++i)
        all += words_of(paragraph.set_line(0, i)) + "|";
    INFO(all);
    REQUIRE(all.find("asz\u00AD|szonynak") != std::string::npos);
}

TEST_CASE("the tree of patterns finds what libhyphen finds in a file made for it") {
    auto const file = disk().read("/usr/share/hyphen/hyph_en_US.dic");
    REQUIRE(file);
    auto const tree = make_pattern_tree(as_text(*file));
    auto const library = make_libhyphen_dictionary(std::string(as_text(*file)));
    REQUIRE((tree && library));
    std::string word;
    std::size_t asked = 0;
    for (char const c :
         sample_text() + " considerably internationalisation typographical unquestionably counterrevolutionary") {
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
            word.push_back(static_cast<char>(c | 0x20));
            continue;
        }
        std::u32string const letters(word.begin(), word.end());
        auto const a = tree->places(letters), b = library->places(letters);
        INFO(word);
        REQUIRE(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(a[i].letters == b[i].letters);
        asked += a.size();
        word.clear();
    }
    REQUIRE(asked > 50);
}

TEST_CASE("a file that was not prepared for libhyphen keeps all its places") {
    REQUIRE(hyphenated("переговоры", "ru") == "пе-ре-го-во-ры");
    REQUIRE(hyphenated("правительство", "ru") == "пра-ви-тель-ство");
}

TEST_CASE("German compounds part at their joints, and the large dictionary loads at once") {
    REQUIRE(hyphenated("Buchdruckerkunst", "de") == "Buch-dru-cker-kunst");
    REQUIRE(hyphenated("Zeilenumbruch", "de") == "Zei-len-um-bruch");
}

TEST_CASE("authors' soft hyphens beat the dictionary") {
    Paragraph const paragraph =
        broken(one_run("a typo\u00ADgraphical a typo\u00ADgraphical a typo\u00ADgraphical"), column(32));
    auto const& lines = paragraph.variants()[paragraph.best()].lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string const words = words_of(paragraph.set_line(paragraph.best(), i));
        INFO(words);
        if (lines[i].ends_in_hyphen)
            REQUIRE(words.find("typo\u00AD") != std::string::npos);
        else
            REQUIRE(words.find("\u00AD") == std::string::npos); // not taken: not in the text
    }
}

TEST_CASE("a word in two styles is hyphenated as one") {
    ParagraphText text = one_run("The very mean");
    Setting italic;
    italic.italic = true;
    add_run(text, "ingfulness", italic);
    add_run(text, " of it and of meaning", {});
    Paragraph const paragraph = broken(text, column(21));
    std::string all;
    for (std::size_t i = 0; i < paragraph.variants()[paragraph.best()].lines.size(); ++i)
        all += words_of(paragraph.set_line(paragraph.best(), i)) + "|";
    INFO(all);
    REQUIRE(all.find("meaning\u00AD|fulness") != std::string::npos);
}
