#pragma once
// The outside of a publication: title data, the interior's page count and a layout's cover design go in; pages come out.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "model/document.hpp"
#include "page/page_list.hpp"
#include "style/layout.hpp"
#include "text/font_book.hpp"

namespace quoin::cover {

/// Which form the manifest, the layout or the kind of publication asks for, in this order.
model::CoverForm form_of(model::Metadata const&, style::CoverStyle const&);

struct Request {
    model::Document const& document;
    style::Layout const& layout;
    text::FontBook const& fonts;
    FileSystem const& files;
    std::size_t interior_pages = 0; // of the finished interior, blanks counted
    long long epoch = 0;            // for PageList::info
};

/// Where the panels of a sheet lie, in the sheet's trim coordinates.
struct Panel {
    Point origin;
    Size size;
};
struct Sheet {
    page::PageList pages; // one page: back + spine + front; a second one when the inside has texts
    Panel back, spine, front;
};

/// Form `separate`. The spine is leaves × caliper of the paper; its text is set when the layout's least width allows.
Sheet draw_sheet(Request const&, Diagnostics&);

/// Form `self`: the front as the interior's first page and the back as its last, at the interior's size.
struct SelfCover {
    page::PageList pages; // two pages: front, back
};
SelfCover draw_self_cover(Request const&, Diagnostics&);

/// The front alone at a size of its own (the cover picture is taller than a page), one page without bleed.
page::PageList draw_front(Request const&, Size, Diagnostics&);

} // namespace quoin::cover
