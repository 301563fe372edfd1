#include "text/hyphenate.hpp"

#include "base/utf8.hpp"
#include "text/protrusion.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <unicode/uchar.h>

namespace quoin::text {

namespace {

constexpr std::size_t least_capitals = 6; // shorter words in capitals are names of things: NATO
constexpr std::size_t longest_asked = 90; // libhyphen's buffers; longer "words" are no words
constexpr HyphenPoints no_points{};

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    auto const code = static_cast<UChar32>(c);
    return u_isalpha(code) != 0 || u_charType(code) == U_NON_SPACING_MARK;
}

bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }

bool looks_like_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos ||
           text.substr(0, 4) == "www.";
}

bool all_capitals(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const c = static_cast<UChar32>(next_character(text, at));
        if (u_islower(c) != 0) return false;
    }
    return true;
}

struct Letters {
    std::u32string lower;
    std::vector<std::size_t> offsets; // byte offset of each letter, and the end
};

Letters letters_of(std::string_view text, LetterStretch const& stretch) {
    Letters letters;
    letters.lower.reserve(stretch.end - stretch.begin);
    letters.offsets.reserve(stretch.end - stretch.begin + 1);
    for (std::size_t at = stretch.begin; at < stretch.end;) {
        letters.offsets.push_back(at);
        letters.lower.push_back(static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_character(text, at)))));
    }
    letters.offsets.push_back(stretch.end);
    return letters;
}

std::uint8_t small(std::size_t count) { return static_cast<std::uint8_t>(std::min<std::size_t>(count, 255)); }

/// Calls each(letters, place, index of the letter after the break) for the places of a stretch.
template <typename Each>
void for_each_place(std::string_view text, LetterStretch const& stretch, Dictionary const& dictionary, Each each) {
    Letters const letters = letters_of(text, stretch);
    if (letters.lower.size() < least_capitals && all_capitals(text.substr(stretch.begin, stretch.end - stretch.begin)))
        return;
    for (std::size_t begin = 0; begin < letters.lower.size(); begin += longest_asked) {
        auto const part = std::u32string_view(letters.lower).substr(begin, longest_asked);
        for (HyphenPlace const& place : dictionary.places(part)) each(letters, place, begin + place.letters);
    }
}

/// Finds widths and hangs of the halves; works on one word.
class PointMaker {
  public:
    PointMaker(ShapedWord const& word, WordCache const& cache) : word_(word), context_(*word.context), cache_(cache) {}

    HyphenPoint make(Letters const& letters, HyphenPlace const& place, std::size_t index,
                     LetterStretch const& stretch) {
        HyphenPoint point;
        point.offset = static_cast<std::uint16_t>(letters.offsets[index]);
        point.left = small(index);
        point.right = small(letters.lower.size() - index);
        point.level = place.level;
        point.in_compound = stretch.in_compound;
        if (!place.before.empty() || !place.after.empty())
            change(point, letters, place, index);
        else
            measure(point);
        point.hang_right = static_cast<std::int16_t>(context_.hyphen_width * hang_right_per_mille(U'\u00AD') / 1000);
        return point;
    }

  private:
    // The break changes the word (Hungarian "asszony" → "asz-szony"): both halves are texts of their own.
    void change(HyphenPoint& point, Letters const& letters, HyphenPlace const& place, std::size_t index) {
        std::size_t const base = index - place.letters;
        std::size_t const from = letters.offsets[base + place.replaced_from];
        std::size_t const to = letters.offsets[std::min(base + place.replaced_to, letters.lower.size())];
        point.changes_word = true;
        point.before = keep(std::string(word_.text.substr(0, from)) + place.before + std::string(set_hyphen));
        point.after = keep(place.after + std::string(word_.text.substr(to)));
        take_shaped(point, point.before, point.after);
    }

    void measure(HyphenPoint& point) {
        std::size_t split = 0;
        while (split < word_.glyphs.size() && word_.glyphs[split].cluster < point.offset) ++split;
        bool const clean = split < word_.glyphs.size() && word_.glyphs[split].cluster == point.offset &&
                           !word_.glyphs[split].unsafe_to_break && !context_.right_to_left;
        if (!clean) { // a ligature or a kern over the break: shape the halves
            take_shaped(point, std::string(word_.text.substr(0, point.offset)) + std::string(set_hyphen),
                        word_.text.substr(point.offset));
            return;
        }
        std::int32_t const left = width_of(word_.glyphs.subspan(0, split));
        std::size_t last = point.offset - 1U;
        while ((static_cast<unsigned char>(word_.text[last]) & 0xC0U) == 0x80U) --last;
        point.before_width =
            left + context_.hyphen_width + edge_kerns(context_, next_character(word_.text, last)).before_hyphen;
        point.after_width = word_.width - left;
        if (context_.tracked) {
            point.before_slots =
                static_cast<std::uint16_t>(split + 1); // marks of a cluster count once too often: no matter
            point.after_slots = static_cast<std::uint16_t>(word_.slots - std::min<std::size_t>(word_.slots, split));
        }
        hang_left(point, word_.text.substr(point.offset), word_.glyphs[split].advance);
    }

    void take_shaped(HyphenPoint& point, std::string_view before, std::string_view after) {
        auto const left = shape(context_, before);
        point.before_width = width_of(left);
        point.before_slots = context_.tracked ? static_cast<std::uint16_t>(left.size()) : std::uint16_t{0};
        auto const right = shape(context_, after);
        point.after_width = width_of(right);
        point.after_slots = context_.tracked ? static_cast<std::uint16_t>(right.size()) : std::uint16_t{0};
        if (!right.empty()) hang_left(point, after, right.front().advance);
    }

    static void hang_left(HyphenPoint& point, std::string_view after, std::int32_t advance) {
        std::size_t at = 0;
        int const per_mille = hang_left_per_mille(next_character(after, at));
        if (per_mille > 0) point.hang_left = static_cast<std::int16_t>(advance * per_mille / 1000);
    }

    std::string_view keep(std::string const& text) {
        auto* memory = static_cast<char*>(cache_.allocate(text.size(), 1));
        std::memcpy(memory, text.data(), text.size());
        return {memory, text.size()};
    }

    ShapedWord const& word_;
    ShapeContext const& context_;
    WordCache const& cache_;
};

HyphenPoints const* find_points(ShapedWord const& word, Dictionary const& dictionary, WordCache const& cache) {
    std::vector<HyphenPoint> points;
    PointMaker maker(word, cache);
    for (LetterStretch const& stretch : letter_stretches(word.text))
        for_each_place(word.text, stretch, dictionary,
                       [&](Letters const& letters, HyphenPlace const& place, std::size_t index) {
                           points.push_back(maker.make(letters, place, index, stretch));
                       });
    if (points.empty()) return &no_points;
    auto* row = static_cast<HyphenPoint*>(cache.allocate(points.size() * sizeof(HyphenPoint), alignof(HyphenPoint)));
    std::uninitialized_copy(points.begin(), points.end(), row);
    return new (cache.allocate(sizeof(HyphenPoints), alignof(HyphenPoints))) HyphenPoints{{row, points.size()}};
}

} // namespace

std::vector<LetterStretch> letter_stretches(std::string_view text) {
    if (looks_like_address(text)) return {};
    std::vector<LetterStretch> stretches;
    bool in_word = false, compound = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        char32_t const c = next_character(text, at);
        if (is_digit(c)) return {};
        bool const letter = is_letter(c);
        if (letter && !in_word) stretches.push_back({begin, at, false});
        if (letter) stretches.back().end = at;
        compound = compound || (is_hyphen(c) && !stretches.empty() && at < text.size());
        in_word = letter;
    }
    for (LetterStretch& stretch : stretches) stretch.in_compound = compound;
    return stretches;
}

HyphenPoints const& hyphen_points(ShapedWord const& word, Dictionary const* dictionary, WordCache const& cache) {
    if (dictionary == nullptr) return no_points;
    HyphenPoints const* known = word.hyphens.load(std::memory_order_acquire);
    if (known == nullptr) {
        // Two threads may both find them; they find the same, and the first one's stay.
        HyphenPoints const* found = find_points(word, *dictionary, cache);
        if (word.hyphens.compare_exchange_strong(known, found, std::memory_order_acq_rel)) known = found;
    }
    return *known;
}

std::vector<TextHyphen> hyphens_of_text(std::string_view text, Dictionary const& dictionary) {
    std::vector<TextHyphen> hyphens;
    for (LetterStretch const& stretch : letter_stretches(text))
        for_each_place(text, stretch, dictionary,
                       [&](Letters const& letters, HyphenPlace const& place, std::size_t index) {
                           if (!place.before.empty() || !place.after.empty())
                               return; // changes in a word of two styles: not broken
                           hyphens.push_back({letters.offsets[index], small(index), small(letters.lower.size() - index),
                                              place.level, stretch.in_compound});
                       });
    return hyphens;
}

} // namespace quoin::text
