#pragma once
// Characters of the symbol fonts that word processors use instead of Unicode.

#include <cstdint>
#include <string>
#include <string_view>

namespace quoin::office {

/// Whether text in this font stands for other characters than its codes say.
bool is_symbol_font(std::string_view font);

/// The character at `code` (0x20 … 0xFF, or the same at U+F000) of "Symbol", "Wingdings", "Webdings"; empty when it has no
/// counterpart in Unicode. For other fonts, the character itself.
std::string symbol(std::string_view font, std::uint32_t code);

/// Each character replaced; those without a counterpart are counted in `lost`.
std::string symbols(std::string_view font, std::string_view text, int& lost);

} // namespace quoin::office
