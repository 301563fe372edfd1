#pragma once
// Where words may stand on a cover: so far from trim and folds as the printer's machines are inexact.

#include "cover/canvas.hpp"

#include <string>
#include <vector>

namespace quoin::cover {

/// A panel and the part of it in which words are safe.
struct SafeZone {
    std::string name; // "front", "spine": for messages
    Panel panel;
    Length left, top, right, bottom; // distances that words keep
};

SafeZone zone_of_front(Request const&, Sheet const&);
SafeZone zone_of_back(Request const&, Sheet const&);
SafeZone zone_of_spine(Request const&, Sheet const&);
/// Of a flap, or of a cover that is a page of its own.
SafeZone zone_of_panel(Request const&, Panel const&, std::string name);

/// What words keep from trim and hinge: the margins of the designs are never less.
Length safe_distance(Request const&);

/// A warning for each text of the canvas's last page that stands outside of the safe part of its panel.
void check_safety(Canvas&, std::vector<SafeZone> const&);

} // namespace quoin::cover
