#pragma once
// Documents in a few words, as `reader` would hand them over.

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "style/layout.hpp"
#include "transform/prepare.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quoin::transform::test {

using namespace model;

inline Inline text(std::string words) { return {Text{std::move(words)}, {}}; }
inline Inline literal(std::string words) { return {Text{std::move(words), true}, {}}; }
inline Inline emphasis(std::string words) { return {Emphasis{{text(std::move(words))}}, {}}; }
inline Inline mark(std::uint32_t note) { return {NoteReference{static_cast<NoteId>(note), 0}, {}}; }
inline Inline in_language(Language language, Inlines content) {
    return {LanguageSpan{std::move(content), std::move(language), {}, false}, {}};
}
inline Inline reference(std::string target, std::string file = "", Span span = {}) {
    return {CrossReference{{}, std::move(target), std::move(file)}, span};
}
inline Inline place(std::string id) { return {InlineAnchor{{}, std::move(id)}, {}}; }

inline Block paragraph(Inlines content) { return {Paragraph{std::move(content), {}}, {}}; }
inline Block paragraph(std::string words) { return paragraph(Inlines{text(std::move(words))}); }
inline Block heading(int level, Inlines content, std::string id = "") {
    return {Heading{level, std::move(content), std::move(id)}, {}};
}
inline Block heading(int level, std::string words, std::string id = "") {
    return heading(level, Inlines{text(std::move(words))}, std::move(id));
}

inline Article article(std::string name, Blocks body) {
    Article made;
    made.path = "articles/" + name + ".md";
    made.name = std::move(name);
    made.title = {text("Title of " + made.name)};
    made.body = std::move(body);
    return made;
}

template <typename Kind>
void add(Document& document, Kind entry) {
    document.entries.push_back({std::move(entry), {}});
}

inline Document document_of(Blocks body, Language language = "en") {
    Document document;
    document.metadata.language = std::move(language);
    add(document, article("storm", std::move(body)));
    return document;
}

inline NoteId add_note(Document& document, std::string label, Blocks content = {}) {
    Note note;
    note.label = std::move(label);
    note.content = content.empty() ? Blocks{paragraph("A note.")} : std::move(content);
    document.notes.push_back(std::move(note));
    return static_cast<NoteId>(document.notes.size() - 1);
}

struct Prepared {
    Document document;
    Diagnostics diagnostics;

    [[nodiscard]] Article const& article(std::size_t index = 0) const {
        return std::get<Article>(document.entries.at(index).kind);
    }
    template <typename Kind>
    [[nodiscard]] Kind const& block(std::size_t index, std::size_t entry = 0) const {
        return std::get<Kind>(article(entry).body.at(index).kind);
    }
    [[nodiscard]] std::vector<quoin::Code> codes() const {
        std::vector<quoin::Code> list;
        for (Diagnostic const& each : diagnostics.all()) list.push_back(each.code);
        return list;
    }
    [[nodiscard]] Anchor const& anchor(AnchorId id) const { return document.anchors.at(static_cast<std::size_t>(id)); }
};

inline Prepared prepared(Document document, style::Layout const& layout = {}) {
    Prepared result;
    result.document = prepare(std::move(document), layout, result.diagnostics);
    return result;
}

} // namespace quoin::transform::test
