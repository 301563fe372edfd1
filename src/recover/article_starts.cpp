#include "recover/recovery.hpp"

#include "manuscript/find_dates.hpp"
#include "manuscript/identify_language.hpp"
#include "manuscript/label_words.hpp"
#include "recover/titles.hpp"
#include "recover/units.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::Action;
using manuscript::DecisionCode;

/// Two independent signs of the usual weight.
constexpr double enough = 2.5;
constexpr double certain = 4.5;

/// Signs are added up; each has a weight and words for the editor.
struct Candidate {
    TitleBlock block;
    double score = 0;
    std::string reason;
    std::optional<Date> date;
    int entry = -1;
    bool ordered = false;

    void add(double weight, std::string const& sign) {
        score += weight;
        reason += (reason.empty() ? "" : "; ") + sign;
    }
};

class StartFinder {
  public:
    explicit StartFinder(Recovery& recovery)
        : recovery_(recovery), units_(collect_units(recovery)), titles_(recovery, units_) {}

    void run() {
        find_languages();
        for (std::size_t u = 0; u < units_.size(); ++u) consider_byline(u);
        settle();
        consider_contents();
        settle();
        learn_gap();
        consider_gaps();
        settle();
        if (accepted_.empty())
            take_first();
        else
            take_leading_text();
        take_last_title();
        finish();
    }

  private:
    Recovery& recovery_;
    std::vector<Unit> units_;
    TitleFinder titles_;
    std::vector<Candidate> candidates_, accepted_;
    std::vector<std::string> languages_; // of units long enough to tell
    int title_gap_ = 1000;               // empty lines that stand before titles, and rarely elsewhere

    [[nodiscard]] Fragment const& head(std::size_t u) const { return recovery_.fragments[units_[u].first()]; }
    [[nodiscard]] Role role(std::size_t u) const { return head(u).role; }
    [[nodiscard]] bool is_note(std::size_t u) const { return role(u) == Role::note || role(u) == Role::note_more; }

    void find_languages() {
        languages_.resize(units_.size());
        for (std::size_t u = 0; u < units_.size(); ++u) {
            if (units_[u].length < 120 || is_note(u)) continue;
            auto const guess = manuscript::identify_language(std::string_view(units_[u].shown).substr(0, 1200));
            if (guess.confidence >= 0.6) languages_[u] = guess.language;
        }
    }
    [[nodiscard]] std::string language_around(std::size_t u, int direction) const {
        for (std::size_t looked = 0, i = u; looked < 8 && i < units_.size();
             ++looked, i += static_cast<std::size_t>(direction))
            if (!languages_[i].empty()) return languages_[i];
        return {};
    }

    /// Text follows within a few units: the first paragraph, or the first thesis.
    [[nodiscard]] std::optional<std::size_t> find_body(std::size_t u) const {
        for (std::size_t i = u; i < units_.size() && i < u + 4; ++i) {
            if (role(i) != Role::body) return std::nullopt;
            Fragment const& fragment = head(i);
            bool const item = fragment.marker && fragment.length >= 60;
            if (fragment.length < 200 && (fragment.contact || fragment.advertises || fragment.sells))
                return std::nullopt;
            if ((looks_like_paragraph(fragment) || item) && fragment.beginning != Beginning::lower) return i;
            if (i > u && look_for_byline(units_[i].shown, units_[i].length).day) return std::nullopt;
            if (fragment.beginning == Beginning::lower && fragment.length > 60) return std::nullopt;
        }
        return std::nullopt;
    }

    void add_surroundings(Candidate& candidate) {
        std::size_t const u = candidate.block.begin;
        if (u == 0)
            candidate.add(1, "the text begins");
        else if (is_note(u - 1))
            candidate.add(1, "notes end before");
        else if (role(u - 1) == Role::insert)
            candidate.add(0.5, "an insert ends before");
        if (u > 0 && units_[u].gap > recovery_.usual_gap) candidate.add(0.5, "a gap before");
        if (head(u).page_break) candidate.add(0.75, "a new page");
        if (head(u).bold || head(u).capitals) candidate.add(0.5, "set as a title");
        if (u > 0) {
            std::string const before = language_around(u - 1, -1), after = language_around(candidate.block.body, 1);
            if (!before.empty() && !after.empty() && before != after) candidate.add(1.5, "the language changes");
        }
        auto const entry = match_contents(recovery_, candidate.block.title_words);
        if (entry) {
            candidate.entry = static_cast<int>(*entry);
            candidate.add(2.5, "it stands in the contents");
        }
        if (!in_front(u) && stands_on_cover(candidate.block.title_words)) candidate.add(1.5, "it stands on the cover");
        if (restarts_numbers(candidate.block)) candidate.add(0.75, "numbers begin again");
        if (recovery_.orders.says(Action::title, head(u))) candidate.add(10, "import.toml"), candidate.ordered = true;
        for (std::size_t i = u; i < candidate.block.body; ++i)
            if (recovery_.orders.says(Action::not_title, head(i))) candidate.add(-100, "import.toml");
    }

    /// Theses begin with 1 although the last number before was higher.
    [[nodiscard]] bool restarts_numbers(TitleBlock const& block) const {
        auto numbered = [&](std::size_t i) {
            MarkerForm const form = head(i).marker.form;
            return role(i) == Role::body && (form == MarkerForm::dot || form == MarkerForm::parenthesis)
                       ? head(i).marker.number
                       : 0;
        };
        bool first = false;
        for (std::size_t i = block.body; i < units_.size() && i < block.body + 3; ++i)
            first = first || numbered(i) == 1;
        if (!first) return false;
        for (std::size_t looked = 0, i = block.begin; i-- > 0 && looked < 30; ++looked)
            if (numbered(i) > 2) return true;
        return false;
    }

    /// Labels above, prices and formats below: the title of a book that is offered.
    void add_advertising(Candidate& candidate, std::size_t byline_end) {
        for (std::size_t back = 1; back <= 3 && back <= candidate.block.begin; ++back) {
            std::size_t const u = candidate.block.begin - back;
            if (is_note(u) || looks_like_paragraph(head(u))) break;
            if (head(u).advertises && !head(u).contact && !head(u).sells) {
                candidate.add(back == 1 ? -2.5 : -1.5, "a label of advertisements above");
                break;
            }
        }
        for (std::size_t u = candidate.block.begin; u < byline_end; ++u)
            if (head(u).advertises || head(u).sells) candidate.add(-1.5, "words of advertisements");
        for (std::size_t u = byline_end; u < units_.size() && u < byline_end + 4; ++u) {
            if (candidate.block.byline.empty() && head(u).contact && units_[u].length < 100) {
                candidate.add(-2.5, "an address below");
                break;
            }
            if (units_[u].length < 200 && head(u).sells) {
                candidate.add(-2.5, "a price or format below");
                break;
            }
        }
    }

    /// The text before is open, and goes on in lower case behind the candidate: an insert stands in a sentence.
    [[nodiscard]] bool stands_in_a_sentence(Candidate const& candidate) const {
        if (candidate.block.begin == 0) return false;
        Fragment const& left = recovery_.fragments[units_[candidate.block.begin - 1].last()];
        std::size_t before = candidate.block.begin - 1;
        while (before > 0 && !looks_like_paragraph(head(before)) && candidate.block.begin - before < 4) --before;
        Fragment const& paragraph = recovery_.fragments[units_[before].last()];
        bool const open =
            (paragraph.length >= 130 && paragraph.ending != Ending::closed && paragraph.ending != Ending::colon) ||
            left.ending == Ending::hyphen;
        if (!open || is_note(before)) return false;
        for (std::size_t i = candidate.block.body; i < units_.size() && i < candidate.block.body + 20; ++i) {
            if (role(i) != Role::body) return false;
            bool const claimed = recovery_.fragments[units_[i - 1].last()].ending != Ending::closed &&
                                 recovery_.fragments[units_[i - 1].last()].length >= 130;
            if (head(i).beginning == Beginning::lower && !head(i).marker && !claimed) return true;
        }
        return false;
    }

    void consider_byline(std::size_t u) {
        if (role(u) != Role::body) return;
        Unit const& unit = units_[u];
        BylineLook look = look_for_byline(unit.shown, unit.length);
        bool const ordered = recovery_.orders.says(Action::byline, head(u));
        bool const names = !look && look.name && unit.length < 90 && looks_like_title(head(u), 90) && !head(u).capitals;
        if (!look && !names && !ordered) return;
        bool const dated =
            look.day && (head(u).marker.form == MarkerForm::bare || head(u).marker.form == MarkerForm::dot);
        if (head(u).marker && !dated && !ordered) return;
        if (names && in_front(u)) return;
        std::size_t end = u + 1;
        // The date may stand on a line of its own below the names.
        if (!look.day && end < units_.size() && units_[end].length < 60 && role(end) == Role::body) {
            BylineLook const below = look_for_byline(units_[end].shown, units_[end].length);
            if (below.day || below.month) look.day = below.day, look.month = below.month, look.date = below.date, ++end;
        }
        auto const body = find_body(end);
        if (!body) return;
        Candidate candidate;
        if (!titles_.find_above(u, candidate.block)) return;
        for (std::size_t i = u; i < end; ++i)
            candidate.block.byline.insert(candidate.block.byline.end(), units_[i].fragments.begin(),
                                          units_[i].fragments.end());
        candidate.block.body = end;
        candidate.date = look.date;
        if (ordered) candidate.add(10, "import.toml");
        if (look.day) candidate.add(2, "a date with its day");
        if (look.month) candidate.add(0.25, "a month");
        if (look.by) candidate.add(1.5, "a byline");
        if (look.collective) candidate.add(1.5, "a collective byline");
        if (names || (look.day && look.name && !look.by)) candidate.add(names ? 1 : 0.5, "names");
        if (names && head(u).italic) candidate.add(0.5, "names set apart");
        candidate.add(1, "text follows");
        add_surroundings(candidate);
        add_advertising(candidate, end);
        if (stands_in_a_sentence(candidate)) candidate.add(look.day ? -2 : -3.5, "a sentence goes over it");
        candidates_.push_back(std::move(candidate));
    }

    void consider_contents() {
        if (recovery_.contents.empty()) return;
        for (std::size_t u = 0; u < units_.size(); ++u) {
            if (role(u) != Role::body || units_[u].words.empty() || units_[u].length > 300 || taken(u)) continue;
            if (in_front(u)) continue;
            auto const entry = match_contents(recovery_, units_[u].words);
            if (!entry || recovery_.contents[*entry].matched) continue;
            consider_title(u, 0, "");
        }
    }

    /// The gap before the articles that were found, if headings have a smaller one.
    void learn_gap() {
        int least = 1000;
        std::size_t found = 0;
        for (Candidate const& each : accepted_) {
            if (each.block.begin == 0 || in_front(each.block.begin)) continue;
            least = std::min(least, units_[each.block.begin].gap);
            ++found;
        }
        if (found < 2) least = std::max(recovery_.usual_gap + 3, found == 1 ? std::min(least, 8) : 0);
        if (least <= recovery_.usual_gap) return;
        std::size_t others = 0;
        for (std::size_t u = 1; u < units_.size(); ++u)
            if (units_[u].gap >= least && role(u) == Role::body && !taken(u) && !in_front(u) &&
                looks_like_title(head(u), 250) && !head(u).advertises && !head(u).contact)
                ++others;
        if (others <= std::max<std::size_t>(1, found)) title_gap_ = least;
    }

    /// Without a byline: after notes, or where the language changes, a title with text below begins an article.
    void consider_gaps() {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            if (role(u) != Role::body || taken(u) || (in_front(u) && !recovery_.orders.says(Action::title, head(u))))
                continue;
            bool const ordered = recovery_.orders.says(Action::title, head(u));
            if (ordered) consider_title(u, 10, "import.toml");
            if (u == 0 || ordered || !looks_like_title(head(u), 250)) continue;
            bool const after_notes = is_note(u - 1) && !goes_on_after(u);
            bool const changes = !language_around(u - 1, -1).empty() &&
                                 language_around(u - 1, -1) != language_around(u, 1) && !language_around(u, 1).empty();
            if (units_[u].gap >= title_gap_)
                consider_title(u, 1.5, "a gap as before other articles");
            else if (after_notes)
                consider_title(u, 1, "a section of notes has ended");
            else if (changes)
                consider_title(u, 0.5, "");
            else if (head(u).page_break || (head(u).capitals && units_[u].gap > recovery_.usual_gap))
                consider_title(u, 0, "");
        }
    }

    /// Later notes or calls count on from the section before: it is the foot of a page, not the end of an article.
    [[nodiscard]] bool goes_on_after(std::size_t u) const {
        for (NoteSection const& section : recovery_.note_sections)
            if (section.first > units_[u].first()) return section.first_number > 1;
        return false;
    }

    void consider_title(std::size_t u, double weight, std::string const& sign) {
        if (units_[u].shown.size() < 4 || head(u).word_count == 0) return;
        if (head(u).contact || head(u).advertises || head(u).sells || head(u).marker.form == MarkerForm::bullet) return;
        Candidate candidate;
        titles_.begin_at(u, candidate.block);
        auto const body = find_body(candidate.block.body);
        if (!body) return;
        if (weight > 0) candidate.add(weight, sign);
        candidate.add(1, "text follows");
        add_surroundings(candidate);
        add_advertising(candidate, candidate.block.body);
        if (stands_in_a_sentence(candidate)) candidate.add(-3.5, "a sentence goes over it");
        candidates_.push_back(std::move(candidate));
    }

    /// Before or within the list of contents: lines of the cover.
    [[nodiscard]] bool in_front(std::size_t u) const { return units_[u].first() < recovery_.contents_end; }
    /// The title is also a short line among the first of the text.
    [[nodiscard]] bool stands_on_cover(std::vector<std::string> const& words) const {
        if (words.size() < 3) return false;
        for (std::size_t u = 0; u < units_.size() && u < 20 && units_[u].length < 200; ++u)
            if (units_[u].words.size() >= words.size() &&
                std::equal(words.begin(), words.end(), units_[u].words.begin()))
                return true;
        return false;
    }

    [[nodiscard]] bool taken(std::size_t u) const {
        return std::any_of(accepted_.begin(), accepted_.end(),
                           [&](Candidate const& each) { return u >= each.block.begin && u < each.block.body; });
    }

    /// Takes the candidates that have enough signs; of two that overlap or claim one entry, the better one.
    void settle() {
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](Candidate const& a, Candidate const& b) { return a.score > b.score; });
        for (Candidate& candidate : candidates_) {
            if (candidate.score < enough) continue;
            bool const overlaps = std::any_of(accepted_.begin(), accepted_.end(), [&](Candidate const& each) {
                return candidate.block.begin < each.block.body && each.block.begin < candidate.block.body;
            });
            bool const claimed =
                candidate.entry >= 0 && recovery_.contents[static_cast<std::size_t>(candidate.entry)].matched;
            if (overlaps || (claimed && candidate.score - 2.5 < enough)) continue;
            if (candidate.entry >= 0) recovery_.contents[static_cast<std::size_t>(candidate.entry)].matched = true;
            accepted_.push_back(std::move(candidate));
        }
        candidates_.clear();
        std::sort(accepted_.begin(), accepted_.end(),
                  [](Candidate const& a, Candidate const& b) { return a.block.begin < b.block.begin; });
    }

    /// A text without any sign is one article; its first short lines are the title.
    void take_first() {
        std::size_t u = 0;
        while (u < units_.size() && role(u) != Role::body) ++u;
        if (u == units_.size()) return;
        Candidate candidate;
        if (looks_like_title(head(u), 250) && u + 1 < units_.size())
            titles_.begin_at(u, candidate.block);
        else
            candidate.block.begin = candidate.block.body = u;
        candidate.score = 1.5;
        candidate.reason = "the first lines";
        accepted_.push_back(std::move(candidate));
    }

    /// Paragraphs before the first article that are no masthead are an article too.
    void take_leading_text() {
        std::size_t const first = accepted_.front().block.begin;
        std::size_t paragraphs = 0, begin = first;
        for (std::size_t u = 0; u < first; ++u) {
            if (role(u) != Role::body || units_[u].first() < recovery_.contents_end) continue;
            bool const text = units_[u].length >= 200 && !head(u).contact;
            if (text && begin == first) begin = u;
            paragraphs += text ? 1 : 0;
        }
        if (paragraphs < 3) return;
        while (begin > 0 && units_[begin - 1].first() >= recovery_.contents_end && role(begin - 1) == Role::body &&
               looks_like_title(head(begin - 1), 250) && !head(begin - 1).contact &&
               accepted_.front().block.begin - begin < 200)
            if (--begin; first - begin > 2 && units_[begin].gap > recovery_.usual_gap) break;
        Candidate candidate;
        if (looks_like_title(head(begin), 250))
            titles_.begin_at(begin, candidate.block);
        else
            candidate.block.begin = candidate.block.body = begin;
        candidate.score = 2;
        candidate.reason = "paragraphs before the first title that was found";
        accepted_.insert(accepted_.begin(), std::move(candidate));
    }

    /// A title at the very end whose text is missing.
    void take_last_title() {
        if (units_.size() < 2) return;
        std::size_t const u = units_.size() - 1;
        Fragment const& fragment = head(u);
        if (taken(u) || role(u) != Role::body || !looks_like_title(fragment, 250) || fragment.contact ||
            fragment.advertises || fragment.sells || fragment.marker || units_[u].words.size() < 3)
            return;
        Candidate candidate;
        candidate.block.begin = u;
        candidate.block.body = u + 1;
        candidate.block.title = units_[u].fragments;
        candidate.block.title_words = units_[u].words;
        if (is_note(u - 1)) candidate.add(1, "notes end before");
        if (units_[u].gap > recovery_.usual_gap) candidate.add(0.75, "a gap before");
        auto const guess = manuscript::identify_language(units_[u].shown);
        if (guess.confidence >= 0.5 && !language_around(u - 1, -1).empty() &&
            guess.language != language_around(u - 1, -1))
            candidate.add(1, "another language");
        if (match_contents(recovery_, units_[u].words)) candidate.add(2, "it stands in the contents");
        if (candidate.score < 1.75) return;
        candidate.score = std::max(candidate.score, enough);
        accepted_.push_back(std::move(candidate));
    }

    [[nodiscard]] std::size_t fragment_of(std::size_t u) const {
        return u < units_.size() ? units_[u].first() : recovery_.fragments.size();
    }
    void set_roles(std::vector<std::size_t> const& fragments, Role role) {
        for (std::size_t i : fragments) recovery_.fragments[i].role = role;
    }
    void finish() {
        for (std::size_t k = 0; k < accepted_.size(); ++k) {
            Candidate& each = accepted_[k];
            ArticlePlaces places{.title = each.block.title,
                                 .subtitle = each.block.subtitle,
                                 .byline = each.block.byline,
                                 .begin = fragment_of(each.block.begin),
                                 .body = fragment_of(each.block.body),
                                 .end = k + 1 < accepted_.size() ? fragment_of(accepted_[k + 1].block.begin)
                                                                 : recovery_.fragments.size(),
                                 .date = each.date,
                                 .confidence = std::clamp(0.5 + 0.45 * each.score / certain, 0.3, 0.98),
                                 .reason = each.reason,
                                 .entry = each.entry};
            set_roles(places.title, Role::title);
            set_roles(places.subtitle, Role::subtitle);
            set_roles(places.byline, Role::byline);
            recovery_.articles.push_back(std::move(places));
        }
    }
};

} // namespace

void find_articles(Recovery& recovery) { StartFinder(recovery).run(); }

} // namespace quoin::recover
