#pragma once
// Documents made by hand for the composer's tests, with the fields that `transform` would fill, and ways to look at what
// came out.

#include "base/pool.hpp"
#include "layout/compose.hpp"
#include "layout/compose_context.hpp"
#include "model/document.hpp"
#include "text/font_book.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sample {

using namespace quoin;

inline model::Inlines text(std::string words) { return {{model::Text{std::move(words)}, {}}}; }
inline model::Inline emphasis(std::string words) { return {model::Emphasis{text(std::move(words))}, {}}; }
inline model::Inline note_mark(std::uint32_t note, std::uint32_t occurrence = 0) {
    return {model::NoteReference{static_cast<model::NoteId>(note), occurrence}, {}};
}
template <typename Kind>
model::Block block(Kind kind) {
    return {std::move(kind), {}, 0};
}
inline model::Block paragraph(std::string words) { return block(model::Paragraph{text(std::move(words)), {}}); }

/// "word1 word2 …": a paragraph that is easy to find again.
inline std::string words(std::string const& stem, int count) {
    std::string made;
    for (int i = 1; i <= count; ++i) made += (i > 1 ? " " : "") + stem + std::to_string(i);
    return made + ".";
}

inline model::ListItem item(std::string marker, int number, model::Blocks content) {
    return {std::move(marker), number, std::move(content), {}};
}

/// A document, its layout and what composing needs around them.
class Publication {
  public:
    model::Document document;
    style::Layout layout;
    MemoryFileSystem files;
    Diagnostics diagnostics;

    explicit Publication(std::map<std::string, std::string> contents = {});
    model::Article& add_article(std::string name, model::Blocks body);
    void add_note(model::Blocks content);
    /// Serials, anchors of articles and headings, note numbers.
    void prepare();
    layout::Composition compose(layout::PageNumbers const& known = {}, std::size_t threads = 1);
    layout::Request request() const { return {document, layout, fonts(), files, false}; }
    layout::ComposerCache cache;
    static text::FontBook const& fonts();
};

/// A context for the parts of composing that are tested alone.
class Bench {
  public:
    explicit Bench(Publication& publication, layout::PageNumbers known = {});
    layout::Composition composition;
    layout::Context& context() { return *context_; }

  private:
    layout::PageNumbers known_;
    layout::LoadedImages images_;
    std::unique_ptr<layout::Request> request_;
    std::unique_ptr<layout::Context> context_;
};

/// All glyph runs of a box in drawing order, joined by "|".
std::string runs_of(std::vector<page::Item> const&);
/// Every text that the composition would print, one a line.
std::string printed(layout::Composition const&);
/// How often `word` stands in `text` as a whole word.
int count_word(std::string const& text, std::string const& word);

} // namespace sample
