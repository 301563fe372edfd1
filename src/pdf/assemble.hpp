#pragma once
// Finished parts in, the file's bytes out: pages, resources, catalog, metadata.

#include "pdf/font_objects.hpp"
#include "pdf/page_content.hpp"
#include "pdf/pictures.hpp"

#include <vector>

namespace quoin::pdf {

/// Everything that was made in parallel, in order.
struct Parts {
    std::vector<FontSubset> fonts; // by FontId
    std::vector<FontStreams> font_streams;
    std::vector<PreparedPicture> pictures; // by ImageId
    std::vector<PageContent> pages;
    PageContent marks; // the same around every page; no stream where there are none
};

/// May throw what qpdf throws.
Bytes assemble(page::PageList const&, Edition const&, InkTable const&, Parts const&);

} // namespace quoin::pdf
