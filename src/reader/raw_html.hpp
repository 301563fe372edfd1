#pragma once
// HTML in a Markdown text: what to write instead, and the words that stand in it.

#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

struct Tag {
    std::string name; // in lower case
    bool closing = false;
    bool alone = false; // <br/>, <img …>, <!DOCTYPE …>: nothing closes it
};

Tag parse_tag(std::string_view html);
/// How the format of the sources says what a tag says.
std::string hint_for_tag(std::string_view name);

struct HtmlPiece {
    std::size_t begin = 0, end = 0; // in the block
    enum class Kind { comment, open_comment, tag, words } kind = Kind::words;
};
/// An HTML block's parts in order; white space between them is left out.
std::vector<HtmlPiece> html_pieces(std::string_view block);

} // namespace quoin::reader
