#pragma once
// One entry of the contents: an article, a chapter or a piece of book matter as a galley.

#include "layout/compose_blocks.hpp"

namespace quoin::layout {

/// What an article has to know of its surroundings.
struct ArticlePlace {
    std::uint32_t entry = 0;
    std::size_t galley = 0; // its index in Composition::galleys
    bool front = false;     // before the first normal chapter
    std::string running_part;
};

struct ComposedEntry {
    Galley galley;
    std::vector<page::OutlineEntry> outline;
    bool lacks_imprint = false; // contents: the imprint had no room below the list
};

/// How the running text of a galley is set.
Setting flow_setting(Context const&, page::TagId parent, std::string const& language, std::size_t galley, int columns);
/// Gives what was composed to the galley.
void fill_galley(Galley&, Passage&);

ComposedEntry compose_article(Context&, model::Article const&, ArticlePlace const&);
/// An insert that no article stands before.
ComposedEntry compose_insert_galley(Context&, model::Insert const&, ArticlePlace const&, std::uint32_t serial, Span);
/// An insert between two articles, as the last float of the galley before it.
void attach_insert(Context&, model::Insert const&, std::uint32_t serial, Span, Galley&);
/// The collected notes of the book.
ComposedEntry compose_book_notes(Context&, std::size_t galley);
/// The imprint on its own page.
ComposedEntry compose_last_imprint(Context&);
/// The contents list.
ComposedEntry compose_contents_galley(Context&);

} // namespace quoin::layout
