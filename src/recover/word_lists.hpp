#pragma once
// Small words of many languages that tell how a line goes on.

#include <string_view>

namespace quoin::recover {

/// Articles, prepositions and conjunctions: a sentence rarely ends with one. In lower case.
bool is_function_word(std::string_view lower_case_word);
/// "and" in many languages: with an address taken out behind it, it stands at the end of a note.
bool is_conjunction(std::string_view lower_case_word);

} // namespace quoin::recover
