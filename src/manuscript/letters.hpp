#pragma once
// What kind of character stands at a place.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoin::manuscript {

/// The character that ends before `at`, moved to its first byte; 0 at the start.
char32_t previous_character(std::string_view text, std::size_t& at);
/// The character before and at a place; 0 at the ends.
char32_t character_before(std::string_view text, std::size_t at);
char32_t character_at(std::string_view text, std::size_t at);

bool is_space(char32_t);       // no-break spaces too; the ends of a text (0) as well
bool is_punctuation(char32_t); // and symbols
bool is_word_character(char32_t);
bool is_digit(char32_t);
bool is_upper(char32_t); // titlecase too
bool is_lower(char32_t);
/// Simple case folding: one character stays one.
char32_t fold(char32_t);
/// The text with each character folded; not normalised.
std::string fold_case(std::string_view text);
/// Where `what`, which is folded already, ends when it begins at `at`; nothing when it does not stand there.
std::optional<std::size_t> match_folded(std::string_view text, std::size_t at, std::string_view what);

} // namespace quoin::manuscript
