#include "recover/fragment.hpp"

#include "base/utf8.hpp"
#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/word_lists.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace quoin::recover {
namespace {

bool is_closing_quote(char32_t c) {
    return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U'»' || c == U'“' || c == U'›' || c == U'‘' ||
           c == U'」' || c == U'』';
}
bool is_opening(char32_t c) {
    return is_closing_quote(c) || c == U'«' || c == U'„' || c == U'‚' || c == U'‹' || c == U'(' || c == U'[' ||
           c == U'¿' || c == U'¡' || c == U'*' || c == U'_' || c == U'{' || c == U'「' || c == U'『';
}
bool is_superscript_figure(char32_t c) {
    return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}
bool is_dash(char32_t c) { return c == U'–' || c == U'—' || c == U'―' || c == U'‒'; }

/// Leaves out a call like "[12]" or "¹²" that ends before `end`; a figure in round brackets may be part of the sentence.
std::size_t without_calls(std::string_view shown, std::size_t end) {
    for (bool again = true; again;) {
        again = false;
        std::size_t at = end;
        while (at > 0 && is_superscript_figure(character_before(shown, at))) previous_character(shown, at);
        if (at < end) end = at, again = true;
        if (end > 2 && shown[end - 1] == ']') {
            std::size_t open = end - 1;
            while (open > 0 && is_digit(static_cast<unsigned char>(shown[open - 1]))) --open;
            if (open > 0 && open < end - 1 && shown[open - 1] == '[') end = open - 1, again = true;
        }
        while (end > 0 && is_space(character_before(shown, end))) previous_character(shown, end), again = end > 0;
    }
    return end;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

struct Letters {
    std::size_t upper = 0, lower = 0, words = 0;
};
Letters count_letters(std::string_view text) {
    Letters found;
    bool within = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = next_character(text, at);
        if (is_upper(c)) ++found.upper;
        if (is_lower(c)) ++found.lower;
        bool const word = is_word_character(c);
        if (word && !within) ++found.words;
        within = word || (within && (c == U'\'' || c == U'’' || c == U'-'));
    }
    return found;
}

/// A website, an address of mail or a telephone number.
bool names_contact(std::string_view shown) {
    if (shown.find("www.") != std::string_view::npos || shown.find("http") != std::string_view::npos) return true;
    std::size_t const at = shown.find('@');
    if (at != std::string_view::npos && at > 0 && at + 1 < shown.size() &&
        shown.find('.', at) != std::string_view::npos)
        return true;
    std::size_t const plus = shown.find('+');
    if (plus == std::string_view::npos) return false;
    auto const digits = std::count_if(shown.begin() + static_cast<std::ptrdiff_t>(plus), shown.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 8;
}

/// Whether one pair of marks holds the whole line.
bool is_wrapped(std::string_view raw, std::string_view mark) {
    if (raw.size() <= 2 * mark.size() || !raw.starts_with(mark) || !raw.ends_with(mark)) return false;
    return raw.substr(mark.size(), raw.size() - 2 * mark.size()).find(mark) == std::string_view::npos;
}

bool begins_with_call(std::string_view raw) {
    std::size_t at = 0;
    while (at < raw.size() && (raw[at] == '*' || raw[at] == '_')) ++at;
    return at < raw.size() && is_superscript_figure(character_at(raw, at));
}

/// Long, and ends as a sentence does; calls of notes and a short remark in brackets may stand behind the full stop.
bool runs_as_sentences(Fragment const& fragment) {
    constexpr std::size_t longest_title_sentence = 130, least_sentence = 60, longest_remark = 40;
    if (fragment.length < longest_title_sentence) return false;
    std::string_view const text = fragment.shown;
    std::size_t end = without_calls(text, text.size());
    // "… in Brenton. (4 May 2021)": what was remarked on the sentence stands behind it.
    if (end > 0 && text[end - 1] == ')') {
        std::size_t const open = text.rfind(" (", end);
        if (open != std::string_view::npos && end - open <= longest_remark) end = open;
    }
    return end >= least_sentence && text[end - 1] == '.' && !text.substr(0, end).ends_with("..");
}

} // namespace

Span Fragment::span() const {
    Span whole = pieces.front().span;
    whole.end = pieces.back().span.end;
    return whole;
}

std::string_view raw_text(std::string_view view, Fragment const& fragment) {
    Span const& span = fragment.pieces.front().span;
    return view.substr(span.begin, span.end - span.begin);
}

Ending ending_of(std::string_view shown) {
    std::size_t end = without_calls(shown, shown.size());
    bool quoted = false;
    while (end > 0 && (is_closing_quote(character_before(shown, end)) || is_space(character_before(shown, end)) ||
                       shown[end - 1] == '*' || shown[end - 1] == '_')) {
        quoted = quoted || is_closing_quote(character_before(shown, end));
        previous_character(shown, end);
    }
    end = without_calls(shown, end);
    if (end == 0) return Ending::closed;
    char32_t const last = character_before(shown, end);
    if (last == U'-' || last == U'‐' || last == U'\u00AD' || last == U'¬') {
        std::size_t before = end;
        previous_character(shown, before);
        return is_word_character(character_before(shown, before)) ? Ending::hyphen : Ending::dash;
    }
    if (is_dash(last)) return Ending::dash;
    if (last == U':') return Ending::colon;
    if (last == U',' || last == U';') return Ending::comma;
    if (last == U'(' || last == U'[' || last == U'/' || last == U'&') return Ending::open;
    std::size_t const space = shown.rfind(' ', end - 1);
    std::string_view const token = shown.substr(space == std::string_view::npos ? 0 : space + 1);
    if (token.find("://") != std::string_view::npos || token.starts_with("www.")) return Ending::closed;
    if (is_word_character(last)) return quoted ? Ending::closed : Ending::open;
    return Ending::closed;
}

Beginning beginning_of(std::string_view shown) {
    for (std::size_t at = 0; at < shown.size();) {
        char32_t const c = next_character(shown, at);
        if (is_opening(c) || is_space(c)) continue;
        if (is_lower(c)) return Beginning::lower;
        if (is_upper(c)) return Beginning::upper;
        if (is_digit(c)) return Beginning::digit;
        return is_word_character(c) ? Beginning::upper : Beginning::other;
    }
    return Beginning::other;
}

std::string last_word(std::string_view shown) {
    std::size_t end = shown.size();
    while (end > 0 && !is_word_character(character_before(shown, end))) previous_character(shown, end);
    std::size_t begin = end;
    while (begin > 0 && is_word_character(character_before(shown, begin))) previous_character(shown, begin);
    std::string folded;
    for (std::size_t at = begin; at < end;)
        append_utf8(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_character(shown, at)))));
    return folded;
}

bool looks_like_title(Fragment const& fragment, std::size_t most_characters) {
    if (fragment.lines == LineGroup::Kind::verse || fragment.lines == LineGroup::Kind::row) return false;
    if (fragment.length > most_characters || fragment.word_count == 0) return false;
    if (fragment.beginning == Beginning::lower || fragment.ending == Ending::comma) return false;
    if (runs_as_sentences(fragment)) return false;
    std::string_view const text = fragment.shown;
    return !(text.ends_with('.') && !text.ends_with("..") && !text.ends_with("U.S."));
}

bool looks_like_paragraph(Fragment const& fragment) {
    if (fragment.length >= 200) return true;
    if (fragment.length < 60) return false;
    return fragment.ending == Ending::closed || fragment.ending == Ending::colon || fragment.length >= 130;
}

void look_at(std::string_view view, Fragment& fragment) {
    fragment.shown.clear();
    for (Piece const& each : fragment.pieces) {
        if (!fragment.shown.empty()) fragment.shown += each.glue == "\n" ? " " : each.glue;
        fragment.shown += shown_text(view.substr(each.span.begin, each.span.end - each.span.begin));
    }
    std::string_view const raw = raw_text(view, fragment);
    Letters const letters = count_letters(fragment.shown);
    fragment.length = count_characters(fragment.shown);
    fragment.word_count = letters.words;
    if (fragment.length <= 400) fragment.words = manuscript::words(fragment.shown);
    fragment.ending = ending_of(fragment.shown);
    fragment.beginning = beginning_of(fragment.shown);
    fragment.marker = find_marker(raw);
    fragment.bold = is_wrapped(raw, "**") || is_wrapped(raw, "__");
    fragment.italic = !fragment.bold && (is_wrapped(raw, "*") || is_wrapped(raw, "_"));
    fragment.capitals = letters.upper >= 4 && letters.upper > 9 * letters.lower;
    fragment.contact = names_contact(fragment.shown);
    fragment.call_first = begins_with_call(raw);
    fragment.advertises = bool(manuscript::find_label(manuscript::Label::advertisement, fragment.shown));
    fragment.sells = bool(manuscript::find_label(manuscript::Label::sale, fragment.shown));
}

} // namespace quoin::recover
