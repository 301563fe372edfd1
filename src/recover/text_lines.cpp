#include "recover/text_lines.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"

#include <algorithm>

namespace quoin::recover {

using manuscript::is_space;

namespace {

constexpr int tab_stop = 8;

bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xFF00 && c <= 0xFF60);
}

TextLine measure(FileId file, std::string_view view, std::size_t begin, std::size_t end) {
    TextLine line;
    std::size_t at = begin;
    while (at < end) {
        std::size_t next = at;
        char32_t const c = next_character(view, next);
        if (c != 0xFEFF && !is_space(c)) break;
        line.indent = c == U'\t' ? (line.indent / tab_stop + 1) * tab_stop : line.indent + 1;
        at = next;
    }
    std::size_t const text = at;
    std::size_t last = at;
    int columns = 0;
    bool in_first_word = true;
    while (at < end) {
        char32_t const c = next_character(view, at);
        columns += is_wide(c) ? 2 : 1;
        if (is_space(c)) {
            in_first_word = false;
        } else {
            last = at;
            line.length = columns;
            // A line of wide signs may break anywhere.
            if (in_first_word && !(is_wide(c) && line.first_word >= 2)) line.first_word = columns;
        }
    }
    if (last == text) line.indent = 0;
    line.span = {file, static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(last)};
    return line;
}

} // namespace

std::vector<TextLine> split_lines(FileId file, std::string_view view) {
    std::vector<TextLine> lines;
    int number = 1;
    bool page_break = false;
    for (std::size_t begin = 0; begin < view.size();) {
        std::size_t const stop = std::min(view.find_first_of("\n\f", begin), view.size());
        TextLine line = measure(file, view, begin, stop);
        line.number = number;
        bool const feeds_page = stop < view.size() && view[stop] == '\f';
        // A form feed is no line of its own.
        if (!(feeds_page && line.blank())) {
            line.page_break = page_break && !line.blank();
            if (!line.blank()) page_break = false;
            lines.push_back(line);
        }
        if (feeds_page)
            page_break = true;
        else
            ++number;
        begin = stop + 1;
    }
    return lines;
}

bool has_columns(std::string_view line) {
    std::size_t const gap = line.find("   ");
    if (gap != std::string_view::npos && gap > 0) return true;
    return line.find('\t') != std::string_view::npos || line.find(".....") != std::string_view::npos ||
           line.find(". . . .") != std::string_view::npos || std::count(line.begin(), line.end(), '|') >= 2;
}

} // namespace quoin::recover
