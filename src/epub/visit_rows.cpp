#include "epub/visit_rows.hpp"

namespace quoin::epub {

using namespace model;

void visit_rows(Blocks const& blocks, std::function<void(Inlines const&)> const& visit) {
    for (Block const& block : blocks)
        match(
            block.kind, [&](Paragraph const& it) { visit(it.content); }, [&](Heading const& it) { visit(it.content); },
            [&](Quote const& it) {
                visit_rows(it.content, visit);
                visit(it.attribution);
            },
            [&](List const& it) {
                for (ListItem const& item : it.items) visit_rows(item.content, visit);
            },
            [&](DefinitionList const& it) {
                for (Definition const& item : it.items) {
                    visit(item.term);
                    for (Blocks const& meaning : item.meanings) visit_rows(meaning, visit);
                }
            },
            [&](Table const& it) {
                visit(it.caption);
                for (auto const* rows : {&it.head, &it.body})
                    for (TableRow const& row : *rows)
                        for (TableCell const& cell : row) visit(cell.content);
            },
            [&](Figure const& it) { visit(it.caption); },
            [&](Verse const& it) {
                for (Stanza const& stanza : it.stanzas)
                    for (VerseLine const& line : stanza) visit(line.content);
            },
            [&](Insert const& it) {
                visit(it.title);
                visit_rows(it.content, visit);
            },
            [](Separator const&) {},
            [&](CodeBlock const& it) {
                visit({Inline{Text{it.text, true}, block.span}});
            },
            [&](Division const& it) { visit_rows(it.content, visit); });
}

void visit_rows(Document const& document, std::function<void(Inlines const&)> const& visit) {
    for (Entry const& entry : document.entries)
        match(
            entry.kind,
            [&](Article const& it) {
                visit(it.title);
                visit(it.subtitle);
                visit_rows(it.abstract, visit);
                visit_rows(it.body, visit);
            },
            [&](Insert const& it) {
                visit(it.title);
                visit_rows(it.content, visit);
            },
            [&](PartTitle const& it) { visit(it.title); });
    for (Note const& note : document.notes) visit_rows(note.content, visit);
    visit_rows(document.imprint, visit);
}

} // namespace quoin::epub
