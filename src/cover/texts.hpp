#pragma once
// Texts of covers: the blurb on the back, the flaps, the inside. Blocks of the model become a column of words and pictures.

#include "cover/canvas.hpp"
#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::cover {

/// One piece of a column.
struct Piece {
    enum class Kind { paragraph, heading, attribution, item, picture } kind = Kind::paragraph;
    Canvas::Words words;        // without style and ink
    std::string marker;         // of an item
    Canvas::PlacedFile picture; // Kind::picture
    bool follows = false;       // no white above it: lines of verse, parts of one quotation
};
using Pieces = std::vector<Piece>;

/// Kinds that no cover holds (tables, inserts) are errors.
Pieces pieces_of(model::Blocks const&, model::Document const&, Diagnostics&);

struct ColumnStyle {
    style::TypeStyle type;
    std::string ink;
    std::string key; // the manifest's name of the text, for messages
    Span span;
};

/// Sets the pieces below `at` and returns the height used. What is higher than `room` is set smaller, by a fifth at most;
/// what is still too high is an error (cover-text-long).
Length set_column(Canvas&, Pieces const&, ColumnStyle, Point at, Size room);

} // namespace quoin::cover
