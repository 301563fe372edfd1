#pragma once
// Which file holds what: decided before anything is written, so that every link, note and page mark knows its place and
// nothing has to be rewritten.

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "model/page_marks.hpp"
#include "style/layout.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quoin::epub {

/// One XHTML file of the package.
struct TextFile {
    enum class Kind { cover, title_page, imprint, entry, notes, index };
    Kind kind = Kind::entry;
    std::string name;                 // "01-mexico": EPUB/text/01-mexico.xhtml
    std::uint32_t entry = 0;          // kind entry: index into Document::entries
    std::size_t begin = 0, end = 0;   // kind entry: its blocks of the article's body
    bool first = true;                // it has the article's head
    std::vector<std::uint32_t> notes; // indexes into Document::notes, in the order of their numbers
};

/// A page mark at its final place.
struct PlacedMark {
    std::uint32_t offset = 0;
    std::string label;
    std::string id; // "page-12"
};

struct Plan {
    std::vector<TextFile> files;                      // in reading order
    std::size_t contents_at = 0;                      // the navigation document stands before this file in the spine
    std::vector<std::size_t> anchor_files;            // by AnchorId
    std::vector<std::size_t> note_files;              // by NoteId: where the body stands
    std::vector<std::vector<std::size_t>> mark_files; // by NoteId: where each of its marks stands
    std::map<std::uint32_t, std::vector<PlacedMark>> page_marks; // by serial
    std::vector<PlacedMark> title_marks, imprint_marks;          // pages of the front matter, each where its text is
    std::vector<PlacedMark> contents_marks;                      // further ones without text: before the contents
    std::vector<PlacedMark> index_marks;
    std::vector<std::string> anchor_pages; // by AnchorId, for terms of the index: the printed page, when it is known
    std::vector<std::uint32_t> pictures;   // AssetIds in use, in order of their first
    std::size_t meaningful_pictures = 0, undescribed_pictures = 0;
    std::vector<model::Language> languages; // in use, the publication's first
    bool imprint_before_contents = false;   // and on one printed page with them
    bool notes_at_end = false;              // a section of the book instead of each file's end
};

struct PlanRequest {
    model::Document const& document;
    style::Layout const& layout;
    model::PageMarks const& page_marks;
    bool has_cover = false;
};

Plan plan_files(PlanRequest const&, Diagnostics&);

/// The text of the title and of the issue together: "The Compositor 4 (2026), 17".
std::string full_title(model::Metadata const&);

/// "01-mexico.xhtml"
std::string file_name(TextFile const&);

/// Prefix of all ids made from the document's own names: these may begin with a figure, which XML forbids, or be "page-12".
std::string anchor_id(std::string const& name);

} // namespace quoin::epub
