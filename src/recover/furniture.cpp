#include "recover/recovery.hpp"

#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

bool is_figures(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The number of a line that is nothing but a page number: "12", "- 12 -", "Page 12 of 40"; 0 otherwise.
int page_number(Fragment const& fragment) {
    if (fragment.length > 16) return 0;
    std::vector<std::string> const& words = fragment.words;
    if (words.empty() || words.size() > 4) return 0;
    bool const labelled = words.size() > 1 && bool(manuscript::find_label(manuscript::Label::page, fragment.shown));
    std::string const& figures = is_figures(words.front()) ? words.front() : words.size() > 1 ? words[1] : words[0];
    if (!is_figures(figures) || figures.size() > 4) return 0;
    if (words.size() == 1)
        return fragment.shown.find_first_of("()[]¹²³") == std::string::npos || figures.size() > 2 ? std::stoi(figures)
                                                                                                  : 0;
    bool const of = words.size() == 2 && is_figures(words[1]) && fragment.shown.find('/') != std::string::npos;
    return labelled || of ? std::stoi(figures) : 0;
}

/// Whether a sentence goes over the fragment: what stands before is open, what follows begins in lower case.
bool interrupts(Recovery const& recovery, std::size_t index) {
    auto const before = recovery.previous_text(index);
    auto const after = recovery.next_text(index);
    if (!before || !after) return false;
    Fragment const &left = recovery.fragments[*before], &right = recovery.fragments[*after];
    return left.ending != Ending::closed && left.length >= 50 && right.beginning == Beginning::lower &&
           right.length >= 30;
}

void tell_dropped(Recovery& recovery, std::vector<std::size_t> const& found, std::string const& name,
                  double confidence) {
    if (found.empty()) return;
    recovery.decide(DecisionCode::furniture_dropped, recovery.fragments[found.front()].span(),
                    recovery.fragments[found.back()].span(),
                    "dropped " + std::to_string(found.size()) + (found.size() == 1 ? " line" : " lines") + " as " +
                        name,
                    "they repeat from page to page", confidence, "keep");
}

/// Lines that are numbers: of pages where one stands in a sentence or at a page's edge, or where they do not count on as
/// the numbers of sections do.
std::vector<std::size_t> find_page_numbers(Recovery& recovery) {
    std::vector<std::size_t> found;
    int previous = 0;
    std::size_t edges = 0, steps = 0;
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        Fragment const& fragment = recovery.fragments[i];
        int const number = recovery.is_text(i) ? page_number(fragment) : 0;
        if (number == 0 || recovery.orders.says(manuscript::Action::keep, fragment)) continue;
        bool const edge = fragment.page_break || interrupts(recovery, i) ||
                          (i + 1 < recovery.fragments.size() && recovery.fragments[i + 1].page_break);
        edges += edge ? 1 : 0;
        steps += number == previous + 1 ? 1 : 0;
        previous = number;
        found.push_back(i);
    }
    bool const sections = edges == 0 && steps == found.size(); // 1, 2, 3 … between complete paragraphs
    if (sections || (edges == 0 && found.size() < 3)) return {};
    for (std::size_t i : found) recovery.drop(i, Role::furniture, "page number");
    return found;
}

/// Words without figures: what stays the same of a running head from page to page.
std::string head_key(Fragment const& fragment, bool& numbered) {
    std::string key;
    for (std::string const& word : fragment.words) {
        if (!is_figures(word)) key += word + ' ';
    }
    // A page's number stands at one end.
    auto is_page = [](std::string const& word) { return is_figures(word) && word.size() <= 3; };
    numbered = !fragment.words.empty() && (is_page(fragment.words.front()) || is_page(fragment.words.back()));
    return key;
}

struct RunningHead {
    std::vector<std::size_t> all, sure; // `sure`: with a page's number, at a page's edge, or within a sentence
};

/// "3 Ibid." between "2 …" and "4 …": notes and items of a list count on from line to line, pages do not.
bool counts_on(Recovery const& recovery, std::size_t index) {
    Marker const& marker = recovery.fragments[index].marker;
    if (!marker) return false;
    auto fits = [&](std::optional<std::size_t> other, int number) {
        if (!other) return false;
        Marker const& next = recovery.fragments[*other].marker;
        return next.form == marker.form && next.number == number;
    };
    return fits(recovery.next_text(index), marker.number + 1) || fits(recovery.previous_text(index), marker.number - 1);
}

std::map<std::string, RunningHead> collect_heads(Recovery const& recovery) {
    std::map<std::string, RunningHead> heads;
    auto at_edge = [&](std::size_t i) {
        auto edge = [&](std::size_t other) {
            return other < recovery.fragments.size() && recovery.fragments[other].name == "page number";
        };
        return recovery.fragments[i].page_break || (i > 0 && edge(i - 1)) || edge(i + 1) ||
               (i + 1 < recovery.fragments.size() && recovery.fragments[i + 1].page_break);
    };
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        Fragment const& fragment = recovery.fragments[i];
        if (!recovery.is_text(i) || fragment.length > 100 || fragment.advertises || fragment.sells ||
            fragment.word_count == 0)
            continue;
        if (fragment.marker.form == MarkerForm::dot || fragment.marker.form == MarkerForm::bullet) continue;
        if (manuscript::find_label(manuscript::Label::notes, fragment.shown) || counts_on(recovery, i)) continue;
        bool numbered = false;
        std::string const key = head_key(fragment, numbered);
        if (key.empty()) continue;
        RunningHead& head = heads[key];
        head.all.push_back(i);
        if (numbered || at_edge(i) || interrupts(recovery, i)) head.sure.push_back(i);
    }
    return heads;
}

void find_running_heads(Recovery& recovery) {
    std::vector<std::size_t> dropped;
    for (auto const& [key, head] : collect_heads(recovery)) {
        if (head.sure.size() < 3 || head.sure.size() * 10 < head.all.size() * 6) continue;
        for (std::size_t i : head.sure) {
            if (recovery.orders.says(manuscript::Action::keep, recovery.fragments[i])) continue;
            recovery.drop(i, Role::furniture, "running head");
            dropped.push_back(i);
        }
    }
    std::sort(dropped.begin(), dropped.end());
    tell_dropped(recovery, dropped, "running heads", 0.9);
}

void drop_ordered(Recovery& recovery) {
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i)
        if (recovery.is_text(i) && recovery.orders.within_range(manuscript::Action::drop, recovery.fragments[i]))
            recovery.drop(i, Role::furniture, "dropped by import.toml");
}

bool is_separator(std::string_view shown) {
    std::size_t signs = 0;
    for (char const c : shown) {
        if (c == ' ') continue;
        if (std::string_view("*-_=~#.+•·").find(c) == std::string_view::npos && (static_cast<unsigned char>(c) < 0x80))
            return false;
        ++signs;
    }
    return signs > 0;
}

} // namespace

void find_page_furniture(Recovery& recovery) {
    drop_ordered(recovery);
    tell_dropped(recovery, find_page_numbers(recovery), "page numbers", 0.9);
    find_running_heads(recovery);
}

void find_separators(Recovery& recovery) {
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i) {
        Fragment& fragment = recovery.fragments[i];
        std::string_view const raw = raw_text(recovery.text, fragment);
        if (!recovery.is_text(i) || raw.size() > 60 || !manuscript::words(raw).empty()) continue;
        if (is_separator(raw)) fragment.role = Role::separator;
    }
}

} // namespace quoin::recover
