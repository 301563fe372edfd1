#pragma once
// What tells one language from another: its script, letters that it alone has, its small words.

#include <span>
#include <string_view>

namespace quoin::manuscript {

/// The most frequent small words of a language, in lower case with spaces between. Words that several languages share
/// stand with each of them and weigh less.
struct LanguageWords {
    std::string_view language; // BCP 47
    std::string_view words;
};
std::span<LanguageWords const> language_words();

/// Letters that tell a language from others of its script, in lower case. `weight`: what a word with one of them counts,
/// where a small word that no other language has counts 1.
struct TellingLetters {
    std::string_view language;
    std::u32string_view letters;
    double weight;
};
std::span<TellingLetters const> telling_letters();

} // namespace quoin::manuscript
