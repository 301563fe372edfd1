#include "recover/recovery.hpp"

#include "manuscript/find_dates.hpp"
#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"
#include "recover/group_text.hpp"
#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;
using manuscript::Label;

class FrontReader {
  public:
    explicit FrontReader(Recovery& recovery) : recovery_(recovery), metadata_(recovery.result->document.metadata) {}

    void run() {
        std::size_t const end = recovery_.articles.empty() ? 0 : recovery_.articles.front().begin;
        for (std::size_t i = 0; i < end; ++i)
            if (recovery_.is_text(i) && recovery_.fragments[i].role == Role::body) front_.push_back(i);
        for (std::size_t k = 0; k < front_.size(); ++k) read(k);
        for (std::size_t i : imprint_) read_contact(recovery_.fragments[i]);
        find_publisher();
        write_title_as_text();
        for (std::size_t i : imprint_) add_imprint(i);
    }

  private:
    Recovery& recovery_;
    model::Metadata& metadata_;
    std::vector<std::size_t> front_, imprint_;
    std::set<std::string> known_; // words that the metadata say already
    std::optional<std::size_t> title_, subtitle_;

    [[nodiscard]] Fragment const& at(std::size_t i) const { return recovery_.fragments[i]; }

    void take(std::size_t i, std::string const& key) {
        known_.insert(at(i).words.begin(), at(i).words.end());
        recovery_.drop(i, Role::front, "metadata: " + key);
        recovery_.decide(DecisionCode::metadata_guessed, at(i).span(), {}, key,
                         "its look and place before the first article", 0.85, "keep");
    }

    void read(std::size_t k) {
        std::size_t const i = front_[k];
        Fragment const& fragment = at(i);
        if (fragment.role == Role::separator) return;
        recovery_.fragments[i].role = Role::front;
        bool const keep = recovery_.orders.says(manuscript::Action::keep, fragment);
        if (keep || fragment.length > 200 || is_behind_contents(i)) return keep_text(i, keep);
        if (take_contact(i) || take_issue(i) || take_date(i) || take_repetition(i)) return;
        if (fragment.contact || (looks_like_paragraph(fragment) && fragment.length > 130)) return keep_text(i, false);
        if (!title_) {
            title_ = i;
            metadata_.title = fragment.shown;
            return take(i, "title");
        }
        if (!subtitle_ && is_subtitle(k)) {
            subtitle_ = i;
            metadata_.subtitle = fragment.shown;
            return take(i, "subtitle");
        }
        add_cover_lines(i);
    }

    [[nodiscard]] bool is_behind_contents(std::size_t i) const {
        return recovery_.contents_end > recovery_.contents_begin && i >= recovery_.contents_end;
    }
    void keep_text(std::size_t i, bool ordered) {
        if (!ordered && take_repetition(i)) return;
        imprint_.push_back(i);
    }

    /// The line below the title, if it tells what the publication is and is no teaser.
    [[nodiscard]] bool is_subtitle(std::size_t k) const {
        if (k == 0 || front_[k - 1] != *title_ || at(front_[k]).length > 160) return false;
        if (matches_article(at(front_[k]).words)) return false;
        return at(front_[k]).gap <= std::max(1, recovery_.usual_gap) + 1;
    }
    [[nodiscard]] bool matches_article(std::vector<std::string> const& words) const {
        if (words.size() < 3) return false;
        if (match_contents(recovery_, words)) return true;
        return std::any_of(recovery_.articles.begin(), recovery_.articles.end(), [&](ArticlePlaces const& article) {
            std::vector<std::string> const& title = article.title.empty() ? words : at(article.title.front()).words;
            return !article.title.empty() && title.size() >= words.size() &&
                   std::equal(words.begin(), words.end(), title.begin());
        });
    }

    bool take_contact(std::size_t i) {
        Fragment const& fragment = at(i);
        if (!fragment.contact || fragment.word_count > 6 || fragment.shown.find(' ') != std::string::npos) return false;
        bool const mail = fragment.shown.find('@') != std::string::npos;
        (mail ? metadata_.contact.email : metadata_.contact.website) = fragment.shown;
        take(i, mail ? "contact.email" : "contact.website");
        return true;
    }

    bool take_issue(std::size_t i) {
        Fragment const& fragment = at(i);
        auto const place = manuscript::find_label(Label::issue, fragment.shown);
        if (!place || fragment.length > 100 || !metadata_.issue.number.empty()) return false;
        std::string_view const shown = fragment.shown;
        std::string_view const label = shown.substr(place.begin, place.length);
        std::size_t const digits = label.find_first_of("0123456789");
        if (digits == std::string_view::npos) return false;
        std::size_t const stop = label.find_first_not_of("0123456789", digits);
        metadata_.issue.number = label.substr(digits, stop == std::string_view::npos ? stop : stop - digits);
        std::string_view series = shown.substr(0, place.begin);
        while (!series.empty() && !is_word_character(character_before(series, series.size()))) {
            std::size_t end = series.size();
            previous_character(series, end);
            series = series.substr(0, end);
        }
        if (!series.empty() && !metadata_.title.empty() && series.size() < 40) metadata_.issue.series = series;
        auto const dates = manuscript::find_dates(shown);
        if (!dates.empty()) metadata_.issue.date = dates.back().date;
        take(i, "issue.number");
        return true;
    }

    bool take_date(std::size_t i) {
        Fragment const& fragment = at(i);
        auto const dates = manuscript::find_dates(fragment.shown);
        if (dates.empty() || fragment.shown.size() > dates.back().end - dates.front().begin + 14) return false;
        if (!metadata_.issue.date) metadata_.issue.date = dates.back().date;
        take(i, "issue.date");
        return true;
    }

    /// A second head, of the page with the contents: every word was there before.
    bool take_repetition(std::size_t i) {
        Fragment const& fragment = at(i);
        if (fragment.words.size() < 2 || known_.empty()) return false;
        auto const same =
            static_cast<std::size_t>(std::count_if(fragment.words.begin(), fragment.words.end(),
                                                   [&](std::string const& word) { return known_.contains(word); }));
        bool const issue = bool(manuscript::find_label(Label::issue, fragment.shown)) ||
                           !manuscript::find_dates(fragment.shown).empty();
        if (same * 10 < fragment.words.size() * (issue ? 6 : 10) || fragment.length > 300) return false;
        recovery_.drop(i, Role::furniture, "repeated title");
        recovery_.decide(DecisionCode::furniture_dropped, fragment.span(), {}, "dropped as a repeated title",
                         "its words stand in the lines before", 0.85, "keep");
        return true;
    }

    /// Teasers; a line may hold several with a sign between.
    void add_cover_lines(std::size_t i) {
        std::string_view rest = at(i).shown;
        if (at(i).marker.form == MarkerForm::bullet) rest.remove_prefix(std::min(at(i).marker.end, rest.size()));
        recovery_.fragments[i].name = "cover line";
        bool all = true;
        while (!rest.empty()) {
            std::size_t cut = std::string_view::npos, width = 0;
            for (std::string_view const sign : {" * ", " • ", " | ", " · "})
                if (std::size_t const place = rest.find(sign); place < cut) cut = place, width = sign.size();
            std::string_view const line = rest.substr(0, cut);
            std::size_t const begin = std::min(line.find_first_not_of(' '), line.size());
            if (begin < line.size()) {
                metadata_.cover.lines.emplace_back(line.substr(begin));
                all = all && matches_article(manuscript::words(line));
            }
            if (cut == std::string_view::npos) break;
            rest.remove_prefix(cut + width);
        }
        recovery_.decide(all ? DecisionCode::metadata_guessed : DecisionCode::toc_title_differs, at(i).span(), {},
                         "kept as a line of the cover",
                         all ? "a short line before the contents" : "no article has this title", all ? 0.9 : 0.85,
                         "drop");
    }

    void read_contact(Fragment const& fragment) {
        if (fragment.length > 300) return;
        std::string_view const shown = fragment.shown;
        std::string word;
        for (std::size_t begin = 0; begin < shown.size();) {
            std::size_t const end = std::min(shown.find(' ', begin), shown.size());
            std::string_view token = shown.substr(begin, end - begin);
            while (!token.empty() && std::string_view(".,;)(").find(token.back()) != std::string_view::npos)
                token.remove_suffix(1);
            if (token.find('@') != std::string_view::npos && token.find('.') != std::string_view::npos &&
                metadata_.contact.email.empty())
                metadata_.contact.email = token;
            else if ((token.starts_with("www.") || token.starts_with("http")) && metadata_.contact.website.empty() &&
                     fragment.length < 120)
                metadata_.contact.website = token;
            else if (token.starts_with('+') && token.size() >= 5 && metadata_.contact.phone.empty())
                metadata_.contact.phone =
                    shown.substr(begin, shown.find_first_not_of("+-0123456789 ()/", begin) - begin);
            begin = end + 1;
        }
        while (metadata_.contact.phone.ends_with(' ')) metadata_.contact.phone.pop_back();
    }

    /// A name in capitalised words with its short form in brackets: "Workers' League (WL)".
    void find_publisher() {
        for (std::size_t i : imprint_) {
            std::string_view const shown = at(i).shown;
            for (std::size_t open = shown.find('('); open != std::string_view::npos; open = shown.find('(', open + 1)) {
                std::size_t const close = shown.find(')', open);
                if (close == std::string_view::npos || close - open < 3 || close - open > 9) continue;
                std::string_view const brief = shown.substr(open + 1, close - open - 1);
                if (!std::all_of(brief.begin(), brief.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) continue;
                std::size_t begin = name_before(shown, open);
                if (begin == open) continue;
                metadata_.publisher = shown.substr(begin, close + 1 - begin);
                return;
            }
        }
    }
    static std::size_t name_before(std::string_view shown, std::size_t open) {
        std::size_t begin = open, words = 0;
        while (begin > 1) {
            std::size_t word = begin - 1;
            while (word > 0 && shown[word - 1] != ' ') --word;
            if (!is_upper(character_at(shown, word))) break;
            begin = word;
            ++words;
        }
        return words >= 2 ? begin : open;
    }

    /// "THE LONG ROAD" is "The Long Road" where the imprint writes it so.
    void write_title_as_text() {
        if (!title_ || !at(*title_).capitals) return;
        std::vector<std::string> const& words = at(*title_).words;
        for (std::size_t i : imprint_) {
            std::string_view const shown = at(i).shown;
            if (shown.size() < metadata_.title.size()) continue;
            std::string_view const start = shown.substr(0, metadata_.title.size());
            if (manuscript::words(start) == words) {
                metadata_.title = start;
                return;
            }
        }
    }

    void add_imprint(std::size_t i) {
        Group const group = single_group(recovery_, i);
        InlineText const text = read_group(recovery_, group, false);
        model::Inlines content =
            settle_calls(text, std::vector<std::vector<model::NoteId>>(text.calls.size()), recovery_.result->dropped);
        recovery_.result->document.imprint.push_back({model::Paragraph{std::move(content), ""}, at(i).span()});
    }
};

} // namespace

void read_front_matter(Recovery& recovery) { FrontReader(recovery).run(); }

} // namespace quoin::recover
