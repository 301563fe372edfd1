#include "review/visible_text.hpp"

#include "model/walk.hpp"

namespace quoin::review {

using namespace model;

namespace {

class Gatherer {
  public:
    explicit Gatherer(Document& document) : document_(document), seen_(document.notes.size()) {}

    std::vector<std::string> gather() {
        for (std::string const& line : document_.metadata.cover.lines) text(line);
        for (Entry& entry : document_.entries)
            match(
                entry.kind, [&](Article& each) { article(each); },
                [&](Insert& each) {
                    row(each.title);
                    blocks(each.content);
                },
                [&](PartTitle& each) { row(each.title); });
        for (std::size_t note = 0; note < seen_.size(); ++note) read_note(note);
        for (Blocks* each :
             {&document_.imprint, &document_.back, &document_.inside_front, &document_.inside_back, &document_.flaps})
            blocks(*each);
        return std::move(texts_);
    }

  private:
    void text(std::string const& words) {
        if (!words.empty()) texts_.push_back(words);
    }

    void article(Article& each) {
        row(each.title);
        row(each.subtitle);
        text(each.byline);
        blocks(each.abstract);
        blocks(each.body);
    }

    void read_note(std::size_t note) {
        if (note >= seen_.size() || seen_[note]) return;
        seen_[note] = true;
        blocks(document_.notes[note].content);
    }

    // Code and alternative texts are words too; plain_text has all the rest.
    void row(Inlines& inlines) {
        text(plain_text(inlines));
        visit_inlines(inlines, [&](Inline& item) {
            if (auto const* picture = std::get_if<InlinePicture>(&item.kind)) text(picture->alt);
            if (auto const* call = std::get_if<NoteReference>(&item.kind))
                read_note(static_cast<std::size_t>(call->note));
        });
    }

    void blocks(Blocks& all) {
        for (Block& block : all) read_block(block);
    }

    void read_block(Block& block) {
        match(
            block.kind,
            [&](Paragraph& paragraph) {
                text(paragraph.marker);
                row(paragraph.content);
            },
            [&](Heading& heading) { row(heading.content); },
            [&](Quote& quote) {
                blocks(quote.content);
                row(quote.attribution);
            },
            [&](List& list) {
                for (ListItem& item : list.items) {
                    text(item.marker);
                    blocks(item.content);
                }
            },
            [&](DefinitionList& list) {
                for (Definition& definition : list.items) {
                    row(definition.term);
                    for (Blocks& meaning : definition.meanings) blocks(meaning);
                }
            },
            [&](Table& table) { read_table(table); },
            [&](Figure& figure) {
                text(figure.alt);
                row(figure.caption);
                text(figure.credit);
            },
            [&](Verse& verse) {
                for (Stanza& stanza : verse.stanzas)
                    for (VerseLine& line : stanza) row(line.content);
            },
            [&](Insert& insert) {
                row(insert.title);
                blocks(insert.content);
            },
            [](Separator&) {}, [&](CodeBlock& code) { text(code.text); },
            [&](Division& division) { blocks(division.content); });
    }

    void read_table(Table& table) {
        row(table.caption);
        for (auto* rows : {&table.head, &table.body})
            for (TableRow& each : *rows)
                for (TableCell& cell : each) row(cell.content);
    }

    Document& document_;
    std::vector<bool> seen_;
    std::vector<std::string> texts_;
};

} // namespace

std::vector<std::string> visible_text(Document& document) { return Gatherer(document).gather(); }

DocumentCounts count(Document& document) {
    DocumentCounts counts;
    counts.notes = document.notes.size();
    counts.pictures = document.assets.size();
    visit_texts(document, [&](Inlines& inlines, Language const&) {
        visit_inlines(inlines, [&](Inline& item) {
            if (std::holds_alternative<NoteReference>(item.kind)) ++counts.calls;
            if (std::holds_alternative<Link>(item.kind)) ++counts.links;
        });
    });
    auto const count_tables = [&](Blocks& blocks) {
        visit_blocks(blocks, [&](Block& block) {
            if (std::holds_alternative<Table>(block.kind)) ++counts.tables;
        });
    };
    for (Entry& entry : document.entries)
        if (auto* article = std::get_if<Article>(&entry.kind)) count_tables(article->body);
    return counts;
}

} // namespace quoin::review
