#pragma once
// How an article, chapter or part begins: title matter across the columns, in whole grid lines.

#include "layout/compose_blocks.hpp"

namespace quoin::layout {

/// Fills the galley's opening (or, for a plain opening in several columns, its first elements). `setting` is that of the
/// text, its parent the article's tag.
void compose_opening(Context&, model::Article const&, Setting const&, Galley&, Passage&);

/// "Chapter IV. The Storm" or "IV. The Storm": number and title stand on lines of their own.
struct ChapterTitle {
    std::string number; // "" when the title has none
    model::Inlines title;
};
ChapterTitle split_chapter_title(model::Inlines const& title);

} // namespace quoin::layout
