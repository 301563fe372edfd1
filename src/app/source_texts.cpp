#include "app/source_texts.hpp"

#include "model/walk.hpp"

namespace quoin::app {

namespace {

using namespace model;

// The text of inlines in pieces: each edition writes marks of notes and empty references in its own way.
void collect_pieces(Inlines const& inlines, std::vector<std::string>& pieces) {
    for (Inline const& item : inlines) {
        if (auto const* const text = std::get_if<Text>(&item.kind)) {
            pieces.back() += text->text;
        } else if (auto const* const code = std::get_if<Code>(&item.kind)) {
            pieces.back() += code->text;
        } else if (auto const* const inside = children(item)) {
            bool const reference = std::holds_alternative<CrossReference>(item.kind);
            if (reference) pieces.emplace_back();
            collect_pieces(*inside, pieces);
            if (reference) pieces.emplace_back();
        } else if (!std::holds_alternative<LineBreak>(item.kind)) {
            pieces.emplace_back();
        }
    }
}

class Collector {
  public:
    std::vector<preflight::SourceText> run(Document& document) {
        for (Entry& entry : document.entries) {
            match(
                entry.kind, [&](Article& article) { add_article(article); },
                [&](Insert& insert) {
                    pages_too_ = !insert.optional;
                    add(insert.title);
                    add(insert.content);
                    pages_too_ = true;
                },
                [&](PartTitle& part) { add(part.title); });
        }
        for (Note& note : document.notes) add(note.content);
        add(document.imprint);
        return std::move(texts_);
    }

  private:
    void add_article(Article& article) {
        // A dedication and an epigraph show no title of their own.
        if (article.role != Role::dedication && article.role != Role::epigraph) add(article.title);
        add(article.subtitle);
        add(article.abstract);
        add(article.body);
    }

    void add(Blocks& blocks) {
        std::vector<Span> optional;
        model::visit_blocks(blocks, [&](Block& block) {
            auto const* const insert = std::get_if<Insert>(&block.kind);
            if (insert != nullptr && insert->optional) optional.push_back(block.span);
        });
        model::visit_texts(blocks, {}, [&](Inlines& inlines, Language const&) {
            bool const outer = pages_too_;
            for (Span const& span : optional)
                if (!inlines.empty() && span.file == inlines.front().span.file &&
                    span.begin <= inlines.front().span.begin && inlines.front().span.begin < span.end)
                    pages_too_ = false;
            add(inlines);
            pages_too_ = outer;
        });
    }

    void add(Inlines const& inlines) {
        if (inlines.empty()) return;
        std::vector<std::string> pieces(1);
        collect_pieces(inlines, pieces);
        for (std::string const& piece : pieces) {
            std::string letters = preflight::letters_of(piece);
            if (!letters.empty()) texts_.push_back({std::move(letters), inlines.front().span, pages_too_});
        }
    }

    std::vector<preflight::SourceText> texts_;
    bool pages_too_ = true;
};

} // namespace

std::vector<preflight::SourceText> source_texts(Document& document) { return Collector().run(document); }

} // namespace quoin::app
