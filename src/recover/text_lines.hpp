#pragma once
// The lines of a text with what can be measured of each.

#include "base/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoin::recover {

struct TextLine {
    Span span;               // without the white space around; empty lines have an empty one
    int number = 0;          // from 1
    int indent = 0;          // columns before; a tab goes on to the next multiple of eight
    int length = 0;          // columns of the text itself; wide signs of East Asia count two
    int first_word = 0;      // columns of its first word
    bool page_break = false; // a form feed stands before it
    [[nodiscard]] bool blank() const { return span.begin == span.end; }
    [[nodiscard]] int right() const { return indent + length; }
};

/// Set in columns: wide gaps or leaders within the line, or several bars.
bool has_columns(std::string_view line);

std::vector<TextLine> split_lines(FileId, std::string_view view);

} // namespace quoin::recover
