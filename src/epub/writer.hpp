#pragma once
// The document's blocks and inlines as XHTML, with EPUB.md's classes and types. One writer for one file.

#include "epub/book.hpp"
#include "epub/markup.hpp"
#include "epub/typography.hpp"

#include <string>
#include <vector>

namespace quoin::epub {

/// The attributes that a passage needs when its language or direction is another than that around it.
struct LanguageAttributes {
    std::string language, direction; // empty: nothing changes
};
LanguageAttributes language_change(model::Language const& from, bool from_right_to_left, model::Language const& to,
                                   bool right_to_left);

class Writer {
  public:
    Writer(Book const&, std::size_t file, model::Language language);

    Markup& markup() { return out_; }
    [[nodiscard]] model::Language const& language() const { return language_; }
    [[nodiscard]] Labels const& words() const { return labels(language_); }
    [[nodiscard]] std::size_t file() const { return file_; }
    [[nodiscard]] Book const& book() const { return book_; }

    void blocks(model::Blocks const&, std::size_t begin, std::size_t end);
    void blocks(model::Blocks const& list) { blocks(list, 0, list.size()); }
    /// A row of inlines. With the serial of its block, page marks are set into it.
    void row(model::Inlines const& content, std::uint32_t serial = 0) { row_of(content, {serial, 0, true}); }
    /// Page marks that stand before a block or at an entry's start.
    void marks_before(std::uint32_t serial);
    void mark(PlacedMark const&);
    /// An insert, within an article or between two.
    void insert(model::Insert const&);
    void note(std::uint32_t index);

    [[nodiscard]] std::vector<PlacedMark> const& marks_written() const { return marks_written_; }
    [[nodiscard]] std::size_t notes_written() const { return notes_written_; }
    [[nodiscard]] std::size_t references_written() const { return references_written_; }

    /// The style of a kind of text, set for as long as the scope lives.
    [[nodiscard]] FaceStyle style(style::TypeRole role) const { return face_style(book_.layout, role); }
    /// The current style, sloped or upright and with its own weight, as quotations, verse and lists change no more.
    [[nodiscard]] FaceStyle inherited(style::TypeRole role) const;

  private:
    /// The passage's language and direction for as long as it lives.
    class LanguageScope {
      public:
        LanguageScope(Writer& writer, LanguageAttributes const& change)
            : writer_(writer), language_(writer.language_), right_to_left_(writer.right_to_left_) {
            if (!change.language.empty()) writer.language_ = change.language;
            if (!change.direction.empty()) writer.right_to_left_ = change.direction == "rtl";
        }
        ~LanguageScope() {
            writer_.language_ = language_;
            writer_.right_to_left_ = right_to_left_;
        }
        LanguageScope(LanguageScope const&) = delete;
        LanguageScope& operator=(LanguageScope const&) = delete;

      private:
        Writer& writer_;
        model::Language language_;
        bool right_to_left_;
    };

    /// A row of a block that may have several: lines of verse, terms of definitions.
    struct RowPlace {
        std::uint32_t serial = 0;
        std::uint32_t begin = 0; // in the block's text: its rows with a line feed behind each
        bool last = true;
    };

    // writer_blocks.cpp
    void block(model::Block const&);
    void heading(model::Heading const&, std::uint32_t serial);
    void quote(model::Quote const&, std::uint32_t serial);
    void verse(model::Verse const&, std::uint32_t serial);
    void verse_line(model::VerseLine const&, RowPlace const&, bool ends_stanza);
    void figure(model::Figure const&, std::uint32_t serial);
    void caption(model::Figure const&, std::string const& id);
    void code(model::CodeBlock const&, std::uint32_t serial);
    void division(model::Division const&, std::uint32_t serial);
    [[nodiscard]] std::string written_anchor(std::uint32_t serial, std::string const& id) const;
    // writer_tables.cpp
    void table(model::Table const&, std::uint32_t serial);
    void table_row(model::Table const&, model::TableRow const&, bool head, bool first_is_head);
    // writer_lists.cpp
    void list(model::List const&);
    void list_item(model::List const&, model::ListItem const&, bool literal, std::string const& value);
    void definitions(model::DefinitionList const&, std::uint32_t serial);
    void term(model::Inlines const&, RowPlace const&);
    // writer_inlines.cpp
    void row_of(model::Inlines const&, RowPlace const&);
    void inlines(model::Inlines const&);
    void piece(model::Inline const&);
    void element(char const* tag, model::Inlines const&);
    void emphasis(model::Inlines const&);
    void text(std::string_view);
    void flush_marks(std::uint32_t up_to);
    void language_span(model::LanguageSpan const&);
    void link(model::Link const&);
    void cross_reference(model::CrossReference const&);
    void note_reference(model::NoteReference const&);
    void picture(model::InlinePicture const&);
    void index_term(model::IndexTerm const&);
    // writer_notes.cpp
    void backlinks(std::uint32_t index);

    Book const& book_;
    std::size_t file_;
    model::Language language_;
    Markup out_;
    bool in_insert_ = false;
    bool in_heading_ = false; // no page mark within its links
    bool right_to_left_ = false;
    std::vector<PlacedMark> const* marks_ = nullptr; // of the row being written
    std::size_t next_mark_ = 0;
    std::uint32_t offset_ = 0; // into plain_text() of the row
    std::vector<PlacedMark> marks_written_;
    std::size_t notes_written_ = 0, references_written_ = 0;
};

/// An address as RFC 3986 writes it: other characters become %XX.
std::string clean_address(std::string_view);

/// Class names as written, without what no class attribute holds.
std::string class_names(std::string_view fixed, std::vector<std::string> const& written);

} // namespace quoin::epub
