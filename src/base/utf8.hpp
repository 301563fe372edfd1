#pragma once
// The little of UTF-8 that every stage needs. Whatever asks for properties of characters uses ICU in its own folder.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoin {

/// Offset of the first byte that is not well-formed UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view);
/// A character beyond ASCII; for next_character.
char32_t next_long_character(std::string_view text, std::size_t& at);
/// The character at `at`, which is moved behind it. The text must be well formed and `at` inside it.
inline char32_t next_character(std::string_view text, std::size_t& at) {
    auto const lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? (++at, lead) : next_long_character(text, at);
}
void append_utf8(std::string& to, char32_t character);
/// "U+00F6".
std::string code_point_name(char32_t);

} // namespace quoin
