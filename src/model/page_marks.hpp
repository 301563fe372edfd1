#pragma once
// Where the pages of the print edition begin, told in terms of the model, so that the EPUB needs to know no page.

#include "model/inline.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace quoin::model {

/// What a page of the program's own making holds, when it holds no text of the document.
enum class Matter { text, title, imprint, contents, index };

/// A place in the running text: byte offset into plain_text() of the text leaf with this serial (a Paragraph, Heading,
/// … ; for lists, quotes, tables and verse the innermost block that holds inlines).
struct Place {
    std::uint32_t serial = 0; // 0 with an Entry's own title: then `entry` counts; in an index the number of its line
    std::uint32_t offset = 0;
    bool operator==(Place const&) const = default;
};

struct PageMark {
    Place place;
    std::string label;             // the printed folio: "xii", "12"; empty for pages without one
    Matter matter = Matter::text;  // others have no place in the text
    std::vector<AnchorId> terms{}; // of the index, that stand on this page
};

/// In page order.
using PageMarks = std::vector<PageMark>;

} // namespace quoin::model
