#pragma once
// Lines that were wrapped become paragraphs again; verse and tables keep their lines.

#include "manuscript/imported.hpp"
#include "recover/classify_dialect.hpp"
#include "recover/inline_marks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::recover {

/// Lines that belong together, in the order of the text.
struct LineGroup {
    enum class Kind {
        paragraph,
        quotation, // a paragraph that is indented as a whole
        heading,   // centred
        verse,     // one line of verse; lines of one poem follow each other, a stanza begins with a gap
        row,       // one line of a table or list that is set in columns
        note,      // "[Footnote 1: …]": without its brackets
        note_more, // a further paragraph of it
        picture,   // the caption of "[Illustration: …]"
    };
    Kind kind = Kind::paragraph;
    std::vector<Piece> pieces; // one for each line
    int first_line = 0, last_line = 0;
    int gap = 0;    // empty lines before
    int indent = 0; // of its first line; of verse beyond the indent that all lines of the poem have
    bool page_break = false;
    std::string figures; // of a note: "1", "A"
};

struct Unwrapped {
    std::vector<LineGroup> groups;
    std::vector<manuscript::Decision> decisions; // hyphen-joined, hyphen-kept, url-split, picture-missing
    std::vector<manuscript::WordJoin> joins;
    std::vector<manuscript::Passage> dropped; // "note mark", "mark-up"
};

/// The lines of shape.body. A text that is not wrapped gives each line as a group.
Unwrapped unwrap(std::string_view view, TextShape const&);

} // namespace quoin::recover
