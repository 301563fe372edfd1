// Spaces: lost behind punctuation and at brackets, doubled, before a point, no-break ones where nothing asks for them.

#include "lint/findings.hpp"

#include <algorithm>

namespace quoin::lint {

namespace {

constexpr char32_t no_break = U'\u00A0';

/// How many letters stand in a row before the index, and whether all of them are small.
std::size_t letters_before(TextRow const& row, std::size_t at) {
    std::size_t count = 0;
    while (at > count && is_letter(row.text[at - count - 1])) ++count;
    return count;
}
std::size_t letters_from(TextRow const& row, std::size_t at) {
    std::size_t count = 0;
    while (is_letter(row.at(at + count))) ++count;
    return count;
}

std::string around(TextRow const& row, std::size_t at) {
    std::size_t const before = letters_before(row, at), behind = letters_from(row, at + 1);
    return to_utf8(std::u32string_view(row.text).substr(at - before, before + 1 + behind));
}

/// "word,word", "word;word", "end.Begin" – but not "e.V.", "Ph.D.", "St.Petersburg".
void lost_behind(TextRow const& row, std::size_t at, Findings& to) {
    char32_t const sign = row.text[at];
    std::size_t const before = letters_before(row, at), behind = letters_from(row, at + 1);
    bool const comma = (sign == U',' || sign == U';') && before > 0 && behind > 0;
    bool const called = std::find(row.calls.begin(), row.calls.end(), at + 1) != row.calls.end();
    bool const sentence = (sign == U'.' || sign == U'!' || sign == U'?') && before >= (sign == U'.' ? 3U : 2U) &&
                          behind >= 2 && !called && is_lower(row.text[at - 1]) && is_lower(row.text[at - 2]) &&
                          is_upper(row.text[at + 1]) && is_lower(row.text[at + 2]);
    if (!comma && !sentence) return;
    to.add(Code::space_missing, row.span(at, at + 1),
           fmt::format("a space is missing behind the sign in \"{}\"", around(row, at)));
}

/// "word(and more)" and "(and more)word"; "word(s)" and "f(x)" are meant.
void lost_at_bracket(TextRow const& row, std::size_t at, Findings& to) {
    std::size_t const close = row.text.find(U')', at);
    std::size_t const space = row.text.find(U' ', at);
    if (close == std::u32string::npos || space == std::u32string::npos || space > close) return;
    bool const before = letters_before(row, at) >= 2 && is_letter(row.at(at + 1));
    if (before) to.add(Code::space_missing, row.span(at, at + 1), "a space is missing before this bracket");
    bool const behind = letters_from(row, close + 1) >= 2;
    if (behind) to.add(Code::space_missing, row.span(close, close + 1), "a space is missing behind this bracket");
}

void doubled(TextRow const& row, std::size_t at, Findings& to) {
    bool const pair = row.text[at] == U' ' && row.at(at + 1) == U' ' && row.before(at) != U' ' && at > 0;
    // Behind the end of a sentence some typists put two, everywhere; the file then has a hundred of them and means it.
    bool const sentence = std::u32string_view(U".!?:”\"’)»").find(row.before(at)) != std::u32string_view::npos;
    if (pair && !sentence) to.add(Code::space_doubled, row.span(at, at + 2), "two spaces stand here");
}

void before_sign(TextRow const& row, std::size_t at, Findings& to) {
    if (row.text[at] != U' ' || !is_letter(row.before(at))) return;
    char32_t const sign = row.at(at + 1), behind = row.at(at + 2);
    bool const ends = behind == 0 || behind == U' ' || behind == U'\n';
    if (sign == U',' && !is_digit(behind)) {
        to.add(Code::space_stray, row.span(at, at + 1), "a space stands before a comma");
    } else if (sign == U'.' && ends) {
        to.add(Code::space_stray, row.span(at, at + 1), "a space stands before a full stop");
    } else if (sign == U')' && row.text.find(U'(') != std::u32string::npos && row.text.find(U'(') < at) {
        to.add(Code::space_stray, row.span(at, at + 1), "a space stands before a closing bracket");
    }
}

/// Between two words of some length, or beside another space, nothing asks for a space that does not break.
void unbreaking(TextRow const& row, std::size_t at, Findings& to) {
    if (row.text[at] != no_break) return;
    constexpr std::size_t short_word = 3; // "в", "der", "Mr", "No": set together with what follows
    std::size_t const before = letters_before(row, at), behind = letters_from(row, at + 1);
    bool const names = before > 0 && behind > 0 && is_upper(row.text[at - before]) && is_upper(row.text[at + 1]);
    bool const words = before > short_word && behind > short_word && !names;
    bool const beside = row.before(at) == U' ' || row.at(at + 1) == U' ';
    bool const edge = at == 0 || at + 1 == row.text.size();
    if (words || beside || edge)
        to.add(Code::space_stray, row.span(at, at + 1), "a no-break space stands here where a line may well break",
               "write a plain space, unless the two belong together");
}

void behind_call(TextRow const& row, std::size_t call, Findings& to) {
    bool const glued = call > 0 && call < row.text.size() && is_letter(row.text[call]) && row.before(call) != U' ' &&
                       letters_from(row, call) > 1;
    if (glued) to.add(Code::space_missing, row.span(call, call + 1), "a space is missing behind the note's mark");
}

} // namespace

void check_spaces(TextRow const& row, Findings& to) {
    for (std::size_t at = 0; at < row.text.size(); ++at) {
        switch (row.text[at]) {
        case U',':
        case U';':
        case U'.':
        case U'!':
        case U'?': lost_behind(row, at, to); break;
        case U'(': lost_at_bracket(row, at, to); break;
        case U' ':
            doubled(row, at, to);
            before_sign(row, at, to);
            break;
        case no_break: unbreaking(row, at, to); break;
        default: break;
        }
    }
    for (std::size_t const call : row.calls) behind_call(row, call, to);
}

} // namespace quoin::lint
