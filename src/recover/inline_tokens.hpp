#pragma once
// A paragraph's text cut into words, finished pieces (links, calls, line breaks) and marks of emphasis, and the marks
// paired to a tree.

#include "recover/inline_marks.hpp"
#include "recover/joined_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace quoin::recover {

struct InlineToken {
    enum class Kind { text, mark, leaf };
    Kind kind = Kind::text;
    std::size_t begin = 0, end = 0; // bytes of the joined text
    std::string text = {};          // of a text: without escapes
    model::Inline leaf = {};
    char sign = 0; // of marks: '*', '_', '=', '~'
    bool opens = false, closes = false;
};
using InlineTokens = std::vector<InlineToken>;

/// Cuts the stretch; calls, dropped addresses and counts of links go to the result. Within a link there is no other.
InlineTokens scan_inlines(JoinedText const&, std::size_t begin, std::size_t end, InlineSyntax const&, bool within_link,
                          InlineText& result);

/// Pairs the marks as CommonMark (0.31.2, section 6.2) does, then those it leaves over: at seams, and with spaces or
/// letters on the wrong side as extractors leave them. What has no fellow is text and told.
model::Inlines pair_marks(InlineTokens&&, JoinedText const&, std::vector<manuscript::Decision>& told);

/// Adds text; to a text that stands at the end already, if there is one.
void append_text(model::Inlines& to, std::string_view text, Span span);

} // namespace quoin::recover
