#pragma once
// The document: a value made of variants in vectors. No parent pointers, no base classes.
// `reader` makes it, `transform` completes it (fields marked so), `epub` and `layout` only read it.

#include "base/match.hpp"
#include "base/span.hpp"
#include "model/inline.hpp"
#include "model/metadata.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quoin::model {

using quoin::match;

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    Inlines content;
    std::string marker; // literal number of a thesis that stands as a paragraph of its own; normally empty
};
struct Heading {
    int level =
        2; // 1 is the article's title, so text headings are 2…6 (`#` in an article reads as 2 as `##` does, unless both occur)
    Inlines content;
    std::string id;    // as written
    AnchorId anchor{}; // transform: every heading has one
};
struct Quote {
    Blocks content;
    Inlines attribution; // the last paragraph's "— Author, Work" without the dash; may be empty
};
enum class ListKind { bullet, numbered };
struct ListItem {
    std::string marker; // literal, as printed: "12.", "c.)", "(iv)"; empty for bullets
    int number = 0;     // its value for numbered lists (a = 1, iv = 4)
    Blocks content;
    Span span;
};
struct List {
    ListKind kind = ListKind::bullet;
    bool tight = true;
    std::vector<ListItem> items;
};
struct Definition {
    Inlines term;
    std::vector<Blocks> meanings;
    Span span;
};
struct DefinitionList {
    std::vector<Definition> items;
};
enum class Alignment { none, left, centre, right };
struct TableCell {
    Inlines content;
    int columns = 1, rows = 1;
    Span span;
};
using TableRow = std::vector<TableCell>;
struct Table {
    std::vector<Alignment> columns;
    std::vector<TableRow> head; // usually one row
    std::vector<TableRow> body; // every row has as many cells as columns says
    Inlines caption;
    std::string id;
};
struct Figure {
    AssetId asset{};
    std::string alt;
    bool decorative = false; // alt="" written on purpose
    Inlines caption;
    std::string credit;
    std::string width; // "" | "column" | "page" | "40mm" | "60%"
    std::string id;
};
struct VerseLine {
    Inlines content;
    int indent = 0; // leading spaces of the source
};
using Stanza = std::vector<VerseLine>;
struct Verse {
    std::vector<Stanza> stanzas;
};
/// A boxed advertisement or sidebar. As a Block it is anchored where it stands and floats; as an Entry it stands between articles.
struct Insert {
    Inlines title;
    std::string size; // "" | "column" | "half" | "full" | "60mmx40mm"
    Language language;
    Blocks content;
    std::string name; // file stem, or made from title by transform
    std::vector<std::string> classes;
    bool optional = false;                     // print may leave it out for the sake of a page count
    std::vector<std::string> other_sizes = {}; // that it may have instead, for the same sake
};
struct Separator {};
struct CodeBlock {
    std::string text, info;
};
/// A fenced div without a meaning of its own: language, direction or classes for what it holds.
struct Division {
    Language language;
    bool right_to_left = false;
    std::vector<std::string> classes; // "epigraph", "pull-quote", "left", "center", … as written
    std::string id;
    Blocks content;
};

struct Block {
    std::variant<Paragraph, Heading, Quote, List, DefinitionList, Table, Figure, Verse, Insert, Separator, CodeBlock,
                 Division>
        kind;
    Span span;
    std::uint32_t serial = 0; // transform: 1, 2, 3 … in reading order over the whole document; notes' blocks come after
};

bool operator==(Block const&, Block const&); // spans and serials do not count

struct Note {
    std::string label; // as written; empty for an inline note
    Blocks content;
    Span span;
    int number = 0;            // transform: by first reference, per article or through the book; 0 = never referred to
    std::uint32_t article = 0; // transform: index of its entry in Document::entries
    std::string anchor;        // transform: stable name "storm-1"; backends prefix it ("note-…", "ref-…")
    std::uint32_t references = 0; // transform: how many marks it has
};

struct Author {
    std::string name, affiliation;
};

enum class Role { none, dedication, epigraph, foreword, preface, introduction, appendix, afterword, colophon };

struct Article {
    std::string path; // "articles/01-mexico.md"
    std::string name; // "01-mexico": stable stem for files and anchors, unique in the document
    Inlines title, subtitle;
    std::vector<Author> authors;
    std::string byline; // printed as it stands; transform makes it from authors and date when absent
    std::optional<Date> date;
    Language language;         // empty = the publication's
    Blocks abstract;           // standfirst
    std::string running_title; // transform: the title's text when absent
    std::string department;
    Role role = Role::none;
    Blocks body;
    AnchorId anchor{}; // transform
};
struct PartTitle {
    Inlines title;
    AnchorId anchor{}; // transform
    std::string name;  // transform: "part-1"
};

/// What stands in the contents list of the manifest, in order.
struct Entry {
    std::variant<Article, Insert, PartTitle> kind;
    Span span;
    std::uint32_t serial = 0; // transform
};

/// A place that can be linked to: a heading, article, part, figure, table, div or span with an id.
struct Anchor {
    std::string name;         // unique in the document, fit for XML ids and PDF names
    std::uint32_t entry = 0;  // index in Document::entries
    std::uint32_t serial = 0; // of the block it stands at
    Inlines label;            // the heading's text or caption, for links that print it
    std::string written;      // the id as written; empty when made
};

struct Asset {
    std::string path; // relative to the publication: "images/press.jpg"
    std::string file; // path to read it by
    Span span;        // first use
};

/// A contents line, made by transform. Departments and parts are lines of their own with depth 0 above their articles.
struct ContentsLine {
    enum class Kind { department, part, article, heading } kind = Kind::article;
    int depth = 0;
    Inlines title;
    std::string byline; // articles
    Inlines subtitle;   // articles
    AnchorId anchor{};  // departments: that of their first article
    std::uint32_t entry = 0;
};

/// A term of the index with the places that it leads to, in reading order; none when it only holds others together.
struct IndexEntry {
    std::string term;
    std::vector<AnchorId> places;
    std::vector<IndexEntry> below;
    std::vector<std::string> see = {}, see_also = {}; // entries that it sends the reader to
};
struct IndexGroup {
    std::string letter; // empty for terms that begin with figures and signs
    std::vector<IndexEntry> entries;
};
/// Empty in a publication that prints none.
struct Index {
    std::string title;         // "Index", in the publication's language
    std::string see, see_also; // the words before what an entry refers to
    std::string continued;     // behind a letter that is repeated on the next page
    std::vector<IndexGroup> groups;
};
/// Name of the anchor at the index itself.
inline constexpr char const* index_anchor = "index";

struct Document {
    Metadata metadata;
    std::vector<Entry> entries;
    std::vector<Note> notes;
    std::vector<Anchor> anchors;
    std::vector<Asset> assets;
    Blocks imprint;                                // [imprint] text
    Blocks back, inside_front, inside_back, flaps; // [cover] texts
    std::vector<ContentsLine> contents;            // transform
    Index index;                                   // transform
};

/// All editions of one folder, the main one first.
struct Publication {
    std::vector<Document> editions;
};

/// The document as indented text, one node a line, for `quoin dump model` and the goldens (`model.txt`).
std::string dump(Document const&);

} // namespace quoin::model
