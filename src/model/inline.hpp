#pragma once
// The running text of a block: a tree of values. Notes, pictures and anchors are indexes into tables of the Document.

#include "base/span.hpp"
#include "model/metadata.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quoin::model {

enum class NoteId : std::uint32_t {};
enum class AnchorId : std::uint32_t {};
enum class AssetId : std::uint32_t {};

struct Inline;
using Inlines = std::vector<Inline>;

/// UTF-8 in NFC, never empty, no line feeds (soft breaks of the source are spaces). Quotes are typographic after `transform`.
struct Text {
    std::string text;
    bool literal = false; // stays as it stands: an escaped `\"` is no quotation mark that `transform` may turn
};
struct Emphasis {
    Inlines content;
};
struct Strong {
    Inlines content;
};
struct Strikethrough {
    Inlines content;
};
struct SmallCaps {
    Inlines content;
};
struct Superscript {
    Inlines content;
};
struct Subscript {
    Inlines content;
};
struct Code {
    std::string text;
};
/// A run with its own language, direction or classes: [Rada]{lang=uk .name}.
struct LanguageSpan {
    Inlines content;
    Language language;                // empty = unchanged
    std::vector<std::string> classes; // as written, without the dot
    bool right_to_left = false;
};
/// To an address ("https://…", "mailto:…"). `bare` when the text is the address itself and breaks as one.
struct Link {
    Inlines content;
    std::string address;
    std::string title;
    bool bare = false;
};
/// To a place of this publication. Empty content = printed by the backend: page number (print), heading's text (EPUB).
struct CrossReference {
    Inlines content;
    std::string target; // the id as written, without '#'
    std::string file;   // "other.md" when the link named a file
    AnchorId anchor{};  // valid when `resolved`, set by transform
    bool resolved = false;
};
struct NoteReference {
    NoteId note{};
    std::uint32_t occurrence = 0; // 0 for the note's first mark, 1 … for further marks of the same note
};
/// A picture within a line.
struct InlinePicture {
    AssetId asset{};
    std::string alt;
};
/// [term]{.index}: the text is printed, `entry` (default: the plain text; "parent!child" makes a sub-entry) goes to the index.
struct IndexTerm {
    Inlines content;
    std::string entry;
    /// Entries that this one sends the reader to, with ';' between; then it names no place.
    std::string see = {}, see_also = {};
    AnchorId anchor{};    // valid when `indexed`, set by transform
    bool indexed = false; // transform: the publication has an index, and this place stands in it
};
/// A place that can be referred to inside a paragraph.
struct InlineAnchor {
    AnchorId anchor{};
    std::string id; // as written
};
/// `\` or two spaces at a line's end.
struct LineBreak {};

struct Inline {
    std::variant<Text, Emphasis, Strong, Strikethrough, SmallCaps, Superscript, Subscript, Code, LanguageSpan, Link,
                 CrossReference, NoteReference, InlinePicture, IndexTerm, InlineAnchor, LineBreak>
        kind;
    Span span; // Text: its source bytes where they stand one to one, else the nearest construct
};

bool operator==(Inline const&, Inline const&); // spans do not count

/// The text of inlines without marks: what Place::offset counts. Notes, pictures and anchors give nothing, a line break "\n".
std::string plain_text(Inlines const&);
/// The children of a kind that has some, else nullptr.
Inlines const* children(Inline const&);
Inlines* children(Inline&);

} // namespace quoin::model
