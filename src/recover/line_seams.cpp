#include "recover/line_seams.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"

#include <algorithm>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::fold;
using manuscript::is_lower;
using manuscript::is_word_character;
using manuscript::previous_character;

namespace {

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0xAD || c == U'¬'; }

bool is_written_together(char32_t c) { return (c >= 0x2E80 && c <= 0xABFF) || (c >= 0xFF00 && c <= 0xFF60); }

/// The word that ends before `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_word_character(character_before(text, begin))) (void)previous_character(text, begin);
    return text.substr(begin, end - begin);
}
std::string_view word_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_word_character(character_at(text, end))) (void)next_character(text, end);
    return text.substr(begin, end - begin);
}

std::string_view last_token(std::string_view line) {
    std::size_t const space = line.find_last_of(" \t<(");
    return space == std::string_view::npos ? line : line.substr(space + 1);
}

/// "https://example.org/some-" + "thing/page": an address that breaks where printed addresses break.
bool address_goes_on(std::string_view left, std::string_view right) {
    std::string_view const token = last_token(left);
    bool const is_address = token.find("://") != std::string_view::npos || token.starts_with("www.");
    if (!is_address || right.empty()) return false;
    bool const breaks_here = std::string_view("/-_=&?%#").find(token.back()) != std::string_view::npos;
    char32_t const next = character_at(right, 0);
    return breaks_here && next < 0x80 && (is_word_character(next) || next == U'%' || next == U'/');
}

} // namespace

LineSeams::LineSeams(std::string_view text) {
    std::string word;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t const begin = at;
        char32_t const c = next_character(text, at);
        if (is_word_character(c)) {
            append_utf8(word, fold(c));
            continue;
        }
        bool const within = is_hyphen(c) && !word.empty() && is_word_character(character_at(text, at));
        if (within) {
            // Both halves count as well as the whole.
            std::size_t const hyphen = word.rfind('-');
            ++words_[hyphen == std::string::npos ? word : word.substr(hyphen + 1)];
            word += '-';
            continue;
        }
        bool const cut_off = is_hyphen(c) && begin > 0; // half a word at a line's end is none
        if (!word.empty() && !cut_off) ++words_[word];
        word.clear();
    }
    if (!word.empty()) ++words_[word];
}

int LineSeams::count(std::string const& word) const {
    auto const found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
}

LineSeam LineSeams::between(std::string_view left, std::string_view right) const {
    LineSeam seam;
    if (left.empty() || right.empty()) return seam;
    if (address_goes_on(left, right)) {
        std::string_view const start = last_token(left);
        std::string_view const rest = right.substr(0, std::min(right.find_first_of(" >)\t"), right.size()));
        seam.glue.clear();
        seam.address = true;
        seam.confidence = 0.8;
        seam.reason = "the address ends where addresses are broken, and the next line goes on with one";
        seam.join = {std::string(start), std::string(rest), std::string(start) + std::string(rest)};
        return seam;
    }
    char32_t const last = character_before(left, left.size());
    char32_t const first = character_at(right, 0);
    if (is_hyphen(last)) return at_hyphen(left, right);
    bool const dash = last == U'—' || left.ends_with("--");
    std::size_t before_dash = left.size() - (left.ends_with("--") ? 2 : left.ends_with("—") ? 3 : 0);
    bool const close_dash = dash && is_word_character(character_before(left, before_dash));
    if (close_dash || (is_written_together(last) && is_written_together(first))) seam.glue.clear();
    if (first == U'—' || right.starts_with("--")) {
        std::size_t const behind = right.starts_with("--") ? 2 : 3;
        if (is_word_character(character_at(right, behind)) && is_word_character(last)) seam.glue.clear();
    }
    return seam;
}

LineSeam LineSeams::at_hyphen(std::string_view left, std::string_view right) const {
    LineSeam seam;
    std::size_t end = left.size();
    char32_t const sign = previous_character(left, end);
    std::string_view const start = word_before(left, end);
    std::string_view const rest = word_at(right, 0);
    if (start.empty() || rest.empty()) {
        // "--" and " -" are dashes.
        bool const double_hyphen = left.ends_with("--") && is_word_character(character_before(left, left.size() - 2));
        if (double_hyphen) seam.glue.clear();
        return seam;
    }
    std::string const joined = manuscript::fold_case(start) + manuscript::fold_case(rest);
    std::string const compound = manuscript::fold_case(start) + "-" + manuscript::fold_case(rest);
    int const whole = count(joined), hyphened = count(compound);
    seam.glue.clear();
    bool const soft = sign == 0xAD || sign == U'¬';
    bool const lower = is_lower(character_at(rest, 0)) || !manuscript::is_upper(character_at(rest, 0));
    bool join = false;
    if (soft) {
        join = true;
        seam.confidence = 0.98;
        seam.reason = "a soft hyphen";
    } else if (whole > hyphened) {
        join = true;
        seam.confidence = 0.95;
        seam.reason = "the text writes “" + joined + "” elsewhere";
    } else if (hyphened > 0) {
        seam.confidence = 0.95;
        seam.reason = "the text writes “" + compound + "” elsewhere";
    } else if (!lower) {
        seam.confidence = 0.85;
        seam.reason = "a capital follows";
    } else if (count(manuscript::fold_case(rest)) > 0 && count(manuscript::fold_case(start)) > 0) {
        seam.confidence = 0.6;
        seam.reason = "both halves are words of the text";
    } else {
        join = true;
        seam.confidence = count(manuscript::fold_case(rest)) > 0 ? 0.7 : 0.85;
        seam.reason = "the text has no such words as the halves";
    }
    if (join) seam.cut = left.size() - end;
    // Words as the proof sees them: a kept hyphen leaves both.
    if (join) seam.join = {std::string(start), std::string(rest), std::string(start) + std::string(rest)};
    return seam;
}

} // namespace quoin::recover
