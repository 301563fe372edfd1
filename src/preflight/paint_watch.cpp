#include "preflight/paint_watch.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace quoin::preflight {

namespace {

using Kind = ColourSpace::Kind;
constexpr double trace = 0.004; // less than half a level of 8 bits: no ink at all

std::string described(Colour const& colour) {
    std::string text = colour.space.name;
    for (double const amount : colour.amounts) text += fmt::format(" {:.3g}", amount);
    return text;
}

void first(Sighting& place, double value, Position at, std::string_view what) {
    if (!place) place = Spot{value, at.x, at.y, std::string(what)};
}

// The same with a description that costs something: it is made once.
void first(Sighting& place, Position at, Colour const& colour) {
    if (!place) place = Spot{0, at.x, at.y, described(colour)};
}

bool is_cmyk(Colour const& colour) { return colour.space.kind == Kind::cmyk && colour.amounts.size() == 4; }

bool is_black_alone(Colour const& colour) {
    if (colour.space.kind == Kind::gray) return colour.amounts.size() == 1 && colour.amounts[0] <= trace;
    return is_cmyk(colour) && colour.amounts[0] + colour.amounts[1] + colour.amounts[2] <= trace &&
           colour.amounts[3] >= 1 - trace;
}

bool is_white(Colour const& colour) {
    if (is_cmyk(colour)) return std::accumulate(colour.amounts.begin(), colour.amounts.end(), 0.0) <= trace;
    return colour.space.kind == Kind::gray && colour.amounts.size() == 1 && colour.amounts[0] >= 1 - trace;
}

// Dark in all inks: what was meant as black and prints from four plates.
bool is_rich_black(Colour const& colour) {
    if (!is_cmyk(colour)) return false;
    auto const& amounts = colour.amounts;
    double const chroma = amounts[0] + amounts[1] + amounts[2];
    constexpr double nearly_all = 0.85, three_inks_black = 1.8;
    return (amounts[3] >= nearly_all && chroma > trace) ||
           (chroma >= three_inks_black && *std::min_element(amounts.begin(), amounts.begin() + 3) >= 0.5);
}

} // namespace

void PaintWatch::colour(Colour const& colour, Position at) {
    facts_.any = true;
    switch (colour.space.kind) {
    case Kind::rgb:
        first(facts_.rgb, at, colour);
        first(facts_.chroma, at, colour);
        break;
    case Kind::foreign:
        if (colour.space.rgb_profile) first(facts_.rgb, at, colour);
        first(facts_.foreign_space, at, colour);
        break;
    case Kind::spot:
        for (std::string const& name : colour.space.spots) facts_.spots.insert(name);
        break;
    case Kind::cmyk:
        if (colour.amounts.size() == 4) {
            double const sum = std::accumulate(colour.amounts.begin(), colour.amounts.end(), 0.0) * 100;
            if (!facts_.ink_sum || sum > facts_.ink_sum->value)
                facts_.ink_sum = Spot{sum, at.x, at.y, described(colour)};
            if (colour.amounts[0] + colour.amounts[1] + colour.amounts[2] > trace) first(facts_.chroma, at, colour);
        }
        break;
    case Kind::gray:
    case Kind::pattern: break;
    }
}

void PaintWatch::text(Inking const& ink, Position at, double size, std::string const& font) {
    colour(ink.fill, at);
    if (!facts_.small_text || size < facts_.small_text->value) facts_.small_text = Spot{size, at.x, at.y, font};
    if (is_rich_black(ink.fill) && (!facts_.rich_text || size < facts_.rich_text->value))
        facts_.rich_text = Spot{size, at.x, at.y, font};
    bool const overprints = ink.fill_overprint && ink.overprint_mode == 1 && ink.fill.space.kind == Kind::cmyk;
    if (is_black_alone(ink.fill) && !overprints) first(facts_.knocked_out, size, at, font);
    if (is_white(ink.fill) && ink.fill_overprint) first(facts_.white_overprint, size, at, font);
}

void PaintWatch::area(Inking const& ink, Position at, std::optional<double> thinnest) {
    colour(ink.fill, at);
    if (is_white(ink.fill) && ink.fill_overprint) first(facts_.white_overprint, 0, at, "an area");
    if (thinnest && (!facts_.thin_line || *thinnest < facts_.thin_line->value))
        facts_.thin_line = Spot{*thinnest, at.x, at.y, "rule"};
}

void PaintWatch::line(Inking const& ink, Position at, double scale) {
    colour(ink.stroke, at);
    double const width = ink.line_width * scale;
    if (!facts_.thin_line || width < facts_.thin_line->value) facts_.thin_line = Spot{width, at.x, at.y, "line"};
}

void PaintWatch::picture(std::string const& space, Position at) {
    facts_.any = true;
    if (space == "/DeviceRGB" || space == "/CalRGB") first(facts_.rgb, 0, at, "a picture in " + space.substr(1));
    if (space == "/ICCBased" || space == "/Lab" || space == "/CalRGB" || space == "/CalGray")
        first(facts_.foreign_space, 0, at, "a picture in " + space.substr(1));
    if (space != "/DeviceGray" && space != "/CalGray")
        first(facts_.chroma, 0, at, "a picture in " + space.substr(space.empty() ? 0 : 1));
}

void PaintWatch::alpha(std::string const& what, Position at) { first(facts_.alpha, 0, at, what); }

void PaintWatch::no_glyph(Position at, std::string const& font) { first(facts_.no_glyph, 0, at, font); }

void PaintWatch::marked(bool in_tag, char const* what, Position at) {
    if (!in_tag) first(facts_.untagged, 0, at, what);
}

} // namespace quoin::preflight
