#pragma once
// One file of Markdown while it is read: its notes, its link definitions, what was found in it. Blocks are read by
// BlockReader, a leaf's inlines by InlineReader; both report to the file.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "model/document.hpp"
#include "reader/attributes.hpp"
#include "reader/markdown_leaf.hpp"
#include "reader/markdown_tree.hpp"
#include "reader/source_text.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace quoin::reader {

/// The document that files are read into, and the folder they stand in.
struct Destination {
    model::Document& document;
    FileSystem const& files;
    Diagnostics& diagnostics;
    std::string folder;                             // of the publication
    std::map<std::string, model::AssetId> assets{}; // by path
};

class FileReader {
  public:
    /// Spans nested deeper than this are kept as text.
    static constexpr int deepest_span = 64;
    /// Blocks nested deeper than this are kept as paragraphs one below the other.
    static constexpr int deepest_block = 200;

    /// `path` is the file's, relative to the publication; `body` its text without front matter.
    FileReader(Destination&, std::string path, SourceText body);

    model::Blocks body();
    /// Another text of the same file: a standfirst.
    model::Blocks blocks(SourceText);
    /// A text that is one line of words, however it is broken: a title.
    model::Inlines inlines(SourceText const&);
    /// What only the whole file tells: notes without marks, comments.
    void finish();

    // For BlockReader and InlineReader.

    Diagnostics& diagnostics() { return destination_.diagnostics; }
    [[nodiscard]] std::string const& path() const { return path_; }
    Destination& destination() { return destination_; }

    /// Links and pictures around what is being read: no address in their text is a link of its own.
    int& links_deep() { return links_deep_; }
    /// Inlines of a text that begins with `part_prefix`.
    model::Inlines part(SourceText, int depth);
    /// A mark of a note, or the text as typed when there is no such note.
    void note_reference(std::string_view label, Span, model::Inlines&);
    void inline_note(SourceText, Span, model::Inlines&);
    void define_note(std::string_view label, Span, std::function<model::Blocks()> const& content);
    /// Enters a picture in the document; nothing when the publication does not have it.
    std::optional<model::AssetId> picture(std::string_view address, Span);
    void drop_comment(Span);
    void report_html(std::string_view tag, Span);
    void report_depth(Span, std::string_view what, int limit);

    /// Parses attributes and gives each its place; `place` turns offsets in the text into a span.
    Attributes attributes(std::string_view text, std::function<Span(std::size_t, std::size_t)> const& place);
    /// An error for each key that is not among the known ones.
    void check_keys(Attributes const&, std::vector<std::string_view> const& known);
    /// The same for classes.
    void check_classes(Attributes const&, std::vector<std::string_view> const& known);
    model::Language language(Attributes const&);
    bool right_to_left(Attributes const&);
    /// A value of an attribute as Markdown.
    model::Inlines value_inlines(Attribute const&);

  private:
    struct NoteState {
        model::NoteId id{};
        Span span;
        bool defined = false;
        std::uint32_t references = 0;
    };

    NoteState& note(std::string_view label, Span);
    void collect_definitions(ParsedText const&);
    [[nodiscard]] std::string definitions_for(std::string_view text) const;

    Destination& destination_;
    std::string path_;
    std::unique_ptr<ParsedText> body_;
    std::map<std::string, NoteState, std::less<>> notes_;
    std::set<std::string, std::less<>> labels_;      // that have a definition somewhere in the file
    std::map<std::string, std::string> definitions_; // of links, by label, for texts that are parsed on their own
    std::map<std::string, int, std::less<>> open_tags_;
    std::size_t comments_ = 0;
    Span first_comment_;
    int notes_deep_ = 0; // inside a note's text
    int links_deep_ = 0;
    bool depth_reported_ = false;
};

} // namespace quoin::reader
