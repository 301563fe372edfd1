#pragma once
// What all parts of one DOCX import share: the file, its styles, and everything that is being made of it.

#include "manuscript/imported.hpp"
#include "office/docx_file.hpp"
#include "office/docx_numbering.hpp"
#include "office/docx_pictures.hpp"
#include "office/docx_references.hpp"
#include "office/docx_styles.hpp"
#include "office/text_view.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace quoin::office {

struct DocxContext {
    DocxContext(manuscript::Options const&, DocxFile const&, FileId view_file);

    manuscript::Options const& options;
    DocxFile const& file;
    DocxStyles styles;
    DocxNumbering numbering;
    DocxReferences references;
    DocxPictures pictures;
    model::Language language;           // of the whole; runs in it need no mark
    model::Language overruled_language; // that the file claims for the whole, though its words are of another
    TextView view;
    manuscript::Imported imported;
    std::map<std::string, std::size_t> frozen_fields; // name → how many
    std::map<std::string, std::size_t> index_marks;   // fields without a result that are left out
    std::size_t numbered_headings = 0;                // whose automatic number is left out
    std::size_t simplified_markers = 0;
    std::set<std::string> placed_anchors;
    std::size_t insertions = 0; // recorded ones, kept or not
    int last_field = 0;         // serial numbers of fields

    void decide(manuscript::DecisionCode, Span, std::string choice, std::string reason, double confidence,
                std::string alternative = "");
    /// Words of the view that are not in the document. Neighbours of one name are one passage.
    void drop(std::string_view name, Span);
    /// The text of w:t, w:delText or m:t, which counts as seen.
    std::string text_of(pugi::xml_node);
    /// Text that no reader has looked at goes to the view alone, so that the proof of words finds it missing.
    void show_unseen();
    /// Words to the view that are dropped at once.
    void show_dropped(std::string_view name, std::string_view text) { drop(name, view.append(text)); }
    void count_unmapped(DocxStyle const&);

    struct NoteState {
        model::NoteId id{};
        std::uint32_t references = 0;
    };
    /// The note of this name; made when it is called for the first time (`references` is 0 then).
    NoteState& note(DocxNoteName const&);
    /// The element w:footnote or w:endnote and its part; an empty node when there is none.
    [[nodiscard]] pugi::xml_node note_node(DocxNoteName const&, DocxPart const*& part) const;
    /// Names of notes that nothing calls.
    [[nodiscard]] std::vector<DocxNoteName> uncalled_notes() const;
    [[nodiscard]] pugi::xml_node comment_node(std::string_view id) const;

    /// Which side of recorded changes is left out.
    [[nodiscard]] bool drops_insertions() const { return options.track_changes == manuscript::TrackChanges::reject; }
    [[nodiscard]] bool drops_deletions() const { return options.track_changes == manuscript::TrackChanges::accept; }
    [[nodiscard]] bool keeps_both() const { return options.track_changes == manuscript::TrackChanges::all; }

  private:
    using Nodes = std::map<std::string, pugi::xml_node, std::less<>>; // by id
    static Nodes by_id(std::optional<DocxPart> const&, char const* element);

    void settle_language();
    void show_unseen(pugi::xml_node);

    std::map<DocxNoteName, NoteState> notes_;
    std::unordered_set<std::size_t> seen_; // hash values of text nodes; only asked, never walked
    Nodes footnotes_, endnotes_, comments_;
};

} // namespace quoin::office
