#pragma once
// Paragraphs as the line search sees them.

#include "support.hpp"

#include "text/edges.hpp"

#include <random>
#include <string>
#include <vector>

namespace quoin::text::tests {

/// The edges of a paragraph in a column so wide.
inline EdgeRow edges_of(ParagraphText const& text, double millimetres) {
    style::LineBreaking const rules;
    Diagnostics diagnostics;
    Pieces const pieces = make_pieces(text, rules, book().state(), book(), diagnostics);
    auto const found = find_text_breaks(text, book().state());
    EdgeSource const source{text, pieces, found, rules, book().state(),
                            true, false,  false, 40,    Length::from_millimetres(millimetres)};
    return make_edges(source, {}, 100'000);
}

/// So many words, each one of `some` at random.
inline std::string text_of_words(std::mt19937& random, std::size_t words, std::vector<std::string> const& some) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += (i == 0 ? "" : " ") + some[random() % some.size()];
    return text;
}

} // namespace quoin::text::tests
