#include "recover/continuity.hpp"

#include "base/utf8.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/word_lists.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::Action;

/// A left half that is at least so long ends a column rather than a heading.
constexpr std::size_t column_length = 130;

std::string first_word(std::string_view shown) {
    std::size_t at = 0;
    while (at < shown.size() && !is_word_character(character_at(shown, at))) next_character(shown, at);
    std::size_t const begin = at;
    while (at < shown.size() && is_word_character(character_at(shown, at))) next_character(shown, at);
    return manuscript::folded(shown.substr(begin, at - begin));
}

/// Opening signs that are not closed within the text: round brackets and curly quotation marks.
int open_signs(std::string_view shown) {
    int depth = 0;
    for (std::size_t at = 0; at < shown.size();) {
        char32_t const c = next_character(shown, at);
        if (c == U'(' || c == U'“' || c == U'«' || c == U'„')
            ++depth;
        else if ((c == U')' || c == U'”' || c == U'»') && depth > 0)
            --depth;
    }
    return depth;
}

/// Lists of chapters in one line: "Introduction * The first part * The second part".
std::size_t star_items(std::string_view shown) {
    std::size_t count = 0;
    for (std::size_t at = shown.find(" * "); at != std::string_view::npos; at = shown.find(" * ", at + 3)) ++count;
    return count;
}

bool ends_in_abbreviation(std::string_view shown) {
    if (!shown.ends_with('.')) return false;
    std::size_t const space = shown.rfind(' ');
    std::string_view const word = shown.substr(space == std::string_view::npos ? 0 : space + 1);
    return word.size() <= 3 || word.substr(0, word.size() - 1).find('.') != std::string_view::npos;
}

bool is_list_marker(Marker const& marker, Fragment const& left) {
    switch (marker.form) {
    case MarkerForm::none: return false;
    case MarkerForm::superscript: return false;
    case MarkerForm::bare: return false;
    case MarkerForm::bullet:
        // A dash may stand within a sentence.
        return !((marker.sign == U'–' || marker.sign == U'—') && left.ending == Ending::open &&
                 left.marker.form != MarkerForm::bullet);
    default: return true;
    }
}

/// A line of an advertisement: an address or a price stands at its end.
bool is_offer(Fragment const& fragment) { return fragment.sells || (fragment.contact && fragment.length < 160); }

std::optional<Seam> judge_lower(Fragment const& left, std::size_t length) {
    bool const function = is_function_word(last_word(left.shown));
    if (left.ending == Ending::closed) {
        if (left.shown.ends_with(')')) return Seam{SeamKind::space, 0.75, "the right half begins in lower case"};
        if (ends_in_abbreviation(left.shown))
            return Seam{SeamKind::space, 0.75, "an abbreviation, and the right half begins in lower case"};
        char32_t const last = character_before(left.shown, left.shown.size());
        bool const quote = last == U'"' || last == U'”' || last == U'»' || last == U'’' || last == U'“';
        if (quote && length >= 40) return Seam{SeamKind::space, 0.7, "the right half begins in lower case"};
        return std::nullopt;
    }
    if (left.ending == Ending::colon || is_offer(left)) return std::nullopt;
    if (length < 25 && !function) return std::nullopt;
    bool const title = length < 60 && !function && left.ending == Ending::open;
    return Seam{SeamKind::space, title ? 0.7 : 0.95, "the left half is open, the right one begins in lower case"};
}

std::optional<Seam> judge_capital(Recovery const& recovery, Fragment const& left, std::size_t right_index,
                                  std::size_t length) {
    Fragment const& right = recovery.fragments[right_index];
    if (left.ending != Ending::open && left.ending != Ending::comma && left.ending != Ending::dash) return std::nullopt;
    if (is_offer(left) || star_items(left.shown) >= 2 || left.marker.sign == U'*') return std::nullopt;
    if (looks_like_title(right, 100) && right.ending == Ending::open) return std::nullopt;
    if (left.bold || left.capitals || right.bold || right.capitals) return std::nullopt;
    if (right.advertises || right.sells || (right.contact && right.length < 120)) return std::nullopt;
    bool const function = is_function_word(last_word(left.shown));
    bool const comma = left.ending == Ending::comma;
    bool const within = open_signs(left.shown) > 0 && left.ending != Ending::comma;
    bool const sentence = right.ending == Ending::closed && looks_like_title(right, 120) == false;
    auto const next = recovery.next_text(right_index);
    bool const heading = looks_like_title(right, 160) && next && looks_like_paragraph(recovery.fragments[*next]);
    if (heading) return std::nullopt;
    if (length >= column_length) {
        if (function || within) return Seam{SeamKind::space, 0.88, "the left half is open in the middle of a phrase"};
        if (comma) return Seam{SeamKind::space, 0.8, "the left half ends in a comma"};
        if (sentence || right.length >= 60)
            return Seam{SeamKind::space, 0.7, "the left half is long and has no full stop"};
        return std::nullopt;
    }
    if (length >= 40 && (function || within) && sentence && right.length >= 15 && !left.italic)
        return Seam{SeamKind::space, 0.75, "the left half is open in the middle of a phrase"};
    return std::nullopt;
}

} // namespace

std::optional<Seam> judge_hyphen(Recovery const& recovery, Fragment const& left, Fragment const& right) {
    if (left.ending != Ending::hyphen || (right.marker && right.marker.form != MarkerForm::bare)) return std::nullopt;
    std::string const left_word = last_word(left.shown), right_word = first_word(right.shown);
    if (left_word.empty() || right_word.empty()) return std::nullopt;
    Vocabulary const& known = recovery.vocabulary;
    std::string const folded_left = manuscript::folded(left_word);
    bool const figures = right.beginning == Beginning::digit || is_digit(character_before(left_word, left_word.size()));
    if (figures) return Seam{SeamKind::hyphen_kept, 0.8, "a range of figures"};
    if (left.shown.ends_with("\u00AD") || left.shown.ends_with("¬"))
        return Seam{SeamKind::hyphen_out, 0.97, "a soft hyphen"};
    if (known.count_compound(folded_left + "-" + right_word) > 0)
        return Seam{SeamKind::hyphen_kept, 0.95, "the compound stands elsewhere with its hyphen"};
    if (right.beginning == Beginning::upper)
        return Seam{SeamKind::hyphen_kept, 0.7, "the right half begins with a capital"};
    if (right.beginning != Beginning::lower) return std::nullopt;
    if (known.count(folded_left + right_word) > 0)
        return Seam{SeamKind::hyphen_out, 0.97, "the word stands elsewhere in the text"};
    auto const starts = known.compound_starts.find(folded_left);
    bool const compounds = starts != known.compound_starts.end() && starts->second >= 2;
    // The halves themselves are counted once, where they stand.
    bool const left_is_word = known.count(folded_left) > 1, right_is_word = known.count(right_word) > 1;
    if (compounds) return Seam{SeamKind::hyphen_kept, 0.7, "the left half begins other compounds"};
    if (left_is_word && right_is_word) return Seam{SeamKind::hyphen_kept, 0.6, "both halves are words"};
    return Seam{SeamKind::hyphen_out, left_is_word || right_is_word ? 0.7 : 0.85,
                "the halves are no words by themselves"};
}

bool is_cut_address(std::string_view left_raw, std::string_view right_raw) {
    std::size_t const begin = std::max(left_raw.rfind("http") == std::string_view::npos ? 0 : left_raw.rfind("http"),
                                       left_raw.rfind("www.") == std::string_view::npos ? 0 : left_raw.rfind("www."));
    std::string_view address = left_raw.substr(begin);
    if (!address.starts_with("http") && !address.starts_with("www.")) return false;
    bool const closed = address.ends_with('>');
    if (closed) address.remove_suffix(1);
    if (address.find(' ') != std::string_view::npos || address.size() < 8) return false;
    if (right_raw.starts_with('[') || right_raw.starts_with('<')) right_raw.remove_prefix(1);
    std::size_t const stop = right_raw.find_first_of(" ]>\t");
    std::string_view const token = right_raw.substr(0, stop);
    if (token.size() < 3 || token.starts_with("http") || token.starts_with("www.")) return false;
    auto const signs =
        std::count_if(token.begin(), token.end(), [](char c) { return c == '-' || c == '/' || c == '_' || c == '='; });
    bool const path = signs > 0 && (token.ends_with('/') || token.ends_with(".html") || signs > 1 ||
                                    token.find('/') != std::string_view::npos);
    char const last = address.back();
    bool const joint =
        last == '-' || last == '/' || last == '_' || last == '=' || last == '&' || last == '?' || last == '.';
    return path && (joint || !closed);
}

std::optional<Seam> judge_seam(Recovery const& recovery, std::size_t left_index, std::size_t right_index,
                               std::size_t length) {
    Fragment const &left = recovery.fragments[left_index], &right = recovery.fragments[right_index];
    if (auto const partner = recovery.orders.partner(Action::join, left);
        partner && *partner >= right.line && *partner <= right.last_line) {
        auto const hyphen = judge_hyphen(recovery, left, right);
        return Seam{hyphen ? hyphen->kind : SeamKind::space, 1, "import.toml"};
    }
    if (auto const partner = recovery.orders.partner(Action::apart, left);
        (partner && *partner >= right.line && *partner <= right.last_line) ||
        (!partner && recovery.orders.says(Action::apart, left)))
        return std::nullopt;
    if (left.role == Role::separator || right.role == Role::separator) return std::nullopt;
    if (left.lines == LineGroup::Kind::verse && right.lines == LineGroup::Kind::verse) return std::nullopt;
    if (recovery.orders.says(Action::heading, left) || recovery.orders.says(Action::heading, right))
        return std::nullopt;
    bool const offered = left.sells || left.advertises || left.contact;
    if (right.call_first && !(offered && left.length < 160))
        return Seam{SeamKind::call, 0.92, "the right half begins with the call of a note"};
    if (is_cut_address(raw_text(recovery.text, left), raw_text(recovery.text, right)))
        return Seam{SeamKind::address, 0.75, "an address is cut"};
    if (right.marker.form == MarkerForm::bullet && right.marker.sign == U'*' && star_items(left.shown) >= 2)
        return Seam{SeamKind::space, 0.8, "a list of chapters goes on"};
    if (is_list_marker(right.marker, left)) return std::nullopt;
    if (left.ending == Ending::hyphen) {
        if (left.length < 12 || right.advertises) return std::nullopt;
        auto seam = judge_hyphen(recovery, left, right);
        // A capital behind a hyphen is the rest of a known compound, or another text.
        if (seam && right.beginning == Beginning::upper && seam->confidence < 0.9) return std::nullopt;
        return seam;
    }
    if (right.beginning == Beginning::lower) return judge_lower(left, length);
    if (right.beginning == Beginning::digit || right.beginning == Beginning::upper)
        return judge_capital(recovery, left, right_index, length);
    return std::nullopt;
}

} // namespace quoin::recover
