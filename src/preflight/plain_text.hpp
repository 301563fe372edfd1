#pragma once
// Text as proofs compare it: without spaces and without what nobody sees, since both depend on the edition's way of
// writing lines, and no letter does.

#include <string>
#include <string_view>

namespace quoin::preflight {

/// Appends UTF-8 without spaces, soft hyphens and joiners.
void append_plain(std::string& to, std::string_view text);
/// Appends the letters alone, small: what is left of a sentence in every edition, whatever its marks, numbers and case.
void append_letters(std::string& to, std::string_view text);

/// The same text in small letters.
std::string in_small_letters(std::string_view text);

/// A text string of PDF (ISO 32000-1, 7.9.2.2) as UTF-8.
std::string from_text_string(std::string_view bytes);

} // namespace quoin::preflight
