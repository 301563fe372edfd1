// Every text keeps its place, wherever it stands: the bytes of its span are the text.

#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

void collect(model::Inlines const& content, std::vector<model::Inline const*>& to) {
    for (model::Inline const& each : content) {
        if (std::holds_alternative<model::Text>(each.kind)) to.push_back(&each);
        if (auto const* inner = model::children(each)) collect(*inner, to);
    }
}

void collect(model::Blocks const& blocks, std::vector<model::Inline const*>& to) {
    for (model::Block const& block : blocks) {
        if (auto const* paragraph = std::get_if<model::Paragraph>(&block.kind)) collect(paragraph->content, to);
        if (auto const* heading = std::get_if<model::Heading>(&block.kind)) collect(heading->content, to);
        if (auto const* quote = std::get_if<model::Quote>(&block.kind)) {
            collect(quote->content, to);
            collect(quote->attribution, to);
        }
        if (auto const* division = std::get_if<model::Division>(&block.kind)) collect(division->content, to);
        if (auto const* insert = std::get_if<model::Insert>(&block.kind)) {
            collect(insert->title, to);
            collect(insert->content, to);
        }
        if (auto const* list = std::get_if<model::List>(&block.kind)) {
            for (auto const& item : list->items) collect(item.content, to);
        }
        if (auto const* list = std::get_if<model::DefinitionList>(&block.kind)) {
            for (auto const& item : list->items) {
                collect(item.term, to);
                for (auto const& meaning : item.meanings) collect(meaning, to);
            }
        }
        if (auto const* verse = std::get_if<model::Verse>(&block.kind)) {
            for (auto const& stanza : verse->stanzas) {
                for (auto const& line : stanza) collect(line.content, to);
            }
        }
        if (auto const* table = std::get_if<model::Table>(&block.kind)) {
            collect(table->caption, to);
            for (auto const* rows : {&table->head, &table->body}) {
                for (auto const& row : *rows) {
                    for (auto const& cell : row) collect(cell.content, to);
                }
            }
        }
    }
}

/// Texts whose source is not what they say: "text ≠ source". A soft break is a space; an escape or entity may differ.
std::vector<std::string> misplaced(Reading const& it) {
    std::vector<model::Inline const*> texts;
    collect(it.article().body, texts);
    for (auto const& note : it.document.notes) collect(note.content, texts);
    REQUIRE_FALSE(texts.empty());
    std::vector<std::string> wrong;
    for (model::Inline const* each : texts) {
        std::string const& text = std::get<model::Text>(each->kind).text;
        std::string source = it.source(each->span);
        for (char& letter : source) letter = letter == '\n' ? ' ' : letter;
        bool const escape = source == "\\" + text || (source.starts_with('&') && source.ends_with(';'));
        if (source != text && !escape) wrong.push_back(text + " ≠ " + source);
    }
    return wrong;
}

} // namespace

TEST_CASE("places in wrapped paragraphs, quotations, items, notes and divisions") {
    std::string const text = "First line of *emphasis over\nlines* and `code over\nlines` then [a link\nwith "
                             "lines](https://a.example\n\"title\") end\n"
                             "after \\\nbreak  \nand \\* escape, &amp; entity, ^[a note *over\nlines* with `co\nde` "
                             "done] rest\nlast[^n] line.\n\n"
                             "> quoted *text\n> over* lines\n> > deeper and\nlazy line with *marks*\n\n"
                             "12. item *one\n    over* two\n\n    a) lettered [span\n       over lines]{.x} end\n\n"
                             "::: {.insert title=\"Title *here*\"}\ndivision *text*\nmore\n:::\n\n"
                             "[^n]: note *text*\n    second *line*\n\n    third\n";
    CHECK(misplaced(read(text)) == nothing);
}

TEST_CASE("places in tables, definitions, verse, line blocks and headings") {
    std::string const text = "## Heading *with* marks ##\n\nUnder\nlined *heading*\n======\n\n"
                             "  | a b | *c* \\| d |\n  |-----|:---|\n  | e *f* g | h \\| i *j* k |\n  | [l]{.m} n | "
                             "^o^ p |\n\n  : Cap *tion* here\n\n"
                             "Term *x*\n: meaning *y*\n  second *z*\n\n"
                             "::: verse\n  line *one* here\n    two ^[note *in* verse]\n:::\n\n"
                             "| line *block*\n|   indented *one*\n";
    CHECK(misplaced(read(text)) == nothing);
}

TEST_CASE("places behind link definitions, nested spans and struck text") {
    std::string const text = "[d]: https://a.example\n[e]: https://b.example\nwords *behind* definitions [d]\n\n"
                             "[outer *a* [inner\nb]{.c} d\ne]{.f} g *h*\n~~struck *i\nj* k~~ l *m*\n";
    CHECK(misplaced(read(text)) == nothing);
}

TEST_CASE("blocks and marks have their places") {
    Reading const it = read("a\n\n## b\n\nc[^1] d\n\n[^1]: e\n");
    auto const& body = it.article().body;
    CHECK(it.source(body[0].span) == "a");
    CHECK(it.source(body[1].span) == "## b");
    auto const& paragraph = std::get<model::Paragraph>(body[2].kind);
    CHECK(it.source(paragraph.content[1].span) == "[^1]");
    CHECK(it.source(it.document.notes[0].span) == "[^1]:");
}
