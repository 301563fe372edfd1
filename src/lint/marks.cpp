// Marks that come in pairs, and punctuation that stands twice.

#include "lint/findings.hpp"

#include <algorithm>
#include <optional>

namespace quoin::lint {

namespace {

/// A quotation may go on over so many paragraphs without a mark before each.
constexpr std::size_t longest_quotation = 12;

struct Marks {
    int low = 0, high = 0, right = 0; // „ “ ”
    int left_angle = 0, right_angle = 0;
};

Marks count_marks(TextRow const& row) {
    Marks marks;
    for (std::size_t at = 0; at < row.text.size(); ++at) {
        switch (row.text[at]) {
        case U'„': ++marks.low; break;
        case U'“': ++marks.high; break;
        case U'”':
            if (!is_digit(row.before(at))) ++marks.right; // inches
            break;
        case U'«': ++marks.left_angle; break;
        case U'»': ++marks.right_angle; break;
        default: break;
        }
    }
    return marks;
}

bool is_in(std::string_view list, model::Language const& language) {
    return list.find(" " + std::string(base_language(language)) + " ") != std::string_view::npos;
}

/// How many quotations are left open; negative: closed that were not opened. The marks themselves tell the custom; where there is
/// only one of them, the language does.
int open_curly(Marks const& marks, model::Language const& language) {
    if (marks.low == 0 && marks.high == 0) // ”so” in Sweden and Finland
        return is_in(" sv fi ", language) ? marks.right % 2 : -marks.right;
    if (marks.low == 0 && marks.right == 0 && is_in(" de cs sk sl bg lt is et ka ru uk be ", language))
        return -marks.high;
    if (marks.low == 0) return marks.high - marks.right;
    if (marks.right == 0) return marks.low - marks.high;
    if (marks.high == 0) return marks.low - marks.right;
    return (marks.low + marks.high + marks.right) % 2;
}

bool begins_with_mark(TextRow const& row) {
    std::size_t const first = row.text.find_first_not_of(U" \u00A0—–-");
    return first != std::u32string::npos &&
           std::u32string_view(U"„“«»”\"").find(row.text[first]) != std::u32string_view::npos;
}

std::size_t place_of_mark(TextRow const& row, bool open) {
    constexpr std::u32string_view marks = U"„“”«»";
    std::size_t const found = open ? row.text.find_last_of(marks) : row.text.find_first_of(marks);
    return found == std::u32string::npos ? 0 : found;
}

/// An opening mark, and how many paragraphs ago that was.
struct Pending {
    TextRow const* row;
    std::size_t index;
    int count;
};

void report_quote(TextRow const& row, bool open, Findings& to) {
    std::size_t const at = place_of_mark(row, open);
    to.add(Code::quote_unbalanced, row.span(at, at + 1),
           open ? "a quotation is opened in this paragraph and never closed"
                : "a quotation is closed in this paragraph that was never opened");
}

/// `open_of`: how many a row leaves open.
template <typename OpenOf>
void follow_quotes(Section const& section, OpenOf const& open_of, Findings& to) {
    std::optional<Pending> pending;
    for (std::size_t at = 0; at < section.rows.size(); ++at) {
        TextRow const& row = section.rows[at];
        int open = open_of(row);
        if (pending && at - pending->index > longest_quotation) {
            report_quote(*pending->row, true, to);
            pending.reset();
        }
        // "A quotation of several paragraphs has a mark before each and one behind the last."
        if (pending && open >= 0 && begins_with_mark(row)) {
            if (open > 0)
                --open;
            else if (open == 0)
                pending.reset(); // opened again, and closed
        } else if (pending && open < 0) {
            open += pending->count;
            pending.reset();
        }
        if (open < 0) report_quote(row, false, to);
        if (open > 0 && !pending) pending = Pending{&row, at, open};
    }
    if (pending) report_quote(*pending->row, true, to);
}

// ---------------------------------------------------------------------------------------------------------------
// Brackets

struct Bracket {
    TextRow const* row;
    std::size_t at, index;
};

char32_t closing_of(char32_t open) { return open == U'(' ? U')' : U']'; }

/// "a)", "12)", "iv.)": a marker of an enumeration within the sentence.
bool is_marker(TextRow const& row, std::size_t close) {
    std::size_t begin = close;
    if (begin > 0 && row.text[begin - 1] == U'.') --begin;
    std::size_t const end = begin;
    while (begin > 0 && (is_letter(row.text[begin - 1]) || is_digit(row.text[begin - 1]))) --begin;
    bool const starts_word =
        begin == 0 || std::u32string_view(U" \u00A0\n").find(row.text[begin - 1]) != std::u32string_view::npos;
    std::u32string_view const marker = std::u32string_view(row.text).substr(begin, end - begin);
    bool const number = std::all_of(marker.begin(), marker.end(), is_digit) && marker.size() <= 3;
    bool const roman = marker.find_first_not_of(U"ivxlIVXL") == std::u32string_view::npos;
    return starts_word && !marker.empty() && (marker.size() == 1 || number || roman);
}

/// ":-)" and ";)".
bool is_face(TextRow const& row, std::size_t at) {
    char32_t const before = row.before(at);
    return before == U':' || before == U';' || (before == U'-' && at > 1 && row.text[at - 2] == U':');
}

} // namespace

void check_quotes(Section const& section, Findings& to) {
    follow_quotes(
        section, [](TextRow const& row) { return open_curly(count_marks(row), row.language); }, to);
    int directions = 0; // «so» or »so«: the way that is more common in the text
    for (TextRow const& row : section.rows) {
        for (std::size_t at = 0; at < row.text.size(); ++at) {
            if (row.text[at] == U'«') directions += is_letter(row.at(at + 1)) ? 1 : is_letter(row.before(at)) ? -1 : 0;
        }
    }
    follow_quotes(
        section,
        [directions](TextRow const& row) {
            Marks const marks = count_marks(row);
            int const open = marks.left_angle - marks.right_angle;
            return directions < 0 ? -open : open;
        },
        to);
}

void check_brackets(Section const& section, Findings& to) {
    std::vector<Bracket> open;
    for (std::size_t index = 0; index < section.rows.size(); ++index) {
        TextRow const& row = section.rows[index];
        for (std::size_t at = 0; at < row.text.size(); ++at) {
            char32_t const letter = row.text[at];
            if (letter == U'(' || letter == U'[') {
                if (!is_face(row, at)) open.push_back({&row, at, index});
                continue;
            }
            if (letter != U')' && letter != U']') continue;
            auto const partner = std::find_if(open.rbegin(), open.rend(), [letter](Bracket const& each) {
                return closing_of(each.row->text[each.at]) == letter;
            });
            bool const near = partner != open.rend() && index - partner->index <= longest_quotation;
            bool const here = near && partner->row == &row;
            if (letter == U')' && !here && (is_marker(row, at) || is_face(row, at))) continue;
            if (near) {
                open.erase(std::next(partner).base());
            } else {
                to.add(Code::bracket_unbalanced, row.span(at, at + 1), "this bracket closes nothing");
            }
        }
    }
    for (Bracket const& each : open)
        to.add(Code::bracket_unbalanced, each.row->span(each.at, each.at + 1), "this bracket is never closed");
}

void check_punctuation(TextRow const& row, Findings& to) {
    for (std::size_t at = 0; at + 1 < row.text.size(); ++at) {
        char32_t const sign = row.text[at], next = row.text[at + 1], before = row.before(at), behind = row.at(at + 2);
        bool const word_before =
            is_letter(before) || before == U'”' || before == U'’' || before == U')' || before == U'»';
        bool const dots = sign == U'.' && next == U'.' && word_before && behind != U'.';
        bool const commas = sign == U',' && next == U',' && word_before && behind != U',';
        bool const mixed = word_before && ((sign == U',' && next == U'.') ||
                                           (sign == U';' && (next == U',' || next == U'.' || next == U';')));
        if (dots || commas || mixed)
            to.add(Code::punctuation_doubled, row.span(at, at + 2),
                   fmt::format("\"{}\" stands here", to_utf8(std::u32string_view(row.text).substr(at, 2))));
    }
}

} // namespace quoin::lint
