#include "manuscript/label_words.hpp"

#include "base/utf8.hpp"
#include "manuscript/label_table.hpp"
#include "manuscript/letters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoin::manuscript {

namespace {

/// Labels by their first character, longest first.
using WordList = std::unordered_map<char32_t, std::vector<std::string>>;

WordList make_list(std::string_view words) {
    WordList list;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t const end = std::min(words.find('|', at), words.size());
        std::string word = fold_case(words.substr(at, end - at));
        char32_t const first = character_at(word, 0);
        list[first].push_back(std::move(word));
        at = end + 1;
    }
    for (auto& [first, group] : list)
        std::stable_sort(group.begin(), group.end(),
                         [](std::string const& a, std::string const& b) { return a.size() > b.size(); });
    return list;
}

constexpr std::size_t label_count = static_cast<std::size_t>(Label::chapter) + 1;

struct Lists {
    std::array<WordList, label_count> labels;
    WordList currencies, pages, prices, numbers, large;
};

Lists const& lists() {
    static Lists const all = [] {
        Lists result;
        for (LabelWords const& each : label_table())
            result.labels[static_cast<std::size_t>(each.label)] = make_list(each.words);
        result.currencies = make_list(currency_words());
        result.pages = make_list(page_count_words());
        result.prices = make_list(price_words());
        result.numbers = make_list(numbers_in_words());
        result.large = make_list(large_numbers());
        return result;
    }();
    return all;
}

/// Scripts without spaces between words: a label may be followed by anything.
bool is_written_together(char32_t c) { return c >= 0x2E80 && c <= 0xD7FF; }

/// The end of the longest word of the list that stands at `at` as a whole word; `at` when none does.
std::size_t match_word(WordList const& list, std::string_view line, std::size_t at) {
    if (at >= line.size()) return at;
    auto const group = list.find(fold(character_at(line, at)));
    if (group == list.end()) return at;
    for (std::string const& word : group->second) {
        auto const end = match_folded(line, at, word);
        if (!end) continue;
        char32_t const last = character_before(line, *end);
        if (!is_word_character(character_at(line, *end)) || !is_word_character(last) || is_written_together(last) ||
            (is_digit(character_at(line, *end)) && !is_digit(last)))
            return *end;
    }
    return at;
}

bool is_mark(char32_t c) {
    return c == U'*' || c == U'_' || c == U'#' || c == U'=' || c == U'[' || c == U']' || c == U'(' || c == U')' ||
           c == U'-' || c == U'–' || c == U'—' || c == U'~' || c == U'•';
}

/// Behind spaces and marks of emphasis, headings and bullets.
std::size_t skip_marks(std::string_view line, std::size_t at) {
    while (at < line.size() && (is_space(character_at(line, at)) || is_mark(character_at(line, at))))
        (void)next_character(line, at);
    return at;
}

std::size_t skip_spaces(std::string_view line, std::size_t at) {
    while (at < line.size() && is_space(character_at(line, at))) (void)next_character(line, at);
    return at;
}

LabelPlace whole_line(WordList const& list, std::string_view line) {
    std::size_t const begin = skip_marks(line, 0);
    // Any of the words may be followed by marks alone: "note" begins "notes and references" too.
    auto const group = list.find(begin < line.size() ? fold(character_at(line, begin)) : U'\0');
    if (group == list.end()) return {};
    for (std::string const& word : group->second) {
        auto const end = match_folded(line, begin, word);
        if (!end) continue;
        std::size_t rest = skip_marks(line, *end);
        while (rest < line.size() && (line[rest] == ':' || line[rest] == '.' || line.substr(rest).starts_with("：")))
            rest =
                skip_marks(line, rest + (line[rest] == ':' || line[rest] == '.' ? 1 : std::string_view("：").size()));
        if (rest == line.size()) return {begin, *end - begin};
    }
    return {};
}

LabelPlace at_start(WordList const& list, std::string_view line) {
    std::size_t const begin = skip_marks(line, 0);
    std::size_t const end = match_word(list, line, begin);
    return {begin, end - begin};
}

/// "By Jane Doe": a name, or a colon, must follow; "by and large" is none.
LabelPlace author_label(WordList const& list, std::string_view line) {
    LabelPlace const place = at_start(list, line);
    if (!place) return {};
    std::size_t after = place.begin + place.length;
    if (character_at(line, after) == U':' || line.substr(after).starts_with("：")) return place;
    after = skip_marks(line, after);
    char32_t const next = character_at(line, after);
    bool const has_case = is_upper(fold(next)) || is_lower(fold(next));
    return next != 0 && (is_upper(next) || (!has_case && is_word_character(next))) ? place : LabelPlace{};
}

bool starts_word(std::string_view line, std::size_t at) {
    return at == 0 || !is_word_character(character_before(line, at)) || !is_word_character(character_at(line, at)) ||
           is_written_together(character_at(line, at));
}

/// Behind a number ("12", "XII", "5–7") at `at`; `at` when there is none.
std::size_t skip_number(std::string_view line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && is_digit(character_at(line, end))) (void)next_character(line, end);
    if (end > at) return end;
    while (end < line.size() && std::string_view("IVXLCDMivxlcdm").find(line[end]) != std::string_view::npos) ++end;
    return is_word_character(character_at(line, end)) ? at : end;
}

/// Behind a label's full stop and spaces: "p. ", "Nr.", "No: ".
std::size_t skip_stop(std::string_view line, std::size_t at) {
    if (at < line.size() && (line[at] == '.' || line[at] == ':' || line[at] == '\'')) ++at;
    if (line.substr(at).starts_with("°") || line.substr(at).starts_with("º")) at += 2;
    return skip_spaces(line, at);
}

/// "Chapter 4", "PART II", "Chapter One", "第三章".
LabelPlace chapter_label(WordList const& list, std::string_view line) {
    LabelPlace const place = at_start(list, line);
    if (!place) return {};
    std::size_t const after = place.begin + place.length;
    std::size_t const number = skip_stop(line, after);
    std::size_t const end = skip_number(line, number);
    if (end > number && (number > after || end > after)) return {place.begin, end - place.begin};
    std::size_t const words = match_word(lists().numbers, line, number);
    return words > number ? LabelPlace{place.begin, words - place.begin} : LabelPlace{};
}

/// "p. 12" and "12" behind it at the line's end.
LabelPlace page_label(WordList const& list, std::string_view line) {
    std::size_t end = line.size();
    while (end > 0) {
        std::size_t before = end;
        char32_t const c = previous_character(line, before);
        if (!is_space(c) && !is_mark(c) && c != U'.') break;
        end = before;
    }
    std::size_t number = end;
    while (number > 0) {
        std::size_t before = number;
        char32_t const c = previous_character(line, before);
        if (!is_digit(c) && c != U'-' && c != U'–' && c != U'f') break;
        number = before;
    }
    if (number == end || !is_digit(character_at(line, number))) return {};
    // The label is at most one word before the number.
    std::size_t label = number;
    while (label > 0 && (is_space(character_before(line, label)) || line[label - 1] == '.'))
        (void)previous_character(line, label);
    while (label > 0 && is_word_character(character_before(line, label))) (void)previous_character(line, label);
    std::size_t const matched = match_word(list, line, label);
    if (matched == label || skip_stop(line, matched) != number) return {};
    return {label, end - label};
}

/// "Año 1917" is no number of an issue.
bool is_year(std::string_view number) {
    return number.size() == 4 && ((number.starts_with("1") && number[1] >= '7') || number.starts_with("20"));
}

LabelPlace issue_label(WordList const& list, std::string_view line) {
    for (std::size_t at = 0; at < line.size(); (void)next_character(line, at)) {
        if (!starts_word(line, at)) continue;
        std::size_t const end = match_word(list, line, at);
        if (end == at) continue;
        std::size_t const number = skip_stop(line, end);
        std::size_t const behind = skip_number(line, number);
        if (behind > number && !is_year(line.substr(number, behind - number))) return {at, behind - at};
    }
    return {};
}

/// A sum that may be a price: up to three figures before the point, and no millions behind it.
bool is_small_sum(std::string_view line, std::size_t begin, std::size_t end) {
    std::size_t figures = 0;
    bool point = false;
    for (std::size_t at = begin; at < end;) {
        char32_t const c = next_character(line, at);
        if (is_digit(c) && !point)
            ++figures;
        else if (c == U'.' || c == U',')
            point = true;
    }
    std::size_t const next = skip_spaces(line, end);
    return figures <= 3 && match_word(lists().large, line, next) == next;
}

std::size_t skip_sum(std::string_view line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size()) {
        char32_t const c = character_at(line, end);
        bool const inside = (c == U'.' || c == U',') && end > at && is_digit(character_at(line, end + 1));
        if (!is_digit(c) && !inside) break;
        (void)next_character(line, end);
    }
    return end;
}

/// "€ 5", "$8.50", "10 euros", "28 pages".
std::size_t match_price(std::string_view line, std::size_t at) {
    if (is_digit(character_at(line, at))) {
        std::size_t const end = skip_sum(line, at);
        std::size_t const unit = skip_spaces(line, end);
        std::size_t const currency = match_word(lists().currencies, line, unit);
        if (currency > unit && is_small_sum(line, at, end)) {
            std::size_t const next = skip_spaces(line, currency);
            return match_word(lists().large, line, next) == next ? currency : at;
        }
        std::size_t const pages = match_word(lists().pages, line, unit);
        return pages > unit ? pages : at;
    }
    std::size_t const currency = match_word(lists().currencies, line, at);
    if (currency == at) return at;
    std::size_t const sum = skip_stop(line, currency);
    std::size_t const end = skip_sum(line, sum);
    return end > sum && is_small_sum(line, sum, end) ? end : at;
}

LabelPlace sale_label(WordList const& list, std::string_view line) {
    for (std::size_t at = 0; at < line.size(); (void)next_character(line, at)) {
        if (!starts_word(line, at) || (is_digit(character_at(line, at)) && is_digit(character_before(line, at))))
            continue;
        if (std::size_t const end = match_word(list, line, at); end > at) return {at, end - at};
        if (std::size_t const end = match_word(lists().prices, line, at); end > at) {
            // The word alone is one of any text.
            std::size_t const after = skip_stop(line, end);
            if (character_at(line, end) == U':' || match_price(line, after) > after) return {at, end - at};
        }
        if (std::size_t const end = match_price(line, at); end > at) return {at, end - at};
    }
    return {};
}

} // namespace

LabelPlace find_label(Label label, std::string_view line) {
    WordList const& list = lists().labels[static_cast<std::size_t>(label)];
    switch (label) {
    case Label::notes:
    case Label::contents: return whole_line(list, line);
    case Label::by: return author_label(list, line);
    case Label::collective:
    case Label::advertisement: return at_start(list, line);
    case Label::sale: return sale_label(list, line);
    case Label::page: return page_label(list, line);
    case Label::issue: return issue_label(list, line);
    case Label::chapter: return chapter_label(list, line);
    }
    return {};
}

} // namespace quoin::manuscript
