#pragma once
// What the character before and after a place is.

#include <cstddef>
#include <string_view>

namespace quoin::recover {

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

} // namespace quoin::recover
