#pragma once
// The panels of a cover, each drawn onto a canvas at its place. A panel's box is the trimmed area; grounds run on into the
// bleed on the outer sides that `Edges` names.

#include "cover/canvas.hpp"

#include <string>
#include <utility>

namespace quoin::cover {

/// How far the ground reaches beyond the panel on each side: the bleed where the sheet ends, nothing at a fold.
struct Edges {
    Length left, top, right, bottom;
};

void draw_front_panel(Canvas&, Panel const&, Edges const&);
void draw_back_panel(Canvas&, Panel const&, Edges const&);
void draw_spine(Canvas&, Panel const&, Edges const&);

/// The drawn ground of a cover without a picture, inside `area`: squares of type, furniture and letter shapes around a locked
/// pair of quoins. The seed (title and number) arranges the squares, so that every issue has a ground of its own.
void draw_ground_artwork(Canvas&, Panel const& area, std::string const& seed);

/// An EAN-13 (ISBN or ISSN with its check digits verified before) as bars in black on a white panel at `at`.
/// Returns the panel's size; nothing is drawn and the size is zero when there is no number.
Size draw_barcode(Canvas&, model::Metadata const&, Point bottom_right);

/// "New Series · No. 93 · August 2023 · € 5"
std::string issue_line(model::Metadata const&);
/// The same in two halves: what is counted, and when and for how much.
std::pair<std::string, std::string> issue_parts(model::Metadata const&);
/// Fills the panel and its edges.
void fill_panel(Canvas&, Panel const&, Edges const&, page::InkUse);

} // namespace quoin::cover
