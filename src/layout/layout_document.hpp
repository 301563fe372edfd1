#pragma once
// The front door: a prepared document and a print style go in, finished pages and their marks come out.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/pool.hpp"
#include "layout/page_quality.hpp"
#include "model/document.hpp"
#include "model/page_marks.hpp"
#include "page/page_list.hpp"
#include "style/layout.hpp"
#include "text/font_book.hpp"

#include <map>
#include <string>

namespace quoin::layout {

struct Request {
    model::Document const& document;
    style::Layout const& layout;
    text::FontBook const& fonts;
    FileSystem const& files; // pictures
    bool cover_in_pages =
        false; // `self` covers: the caller puts the first and last page itself; two leaves of the count are theirs
    std::map<std::uint32_t, std::string> insert_sizes = {}; // by serial: other sizes than the inserts' own
};

struct Result {
    page::PageList pages; // with bleed; the screen edition is made from the same list
    model::PageMarks marks;
    std::vector<std::string> notices; // relaxations taken and variants chosen, in words
    std::vector<PageQuality> quality; // of each page with running text
};

/// Repeats composing the contents and paginating until page numbers settle, four times at most (TYPESETTING.md 3.6).
/// Every block and note of the document is placed exactly once; what does not fit is placed and reported, never dropped. Only an
/// optional insert may be left out for the sake of a page count, and that is told.
Result layout_document(Request const&, Pool&, Diagnostics&);

} // namespace quoin::layout
