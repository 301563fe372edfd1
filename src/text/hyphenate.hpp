#pragma once
// Hyphenation points of a shaped word with the widths of both halves, found once a word and language.

#include "text/dictionary.hpp"
#include "text/word.hpp"

#include <span>
#include <string_view>

namespace quoin::text {

struct HyphenPoint {
    std::uint16_t offset = 0;         // bytes of the word's text before the break
    std::uint8_t left = 0, right = 0; // letters of the word on each side
    std::uint8_t level = 1;
    bool in_compound = false;                       // the word has a hard hyphen already
    bool changes_word = false;                      // `before` and `after` stand for the halves
    std::string_view before, after;                 // text of the halves, the hyphen at the end of `before`
    std::int32_t before_width = 0, after_width = 0; // font units, the hyphen counted
    std::uint16_t before_slots = 0, after_slots = 0;
    std::int16_t hang_left = 0, hang_right = 0;
};

struct HyphenPoints {
    std::span<HyphenPoint const> points;
};

/// A stretch of letters that patterns may be asked about.
struct LetterStretch {
    std::size_t begin = 0, end = 0; // bytes
    bool in_compound = false;
};

/// Letters of a text between signs; empty for what is never hyphenated: words with digits, addresses, short capitals.
std::vector<LetterStretch> letter_stretches(std::string_view text);

/// Points of a whole word. `dictionary` may be null: then there are none.
HyphenPoints const& hyphen_points(ShapedWord const&, Dictionary const*, WordCache const&);

/// Places of a text that is not one shaped word (a word in two styles): byte offsets and letters on each side.
struct TextHyphen {
    std::size_t offset = 0;
    std::uint8_t left = 0, right = 0, level = 1;
    bool in_compound = false;
};
std::vector<TextHyphen> hyphens_of_text(std::string_view text, Dictionary const&);

} // namespace quoin::text
