#include "manuscript/combine.hpp"

#include "model/walk.hpp"

#include <algorithm>

namespace quoin::manuscript {

using namespace model;

namespace {

// Inserts and parts go with the article before them, those in front of all with the first.
std::vector<Language> languages_of_entries(Document const& document) {
    Language current = document.metadata.language;
    for (Entry const& entry : document.entries)
        if (auto const* article = std::get_if<Article>(&entry.kind); article != nullptr && !article->language.empty()) {
            current = article->language;
            break;
        }
    std::vector<Language> languages;
    for (Entry const& entry : document.entries) {
        auto const* const article = std::get_if<Article>(&entry.kind);
        if (article != nullptr && !article->language.empty()) current = article->language;
        languages.push_back(current);
    }
    return languages;
}

std::vector<Language> in_order(std::vector<Language> const& languages) {
    std::vector<Language> order;
    for (Language const& language : languages)
        if (std::ranges::find(order, language) == order.end()) order.push_back(language);
    return order;
}

// A note that nothing calls goes with the note before it.
std::vector<Language> languages_of_notes(Document& document, std::vector<Language> const& entries) {
    std::vector<Language> notes(document.notes.size());
    for (std::size_t index = 0; index < document.entries.size(); ++index)
        if (auto* article = std::get_if<Article>(&document.entries[index].kind))
            visit_texts(article->body, {}, [&](Inlines& inlines, Language const&) {
                visit_inlines(inlines, [&](Inline& item) {
                    auto const* const call = std::get_if<NoteReference>(&item.kind);
                    if (call != nullptr && static_cast<std::size_t>(call->note) < notes.size())
                        notes[static_cast<std::size_t>(call->note)] = entries[index];
                });
            });
    for (std::size_t note = 0; note < notes.size(); ++note)
        if (notes[note].empty()) notes[note] = note > 0 ? notes[note - 1] : entries.front();
    return notes;
}

void keep_notes(Document& document, std::vector<Language> const& notes, Language const& language) {
    std::vector<NoteId> moved(notes.size());
    std::vector<Note> kept;
    for (std::size_t note = 0; note < notes.size(); ++note) {
        if (notes[note] != language) continue;
        moved[note] = static_cast<NoteId>(kept.size());
        kept.push_back(std::move(document.notes[note]));
    }
    document.notes = std::move(kept);
    visit_texts(document, [&](Inlines& inlines, Language const&) {
        visit_inlines(inlines, [&](Inline& item) {
            if (auto* call = std::get_if<NoteReference>(&item.kind))
                call->note = moved[static_cast<std::size_t>(call->note)];
        });
    });
}

Document only(Document document, std::vector<Language> const& entries, std::vector<Language> const& notes,
              Language const& language, bool first) {
    std::vector<Entry> kept;
    for (std::size_t index = 0; index < entries.size(); ++index)
        if (entries[index] == language) kept.push_back(std::move(document.entries[index]));
    document.entries = std::move(kept);
    document.metadata.language = language;
    document.metadata.is_edition = !first;
    if (!first) {
        document.imprint.clear();
        document.back.clear();
    }
    if (auto const* article = std::get_if<Article>(&document.entries.front().kind); article != nullptr && !first)
        document.metadata.title = plain_text(article->title);
    keep_notes(document, notes, language);
    return document;
}

} // namespace

std::vector<Document> split_by_language(Document document) {
    std::vector<Language> const entries = languages_of_entries(document);
    std::vector<Language> const order = in_order(entries);
    if (order.size() < 2) return {std::move(document)};
    std::vector<Language> const notes = languages_of_notes(document, entries);
    std::vector<Document> editions;
    for (Language const& language : order)
        editions.push_back(only(document, entries, notes, language, editions.empty()));
    return editions;
}

} // namespace quoin::manuscript
