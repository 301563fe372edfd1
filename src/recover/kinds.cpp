#include "recover/kinds.hpp"

#include "base/utf8.hpp"
#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::Action;

constexpr std::size_t longest_heading = 130;

bool is_opening_quote(char32_t c) { return c == U'“' || c == U'"' || c == U'«' || c == U'„'; }
bool is_closing_quote(char32_t c) { return c == U'”' || c == U'"' || c == U'»' || c == U'“'; }

class Judge {
  public:
    Judge(Recovery const& recovery, std::vector<Group> const& groups) : recovery_(recovery), groups_(groups) {}

    std::vector<Judgement> run() {
        judged_.resize(groups_.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) judged_[i] = judge(i);
        find_verse();
        return std::move(judged_);
    }

  private:
    Recovery const& recovery_;
    std::vector<Group> const& groups_;
    std::vector<Judgement> judged_;

    [[nodiscard]] Fragment const& head(std::size_t i) const { return recovery_.fragments[groups_[i].first()]; }
    [[nodiscard]] Fragment const& tail(std::size_t i) const { return recovery_.fragments[groups_[i].last()]; }
    /// The nearest group that is no insert; groups_.size() when there is none.
    [[nodiscard]] std::size_t before(std::size_t i) const {
        while (i-- > 0)
            if (!groups_[i].insert) return i;
        return groups_.size();
    }
    [[nodiscard]] std::size_t after(std::size_t i) const {
        for (++i; i < groups_.size(); ++i)
            if (!groups_[i].insert) return i;
        return groups_.size();
    }

    Judgement judge(std::size_t i) {
        if (groups_[i].insert) return {Kind::insert, 1, ""};
        Fragment const& fragment = head(i);
        if (fragment.role == Role::separator) return {Kind::separator, 1, ""};
        if (recovery_.orders.says(Action::heading, fragment)) return {Kind::heading, 1, "import.toml"};
        if (!recovery_.orders.says(Action::not_heading, fragment) && groups_[i].inserts.empty())
            if (Judgement const heading = judge_heading(i); heading.kind == Kind::heading) return heading;
        if (fragment.lines == LineGroup::Kind::verse || fragment.lines == LineGroup::Kind::row)
            return {Kind::verse, 0.8, "lines that do not fill the measure"};
        if (fragment.lines == LineGroup::Kind::quotation && !fragment.marker)
            return {Kind::quote, 0.75, "the paragraph is indented"};
        if (fragment.marker.form == MarkerForm::quote) return {Kind::quote, 0.9, "a mark of quotation"};
        if (fragment.marker) return {Kind::item, 0.95, "a marker of lists"};
        return judge_quote(i);
    }

    [[nodiscard]] bool is_numbered_heading(std::size_t i) const {
        Fragment const& fragment = head(i);
        MarkerForm const form = fragment.marker.form;
        if (form != MarkerForm::dot && form != MarkerForm::parenthesis && form != MarkerForm::roman &&
            form != MarkerForm::bare)
            return false;
        std::size_t const previous = before(i), next = after(i);
        if (form == MarkerForm::bare && fragment.marker.number > 99) return true; // "1917 and today"
        if (next == groups_.size() || head(next).marker || !looks_like_paragraph(head(next))) return false;
        return previous == groups_.size() || head(previous).marker.form != form || groups_[previous].length >= 130;
    }

    /// Short, without a full stop, between a complete text and a long one.
    [[nodiscard]] Judgement judge_heading(std::size_t i) const {
        Fragment const& fragment = head(i);
        Group const& group = groups_[i];
        if (group.fragments.size() > 2 || group.length > 200 || !looks_like_title(fragment, 200) || fragment.contact)
            return {};
        if (tail(i).ending == Ending::comma || tail(i).ending == Ending::hyphen || tail(i).ending == Ending::colon)
            return {};
        if (std::string_view const end = tail(i).shown; end.ends_with('.') && !end.ends_with("...")) return {};
        if (fragment.marker && !is_numbered_heading(i)) return {};
        if (fragment.beginning == Beginning::other || fragment.advertises || fragment.sells) return {};
        std::size_t const previous = before(i), next = after(i);
        if (next == groups_.size() || head(next).role == Role::separator) return {};
        bool const set_apart = fragment.bold || fragment.capitals || fragment.lines == LineGroup::Kind::heading;
        bool const gap = fragment.gap > recovery_.usual_gap && head(next).gap >= recovery_.usual_gap;
        if (group.length > longest_heading && !gap && !set_apart) return {};
        bool const text_follows =
            groups_[next].length >= 100 || head(next).marker || looks_like_paragraph(head(next)) ||
            (groups_[next].length >= 40 && tail(next).ending == Ending::closed && !looks_like_title(head(next), 90));
        bool const heading_follows = set_apart && looks_like_title(head(next), longest_heading);
        if (!text_follows && !heading_follows) return {};
        if (first_is_quote(fragment) && !set_apart) return {};
        double confidence = gap || set_apart ? 0.93 : 0.86;
        std::string reason = gap         ? "a short line with a gap around"
                             : set_apart ? "a short line set apart"
                                         : "a short line before a long one";
        if (previous != groups_.size() && head(previous).role != Role::separator) {
            Ending const ending = tail(previous).ending;
            bool const item = bool(head(previous).marker);
            bool const heading = judged_[previous].kind == Kind::heading;
            if (!item && !heading && ending != Ending::closed) {
                if (ending == Ending::colon && !gap && !set_apart) return {};
                confidence -= 0.15;
                reason += ", but the text before is open";
            }
        }
        std::string_view const end = fragment.shown;
        if (end.ends_with('!') && !gap && !set_apart) confidence -= 0.12;
        if (fragment.italic && !gap) confidence -= 0.05;
        if (fragment.marker.form == MarkerForm::bullet) return {};
        return {Kind::heading, confidence, reason};
    }

    static bool first_is_quote(Fragment const& fragment) {
        return is_opening_quote(character_at(fragment.shown, 0)) &&
               is_closing_quote(character_before(fragment.shown, fragment.shown.size()));
    }

    /// A whole paragraph in quotation marks, opened and closed once.
    [[nodiscard]] Judgement judge_quote(std::size_t i) const {
        Group const& group = groups_[i];
        if (group.length < 150) return {};
        std::string_view const first = head(i).shown, last = tail(i).shown;
        char32_t const open = character_at(first, 0);
        if (!is_opening_quote(open) || !is_closing_quote(character_before(last, last.size()))) return {};
        std::size_t quotes = 0;
        for (std::size_t index : group.fragments) {
            std::string_view const shown = recovery_.fragments[index].shown;
            for (std::size_t at = 0; at < shown.size();) {
                char32_t const c = next_character(shown, at);
                if (c == open || (is_closing_quote(c) && c != U'“')) ++quotes;
            }
        }
        if (quotes != 2) return {};
        return {Kind::quote, 0.7, "the whole paragraph stands in quotation marks"};
    }

    /// Three or more short lines that touch, or stand indented, and do not run as sentences.
    void find_verse() {
        auto is_line = [&](std::size_t i) {
            Fragment const& fragment = head(i);
            return judged_[i].kind == Kind::paragraph && groups_[i].fragments.size() == 1 && groups_[i].length <= 60 &&
                   !fragment.contact && !fragment.advertises && !fragment.sells;
        };
        for (std::size_t i = 0; i < groups_.size();) {
            std::size_t end = i, broken = 0;
            while (end < groups_.size() && !groups_[end].insert && is_line(end) &&
                   (end == i || head(end).gap == 0 || (head(end).gap == 1 && recovery_.usual_gap > 1) ||
                    (head(end).indent >= 3 && head(i).indent >= 3))) {
                if (tail(end).ending != Ending::closed) ++broken;
                ++end;
            }
            bool const touches = end >= i + 3 && recovery_.usual_gap > 0;
            bool const indented = end >= i + 3 && head(i).indent >= 3;
            if ((touches || indented) && broken * 3 >= (end - i)) {
                for (std::size_t line = i; line < end; ++line)
                    judged_[line] = {Kind::verse, 0.7, "short lines that touch"};
            }
            i = std::max(end, i + 1);
        }
    }
};

} // namespace

std::vector<Judgement> judge_kinds(Recovery const& recovery, std::vector<Group> const& groups) {
    return Judge(recovery, groups).run();
}

} // namespace quoin::recover
