// Notes: figures that look like a mark with no note behind it, and marks that have moved between two languages.

#include "lint/findings.hpp"

#include <algorithm>

namespace quoin::lint {

namespace {

bool is_number(std::u32string_view text) {
    return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_raised_digit(char32_t letter) {
    return letter == 0xB9 || letter == 0xB2 || letter == 0xB3 ||
           (letter >= 0x2070 && letter <= 0x2079 && letter != 0x2071);
}

void tell(TextRow const& row, std::size_t begin, std::size_t end, Findings& to) {
    to.add(Code::note_missing, row.span(begin, end), "this looks like the mark of a note, but calls none",
           "write [^1] here and the note below the text, or leave it when it is no mark");
}

/// A word of some length or a mark of punctuation before it: "m²", "CO₂" and "10³" have none.
bool stands_behind_word(TextRow const& row, std::size_t at) {
    std::size_t letters = 0;
    char32_t const sign = row.before(at);
    if (sign != 0 && std::u32string_view(U".,;:!?”»\")").find(sign) != std::u32string_view::npos)
        return at > 1 && is_letter(row.text[at - 2]);
    while (at > letters && is_letter(row.text[at - letters - 1])) ++letters;
    return letters >= 4;
}

std::size_t total(std::vector<std::size_t> const& counts) {
    std::size_t sum = 0;
    for (std::size_t const each : counts) sum += each;
    return sum;
}

std::vector<std::size_t> calls_of(Section const& section) {
    std::vector<std::size_t> counts;
    for (TextRow const& row : section.rows) counts.push_back(row.calls.size());
    return counts;
}

} // namespace

void check_calls(TextRow const& row, bool section_has_calls, Findings& to) {
    for (auto const& [at, text] : row.raised) {
        if (is_number(text) && stands_behind_word(row, at)) tell(row, at, at + 1, to);
    }
    for (std::size_t at = 0; at < row.text.size(); ++at) {
        if (is_raised_digit(row.text[at]) && !is_raised_digit(row.before(at)) && stands_behind_word(row, at))
            tell(row, at, at + 1, to);
        if (row.text[at] != U'[' || !section_has_calls) continue;
        std::size_t const close = row.text.find(U']', at);
        if (close == std::u32string::npos || !is_number(std::u32string_view(row.text).substr(at + 1, close - at - 1)))
            continue;
        if (stands_behind_word(row, at)) tell(row, at, close + 1, to);
    }
}

void check_parallel_calls(std::vector<Section const*> const& articles, Findings& to) {
    if (articles.size() < 2) return;
    std::vector<std::size_t> const first = calls_of(*articles.front());
    for (std::size_t at = 1; at < articles.size(); ++at) {
        std::vector<std::size_t> const other = calls_of(*articles[at]);
        if (first.size() != other.size() || total(first) == 0) continue;
        for (std::size_t row = 0; row < first.size(); ++row) {
            if (first[row] == other[row]) continue;
            TextRow const& here = articles[at]->rows[row];
            to.add(Code::notes_shifted, here.span(0, 1),
                   fmt::format("this paragraph calls {} notes, in the other language {}", other[row], first[row]),
                   "compare the two: a mark may have moved, or a note be missing");
            break; // what follows is shifted with it
        }
    }
}

} // namespace quoin::lint
