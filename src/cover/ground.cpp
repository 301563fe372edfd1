#include "cover/panels.hpp"

#include <cstdint>

namespace quoin::cover {

namespace {

// A small generator of our own: the standard library's distributions differ from one implementation to the next.
class Lengths {
  public:
    explicit Lengths(std::string const& seed) {
        for (char const c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    /// From `least` to `most`.
    int next(int least, int most) {
        state_ = state_ * 1664525U + 1013904223U;
        return least + static_cast<int>((state_ >> 16U) % static_cast<unsigned>(most - least + 1));
    }

  private:
    std::uint32_t state_ = 2166136261U;
};

// Lines of type as bars of a darker and a lighter tone; every paragraph ends short.
void draw_type(Canvas& canvas, Panel const& block, int rows, Lengths& lengths, page::InkUse const& ink) {
    Length const pitch = block.size.height / rows;
    Length const thickness = pitch.scaled(46, 100);
    int until_end = lengths.next(3, 6);
    for (int row = 0; row < rows; ++row) {
        bool const last = --until_end == 0;
        bool const first = until_end < 0;
        if (first) until_end = lengths.next(2, 6);
        int const share = last ? lengths.next(28, 74) : 100;
        Length const indent = first ? pitch : Length{};
        canvas.rectangle({block.origin.x + indent, block.origin.y + pitch * row},
                         {(block.size.width - indent).scaled(share, 100), thickness}, ink);
    }
}

} // namespace

void draw_ground_artwork(Canvas& canvas, Panel const& area, std::string const& seed) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    Lengths lengths(seed);
    page::InkUse const quiet = canvas.ink(style.ground_ink, style.ground_tint * 72 / 100);
    page::InkUse const strong = canvas.ink(style.title_ink);
    page::InkUse const dark = canvas.ink("text");

    Length const height = area.size.height;
    Length const slope = height.scaled(34, 100);
    Length const split = area.size.width.scaled(lengths.next(50, 60), 100); // where the wedges meet, at mid height
    Length const gap = height.scaled(3, 100);
    Point const top{area.origin.x, area.origin.y};
    Length const bottom = top.y + height;

    int const rows = lengths.next(13, 16);
    Length const inset = area.size.width.scaled(76, 1000);
    draw_type(canvas, {{top.x + inset, top.y}, {split - slope - inset - gap * 2, height}}, rows, lengths, quiet);

    // The pair of quoins: two wedges that slide along each other and lock the forme against its frame.
    Length const wedge = area.size.width.scaled(13, 100);
    Length const x = top.x + split;
    canvas.polygon(
        {{x - slope, top.y}, {x - slope + wedge + slope, top.y}, {x - slope + wedge, bottom}, {x - slope, bottom}},
        dark);
    Length const second = x - slope + wedge + gap;
    canvas.polygon(
        {{second + slope, top.y}, {second + slope + wedge, top.y}, {second + slope + wedge, bottom}, {second, bottom}},
        strong);
    Length const furniture = second + slope + wedge + gap * 2;
    Length const right = area.origin.x + area.size.width;
    for (int bar = 0; bar < 3 && furniture < right; ++bar) {
        Length const width = (right - furniture).scaled(1, 4);
        Length const left = furniture + (width + width.scaled(1, 3)) * bar;
        canvas.rectangle({left, top.y}, {bar == 2 ? right - left : width, height}, quiet);
    }
}

} // namespace quoin::cover
