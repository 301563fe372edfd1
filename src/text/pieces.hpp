#pragma once
// In: a paragraph's text and runs. Out: its pieces (words, spaces, objects, forced breaks), each with one style and one
// shaped word: bidi levels, scripts and fonts are decided here.

#include "base/diagnostic.hpp"
#include "style/print_style.hpp"
#include "text/font_state.hpp"
#include "text/paragraph.hpp"
#include "text/word.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace quoin::text {

/// A run's style with face, script and language decided.
struct PieceStyle {
    ShapeContext const* context = nullptr;
    std::uint32_t run = 0; // index into ParagraphText::runs
    Length size;           // of the glyphs; smaller than the run's for risen text without glyphs of its own
    Length rise;           // of the baseline, up positive
    Length tracking;       // after each cluster
    Length space;          // natural width of the word space
    ShapedWord const* word_space = nullptr; // shaped, once there was one
};

enum class PieceKind : std::uint8_t { word, space, object, line_end };

struct Piece {
    ShapedWord const* word = nullptr; // of words and spaces
    std::uint32_t begin = 0;          // byte of the paragraph's text; the end is the next piece's begin
    std::uint32_t style = 0;          // index into Pieces::styles
    PieceKind kind = PieceKind::word;
    std::uint8_t level = 0; // bidi
    bool breaking = false;  // a space that may vanish at a line's end
    bool elastic = false;   // a space that justification may widen
};

struct Pieces {
    std::vector<PieceStyle> styles;
    std::vector<Piece> pieces;
    std::uint8_t base_level = 0; // 1 in right-to-left paragraphs
    bool bidirectional = false;  // some piece has another level than 0
};

/// Reports characters that no face has.
Pieces make_pieces(ParagraphText const&, style::LineBreaking const&, FontBook::State const&, FontBook const&,
                   Diagnostics&);

/// What of a piece's text is shaped: without soft hyphens and controls, in capitals where the style says so.
std::string shaped_text(std::string_view text, Run const&, Language const&);
/// Whether shaped_text changes anything.
bool is_shaped_literally(std::string_view text, Run const&);

/// Font units of a style as a Length: the one rounding rule.
Length to_length(std::int64_t units, PieceStyle const&);

/// Natural width of a space piece between its neighbours (kerning with the space counted).
Length space_width(Pieces const&, std::size_t index);

} // namespace quoin::text
