#include "recover/titles.hpp"

#include "manuscript/find_dates.hpp"
#include "manuscript/label_words.hpp"
#include "recover/word_lists.hpp"

#include <algorithm>

namespace quoin::recover {

using manuscript::Action;

bool TitleFinder::may_be_title(std::size_t u, std::size_t most_characters) const {
    Fragment const& fragment = head(u);
    if (fragment.role != Role::body || units_[u].length > most_characters || fragment.word_count == 0) return false;
    if (fragment.contact || fragment.advertises || fragment.sells || fragment.beginning == Beginning::lower)
        return false;
    if (fragment.marker && fragment.marker.form != MarkerForm::bare && fragment.marker.form != MarkerForm::roman)
        return false;
    if (manuscript::find_label(manuscript::Label::issue, fragment.shown) && fragment.length < 40) return false;
    auto const dates = manuscript::find_dates(fragment.shown);
    if (!dates.empty() && fragment.shown.size() < dates.back().end - dates.front().begin + 12) return false;
    return fragment.ending != Ending::hyphen;
}

/// Whether `upper` is the title of what then is a subtitle, and not the end of what stands before.
bool TitleFinder::title_stands_above(std::size_t upper, std::size_t lower) const {
    if (recovery_.orders.says(Action::title, head(upper))) return true;
    if (recovery_.orders.says(Action::title, head(lower)) || recovery_.orders.says(Action::not_title, head(upper)))
        return false;
    if (!may_be_title(upper, 250)) return false;
    Unit const &a = units_[upper], &b = units_[lower];
    BylineLook const look = look_for_byline(a.shown, a.length);
    if (look.by || look.collective || look.day) return false;
    if (match_contents(recovery_, a.words)) return true;
    if (auto const entry = match_contents(recovery_, b.words); entry && b.length < 200) return false;
    if (head(upper).ending == Ending::comma || a.shown.ends_with('.')) return false;
    // A line that ends of its own will may be a title's first one, whatever it looks like by itself.
    if (head(upper).lines == LineGroup::Kind::paragraph && !looks_like_title(head(upper), 250)) return false;
    if (b.gap > a.gap && b.gap > recovery_.usual_gap) return false;
    if (b.length > 250) return true;
    if (head(upper).italic && !head(lower).italic) return false;
    if (a.words.size() == 1 && b.words.size() > 3 && b.length < 60) return false;
    bool const follows_text = upper == 0 || head(upper - 1).role != Role::body ||
                              looks_like_paragraph(head(upper - 1)) || head(upper - 1).sells || head(upper - 1).contact;
    if (follows_text) return true;
    // Among other short lines only what looks like a title with its subtitle is one.
    return a.gap > b.gap || b.length > a.length + 15 || head(upper).bold || head(upper).capitals;
}

void TitleFinder::set(TitleBlock& block, std::size_t title, std::size_t subtitle_begin,
                      std::size_t subtitle_end) const {
    block.begin = title;
    block.title = units_[title].fragments;
    block.title_words = units_[title].words;
    for (std::size_t u = subtitle_begin; u < subtitle_end; ++u)
        block.subtitle.insert(block.subtitle.end(), units_[u].fragments.begin(), units_[u].fragments.end());
    if (block.subtitle.empty()) split(block);
}

/// A title and a subtitle on lines that touch look like a title over two lines. The contents may know; else a first line
/// that is long enough and complete is a title by itself.
void TitleFinder::split(TitleBlock& block) const {
    if (block.title.size() < 2) return;
    Fragment const& first = recovery_.fragments[block.title[0]];
    Fragment const& second = recovery_.fragments[block.title[1]];
    if (recovery_.orders.says(Action::subtitle, second)) {
        block.subtitle.assign(block.title.begin() + 1, block.title.end());
    } else {
        std::size_t rest = 0;
        for (std::size_t i = 1; i < block.title.size(); ++i) rest += recovery_.fragments[block.title[i]].length;
        bool const open = first.ending == Ending::colon || first.ending == Ending::dash ||
                          first.ending == Ending::comma || is_function_word(last_word(first.shown)) ||
                          second.beginning == Beginning::lower;
        if (open || rest < 50 || rest < first.length + 20) return;
        block.subtitle.assign(block.title.begin() + 1, block.title.end());
    }
    block.title.resize(1);
    block.title_words = first.words;
}

bool TitleFinder::find_above(std::size_t byline, TitleBlock& block) const {
    if (byline == 0) return false;
    std::size_t const lower = byline - 1;
    if (!may_be_title(lower, 700)) return false;
    if (units_[byline].gap > 5 && units_[byline].gap > recovery_.usual_gap + 3) return false;
    bool const ordered = recovery_.orders.says(Action::title, head(lower));
    bool const is_text =
        units_[lower].length > 250 || (units_[lower].length > 160 && units_[lower].shown.ends_with('.'));
    bool const above = !ordered && lower > 0 && title_stands_above(lower - 1, lower);
    if (!above) {
        if (is_text) return false;
        set(block, lower, lower, lower);
        return true;
    }
    std::size_t title = lower - 1;
    // A third line counts only where the contents know it.
    if (title > 0 && may_be_title(title - 1, 200) && !match_contents(recovery_, units_[title].words) &&
        match_contents(recovery_, units_[title - 1].words))
        --title;
    set(block, title, title + 1, byline);
    return true;
}

void TitleFinder::begin_at(std::size_t first, TitleBlock& block) const {
    std::size_t next = first + 1;
    auto short_line = [&](std::size_t u) {
        return u < units_.size() && may_be_title(u, 300) && !looks_like_paragraph(head(u)) && !head(u).marker &&
               units_[u].gap <= std::max(2, units_[first].gap);
    };
    std::size_t subtitle_end = next;
    if (short_line(next) && short_line(next + 1) && looks_like_names(units_[next].shown)) {
        // names, then something short: a heading
    } else if (short_line(next) && !looks_like_names(units_[next].shown) &&
               (units_[next].length > 60 || recovery_.orders.says(Action::subtitle, head(next)) ||
                short_line(next + 1))) {
        subtitle_end = ++next;
    }
    set(block, first, first + 1, subtitle_end);
    if (next < units_.size() && short_line(next) && looks_like_names(units_[next].shown) && units_[next].length < 70 &&
        !head(next).capitals) {
        block.byline = units_[next].fragments;
        ++next;
    }
    block.body = next;
}

} // namespace quoin::recover
