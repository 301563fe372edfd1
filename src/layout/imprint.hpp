#pragma once
// The imprint: the publication's own text, and what the manifest says of publisher, numbers, rights and contact.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

namespace quoin::layout {

/// Rows of the imprint at this measure; empty when there is nothing to print.
std::vector<Row> imprint_rows(Context&, Length measure, page::TagId parent, Passage& passage);
/// The whole imprint as a box across the text block, in as many columns as the page, with a hairline above.
std::optional<Box> imprint_box(Context&, page::TagId parent, Passage& passage);
/// Where the imprint stands, after what the layout's pages make possible: "contents", "last" or "copyright".
std::string imprint_place(style::Print const&, model::Document const&);

} // namespace quoin::layout
