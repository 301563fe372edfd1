#include "text/text_breaks.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace quoin::text {

namespace {

/// ICU's iterators are costly to open and belong to one thread: one a thread and language.
class Iterators {
  public:
    UBreakIterator* get(std::string const& language) {
        auto& slot = open_[language];
        if (!slot) {
            UErrorCode status = U_ZERO_ERROR;
            std::string const locale = language + "@lb=strict";
            slot.reset(ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &status));
        }
        return slot.get();
    }

  private:
    struct Close {
        void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
    };
    std::map<std::string, std::unique_ptr<UBreakIterator, Close>> open_;
};

// Only these languages have line-break rules of their own in ICU 72; the root's serve all others.
std::string rules_of(std::string const& primary) {
    return primary == "ja" || primary == "zh" || primary == "ko" || primary == "fi" ? primary : "en";
}

template <typename Each>
void for_each_icu_break(std::string_view text, std::string const& rules, Each each) {
    thread_local Iterators iterators;
    UBreakIterator* iterator = iterators.get(rules);
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<int64_t>(text.size()), &status);
    if (iterator == nullptr || U_FAILURE(status) != 0) return;
    ubrk_setUText(iterator, &source, &status);
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
        if (at > 0 && static_cast<std::size_t>(at) < text.size()) each(static_cast<std::size_t>(at));
    utext_close(&source);
}

struct Stretch {
    std::size_t begin, end;
};

bool ends_stretch(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Addresses: runs that say so, and stretches that look like one.
std::vector<Stretch> address_stretches(ParagraphText const& text) {
    std::vector<Stretch> found;
    for (Run const& run : text.runs)
        if (run.address) found.push_back({run.begin, std::min<std::size_t>(run.end, text.text.size())});
    for (std::string_view const sign : {"://", "www."})
        for (std::size_t at = text.text.find(sign); at != std::string::npos; at = text.text.find(sign, at + 1)) {
            std::size_t begin = at, end = at;
            while (begin > 0 && !ends_stretch(text.text[begin - 1])) --begin;
            while (end < text.text.size() && !ends_stretch(text.text[end])) ++end;
            found.push_back({begin, end});
            at = end - 1;
        }
    std::sort(found.begin(), found.end(), [](Stretch const& a, Stretch const& b) { return a.begin < b.begin; });
    std::vector<Stretch> apart;
    for (Stretch const& stretch : found) {
        if (apart.empty() || stretch.begin >= apart.back().end)
            apart.push_back(stretch);
        else
            apart.back().end = std::max(apart.back().end, stretch.end);
    }
    return apart;
}

bool inside(std::vector<Stretch> const& stretches, std::size_t offset) {
    auto const after = std::upper_bound(stretches.begin(), stretches.end(), offset,
                                        [](std::size_t at, Stretch const& stretch) { return at <= stretch.begin; });
    return after != stretches.begin() && offset < std::prev(after)->end;
}

std::vector<std::uint32_t> note_places(ParagraphText const& text) {
    std::vector<std::uint32_t> places;
    for (Mark const& mark : text.marks)
        if (mark.kind == Mark::Kind::note) places.push_back(mark.offset);
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

void add_address_breaks(std::string_view text, std::size_t begin, std::size_t end, std::vector<TextBreak>& breaks) {
    constexpr std::size_t least_part = 2;
    std::size_t const scheme = text.substr(begin, end - begin).find("://");
    std::size_t const first = scheme == std::string_view::npos ? begin + least_part : begin + scheme + 3 + 1;
    for (std::size_t at = first; at + least_part < end; ++at) {
        std::uint16_t price = 0;
        switch (text[at]) {
        case '/':
        case '?': price = 20; break;
        case '&':
        case '=':
        case '#':
        case '@': price = 40; break;
        case '.':
        case '-':
        case '_': price = 60; break;
        default: continue;
        }
        char const next = text[at + 1];
        bool const in_group = next == '/' || next == '.' || next == ' ' || next == '?' || next == '=';
        if (!in_group) breaks.push_back({static_cast<std::uint32_t>(at + 1), BreakKind::address, price});
    }
}

std::vector<TextBreak> find_text_breaks(ParagraphText const& text, FontBook::State const& fonts) {
    std::vector<TextBreak> breaks;
    if (text.runs.empty()) return breaks;
    std::vector<Stretch> const addresses = address_stretches(text);
    std::vector<std::uint32_t> const notes = note_places(text);
    std::size_t run = 0;
    Language const* language = fonts.languages.get(text.runs.front().language);
    for_each_icu_break(text.text, rules_of(language->primary), [&](std::size_t offset) {
        while (run + 1 < text.runs.size() && text.runs[run].end < offset)
            language = fonts.languages.get(text.runs[++run].language);
        if (text.text[offset - 1] == '\n') return;
        if (!addresses.empty() && text.text[offset - 1] != ' ' && inside(addresses, offset)) return;
        if (std::binary_search(notes.begin(), notes.end(), offset)) return; // a note mark never begins a line
        Verdict const verdict = weigh_break(text.text, offset, *language);
        if (!verdict.allowed) return;
        breaks.push_back({static_cast<std::uint32_t>(offset), verdict.kind, verdict.penalty});
    });
    if (addresses.empty()) return breaks;
    for (Stretch const& stretch : addresses) add_address_breaks(text.text, stretch.begin, stretch.end, breaks);
    std::stable_sort(breaks.begin(), breaks.end(),
                     [](TextBreak const& a, TextBreak const& b) { return a.offset < b.offset; });
    breaks.erase(
        std::unique(breaks.begin(), breaks.end(), [](auto const& a, auto const& b) { return a.offset == b.offset; }),
        breaks.end());
    return breaks;
}

} // namespace quoin::text
