#pragma once
// The outside of a publication: title data, the interior's page count, a layout's cover design and a printer's rules go in;
// pages come out.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "model/document.hpp"
#include "page/page_list.hpp"
#include "style/layout.hpp"
#include "style/printer.hpp"
#include "text/font_book.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace quoin::cover {

/// Which form the manifest, the printer, the layout or the kind of publication asks for, in this order.
model::CoverForm form_of(model::Metadata const&, style::PrinterProfile const&, style::CoverStyle const&);

struct Request {
    model::Document const& document;
    style::Layout const& layout;
    style::PrinterProfile const& printer;
    text::FontBook const& fonts;
    FileSystem const& files;
    std::size_t interior_pages = 0; // of the finished interior, blanks counted
    long long epoch = 0;            // for PageList::info
};

/// Leaves × caliper of the paper, or pages × the shop's figure; with its boards, and what it adds once. Nothing in a binding
/// that has no spine.
Length spine_width(Request const&);

/// Where the panels of a sheet lie, in the sheet's trim coordinates, looked at from outside.
struct Panel {
    Point origin;
    Size size;
};
struct Sheet {
    page::PageList pages; // one page: (flap +) back + spine + front (+ flap); a second one when the inside has texts
    Panel back, spine, front;
    std::optional<Panel> back_flap, front_flap;
    std::vector<Length> folds; // from the left edge of the trim; the same on both pages, which are symmetric
};

/// Form `separate`. The spine's text is set when the layout's least width and the printer's least page count allow. A cover
/// that was frozen for another interior is an error (cover-stale); so are texts that do not fit (cover-text-long) and a bar
/// code of a size that scanners may refuse (barcode-size). A text nearer to trim or fold than the printer wants is a warning
/// (cover-safety).
Sheet draw_sheet(Request const&, Diagnostics&);

/// Form `self`: the front as the interior's first page and the back as its last, at the interior's size.
struct SelfCover {
    page::PageList pages; // two pages: front, back
};
SelfCover draw_self_cover(Request const&, Diagnostics&);

/// The front alone at a size of its own (the cover picture is taller than a page), one page without bleed.
page::PageList draw_front(Request const&, Size, Diagnostics&);

} // namespace quoin::cover
