#include "recover/lists.hpp"

#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

/// How far the next item of a list is looked for.
constexpr std::size_t look_ahead = 40;
constexpr std::size_t paragraphs_in_item = 4;

struct Level {
    MarkerForm form = MarkerForm::none;
    char32_t sign = 0; // of bullets
    int last = 0;
};

bool is_numbered(MarkerForm form) { return form != MarkerForm::bullet; }

class ListFinder {
  public:
    ListFinder(Recovery& recovery, std::vector<Group> const& groups, std::vector<Judgement> const& kinds)
        : recovery_(recovery), groups_(groups), kinds_(kinds), places_(groups.size()) {}

    std::vector<ListPlace> run() {
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            switch (kinds_[i].kind) {
            case Kind::insert: break; // a list goes on behind it
            case Kind::heading:
            case Kind::separator: close(); break;
            case Kind::item:
                if (!place_item(i)) place_paragraph(i);
                break;
            default: place_paragraph(i);
            }
        }
        return std::move(places_);
    }

  private:
    Recovery& recovery_;
    std::vector<Group> const& groups_;
    std::vector<Judgement> const& kinds_;
    std::vector<ListPlace> places_;
    std::vector<Level> stack_;
    Level closed_; // the outermost list before a heading: theses count on

    [[nodiscard]] Fragment const& head(std::size_t i) const { return recovery_.fragments[groups_[i].first()]; }

    void close() {
        if (!stack_.empty() && is_numbered(stack_.front().form)) closed_ = stack_.front();
        stack_.clear();
    }

    /// What the marker says at a level: "i)" may follow "h)".
    static int number_at(Level const& level, Marker const& marker) {
        if (level.form == MarkerForm::letter && marker.form == MarkerForm::roman) {
            if (marker.number == 1) return 9;
            if (marker.number == 5) return 22;
            if (marker.number == 10) return 24;
        }
        return marker.form == level.form ? marker.number : -1;
    }
    static bool continues(Level const& level, Marker const& marker) {
        if (level.form == MarkerForm::bullet) return marker.form == MarkerForm::bullet && marker.sign == level.sign;
        return number_at(level, marker) == level.last + 1;
    }

    [[nodiscard]] bool comes_later(std::size_t i, MarkerForm form, int number) const {
        std::size_t const end = std::min(groups_.size(), i + look_ahead);
        for (std::size_t j = i + 1; j < end; ++j)
            if (kinds_[j].kind == Kind::item && head(j).marker.form == form && head(j).marker.number == number)
                return true;
        return false;
    }

    [[nodiscard]] bool is_introduced(std::size_t i) const {
        for (std::size_t j = i; j-- > 0;) {
            if (kinds_[j].kind == Kind::insert) continue;
            return recovery_.fragments[groups_[j].last()].ending == Ending::colon;
        }
        return false;
    }
    [[nodiscard]] bool has_fellow(std::size_t i) const {
        auto same = [&](std::size_t j) {
            return j < groups_.size() && kinds_[j].kind == Kind::item && head(j).marker.form == MarkerForm::bullet &&
                   head(j).marker.sign == head(i).marker.sign;
        };
        return same(i + 1) || (i > 0 && same(i - 1));
    }
    static bool is_true_bullet(char32_t sign) {
        return sign != U'-' && sign != U'–' && sign != U'—' && sign != U'*' && sign != U'+' && sign != U'·';
    }

    [[nodiscard]] bool may_begin(std::size_t i) const {
        Marker const& marker = head(i).marker;
        switch (marker.form) {
        case MarkerForm::bullet: return is_true_bullet(marker.sign) || has_fellow(i) || is_introduced(i);
        case MarkerForm::bracket:
        case MarkerForm::superscript:
        case MarkerForm::bare: return false;
        default: break;
        }
        if (marker.number == 1)
            return comes_later(i, marker.form, 2) || (is_introduced(i) && marker.form != MarkerForm::dot);
        // A list that begins with another number: its next one has to stand near.
        return marker.number > 0 && marker.number < 400 && marker.form == MarkerForm::dot &&
               comes_later(i, marker.form, marker.number + 1);
    }

    void begin_item(std::size_t i, std::size_t depth, bool fresh, int number) {
        places_[i] = {static_cast<int>(depth), true, fresh, number};
    }

    bool place_item(std::size_t i) {
        Marker const& marker = head(i).marker;
        for (std::size_t level = stack_.size(); level-- > 0;) {
            if (!continues(stack_[level], marker)) continue;
            stack_.resize(level + 1);
            stack_[level].last = is_numbered(marker.form) ? stack_[level].last + 1 : 0;
            begin_item(i, level + 1, false, stack_[level].last);
            return true;
        }
        if (stack_.empty() && closed_.form == marker.form && marker.number > closed_.last &&
            marker.number <= closed_.last + 3)
            return resume(i, marker);
        if (!stack_.empty() && stack_.front().form == marker.form && marker.number > stack_.front().last + 1 &&
            marker.number <= stack_.front().last + 3 && is_numbered(marker.form)) {
            tell_gap(i, stack_.front().last, marker.number);
            stack_.resize(1);
            stack_[0].last = marker.number;
            begin_item(i, 1, false, marker.number);
            return true;
        }
        if (!may_begin(i)) return false;
        bool const same = std::any_of(stack_.begin(), stack_.end(), [&](Level const& each) {
            return each.form == marker.form && is_numbered(each.form);
        });
        if (same) close();
        if (!stack_.empty() && stack_.back().form == MarkerForm::bullet && !is_numbered(marker.form) &&
            stack_.size() > 2)
            stack_.pop_back();
        stack_.push_back({marker.form, marker.sign, marker.number});
        begin_item(i, stack_.size(), true, marker.number);
        return true;
    }

    bool resume(std::size_t i, Marker const& marker) {
        if (marker.number != closed_.last + 1) tell_gap(i, closed_.last, marker.number);
        stack_.push_back({marker.form, marker.sign, marker.number});
        begin_item(i, 1, true, marker.number);
        return true;
    }

    void tell_gap(std::size_t i, int last, int number) {
        recovery_.decide(DecisionCode::numbering_broken, head(i).span(), {}, "kept as it stands",
                         std::to_string(number) + " follows " + std::to_string(last), 0.7,
                         "a number is missing or wrong");
    }

    /// A paragraph belongs to the item before when the list goes on behind it without a heading.
    void place_paragraph(std::size_t i) {
        if (stack_.empty()) return;
        std::size_t paragraphs = 1;
        for (std::size_t j = i + 1; j < groups_.size() && paragraphs <= paragraphs_in_item; ++j) {
            if (kinds_[j].kind == Kind::insert) continue;
            if (kinds_[j].kind == Kind::heading || kinds_[j].kind == Kind::separator) break;
            if (kinds_[j].kind != Kind::item) {
                ++paragraphs;
                continue;
            }
            for (std::size_t level = stack_.size(); level-- > 0;) {
                if (!continues(stack_[level], head(j).marker)) continue;
                // Behind bullets a paragraph ends the list; between numbers it is part of one.
                if (!is_numbered(stack_[level].form)) break;
                stack_.resize(level + 1);
                places_[i] = {static_cast<int>(level + 1), false, false, 0};
                return;
            }
        }
        close();
    }
};

} // namespace

std::vector<ListPlace> find_lists(Recovery& recovery, std::vector<Group> const& groups,
                                  std::vector<Judgement> const& kinds) {
    return ListFinder(recovery, groups, kinds).run();
}

} // namespace quoin::recover
