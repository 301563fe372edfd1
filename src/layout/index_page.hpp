#pragma once
// The index at the end, with the page numbers of the round before.

#include "layout/compose_article.hpp"

namespace quoin::layout {

/// Terms under their letters in two columns or more where the page has room for them. Call it only when the document has an
/// index.
ComposedEntry compose_index(Context&, std::size_t galley);

/// A page number in an index: roman ones stand before arabic ones.
struct PageOrder {
    int kind = 0; // 0 roman, 1 arabic, 2 anything else
    int number = 0;
    auto operator<=>(PageOrder const&) const = default;
};
PageOrder page_order(std::string const& label);

/// "12" or "12–14", with the number of the first and of the last mention in it.
struct Locator {
    std::string first, last; // `last` is empty for a single page
    std::size_t first_mention = 0, last_mention = 0;
};
/// The pages of a term's mentions in order, each once. Three and more that follow each other are joined.
std::vector<Locator> locators(std::vector<std::string> const& labels);

} // namespace quoin::layout
