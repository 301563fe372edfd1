#pragma once
// Where a paragraph's text may break, hyphenation apart: ICU proposes, the rules of typography forbid and price
// (TYPESETTING.md 2.3), addresses have a table of their own.

#include "text/font_state.hpp"
#include "text/paragraph.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoin::text {

enum class BreakKind : std::uint8_t { start, space, soft, hard, zero, address, emergency, forced, end };

struct TextBreak {
    std::uint32_t offset = 0; // bytes; the line ends before it
    BreakKind kind = BreakKind::space;
    std::uint16_t penalty = 0;
};

/// In order. Forced breaks are pieces and not among them.
std::vector<TextBreak> find_text_breaks(ParagraphText const&, FontBook::State const&);

/// A proposal of ICU at `offset` weighed by the rules; `allowed` false takes it back.
struct Verdict {
    bool allowed = true;
    BreakKind kind = BreakKind::space;
    std::uint16_t penalty = 0;
};
Verdict weigh_break(std::string_view text, std::size_t offset, Language const&);

/// Breaks inside an address: after / . ? & = - _ # and @, never within "://".
void add_address_breaks(std::string_view text, std::size_t begin, std::size_t end, std::vector<TextBreak>&);

bool is_short_reference(std::string_view word); // "p.", "Nr.", "§": stays with the number behind it
bool is_unit(std::string_view word);            // "km", "%": stays with the number before it
/// Whether the word before `offset` is an article, preposition or conjunction that a display line does not end in.
bool leans_forward(std::string_view text, std::size_t offset, Language const&);

} // namespace quoin::text
