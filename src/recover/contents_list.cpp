#include "recover/recovery.hpp"

#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;
using manuscript::Label;

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Where a page number begins at the line's end: "p. 12", "....... 12"; npos when there is none.
std::size_t page_at_end(std::string_view shown) {
    if (auto const place = manuscript::find_label(Label::page, shown)) return place.begin;
    std::size_t digits = shown.size();
    while (digits > 0 && is_digit_byte(shown[digits - 1])) --digits;
    if (digits == shown.size() || shown.size() - digits > 3) return std::string_view::npos;
    std::size_t leader = digits;
    while (leader > 0 && shown[leader - 1] == ' ') --leader;
    std::size_t const dots_end = leader;
    while (leader > 0 && (shown[leader - 1] == '.' || shown[leader - 1] == ' ' || shown[leader - 1] == '_')) --leader;
    if (dots_end - leader >= 3) return leader;
    if (shown.substr(0, dots_end).ends_with("…")) return dots_end - std::string_view("…").size();
    return std::string_view::npos;
}

/// A bare number at one end, good enough below a heading "Contents".
bool has_bare_number(Fragment const& fragment) {
    if (fragment.length > 250 || fragment.word_count < 2) return false;
    // A year is no page.
    std::string_view const shown = fragment.shown;
    std::size_t const front = std::min(shown.find_first_not_of("0123456789"), shown.size());
    std::size_t const back = shown.size() - 1 - shown.find_last_not_of("0123456789");
    return (front >= 1 && front <= 3) || (back >= 1 && back <= 3);
}

struct Region {
    std::size_t begin = 0, end = 0, heading = std::string::npos;
};

/// Upwards from the first line that ends in a page number to the first line of its entry.
std::size_t entry_begin(Recovery const& recovery, std::size_t first) {
    Fragments const& fragments = recovery.fragments;
    while (first > 0 && fragments[first].gap == 0 && !(fragments[first].marker.form == MarkerForm::bullet) &&
           recovery.is_text(first - 1) && fragments[first - 1].length < 250)
        --first;
    return first;
}

std::optional<std::size_t> heading_before(Recovery const& recovery, std::size_t first) {
    for (std::size_t back = 1; back <= 4 && back <= first; ++back)
        if (manuscript::find_label(Label::contents, recovery.fragments[first - back].shown)) return first - back;
    return std::nullopt;
}

int page_of(std::string_view shown) {
    std::size_t const begin = shown.find_last_not_of("0123456789");
    std::string_view const digits = shown.substr(begin == std::string_view::npos ? 0 : begin + 1);
    return digits.empty() || digits.size() > 4 ? 0 : std::stoi(std::string(digits));
}

/// Notes end in page numbers too: a list of contents has a heading, or stands before the text; its pages ascend.
bool stands_in_front(Recovery const& recovery, std::vector<std::size_t> const& run) {
    std::size_t ascending = 0, texts = 0, notes = 0;
    int previous = 0;
    for (std::size_t i : run) {
        int const page = page_of(recovery.fragments[i].shown);
        if (page >= previous && page > 0) ++ascending;
        previous = page;
        MarkerForm const form = recovery.fragments[i].marker.form;
        notes += form == MarkerForm::bracket || form == MarkerForm::superscript ? 1 : 0;
    }
    if (ascending * 4 < run.size() * 3 || notes * 2 > run.size()) return false;
    if (heading_before(recovery, run.front())) return true;
    for (std::size_t i = 0; i < run.front(); ++i) texts += recovery.fragments[i].length >= 400 ? 1 : 0;
    return texts <= 4;
}

Region by_page_labels(Recovery const& recovery) {
    std::vector<std::size_t> run;
    auto enough = [&] { return run.size() >= 3 || (run.size() == 2 && heading_before(recovery, run.front())); };
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        Fragment const& fragment = recovery.fragments[i];
        if (!recovery.is_text(i) || fragment.length > 400) continue;
        if (page_at_end(fragment.shown) == std::string_view::npos) continue;
        if (!run.empty() && i - run.back() > 5) {
            if (enough()) break;
            run.clear();
        }
        run.push_back(i);
    }
    if (run.empty() || !enough() || !stands_in_front(recovery, run)) return {};
    Region region{entry_begin(recovery, run.front()), run.back() + 1, std::string::npos};
    if (auto const heading = heading_before(recovery, region.begin))
        region.heading = *heading, region.begin = *heading + 1;
    return region;
}

bool stands_again_later(Recovery const& recovery, std::size_t index) {
    std::vector<std::string> const& words = recovery.fragments[index].words;
    if (words.size() < 2) return false;
    for (std::size_t i = index + 1; i < recovery.fragments.size(); ++i) {
        Fragment const& other = recovery.fragments[i];
        if (other.length > 300 || other.word_count + 2 < words.size()) continue;
        std::vector<std::string> const& later = other.words;
        if (later.size() >= words.size() && std::equal(words.begin(), words.end(), later.begin())) return true;
        if (later.size() >= 3 && later.size() < words.size() && std::equal(later.begin(), later.end(), words.begin()))
            return true;
    }
    return false;
}

/// Below a heading "Contents": lines with numbers at one end, else lines that stand again later.
Region by_heading(Recovery const& recovery) {
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        if (!recovery.is_text(i) || !manuscript::find_label(Label::contents, recovery.fragments[i].shown)) continue;
        std::size_t last_number = i, numbers = 0, last_title = i, titles = 0;
        for (std::size_t j = i + 1; j < recovery.fragments.size() && j <= i + 60; ++j) {
            Fragment const& fragment = recovery.fragments[j];
            if (fragment.length > 300) break;
            if (has_bare_number(fragment) && j - last_number <= 4) last_number = j, ++numbers;
            if (j - last_title <= 3 && titles < 40 && stands_again_later(recovery, j)) last_title = j, ++titles;
        }
        if (numbers >= 3) return {i + 1, last_number + 1, i};
        if (titles >= 2) return {i + 1, last_title + 1, i};
    }
    return {};
}

void add_entries(Recovery& recovery, Region const& region) {
    bool fresh = true;
    bool const paged = [&] {
        for (std::size_t i = region.begin; i < region.end; ++i)
            if (page_at_end(recovery.fragments[i].shown) != std::string_view::npos) return true;
        return false;
    }();
    for (std::size_t i = region.begin; i < region.end; ++i) {
        Fragment const& fragment = recovery.fragments[i];
        if (!recovery.is_text(i)) continue;
        std::string_view shown = fragment.shown;
        std::size_t const page = page_at_end(shown);
        std::size_t const begin = fragment.marker.form == MarkerForm::bullet ? fragment.marker.end : 0;
        if (fresh || fragment.marker.form == MarkerForm::bullet || !paged)
            recovery.contents.push_back({{}, i, i, false});
        ContentsEntry& entry = recovery.contents.back();
        entry.last = i;
        shown = shown.substr(0, page);
        shown.remove_prefix(std::min(begin, shown.size()));
        for (std::string& word : manuscript::words(shown)) entry.words.push_back(std::move(word));
        fresh = page != std::string_view::npos;
    }
}

/// How well the words begin the entry from word `skip` on, 0 … 1.
double likeness(std::vector<std::string> const& title, std::vector<std::string> const& entry, std::size_t skip) {
    std::size_t at = skip, same = 0;
    for (std::string const& word : title) {
        std::size_t const until = std::min(entry.size(), at + 3);
        for (std::size_t next = at; next < until; ++next)
            if (entry[next] == word) {
                ++same;
                at = next + 1;
                break;
            }
    }
    return static_cast<double>(same) / static_cast<double>(title.size());
}

} // namespace

std::optional<std::size_t> match_contents(Recovery const& recovery, std::vector<std::string> const& words) {
    if (words.empty()) return std::nullopt;
    std::size_t letters = 0;
    for (std::string const& word : words) letters += word.size();
    double best = 0;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < recovery.contents.size(); ++i) {
        ContentsEntry const& entry = recovery.contents[i];
        bool const whole = entry.words.size() <= words.size() + 1;
        if (entry.words.empty() || (words.size() < 3 && letters < 12 && !whole)) continue;
        double like = 0;
        if (words.size() <= entry.words.size() + 2) {
            like = likeness(words, entry.words, 0);
            // An author's name may stand before the title.
            for (std::size_t skip = 1; skip <= 6 && words.size() >= 3 && skip + words.size() <= entry.words.size() + 1;
                 ++skip)
                like = std::max(like, likeness(words, entry.words, skip) - 0.06);
        }
        if (entry.words.size() >= 3 && entry.words.size() < words.size())
            like = std::max(like, likeness(entry.words, words, 0) - 0.02);
        if (like > best) best = like, found = i;
    }
    return best >= 0.84 ? found : std::nullopt;
}

void find_contents_list(Recovery& recovery) {
    Region region = by_page_labels(recovery);
    if (region.begin == region.end) region = by_heading(recovery);
    if (region.begin == region.end) return;
    for (std::size_t i = region.begin; i < region.end; ++i)
        if (recovery.orders.says(manuscript::Action::keep, recovery.fragments[i])) return;
    add_entries(recovery, region);
    if (region.heading != std::string::npos) {
        for (std::size_t i = region.heading; i < region.begin; ++i)
            if (recovery.is_text(i)) recovery.drop(i, Role::contents, "contents");
    }
    for (std::size_t i = region.begin; i < region.end; ++i)
        if (recovery.is_text(i)) recovery.drop(i, Role::contents, "contents");
    recovery.contents_begin = region.heading == std::string::npos ? region.begin : region.heading;
    recovery.contents_end = region.end;
    recovery.decide(DecisionCode::furniture_dropped, recovery.fragments[region.begin].span(),
                    recovery.fragments[region.end - 1].span(), "dropped as list of contents",
                    "lines that end in page numbers; the list is made again from the articles", 0.9, "keep");
}

} // namespace quoin::recover
