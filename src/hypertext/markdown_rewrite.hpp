#pragma once
// What cmark-gfm does not know becomes HTML that our reader of pages understands: fenced divs, spans and headings with
// attributes, raised and lowered letters, notes in place, definition lists, line blocks, callouts, shortcodes, wiki links,
// other people's marks. Code stays as it is.

#include <map>
#include <string>
#include <string_view>

namespace quoin::hypertext {

struct Rewritten {
    std::string text;
    std::map<std::string, std::size_t> counts; // of what was rewritten and has no place in the sources: "shortcode"
};

Rewritten rewrite_markdown(std::string_view text);

/// HTML as cmark-gfm writes it, with tables, notes, strikethrough and raw HTML.
std::string markdown_to_html(std::string const& text);

} // namespace quoin::hypertext
