#pragma once
// What every importer takes and gives: a file as the editor has it becomes a document, and with it everything that was
// guessed, dropped, added or joined on the way.

#include "base/bytes.hpp"
#include "base/span.hpp"
#include "manuscript/decision.hpp"
#include "model/document.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace quoin::manuscript {

/// One file as it came.
struct Source {
    std::string path; // as the user typed it
    Bytes content;
};

/// What is done with changes that a word processor has recorded. `all` keeps both sides and says so by classes.
enum class TrackChanges { accept, reject, all };

/// How a text file is to be understood; `detect` goes by its look.
enum class Dialect { detect, text, markdown, gutenberg };

struct Options {
    Dialect dialect = Dialect::detect;
    TrackChanges track_changes = TrackChanges::accept;
    model::Language language;                  // of the texts; empty: found out
    std::map<std::string, std::string> styles; // a style's name or id → its role: "Author byline" → "byline"
};

/// Words with a name for what was done with them: "running head", "page number", "contents", "comment", "list number".
/// What went into the metadata is named after its key: "metadata: issue.number".
struct Passage {
    std::string name;
    Span span; // in the view; empty for what was added
    std::string text;
};

/// Two halves of a word, or of an address, that stand apart in the source and are one word in the document.
struct WordJoin {
    std::string left, right, joined;
};

/// A picture taken out of a container.
struct PictureFile {
    std::string path; // as Asset::path and Asset::file name it: "images/press.jpg"
    Bytes content;
};

/// How many of each the source has, as counted without the importer's own understanding where that is possible.
struct Counts {
    std::size_t notes = 0, calls = 0, pictures = 0, links = 0, tables = 0;
};

struct Imported {
    /// As `reader` would give it: fields marked "transform" are empty. Spans of blocks, notes and inlines point into the
    /// view. Article::path and ::name stay empty: `writer` names the files. What the source says of the publication as a
    /// whole stands in `metadata`, the rest of its fields at their defaults.
    model::Document document;
    /// The source as lines of text, registered in the SourceMap under the source's path: a text file as it stands, else
    /// one line a paragraph, in the order of the source, with everything that is visible in it, notes and cells included
    /// (each where it is called or stands). The proof takes the words of the source from here.
    FileId view = FileId::none;
    std::vector<PictureFile> pictures;
    std::vector<Decision> decisions; // in the order of the source
    std::vector<Passage> dropped;    // words of the view that are not in the document
    std::vector<Passage> added;      // words of the document that are not in the view
    std::vector<WordJoin> joins;
    Counts counts;
    std::map<std::string, std::size_t> unmapped_styles; // name → number of paragraphs and runs
};

} // namespace quoin::manuscript
