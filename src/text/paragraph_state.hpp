#pragma once
// What a Paragraph keeps to set its lines: pieces that point to shared words, and for each line where it begins and ends.

#include "style/print_style.hpp"
#include "text/edges.hpp"
#include "text/paragraph.hpp"
#include "text/pieces.hpp"

#include <cstdint>
#include <vector>

namespace quoin::text {

/// One end of a line.
struct LineEdge {
    Position at;
    std::int16_t point = -1; // hyphenation point of the word that is parted
    BreakKind kind = BreakKind::start;
};

struct LineRecord {
    LineEdge begin, end;
    bool natural = false; // set at its natural width: last lines, ragged lines
};

struct Paragraph::State {
    ParagraphText text;
    ParagraphShape shape;
    style::LineBreaking rules; // without the minima, which nobody asks for any more
    FontBook::State const* fonts = nullptr;
    Pieces pieces;
    std::vector<Variant> variants;
    std::vector<std::vector<LineRecord>> records; // per variant
    std::size_t best = 0;
};

/// Measure of a line and how far its start side is moved in.
Length line_measure(ParagraphShape const&, std::size_t line);

/// Builds the line; set_line.cpp.
SetLine set_line(Paragraph::State const&, LineRecord const&, std::size_t line);

} // namespace quoin::text
