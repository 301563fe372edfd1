#include "recover/continuity.hpp"

#include "manuscript/words.hpp"
#include "recover/word_lists.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::Action;
using manuscript::DecisionCode;

/// How many fragments an insert may have within a sentence.
constexpr std::size_t look_ahead = 24;

/// A superscript figure: text that calls notes is no advertisement.
bool calls_note(Fragment const& fragment) {
    for (std::string_view const sign : {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"})
        if (fragment.shown.find(sign) != std::string::npos) return true;
    return false;
}

class GroupFinder {
  public:
    GroupFinder(Recovery& recovery, std::vector<std::size_t> const& flow, bool inserts)
        : recovery_(recovery), flow_(flow), inserts_(inserts) {}

    std::vector<Group> run() {
        std::vector<Group> groups;
        for (std::size_t p = 0; p < flow_.size();) groups.push_back(group_at(p));
        return groups;
    }

  private:
    Recovery& recovery_;
    std::vector<std::size_t> const& flow_;
    bool inserts_;

    [[nodiscard]] Fragment const& at(std::size_t p) const { return recovery_.fragments[flow_[p]]; }

    Group group_at(std::size_t& p) {
        Group group;
        group.fragments.push_back(flow_[p]);
        group.length = at(p).length;
        while (p + 1 < flow_.size()) {
            std::size_t next = p + 1;
            auto seam = ordered(p, next);
            if (!seam) next = p + 1, seam = judge_seam(recovery_, flow_[p], flow_[next], group.length);
            if (!seam && inserts_) seam = over_insert(p, group.length, next);
            if (!seam) break;
            if (next > p + 1) take_insert(group, p + 1, next, *seam);
            group.fragments.push_back(flow_[next]);
            group.length += at(next).length;
            group.seams.push_back(std::move(*seam));
            p = next;
        }
        ++p;
        return group;
    }

    /// import.toml joins over whatever lies between.
    std::optional<Seam> ordered(std::size_t p, std::size_t& next) {
        auto const line = recovery_.orders.partner(Action::join, at(p));
        if (!line) return std::nullopt;
        for (next = p + 1; next < flow_.size(); ++next)
            if (*line >= at(next).line && *line <= at(next).last_line)
                return judge_seam(recovery_, flow_[p], flow_[next], 0);
        return std::nullopt;
    }

    /// Whether the fragment before, which is no insert's end, has the better right to what stands at `q`.
    [[nodiscard]] bool is_claimed(std::size_t q) const {
        Fragment const& before = at(q - 1);
        if (at(q).gap == 0 && recovery_.usual_gap > 0) return true;
        if (before.ending == Ending::hyphen) {
            auto const seam = judge_hyphen(recovery_, before, at(q));
            return seam && seam->confidence > 0.9;
        }
        return before.length >= 130 && (before.ending == Ending::open || before.ending == Ending::comma) &&
               !before.sells;
    }

    [[nodiscard]] double evidence(std::size_t begin, std::size_t end, std::string& reason) const {
        double score = 0;
        std::size_t short_lines = 0, paragraphs = 0;
        bool sells = false, contact = false, advertises = false, repeats = false;
        for (std::size_t p = begin; p < end; ++p) {
            Fragment const& fragment = at(p);
            sells = sells || fragment.sells;
            contact = contact || (fragment.contact && fragment.length < 200);
            advertises = advertises || fragment.advertises;
            looks_like_paragraph(fragment) ? ++paragraphs : ++short_lines;
            if (p > begin && fragment.words.size() >= 3 && fragment.words == at(begin).words) repeats = true;
        }
        auto add = [&](bool sign, double weight, char const* words) {
            if (!sign) return;
            score += weight;
            reason += std::string("; ") + words;
        };
        add(at(begin).advertises, 1, "a label begins it");
        add(advertises, 1, "words of advertisements");
        add(sells, 1, "prices or formats");
        add(contact, 0.5, "mail or website");
        add(repeats, 0.5, "a repeated title");
        add(short_lines > paragraphs, 1, "short lines");
        std::size_t labels = 0, calls = 0;
        for (std::size_t p = begin; p < end; ++p) {
            labels += at(p).advertises && at(p).length < 80 && !at(p).contact && !at(p).sells ? 1 : 0;
            calls += calls_note(at(p)) ? 1 : 0;
        }
        score -= 3.0 * static_cast<double>(calls) + (labels > 1 ? 1.5 * static_cast<double>(labels - 1) : 0);
        if (!advertises && !sells) score -= 0.75 * static_cast<double>(paragraphs);
        return score;
    }

    /// Behind an insert stands the call of the note that belongs to what was said before it.
    std::optional<Seam> call_over_insert(std::size_t p, std::size_t& next) {
        if (!looks_like_paragraph(at(p)) || p + 1 >= flow_.size() || !at(p + 1).advertises) return std::nullopt;
        for (std::size_t q = p + 2; q < flow_.size() && q <= p + look_ahead; ++q) {
            if (at(q).role == Role::separator) return std::nullopt;
            if (!at(q).call_first) continue;
            std::string reason = "the call of a note stands behind an insert";
            if (evidence(p + 1, q, reason) < 2) return std::nullopt;
            next = q;
            return Seam{SeamKind::call, 0.85, std::move(reason)};
        }
        return std::nullopt;
    }

    /// A publisher, a title, a price: no text stands between.
    [[nodiscard]] bool are_short_lines(std::size_t begin, std::size_t end) const {
        for (std::size_t p = begin; p < end; ++p)
            if (looks_like_paragraph(at(p)) || at(p).marker || at(p).role == Role::separator) return false;
        return true;
    }

    /// A capital goes on too, where the left half ends in the middle of a phrase and an offer has just ended.
    [[nodiscard]] bool may_be_capital(std::size_t p, std::size_t q, std::size_t length, bool function) const {
        Fragment const& right = at(q);
        bool const offer_ends = at(q - 1).sells || (at(q - 1).contact && at(q - 1).length < 160);
        bool const offered = at(p + 1).advertises || (at(q - 1).sells && are_short_lines(p + 1, q));
        return function && length >= 130 && at(p).ending == Ending::open && offered && offer_ends &&
               right.beginning == Beginning::upper && right.ending == Ending::closed && right.shown.ends_with('.') &&
               !right.advertises && !right.sells && !right.contact;
    }

    /// A sentence that is open goes on behind an insert.
    std::optional<Seam> over_insert(std::size_t p, std::size_t length, std::size_t& next) {
        if (auto call = call_over_insert(p, next)) return call;
        Fragment const& left = at(p);
        bool const hyphen = left.ending == Ending::hyphen;
        bool const function = is_function_word(last_word(left.shown));
        bool const open = left.ending == Ending::open || left.ending == Ending::comma || left.ending == Ending::dash;
        if (left.role == Role::separator || !(hyphen || (open && (length >= 130 || (function && length >= 60)))))
            return std::nullopt;
        if (left.capitals || left.bold || recovery_.orders.says(Action::apart, left)) return std::nullopt;
        std::optional<Seam> best;
        double best_score = 2.4;
        for (std::size_t q = p + 2; q < flow_.size() && q <= p + look_ahead; ++q) {
            Fragment const& right = at(q);
            bool const capital = may_be_capital(p, q, length, function);
            if ((right.beginning != Beginning::lower && !capital) || right.marker || right.role == Role::separator ||
                is_claimed(q))
                continue;
            std::string reason = capital
                                     ? "the left half is open in the middle of a phrase, an offer ends before the right"
                                     : "the left half is open, the right one begins in lower case behind an insert";
            double score = 1 + (function ? 0.5 : 0) + evidence(p + 1, q, reason);
            Seam seam{SeamKind::space, 0, ""};
            if (hyphen) {
                auto const word = judge_hyphen(recovery_, left, right);
                if (!word || word->confidence < 0.8) continue;
                seam.kind = word->kind;
                score += word->confidence > 0.9 ? 2 : 0;
            }
            score -= 0.04 * static_cast<double>(q - p);
            for (std::size_t after = q + 1; after < flow_.size() && after <= q + 3; ++after)
                if (at(after).sells) score -= 1;
            if (score <= best_score) continue;
            best_score = score;
            seam.confidence = std::min(0.96, 0.6 + 0.08 * score);
            seam.reason = std::move(reason);
            best = std::move(seam);
            next = q;
        }
        return best;
    }

    void take_insert(Group& group, std::size_t begin, std::size_t end, Seam const& seam) {
        std::vector<std::size_t> const inner(flow_.begin() + static_cast<std::ptrdiff_t>(begin),
                                             flow_.begin() + static_cast<std::ptrdiff_t>(end));
        for (std::size_t i : inner) recovery_.fragments[i].role = Role::insert;
        group.inserts.push_back({join_groups(recovery_, inner), seam.confidence, seam.reason});
    }
};

bool is_strong_body(Recovery const& recovery, Group const& group) {
    Fragment const& first = recovery.fragments[group.first()];
    MarkerForm const form = first.marker.form;
    return form == MarkerForm::dot || form == MarkerForm::parenthesis || form == MarkerForm::letter ||
           !group.inserts.empty();
}

bool has_evidence(Recovery const& recovery, Group const& group) {
    return std::any_of(group.fragments.begin(), group.fragments.end(), [&](std::size_t i) {
        Fragment const& fragment = recovery.fragments[i];
        return fragment.sells || fragment.advertises || (fragment.contact && fragment.length < 160);
    });
}

/// Behind the last group of an insert that begins with a label at `begin`.
std::size_t labelled_end(Recovery const& recovery, std::vector<Group> const& groups, std::size_t begin, bool& sure) {
    std::size_t end = begin + 1, limit = std::min(groups.size(), begin + 16), plain = 0;
    sure = false;
    for (std::size_t i = begin + 1; i < limit; ++i) {
        if (groups[i].insert || is_strong_body(recovery, groups[i])) break;
        Fragment const& first = recovery.fragments[groups[i].first()];
        bool const label = first.advertises && first.length < 80 && !first.contact && !first.sells;
        if (calls_note(first) || (label && i > begin + 1 && groups[i - 1].length >= 130)) break;
        plain = groups[i].length >= 200 && !has_evidence(recovery, groups[i]) ? plain + 1 : 0;
        if (plain >= 4 || (sure && plain >= 2)) break;
        if (has_evidence(recovery, groups[i])) end = i + 1, sure = true;
    }
    if (sure) return end;
    // No price below: short lines that follow the label belong to it.
    while (end < limit && !groups[end].insert && !is_strong_body(recovery, groups[end]) && groups[end].length < 130 &&
           end < begin + 5)
        ++end;
    if (end < limit && end > begin + 1 && groups[end].length >= 130) --end; // the last short line is a heading
    return end;
}

/// Short lines above words of advertisements without a label belong to them.
std::size_t evidence_begin(Recovery const& recovery, std::vector<Group> const& groups, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 4 && !groups[begin - 1].insert && groups[begin - 1].length < 130 &&
           !is_strong_body(recovery, groups[begin - 1]) &&
           recovery.fragments[groups[begin - 1].last()].role != Role::separator &&
           looks_like_title(recovery.fragments[groups[begin - 1].first()], 130))
        --begin;
    return begin;
}

void take(Recovery& recovery, Group& group, InsertPlaces& insert) {
    for (std::size_t fragment : group.fragments) recovery.fragments[fragment].role = Role::insert;
    insert.groups.push_back(std::move(group));
}

} // namespace

std::vector<Group> find_groups(Recovery& recovery, std::vector<std::size_t> const& flow) {
    return GroupFinder(recovery, flow, true).run();
}
std::vector<Group> join_groups(Recovery& recovery, std::vector<std::size_t> const& flow) {
    return GroupFinder(recovery, flow, false).run();
}

void find_labelled_inserts(Recovery& recovery, std::vector<Group>& groups) {
    std::vector<Group> result;
    for (std::size_t i = 0; i < groups.size();) {
        Fragment const& first = recovery.fragments[groups[i].first()];
        bool const forced = recovery.orders.within_range(Action::insert, first);
        bool const refused = recovery.orders.within_range(Action::not_insert, first);
        bool const labelled = first.advertises && first.length < 120 && groups[i].inserts.empty() && !first.marker;
        if (refused || !(forced || labelled)) {
            result.push_back(std::move(groups[i++]));
            continue;
        }
        bool sure = forced;
        std::size_t end = i + 1;
        if (forced)
            while (end < groups.size() &&
                   recovery.orders.within_range(Action::insert, recovery.fragments[groups[end].first()]))
                ++end;
        else
            end = labelled_end(recovery, groups, i, sure);
        Group insert;
        insert.insert.emplace();
        // "Order the journal …": the title stands above.
        if (!forced && (first.contact || first.sells)) {
            std::size_t const begin = evidence_begin(recovery, result, result.size());
            for (std::size_t above = begin; above < result.size(); ++above)
                take(recovery, result[above], *insert.insert);
            result.resize(begin);
        }
        insert.insert->confidence = forced ? 1 : sure ? 0.88 : 0.6;
        insert.insert->reason = forced ? "import.toml"
                                : sure ? "a label, and a price, format or address"
                                       : "a label alone";
        for (; i < end; ++i) take(recovery, groups[i], *insert.insert);
        result.push_back(std::move(insert));
    }
    groups = std::move(result);
}

std::vector<InsertPlaces> split_inserts(Recovery& recovery, std::vector<std::size_t> const& flow) {
    std::vector<InsertPlaces> found;
    bool ended = true;
    for (Group& group : join_groups(recovery, flow)) {
        Fragment const& first = recovery.fragments[group.first()];
        bool const title = group.length < 130 && !first.contact;
        bool const label = first.advertises && first.length < 80 && !first.contact && !first.sells;
        if (found.empty() || (ended && title) || label) {
            found.push_back({{}, 0.85, "between the end of an article and the next title"});
            ended = false;
        }
        for (std::size_t i : group.fragments) recovery.fragments[i].role = Role::insert;
        ended = ended || first.contact || first.sells;
        found.back().groups.push_back(std::move(group));
    }
    return found;
}

} // namespace quoin::recover
