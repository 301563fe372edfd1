#pragma once
// One file of the plan becomes an XHTML document: its head, the sections around the text, the notes at its end.

#include "epub/book.hpp"
#include "epub/characters.hpp"

#include <string>
#include <vector>

namespace quoin::epub {

struct CoverPage {
    std::string alternative; // what the cover shows
};

struct WrittenDocument {
    std::string content;
    CharacterUse characters;
    std::vector<PlacedMark> page_marks;
    std::size_t notes = 0, references = 0;
};

WrittenDocument write_document(Book const&, std::size_t file, CoverPage const&);

/// The heading that a contents entry repeats, or what stands for it.
std::string heading_of(Book const&, std::size_t file);

/// Where an article stands in the publication: "frontmatter", "bodymatter" or "backmatter".
char const* matter_of(Book const&, std::size_t file);

/// Everything before and after a body's content. `root` leads from the file to EPUB/: "../" or "".
struct Frame {
    std::string title, root, body_type;
    model::Language language;
};
std::string framed(Frame const&, std::string const& body);

/// The id of a department's heading, in the file of its first article.
std::string department_id(model::Article const&);

} // namespace quoin::epub
