#include "reader/raw_html.hpp"

#include "reader/file_reader.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

struct Hint {
    std::string_view tags; // between spaces
    std::string_view hint;
};

constexpr std::array hints{
    Hint{" br ", "end the line with a backslash"},
    Hint{" b strong ", "write **text**"},
    Hint{" i em cite dfn var ", "write *text*"},
    Hint{" sup ", "write ^text^"},
    Hint{" sub ", "write ~text~"},
    Hint{" s del strike ", "write ~~text~~"},
    Hint{" code tt kbd samp ", "write `text`"},
    Hint{" a ", "write [text](address), or [text]{#id} for a place to link to"},
    Hint{" img picture figure figcaption ", "write ![caption](images/picture.jpg){alt=\"what it shows\"}"},
    Hint{" table thead tbody tr td th ", "write a table with | between the cells"},
    Hint{" span font small big u ins mark ",
         "write [text]{.class}, with lang= for a language and .smallcaps for small capitals"},
    Hint{" div section aside center ", "write ::: {.class} above and ::: below"},
    Hint{" p ", "leave an empty line between paragraphs"},
    Hint{" hr ", "write * * * on a line of its own"},
    Hint{" blockquote q ", "begin each line with >"},
    Hint{" ul ol li ", "begin each item with * or 1."},
    Hint{" dl dt dd ", "write the term, and below it a line that begins with a colon and a space"},
    Hint{" h1 h2 h3 h4 h5 h6 ", "begin the line with ##"},
    Hint{" pre ", "put ``` on the lines above and below"},
};

constexpr std::string_view lonely_tags = " br hr img input meta link area base col embed source track wbr ";

bool is_listed(std::string_view list, std::string_view name) {
    return list.find(" " + std::string(name) + " ") != std::string_view::npos;
}

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\n'; }

/// Behind the tag that begins at `at`, or `at` when it is none.
std::size_t tag_end(std::string_view block, std::size_t at) {
    char const next = at + 1 < block.size() ? block[at + 1] : ' ';
    bool const tag =
        next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    std::size_t const end = block.find('>', at);
    return tag && end != std::string_view::npos ? end + 1 : at;
}

} // namespace

Tag parse_tag(std::string_view html) {
    Tag tag;
    std::size_t at = 1;
    tag.closing = html.substr(at, 1) == "/";
    if (tag.closing) ++at;
    for (; at < html.size() && !is_space(html[at]) && html[at] != '>' && html[at] != '/'; ++at) {
        char const letter = html[at];
        tag.name += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    tag.alone = html.ends_with("/>") || is_listed(lonely_tags, tag.name) || tag.name.starts_with('!') ||
                tag.name.starts_with('?');
    return tag;
}

std::string hint_for_tag(std::string_view name) {
    for (Hint const& each : hints) {
        if (is_listed(each.tags, name)) return std::string(each.hint);
    }
    return "write it in Markdown, or put a backslash before the < when it is meant as a sign";
}

std::vector<HtmlPiece> html_pieces(std::string_view block) {
    using Kind = HtmlPiece::Kind;
    std::vector<HtmlPiece> pieces;
    for (std::size_t at = 0; at < block.size();) {
        if (is_space(block[at])) {
            ++at;
            continue;
        }
        if (block.substr(at, 4) == "<!--") {
            std::size_t const end = block.find("-->", at + 4);
            bool const open = end == std::string_view::npos;
            pieces.push_back({at, open ? block.size() : end + 3, open ? Kind::open_comment : Kind::comment});
        } else if (std::size_t const behind = block[at] == '<' ? tag_end(block, at) : at; behind != at) {
            pieces.push_back({at, behind, Kind::tag});
        } else {
            std::size_t end = at + 1;
            while (end < block.size() && block[end] != '<') ++end;
            while (end > at + 1 && is_space(block[end - 1])) --end;
            pieces.push_back({at, end, Kind::words});
        }
        at = pieces.back().end;
    }
    return pieces;
}

void FileReader::report_html(std::string_view html, Span span) {
    Tag const tag = parse_tag(html);
    // A closing tag is told of with its opening one.
    int& open = open_tags_[tag.name];
    if (tag.closing && open > 0) {
        --open;
        return;
    }
    if (!tag.closing && !tag.alone) ++open;
    diagnostics().error(Code::raw_html, span, fmt::format("HTML is not read: {}", html.substr(0, html.find('\n'))),
                        {hint_for_tag(tag.name)});
}

} // namespace quoin::reader
