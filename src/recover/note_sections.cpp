#include "recover/recovery.hpp"

#include "manuscript/label_words.hpp"
#include "recover/calls.hpp"
#include "recover/units.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::Action;
using manuscript::DecisionCode;
using manuscript::Label;

/// How far the next number of a run is looked for, over inserts and notes of several fragments.
constexpr std::size_t look_ahead = 8;

class NoteFinder {
  public:
    explicit NoteFinder(Recovery& recovery) : recovery_(recovery), calls_(count_calls(recovery)) {}

    void run() {
        for (std::size_t i = 0; i < recovery_.fragments.size();) i = step(i);
    }

  private:
    Recovery& recovery_;
    std::vector<FragmentCalls> calls_;
    std::size_t text_begin_ = 0; // behind the section before
    std::size_t seen_until_ = 0;
    std::set<int> clear_calls_, round_calls_; // from text_begin_ to seen_until_

    [[nodiscard]] Fragment const& at(std::size_t i) const { return recovery_.fragments[i]; }
    [[nodiscard]] bool free(std::size_t i) const { return recovery_.is_text(i) && at(i).role == Role::body; }

    static bool is_note_form(MarkerForm form) {
        return form != MarkerForm::none && form != MarkerForm::letter && form != MarkerForm::roman &&
               form != MarkerForm::bullet && form != MarkerForm::quote;
    }
    static bool same_form(MarkerForm a, MarkerForm b) {
        auto plain = [](MarkerForm f) {
            return f == MarkerForm::dot || f == MarkerForm::parenthesis || f == MarkerForm::bare;
        };
        return a == b || (plain(a) && plain(b));
    }

    std::size_t step(std::size_t i) {
        if (!free(i)) return i + 1;
        if (at(i).lines == LineGroup::Kind::note || at(i).lines == LineGroup::Kind::note_more) {
            recovery_.fragments[i].role = at(i).lines == LineGroup::Kind::note ? Role::note : Role::note_more;
            return i + 1;
        }
        if (recovery_.orders.says(Action::not_note, at(i))) return i + 1;
        if (manuscript::find_label(Label::notes, at(i).shown)) {
            auto const next = recovery_.next_text(i);
            if (next && free(*next) && is_note_form(at(*next).marker.form)) return take(i, *next, true);
            return next ? take_all(i, *next) : i + 1;
        }
        if (recovery_.orders.says(Action::note, at(i)) && is_note_form(at(i).marker.form)) return take(i, i, false);
        return begins_run(i) ? take(i, i, false) : i + 1;
    }

    /// Notes of all articles together, each below the title of its article.
    std::size_t take_all(std::size_t heading, std::size_t title) {
        auto begins = [&](std::size_t i) {
            auto const next = recovery_.next_text(i);
            return free(i) && at(i).length <= 250 && !at(i).marker && next && free(*next) &&
                   is_note_form(at(*next).marker.form) && at(*next).marker.number == 1;
        };
        std::size_t const before = recovery_.note_sections.size();
        std::size_t end = heading + 1;
        for (std::optional<std::size_t> next = title; next && begins(*next);) {
            std::size_t const first = *recovery_.next_text(*next);
            std::size_t const owner = *next;
            end = take(owner, first, true);
            recovery_.note_sections.back().title = owner;
            recovery_.note_sections.back().has_title = true;
            next = recovery_.next_text(end - 1);
        }
        if (recovery_.note_sections.size() > before) recovery_.drop(heading, Role::notes_heading, "notes heading");
        return end;
    }

    /// The fragment that carries the next number, before anything that a note cannot stand behind.
    [[nodiscard]] std::optional<std::size_t> find_number(std::size_t after, MarkerForm form, int number) const {
        std::size_t looked = 0;
        for (auto next = recovery_.next_text(after); next && looked < look_ahead;
             next = recovery_.next_text(*next), ++looked) {
            Fragment const& fragment = at(*next);
            if (!free(*next) || manuscript::find_label(Label::notes, fragment.shown)) return std::nullopt;
            if (same_form(fragment.marker.form, form)) {
                if (fragment.marker.number == number) return next;
                if (fragment.marker.number == 1) return std::nullopt; // they begin again
            }
            if (begins_article(fragment)) return std::nullopt;
        }
        return std::nullopt;
    }
    /// A byline, or a title that the contents name: no note stands behind it.
    [[nodiscard]] bool begins_article(Fragment const& fragment) const {
        if (fragment.length > 250 || fragment.contact || (fragment.marker && fragment.marker.form != MarkerForm::bare))
            return false;
        BylineLook const look = look_for_byline(fragment.shown, fragment.length);
        if (look.day && (look.by || look.collective || look.name)) return true;
        return looks_like_title(fragment, 200) && match_contents(recovery_, fragment.words);
    }

    /// Whether the text since the last section calls the number, in a form that fits. `before` only grows.
    [[nodiscard]] bool is_called(std::size_t before, int number, MarkerForm form) {
        for (seen_until_ = std::max(seen_until_, text_begin_); seen_until_ < before; ++seen_until_) {
            if (!recovery_.is_text(seen_until_)) continue;
            FragmentCalls const& calls = calls_[seen_until_];
            clear_calls_.insert(calls.superscript.begin(), calls.superscript.end());
            clear_calls_.insert(calls.bracket.begin(), calls.bracket.end());
            round_calls_.insert(calls.parenthesis.begin(), calls.parenthesis.end());
        }
        bool const round = form == MarkerForm::parenthesis || form == MarkerForm::enclosed;
        return clear_calls_.contains(number) || (round && round_calls_.contains(number));
    }

    /// A run without a heading: bracketed figures say it themselves, others need calls in the text before.
    [[nodiscard]] bool begins_run(std::size_t i) {
        Marker const& marker = at(i).marker;
        if (!is_note_form(marker.form) || marker.number < 1) return false;
        bool const goes_on = marker.number > 1 && !recovery_.note_sections.empty() &&
                             recovery_.note_sections.back().last_number + 1 == marker.number &&
                             recovery_.note_sections.back().form == marker.form;
        if (marker.number != 1 && !goes_on) return false;
        // A list is announced.
        if (auto const before = recovery_.previous_text(i); before && at(*before).ending == Ending::colon) return false;
        bool const called = is_called(i, marker.number, marker.form);
        bool const next = find_number(i, marker.form, marker.number + 1).has_value();
        switch (marker.form) {
        case MarkerForm::bracket: return called || next;
        case MarkerForm::superscript: return called;
        default: return called && at(i).length >= 8 && !is_list_in_text(i) && calls_enough(i, marker.form);
        }
    }
    /// A list of the text itself has calls, or stands in front of more text that calls notes.
    [[nodiscard]] bool is_list_in_text(std::size_t i) const { return !calls_[i].superscript.empty(); }
    /// A run of plain figures counts as far as the calls do.
    [[nodiscard]] bool calls_enough(std::size_t begin, MarkerForm form) {
        int number = at(begin).marker.number;
        std::size_t last = begin;
        while (auto const next = find_number(last, form, number + 1)) last = *next, ++number;
        return is_called(begin, number, form) && !is_called(begin, number + 3, form);
    }

    std::size_t take(std::size_t heading, std::size_t first, bool has_heading) {
        NoteSection section{.heading = heading,
                            .first = first,
                            .form = at(first).marker.form,
                            .first_number = at(first).marker.number,
                            .has_heading = has_heading};
        if (has_heading) recovery_.drop(heading, Role::notes_heading, "notes heading");
        int number = section.first_number;
        std::size_t last = first;
        recovery_.fragments[first].role = Role::note;
        while (true) {
            auto next = find_number(last, section.form, number + 1);
            int step = 1;
            if (!next && section.form != MarkerForm::bare) next = find_number(last, section.form, number + (step = 2));
            if (!next) break;
            between(last, *next);
            recovery_.fragments[*next].role = Role::note;
            number += step;
            last = *next;
        }
        last = finish(last);
        section.end = last + 1;
        section.last_number = number;
        recovery_.note_sections.push_back(section);
        text_begin_ = section.end;
        clear_calls_.clear();
        round_calls_.clear();
        recovery_.decide(DecisionCode::notes_guessed, at(heading).span(), at(last).span(),
                         "notes " + std::to_string(section.first_number) + " to " + std::to_string(number),
                         has_heading ? "a heading, and figures that count" : "figures that count, called in the text",
                         has_heading ? 0.98 : 0.85, "not-note");
        return section.end;
    }

    [[nodiscard]] static bool advertises(Fragment const& fragment) {
        return fragment.advertises || fragment.sells || (fragment.contact && fragment.length < 120);
    }

    /// What stands between two notes: more of the first, or an insert.
    void between(std::size_t left, std::size_t right) {
        bool insert = false;
        std::size_t before = left;
        for (auto next = recovery_.next_text(left); next && *next < right; next = recovery_.next_text(*next)) {
            bool const open = at(before).ending != Ending::closed || at(*next).beginning == Beginning::lower;
            insert = insert || (!open && advertises(at(*next)));
            recovery_.fragments[*next].role = insert ? Role::insert : Role::note_more;
            before = *next;
        }
    }
    /// The last note may go on: in lower case, or with the rest of an address.
    std::size_t finish(std::size_t last) {
        for (auto next = recovery_.next_text(last); next && free(*next); next = recovery_.next_text(last)) {
            Fragment const &left = at(last), &right = at(*next);
            bool const lower = right.beginning == Beginning::lower && left.ending != Ending::closed && !right.marker;
            bool const address = right.contact && right.word_count < 30 && right.shown.starts_with("http") &&
                                 left.ending == Ending::colon;
            if (!lower && !address && !recovery_.orders.says(Action::note, right)) break;
            recovery_.fragments[*next].role = Role::note_more;
            last = *next;
        }
        return last;
    }
};

} // namespace

void find_note_sections(Recovery& recovery) { NoteFinder(recovery).run(); }

} // namespace quoin::recover
