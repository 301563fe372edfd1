#pragma once
// Looks at each thing that is painted and remembers the first or worst of every kind that a press may refuse. What is a
// fault for whom is decided later: here it is only seen.

#include "preflight/resources.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::preflight {

struct Position {
    double x = 0, y = 0;
};

struct Colour {
    ColourSpace space{ColourSpace::Kind::gray, "DeviceGray", false, {}};
    std::vector<double> amounts{0};
};

/// What a painting operator paints with.
struct Inking {
    Colour fill, stroke;
    bool fill_overprint = false, stroke_overprint = false;
    int overprint_mode = 0;
    double line_width = 1;
};

class PaintWatch {
  public:
    explicit PaintWatch(PaintFacts& facts) : facts_(facts) {}

    /// `size`: of the type, in points of the page.
    void text(Inking const&, Position, double size, std::string const& font);
    /// `thinnest`: the smaller side of rectangles.
    void area(Inking const&, Position, std::optional<double> thinnest);
    /// `scale`: from the line width's units to points.
    void line(Inking const&, Position, double scale);
    void picture(std::string const& space, Position);
    void alpha(std::string const& what, Position);
    void no_glyph(Position, std::string const& font);
    void marked(bool in_tag, char const* what, Position);

  private:
    void colour(Colour const&, Position);

    PaintFacts& facts_;
};

} // namespace quoin::preflight
