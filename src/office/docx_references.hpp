#pragma once
// What is looked up before a text is read: which bookmarks are led to, which notes they stand at, how much there is of
// everything, and the language of most of it.

#include "manuscript/imported.hpp"
#include "office/docx_file.hpp"
#include "office/docx_styles.hpp"

#include <map>
#include <string>

namespace quoin::office {

/// "footnote 3", "endnote 12": the notes of both parts in one table.
using DocxNoteName = std::string;

struct DocxReferences {
    std::map<std::string, std::string, std::less<>> ids;    // bookmark that something leads to → id in the document
    std::map<std::string, DocxNoteName, std::less<>> notes; // bookmark around a note's call → the note
    manuscript::Counts counts;
};

/// Contents lists do not count: they are made again, with anchors of their own.
DocxReferences find_references(DocxFile const&);

/// The language of most letters, as the runs and styles say it.
struct DocxLanguage {
    model::Language language; // empty when they say nothing
    bool stated = false;      // not only by the defaults of the program that made the file
};
DocxLanguage find_language(DocxFile const&, DocxStyles&);

/// False for a tag that cannot be: Cyrillic letters marked as English, Latin letters marked as Russian.
bool language_fits(std::string_view language, std::string_view text);

} // namespace quoin::office
