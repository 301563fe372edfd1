#include "random_document.hpp"

#include <array>
#include <string>
#include <string_view>

namespace quoin::tests {

using namespace model;

namespace {

/// Words of people and everything that Markdown could misread.
constexpr std::array words = std::to_array<std::string_view>({
    "the",
    "press",
    "of",
    "a",
    "quoin",
    "Рада",
    "і",
    "más",
    "übrigens",
    "中文",
    "日",
    "é",
    "I",
    "x",
    "12",
    "1984.",
    "1.",
    "3)",
    "a)",
    "(iv)",
    "c.)",
    "B.",
    "г.",
    "i.",
    "(1)",
    "#",
    "##",
    "#one",
    "-",
    "+",
    "*",
    "**",
    "***",
    "_",
    "__",
    "snake_case",
    "_a_",
    "*b*",
    "**c**",
    ">",
    "> q",
    "|",
    "| a |",
    "||",
    "~",
    "~~",
    "~a~",
    "^",
    "^b^",
    "^[x]",
    "[",
    "]",
    "[x]",
    "[x](y)",
    "[x]{.y}",
    "[^1]",
    "[^1]:",
    "[a]: b",
    "![i]",
    "![i](p.png)",
    "{",
    "}",
    "{#id}",
    "{.c}",
    "<",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "< 5",
    "&",
    "&amp;",
    "&nbsp;",
    "AT&T",
    "&#65;",
    "\\",
    "\\\\",
    "\\*",
    "`",
    "``",
    "`code`",
    "```",
    "~~~",
    ":",
    "::",
    ":::",
    "::: x",
    ": y",
    "--",
    "---",
    "...",
    "....",
    "\"",
    "'",
    "\"hi\"",
    "don't",
    "“q”",
    "«r»",
    "—",
    "–",
    "!",
    "?",
    ".",
    ",",
    "$5",
    "%",
    "=",
    "==",
    "===",
    "www.a.example",
    "https://b.example/c_d?e=f&g~h",
    "i@j.example",
    "Table: t",
});
constexpr std::array letters =
    std::to_array<std::string_view>({"", " ", "  ", "\u00A0", "\u2009", "(", ")", "\u00AD", "€", "\t", "’", "/"});

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}

    Publication make() {
        document_.metadata.title = "T";
        document_.metadata.date = {2023, 8, 1};
        document_.metadata.date_stated = true;
        for (char const* path : {"images/p.png", "q r.jpg", "d(1)_x.svg"}) document_.assets.push_back({path, path, {}});
        std::size_t const notes = below(5);
        for (std::size_t at = 0; at < notes; ++at) {
            Note note;
            if (chance(3)) note.label = chance(2) ? "n" + std::to_string(below(3)) : "a b";
            document_.notes.push_back(std::move(note));
        }
        std::size_t const articles = 1 + below(2);
        for (std::size_t at = 0; at < articles; ++at) document_.entries.push_back({article(), {}});
        if (chance(3)) document_.entries.push_back({insert(1), {}});
        if (chance(4)) document_.entries.push_back({PartTitle{without_notes(row(1)), {}, {}}, {}});
        if (chance(4)) document_.imprint = blocks(2, 2);
        in_note_ = true;
        for (Note& note : document_.notes) {
            note.content = blocks(2, 1 + below(2));
            if (note.content.empty()) note.content.push_back({Paragraph{{{Text{"n", false}, {}}}, {}}, {}});
        }
        Publication publication;
        publication.editions.push_back(std::move(document_));
        return publication;
    }

  private:
    std::size_t below(std::size_t count) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>((state_ >> 11U) % count);
    }
    bool chance(std::size_t of) { return below(of) == 0; }
    template <typename List>
    std::string pick(List const& list) {
        return std::string(list[below(list.size())]);
    }

    std::string text() {
        std::string result;
        std::size_t const count = 1 + below(4);
        for (std::size_t at = 0; at < count; ++at) {
            if (at > 0) result += chance(3) ? pick(letters) : " ";
            result += pick(words);
        }
        return chance(5) ? ' ' + result : chance(5) ? result + ' ' : result;
    }

    Inlines row(int depth) {
        Inlines result;
        std::size_t const count = 1 + below(4);
        for (std::size_t at = 0; at < count; ++at) result.push_back({piece(depth), {}});
        return result;
    }

    static Inlines without_notes(Inlines content) {
        std::erase_if(content, [](Inline const& each) { return std::holds_alternative<NoteReference>(each.kind); });
        for (Inline& each : content) {
            if (Inlines* const inside = children(each)) *inside = without_notes(std::move(*inside));
        }
        return content;
    }

    decltype(Inline::kind) piece(int depth) {
        if (depth <= 0 || !chance(3)) return Text{text(), chance(6)};
        switch (below(15)) {
        case 0: return Emphasis{row(depth - 1)};
        case 1: return Strong{row(depth - 1)};
        case 2: return Strikethrough{row(depth - 1)};
        case 3: return SmallCaps{row(depth - 1)};
        case 4: return Superscript{row(depth - 1)};
        case 5: return Subscript{row(depth - 1)};
        case 6: return Code{chance(3) ? "`x` ` y" : chance(2) ? " a|b " : "*c* [d"};
        case 7:
            return LanguageSpan{row(depth - 1),
                                chance(2)   ? "uk"
                                : chance(2) ? "he"
                                            : "",
                                chance(2) ? std::vector<std::string>{"name"} : std::vector<std::string>{}, chance(4)};
        case 8:
            return Link{row(depth - 1), chance(2) ? "https://k.example/l_(m)?n=o&p;" : "mailto:q@r.example",
                        chance(3) ? "a \"title\"" : "", false};
        case 9:
            return CrossReference{
                chance(3) ? Inlines() : row(depth - 1), "place", chance(3) ? "other.md" : "", {}, false};
        case 10:
            if (document_.notes.empty() || in_note_) return Text{"no note", false};
            return NoteReference{static_cast<NoteId>(below(document_.notes.size())), 0};
        case 11: return InlinePicture{static_cast<AssetId>(below(document_.assets.size())), chance(4) ? "" : text()};
        case 12:
            return IndexTerm{chance(3) ? Inlines() : row(depth - 1), "type!" + text(), chance(3) ? "other" : "",
                             chance(4) ? "more; things" : ""};
        case 13: return InlineAnchor{{}, "here"};
        default: return LineBreak{};
        }
    }

    Blocks blocks(int depth, std::size_t count) {
        Blocks result;
        for (std::size_t at = 0; at < count; ++at) result.push_back({block(depth), {}});
        return result;
    }

    std::string marker() {
        static constexpr std::array<std::string_view, 17> markers{
            "1.", "2.", "12.", "1)", "a)", "b)", "c.)", "(iv)", "(v)", "B.", "a.", "b.", "а)", "б)", "г.", "§ 5", ""};
        return pick(markers);
    }

    List list(int depth) {
        List it;
        it.kind = chance(2) ? ListKind::bullet : ListKind::numbered;
        it.tight = chance(2);
        std::size_t const count = 1 + below(3);
        for (std::size_t at = 0; at < count; ++at)
            it.items.push_back({it.kind == ListKind::bullet ? "" : marker(),
                                static_cast<int>(at + 1),
                                blocks(depth - 1, below(3)),
                                {}});
        return it;
    }

    Table table() {
        Table it;
        std::size_t const columns = 1 + below(3);
        for (std::size_t at = 0; at < columns; ++at) it.columns.push_back(static_cast<Alignment>(below(4)));
        auto const rows = [&](std::size_t count, std::vector<TableRow>& to) {
            for (std::size_t at = 0; at < count; ++at) {
                TableRow made;
                for (std::size_t cell = 0; cell < columns; ++cell)
                    made.push_back({chance(4) ? Inlines() : row(2), 1, 1, {}});
                if (chance(4)) made.front().columns = 2;
                to.push_back(std::move(made));
            }
        };
        rows(below(2), it.head);
        rows(1 + below(2), it.body);
        if (chance(3)) it.caption = row(2);
        if (chance(3)) it.id = "tab";
        return it;
    }

    Insert insert(int depth) {
        Insert it;
        if (chance(2)) it.title = row(1);
        if (chance(2)) it.size = "half";
        if (chance(3)) it.other_sizes = {"column", "60mmx40mm"};
        if (chance(3)) it.language = "es";
        it.optional = chance(4);
        if (chance(3)) it.classes = {"shop"};
        if (chance(3)) it.name = "shop";
        it.content = blocks(depth - 1, 1 + below(2));
        return it;
    }

    Verse verse() {
        Verse it;
        std::size_t const stanzas = 1 + below(2);
        for (std::size_t at = 0; at < stanzas; ++at) {
            Stanza stanza;
            std::size_t const lines = 1 + below(3);
            for (std::size_t line = 0; line < lines; ++line) stanza.push_back({row(2), static_cast<int>(below(6))});
            it.stanzas.push_back(std::move(stanza));
        }
        return it;
    }

    DefinitionList definitions(int depth) {
        DefinitionList it;
        std::size_t const count = 1 + below(2);
        for (std::size_t at = 0; at < count; ++at) {
            Definition each;
            each.term = row(2);
            std::size_t const meanings = below(3);
            for (std::size_t meaning = 0; meaning < meanings; ++meaning)
                each.meanings.push_back(blocks(depth - 1, 1 + below(2)));
            it.items.push_back(std::move(each));
        }
        return it;
    }

    decltype(Block::kind) block(int depth) {
        if (depth <= 0 || chance(3)) return Paragraph{row(3), chance(12) ? marker() : ""};
        switch (below(12)) {
        case 0: return Heading{2 + static_cast<int>(below(3)), row(2), chance(3) ? "head" : "", {}};
        case 1: return Quote{blocks(depth - 1, 1 + below(3)), chance(2) ? row(2) : Inlines()};
        case 2: return list(depth);
        case 3: return definitions(depth);
        case 4: return table();
        case 5:
            return Figure{static_cast<AssetId>(below(document_.assets.size())),
                          chance(3) ? "" : text(),
                          false,
                          chance(2) ? row(2) : Inlines(),
                          chance(3) ? "Photo: \"N\"" : "",
                          chance(3) ? "60%" : "",
                          chance(3) ? "fig" : ""};
        case 6: return verse();
        case 7: return insert(depth);
        case 8: return Separator{};
        case 9: return CodeBlock{chance(2) ? "a\n\n  ```\nb\n" : "x", chance(2) ? "python" : ""};
        case 10:
            return Division{chance(2) ? "fr" : "", chance(6),
                            chance(2) ? std::vector<std::string>{"epigraph"} : std::vector<std::string>{},
                            chance(4) ? "div" : "", blocks(depth - 1, 1 + below(2))};
        default: return list(depth);
        }
    }

    Article article() {
        Article it;
        it.title = row(1);
        it.title.insert(it.title.begin(), {Text{"Title", false}, {}});
        if (chance(3)) it.subtitle = row(1);
        if (chance(3)) it.authors = {{"A \"B\" O'C", chance(2) ? "Press: yes" : ""}, {"D", ""}};
        if (chance(3)) it.byline = "By A, 8 July 2023";
        if (chance(3)) it.date = Date{2023, 7, static_cast<int>(below(3))};
        if (chance(4)) it.language = "de";
        if (chance(4)) it.running_title = "Run: \"ning\"";
        if (chance(4)) it.department = "Lands";
        if (chance(4)) it.abstract = blocks(1, 1 + below(2));
        it.body = blocks(3, 1 + below(5));
        return it;
    }

    std::uint64_t state_;
    Document document_;
    bool in_note_ = false;
};

} // namespace

Publication random_publication(std::uint64_t seed) { return Maker(seed).make(); }

} // namespace quoin::tests
