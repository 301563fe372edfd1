#pragma once
// The fonts of a page list as Cairo's faces, each opened once. Cairo's own font search (fontconfig) is never asked.

#include "base/result.hpp"
#include "page/page_list.hpp"
#include "paint/cairo_handles.hpp"

#include <vector>

namespace quoin::paint {

/// For one thread. The page list must outlive it.
class FontFaces {
  public:
    explicit FontFaces(page::PageList const& pages) : pages_(pages), faces_(pages.fonts.size()) {}

    /// Opened at the first call; the face stays ours. Font-missing when the file is no font.
    Result<cairo_font_face_t*> face(page::FontId id);

  private:
    page::PageList const& pages_;
    std::vector<FontFace> faces_;
};

} // namespace quoin::paint
