#include "epub/writer.hpp"

#include <fmt/format.h>

namespace quoin::epub {

using namespace model;

namespace {

// Underscores stand in no anchor, so that the second mark of storm-1 is not the first of storm-1-2.
std::string reference_id(Note const& note, std::uint32_t occurrence) {
    return occurrence == 0 ? "ref-" + note.anchor : fmt::format("ref-{}_{}", note.anchor, occurrence + 1);
}

} // namespace

// The one form for all readers: EPUB.md section 3 names who needs what. Apple Books wants no element inside the link.
void Writer::note_reference(NoteReference const& it) {
    auto const index = static_cast<std::size_t>(it.note);
    Note const& note = book_.document.notes.at(index);
    std::size_t const target = book_.plan.note_files[index];
    if (note.number == 0 || target >= book_.plan.files.size()) return; // the ledger reports it
    out_.open("a", {{"epub:type", "noteref"},
                    {"role", "doc-noteref"},
                    {"id", reference_id(note, it.occurrence)},
                    {"href", book_.href(file_, target, "note-" + note.anchor)}});
    out_.text(std::to_string(note.number));
    out_.close("a");
    ++references_written_;
}

void Writer::note(std::uint32_t index) {
    Note const& note = book_.document.notes[index];
    // In an end section the note brings its article's language along.
    auto const change = language_change(language_, right_to_left_, book_.language(note.article), false);
    out_.open("aside", {{"epub:type", "footnote"},
                        {"role", "doc-footnote"},
                        {"id", "note-" + note.anchor},
                        {"lang", change.language},
                        {"xml:lang", change.language},
                        {"dir", change.direction}});
    LanguageScope const scope(*this, change);
    Blocks const& content = note.content;
    auto const* first = content.empty() ? nullptr : std::get_if<Paragraph>(&content.front().kind);
    // Kindle wants the link back at the note's start; Thorium hides it in its popup.
    out_.open("p");
    backlinks(index);
    if (first != nullptr) {
        out_.text(" ");
        if (!first->marker.empty()) out_.text(first->marker + " ");
        row(first->content);
    }
    out_.close("p");
    blocks(content, first != nullptr ? 1 : 0, content.size());
    out_.close("aside");
    out_.line_feed();
    ++notes_written_;
}

void Writer::backlinks(std::uint32_t index) {
    Note const& note = book_.document.notes[index];
    auto const& files = book_.plan.mark_files[index];
    for (std::uint32_t i = 0; i < files.size(); ++i) {
        if (i > 0) out_.text(" ");
        out_.open("a", {{"role", "doc-backlink"},
                        {"epub:type", "backlink"},
                        {"href", book_.href(file_, files[i], reference_id(note, i))},
                        {"aria-label", i == 0 ? fmt::format(fmt::runtime(words().back_to), note.number)
                                              : fmt::format(fmt::runtime(words().back_to_again), note.number, i + 1)}});
        out_.text(i == 0 ? fmt::format("{}.", note.number) : fmt::format("({})", i + 1));
        out_.close("a");
    }
}

} // namespace quoin::epub
