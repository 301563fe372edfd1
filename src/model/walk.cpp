#include "model/walk.hpp"

namespace quoin::model {

namespace {

// The block rows directly inside a block.
void visit_children(Block& block, std::function<void(Blocks&)> const& visit) {
    match(
        block.kind, [](Paragraph&) {}, [](Heading&) {}, [&](Quote& quote) { visit(quote.content); },
        [&](List& list) {
            for (ListItem& item : list.items) visit(item.content);
        },
        [&](DefinitionList& list) {
            for (Definition& definition : list.items)
                for (Blocks& meaning : definition.meanings) visit(meaning);
        },
        [](Table&) {}, [](Figure&) {}, [](Verse&) {}, [&](Insert& insert) { visit(insert.content); }, [](Separator&) {},
        [](CodeBlock&) {}, [&](Division& division) { visit(division.content); });
}

Language const& inner(Language const& own, Language const& outer) { return own.empty() ? outer : own; }

void visit_rows(std::vector<TableRow>& rows, Language const& language, InlinesVisit const& visit) {
    for (TableRow& row : rows)
        for (TableCell& cell : row) visit(cell.content, language);
}

void visit_block_texts(Block& block, Language const& language, InlinesVisit const& visit) {
    match(
        block.kind, [&](Paragraph& paragraph) { visit(paragraph.content, language); },
        [&](Heading& heading) { visit(heading.content, language); },
        [&](Quote& quote) {
            visit_texts(quote.content, language, visit);
            visit(quote.attribution, language);
        },
        [&](List& list) {
            for (ListItem& item : list.items) visit_texts(item.content, language, visit);
        },
        [&](DefinitionList& list) {
            for (Definition& definition : list.items) {
                visit(definition.term, language);
                for (Blocks& meaning : definition.meanings) visit_texts(meaning, language, visit);
            }
        },
        [&](Table& table) {
            visit(table.caption, language);
            visit_rows(table.head, language, visit);
            visit_rows(table.body, language, visit);
        },
        [&](Figure& figure) { visit(figure.caption, language); },
        [&](Verse& verse) {
            for (Stanza& stanza : verse.stanzas)
                for (VerseLine& line : stanza) visit(line.content, language);
        },
        [&](Insert& insert) {
            visit(insert.title, inner(insert.language, language));
            visit_texts(insert.content, inner(insert.language, language), visit);
        },
        [](Separator&) {}, [](CodeBlock&) {},
        [&](Division& division) { visit_texts(division.content, inner(division.language, language), visit); });
}

} // namespace

void visit_blocks(Blocks& blocks, BlockVisit const& visit) {
    for (Block& block : blocks) {
        visit(block);
        visit_children(block, [&](Blocks& children) { visit_blocks(children, visit); });
    }
}

void visit_texts(Blocks& blocks, Language const& language, InlinesVisit const& visit) {
    for (Block& block : blocks) visit_block_texts(block, language, visit);
}

void visit_texts(Document& document, InlinesVisit const& visit) {
    Language const& main = document.metadata.language;
    std::vector<Language> note_languages(document.notes.size(), main);
    for (Entry& entry : document.entries) {
        match(
            entry.kind,
            [&](Article& article) {
                Language const& language = inner(article.language, main);
                visit(article.title, language);
                visit(article.subtitle, language);
                visit_texts(article.abstract, language, visit);
                visit_texts(article.body, language, visit);
            },
            [&](Insert& insert) {
                Language const& language = inner(insert.language, main);
                visit(insert.title, language);
                visit_texts(insert.content, language, visit);
            },
            [&](PartTitle& part) { visit(part.title, main); });
    }
    for (Note& note : document.notes) {
        Language language = main;
        if (note.article < document.entries.size())
            if (auto const* article = std::get_if<Article>(&document.entries[note.article].kind))
                language = inner(article->language, main);
        visit_texts(note.content, language, visit);
    }
    for (Blocks* blocks :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps})
        visit_texts(*blocks, main, visit);
}

void visit_inlines(Inlines& inlines, std::function<void(Inline&)> const& visit) {
    for (Inline& item : inlines) {
        visit(item);
        if (Inlines* inside = children(item)) visit_inlines(*inside, visit);
    }
}

} // namespace quoin::model
