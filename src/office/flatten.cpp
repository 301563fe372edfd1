#include "office/flatten.hpp"

#include "base/match.hpp"
#include "office/run_builder.hpp"

#include <iterator>
#include <utility>

namespace quoin::office {

namespace {

class Flattener {
  public:
    Flattened take() {
        result_.text = without_breaks(std::move(result_.text));
        return std::move(result_);
    }

    void blocks(model::Blocks& content) {
        for (model::Block& each : content) block(each);
    }

  private:
    void text(model::Inlines content) {
        if (content.empty()) return;
        if (!result_.text.empty()) {
            result_.text.push_back({model::Text{" "}, content.front().span});
            result_.lossy = true;
        }
        std::move(content.begin(), content.end(), std::back_inserter(result_.text));
    }

    void words(std::string const& words, Span span) {
        if (!words.empty()) text({{model::Text{words}, span}});
    }

    void block(model::Block& node) {
        Span const span = node.span;
        bool const paragraph = std::holds_alternative<model::Paragraph>(node.kind);
        bool const figure = std::holds_alternative<model::Figure>(node.kind);
        result_.lossy = result_.lossy || !(paragraph || figure);
        match(
            node.kind,
            [&](model::Paragraph& it) {
                words(it.marker, span);
                text(std::move(it.content));
            },
            [&](model::Heading& it) { text(std::move(it.content)); },
            [&](model::Quote& it) {
                blocks(it.content);
                text(std::move(it.attribution));
            },
            [&](model::List& it) {
                for (model::ListItem& item : it.items) {
                    words(item.marker, item.span);
                    blocks(item.content);
                }
            },
            [&](model::DefinitionList& it) {
                for (model::Definition& item : it.items) {
                    text(std::move(item.term));
                    for (model::Blocks& meaning : item.meanings) blocks(meaning);
                }
            },
            [&](model::Table& it) {
                text(std::move(it.caption));
                for (auto* rows : {&it.head, &it.body})
                    for (model::TableRow& row : *rows)
                        for (model::TableCell& cell : row) text(std::move(cell.content));
            },
            [&](model::Figure& it) {
                text({{model::InlinePicture{it.asset, it.alt}, span}});
                text(std::move(it.caption));
            },
            [&](model::Verse& it) {
                for (model::Stanza& stanza : it.stanzas)
                    for (model::VerseLine& line : stanza) text(std::move(line.content));
            },
            [&](model::Insert& it) {
                text(std::move(it.title));
                blocks(it.content);
            },
            [](model::Separator&) {}, [&](model::CodeBlock& it) { words(it.text, span); },
            [&](model::Division& it) { blocks(it.content); });
    }

    Flattened result_;
};

} // namespace

Flattened flatten(model::Blocks blocks) {
    Flattener flattener;
    flattener.blocks(blocks);
    return flattener.take();
}

} // namespace quoin::office
