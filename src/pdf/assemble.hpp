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
};

/// May throw what qpdf throws.
Bytes assemble(page::PageList const&, Edition const&, Parts const&);

} // namespace quoin::pdf
