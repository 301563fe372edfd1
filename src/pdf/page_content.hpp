#pragma once
// One page's items as the operators of a content stream. Pages are independent of each other: they are written in
// parallel.

#include "page/page_list.hpp"
#include "pdf/compressor.hpp"
#include "pdf/font_subset.hpp"
#include "pdf/inks.hpp"
#include "pdf/write_pdf.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace quoin::pdf {

/// What the operators need to know of a prepared picture.
struct PictureUse {
    bool form = false;            // artwork: a form in its own coordinates
    double width = 1, height = 1; // of the form's space
    bool transparent = false;     // has an SMask or a transparency group
};

/// Shared by all pages and not changed while they are written.
struct PageContext {
    page::PageList const& list;
    Edition const& edition;
    InkTable const& inks;
    std::vector<FontSubset> const& fonts;                        // by FontId
    std::vector<PictureUse> const& pictures;                     // by ImageId
    std::function<page::Page(page::Page const&)> slug_line = {}; // what to write behind a page's items; may be empty
    /// From the sheet's edge to the trim: bleed and slug.
    [[nodiscard]] Length margin() const { return edition.for_screen() ? Length::zero() : list.bleed + edition.slug(); }
};

/// Marked content with an MCID: its place in the vector.
struct Mark {
    page::TagId tag{};
    std::string actual_text; // not empty: a Span of its own inside the tag
};

/// What a figure covers, in thousandths of a point of the PDF page: left, bottom, right, top.
using Extent = std::array<std::int64_t, 4>;

struct PageContent {
    Bytes stream; // deflated
    std::vector<Mark> marks;
    std::vector<std::pair<page::TagId, Extent>> figures;
    std::set<std::uint32_t> fonts, pictures, spots; // names of the page's resources
    bool uses_overprint = false;
    bool transparent = false;
};

/// `scratch` is the thread's own.
PageContent write_page(PageContext const&, page::Page const&, ContentBuffer& scratch, Compressor const&);
/// The same for what stands around a page: a stream beside the page's that leaves no traces in the state.
PageContent write_around(PageContext const&, page::Page const&, ContentBuffer& scratch, Compressor const&);

} // namespace quoin::pdf
