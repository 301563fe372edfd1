#pragma once
// The panels of a cover, each drawn onto a canvas at its place. A panel's box is the trimmed area; grounds run on into the
// bleed on the outer sides that `Edges` names.

#include "cover/canvas.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace quoin::cover {

/// How far the ground reaches beyond the panel on each side: the bleed where the sheet ends, nothing at a fold.
struct Edges {
    Length left, top, right, bottom;
};

void draw_front_panel(Canvas&, Panel const&, Edges const&);
void draw_back_panel(Canvas&, Panel const&, Edges const&);
void draw_spine(Canvas&, Panel const&, Edges const&);

/// The flaps' text is one: a separator (`---`) divides it into that of the front flap and that of the back flap.
enum class FlapSide { front, back };
void draw_flap(Canvas&, Panel const&, Edges const&, FlapSide);

/// Black on the bare inside. `key` is the manifest's name of the text, for messages.
void draw_inside_panel(Canvas&, Panel const&, model::Blocks const&, std::string_view key);

/// The drawn ground of a cover without a picture, inside `area`: squares of type, furniture and letter shapes around a locked
/// pair of quoins. The seed (title and number) arranges the squares, so that every issue has a ground of its own.
void draw_ground_artwork(Canvas&, Panel const& area, std::string const& seed);

/// ISBN or ISSN as EAN-13 with its add-on, in black on a white panel that has `bottom_right` as its corner. Returns the
/// panel's size; where the printer adds his own code, a bare panel. Nothing is drawn and the size is zero without a number.
Size draw_barcode(Canvas&, Panel const&, Point bottom_right);

/// Share of the panel's width that its margins take, in thousandths; never less than what is safe.
Length panel_margin(Canvas const&, Panel const&, int thousandths);

/// "New Series · No. 93 · August 2023 · € 5"
std::string issue_line(model::Metadata const&);
/// The same in two halves: what is counted, and when and for how much.
std::pair<std::string, std::string> issue_parts(model::Metadata const&);
/// Fills the panel and its edges.
void fill_panel(Canvas&, Panel const&, Edges const&, page::InkUse);

} // namespace quoin::cover
