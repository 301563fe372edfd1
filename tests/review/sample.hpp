#pragma once
// A small import: one article with a note, an insert and a list.

#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

namespace quoin::review::test {

inline model::Inline words(std::string text) { return {model::Text{std::move(text)}, {}}; }

inline model::Block paragraph(std::string text) { return {model::Paragraph{{words(std::move(text))}, {}}, {}, 0}; }

/// A view of five lines and the document that it became.
struct Sample {
    Sample() {
        imported.view = sources.add("issue.txt", "A Title\n12. The men-\ntion of war.¹ He said\nBooks\n1 A note.\n");
        imported.joins.push_back({"men", "tion", "mention"});
        imported.dropped.push_back({"note call", {imported.view, 0, 0}, "¹"});
        imported.dropped.push_back({"note mark", {imported.view, 0, 0}, "1"});
        model::Article article;
        article.title = {words("A Title")};
        article.byline = "";
        model::ListItem item{"12.", 12, {paragraph("The mention of war.")}, {}};
        auto& content = std::get<model::Paragraph>(item.content[0].kind).content;
        content.push_back({model::NoteReference{}, {}});
        content.push_back(words(" He said"));
        article.body.push_back({model::List{model::ListKind::numbered, false, {std::move(item)}}, {}, 0});
        model::Insert insert;
        insert.title = {words("Books")};
        article.body.push_back({std::move(insert), {}, 0});
        model::Note note;
        note.content = {paragraph("A note.")};
        imported.document.notes.push_back(std::move(note));
        imported.document.entries.push_back({std::move(article), {}, 0});
    }

    SourceMap sources;
    manuscript::Imported imported;
};

} // namespace quoin::review::test
