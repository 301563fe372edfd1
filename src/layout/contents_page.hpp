#pragma once
// The contents list, with the page numbers of the round before.

#include "layout/compose_blocks.hpp"

namespace quoin::layout {

/// A list of one line would lead nowhere that the next page is not.
bool prints_contents(style::Print const&, model::Document const&);

/// Whether the imprint stands below the list, where the layout wants it there.
enum class ContentsFit { complete, without_imprint };

/// Fills the galley; its elements are boxes of whole grid lines, one an entry, so that the list may go on over pages. A list
/// that is a little too long for its page is set closer: less white between entries, bylines beside the decks.
ContentsFit compose_contents(Context&, Galley&, Passage&);

/// Name of the anchor at the contents list, for the outline.
inline constexpr char const* contents_anchor = "contents";

} // namespace quoin::layout
