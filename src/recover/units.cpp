#include "recover/units.hpp"

#include "base/utf8.hpp"
#include "manuscript/find_dates.hpp"
#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/word_lists.hpp"

namespace quoin::recover {
namespace {

using manuscript::Label;

bool goes_on(Fragment const& left, Fragment const& right) {
    if (right.beginning == Beginning::lower) return true;
    return left.ending == Ending::comma || left.ending == Ending::hyphen || left.ending == Ending::dash ||
           left.ending == Ending::colon || (left.ending == Ending::open && is_function_word(last_word(left.shown)));
}

bool belong_together(Recovery const& recovery, std::size_t left_index, std::size_t right_index) {
    Fragment const &left = recovery.fragments[left_index], &right = recovery.fragments[right_index];
    if (right.gap != 0 || left.role != Role::body || right.role != Role::body || right.page_break) return false;
    if (left.length >= 300 || right.length >= 300 || left.advertises) return false;
    if (right.marker && right.marker.form != MarkerForm::bare) return false;
    if (left.marker && left.marker.form != MarkerForm::bare) return false;
    bool const open = goes_on(left, right);
    if (!open && left.length > 25 && right.word_count <= 4 && looks_like_names(right.shown)) return false;
    // Where lines are wrapped, a short one was ended on purpose.
    if (!open && recovery.shape.hard_wrapped && left.word_count >= 3 && right.word_count >= 3) return false;
    if (recovery.usual_gap == 0 && !open) return false;
    if (left.contact || right.contact) return false;
    BylineLook const look = look_for_byline(right.shown, right.length);
    if ((look.by || look.collective) && left.ending != Ending::comma) return false;
    if (left.bold != right.bold || left.italic != right.italic || left.capitals != right.capitals)
        return open && !look.day;
    std::string_view const end = left.shown;
    if (!open && (end.ends_with('.') || end.ends_with('!') || end.ends_with('?'))) return false;
    return open || left.length < 90;
}

} // namespace

bool looks_like_names(std::string_view shown) {
    std::size_t capitals = 0, small = 0;
    bool within = false;
    for (std::size_t at = 0; at < shown.size();) {
        char32_t const c = next_character(shown, at);
        if (is_digit(c) || c == U':' || c == U'?' || c == U'!' || c == U'"' || c == U'“') return false;
        bool const word = is_word_character(c) || c == U'.' || c == U'-' || c == U'’' || c == U'\'';
        if (word && !within) ++(is_upper(c) ? capitals : small);
        within = word;
    }
    return capitals >= 2 && capitals <= 6 && small <= 2;
}

BylineLook look_for_byline(std::string_view shown, std::size_t length) {
    BylineLook look;
    if (length > 320 || shown.empty()) return look;
    look.by = length < 220 && bool(manuscript::find_label(Label::by, shown));
    look.collective = bool(manuscript::find_label(Label::collective, shown));
    bool const may_be_body = length > 200 && !look.by && !look.collective;
    auto const dates = manuscript::find_dates(shown);
    if (!dates.empty()) {
        manuscript::FoundDate const& last = dates.back();
        bool const near_end = shown.size() - last.end <= 24;
        bool const near_start = last.begin <= 3 && length <= 120;
        if (near_end || near_start || (look.by && length < 160)) {
            look.day = last.date.day > 0 && !may_be_body;
            look.month = last.date.day == 0;
            look.date = last.date;
        }
    }
    std::string_view names = shown;
    if (!dates.empty())
        names = dates.back().begin <= 3 ? shown.substr(dates.back().end) : shown.substr(0, dates.back().begin);
    while (!names.empty() && (names.front() == ',' || names.front() == ' ' || names.front() == '.'))
        names.remove_prefix(1);
    // An affiliation may stand behind the comma.
    look.name = look.by || (length < 120 && (look.date || !shown.ends_with('.')) &&
                            looks_like_names(names.substr(0, names.find(','))));
    if (look.by) {
        // "By the end of the year prices had doubled." is a sentence: a name follows the word.
        auto const place = manuscript::find_label(Label::by, shown);
        std::size_t at = place.begin + place.length;
        while (at < shown.size() && is_space(character_at(shown, at))) next_character(shown, at);
        bool const name =
            at < shown.size() && (is_upper(character_at(shown, at)) || !is_word_character(character_at(shown, at)));
        bool const sentence = shown.ends_with('.') && !look.date && length > 60;
        if (!name || sentence) look.by = false;
    }
    if (look.day && !look.by && !look.collective) {
        // A sentence may end in a date; a byline has no full stop in its middle.
        std::size_t const stop = shown.find(". ");
        bool const sentence = stop != std::string_view::npos && stop > 12 && stop < dates.back().begin;
        if (sentence || beginning_of(shown) == Beginning::lower ||
            (shown.ends_with('.') && dates.back().end < shown.size()) || shown.find('"') == 0 ||
            shown.find("http") != std::string_view::npos)
            look.day = false;
    }
    return look;
}

std::vector<Unit> collect_units(Recovery const& recovery) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        if (!recovery.is_text(i)) continue;
        Fragment const& fragment = recovery.fragments[i];
        bool const more = !units.empty() && units.back().last() + 1 == i && units.back().fragments.size() < 6 &&
                          belong_together(recovery, i - 1, i);
        if (!more) {
            units.push_back({.gap = fragment.gap});
        } else {
            units.back().shown += ' ';
        }
        Unit& unit = units.back();
        unit.fragments.push_back(i);
        unit.shown += fragment.shown;
        unit.length += fragment.length;
    }
    for (Unit& unit : units)
        if (unit.length <= 700) unit.words = manuscript::words(unit.shown);
    return units;
}

} // namespace quoin::recover
