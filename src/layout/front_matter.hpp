#pragma once
// Book matter made from the manifest: half-title, title page, copyright page, part titles. Each is one page as high as the
// text block, so that its lines stand exactly where the page wants them.

#include "layout/compose_blocks.hpp"

namespace quoin::layout {

Galley half_title(Context&);
Galley title_page(Context&);
Galley copyright_page(Context&);
/// `pages` of the part: its title alone.
Galley part_title(Context&, model::PartTitle const&, std::uint32_t entry);

} // namespace quoin::layout
