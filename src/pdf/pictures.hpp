#pragma once
// Pictures as a PDF file holds them: converted to the edition's colours, made smaller where they are too fine,
// compressed.

#include "pdf/artwork.hpp"
#include "pdf/page_content.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::pdf {

/// Made in parallel; the objects follow one by one.
struct PreparedPicture {
    PictureUse use;
    std::optional<Artwork> artwork; // else pixels:
    Bytes data;
    std::string filter;
    std::uint32_t width = 0, height = 0;
    int channels = 0, bits = 8;
    bool inverted = false;  // a CMYK JPEG with Adobe's marker
    bool predicted = false; // rows as differences from the row above
    Bytes alpha;            // deflated; empty = opaque
};

/// The largest size at which each image is placed, by ImageId; zero when it is nowhere.
std::vector<Size> largest_placements(page::PageList const&);

Result<PreparedPicture> prepare_picture(page::Image const&, Size placed, PressColours const&, Edition const&);

/// The image or form XObject. `picture` must live until the file is written.
Object make_picture(QPDF&, PreparedPicture const& picture, Edition const&);

} // namespace quoin::pdf
