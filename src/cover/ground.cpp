#include "cover/panels.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace quoin::cover {

namespace {

// Which shape a tile shows follows from the title and the tile's place alone: the picture for shops has other proportions
// than the printed front and still shows the same composition. No library's random numbers, for they differ.
std::uint32_t mixed(std::string const& seed, int row, int column) {
    std::uint32_t state = 2166136261U;
    auto const add = [&](unsigned value) { state = (state ^ value) * 16777619U; };
    for (char const c : seed) add(static_cast<unsigned char>(c));
    add(static_cast<unsigned>(row) + 101U);
    add(static_cast<unsigned>(column) + 57U);
    state ^= state >> 15U;
    state *= 2246822519U;
    state ^= state >> 13U;
    return state;
}

struct Tones {
    page::InkUse ground, shade, light, strong, dark;
};

/// What a compositor's stone shows from above, drawn in squares: wedges, lines of type, furniture, and the bowls and counters
/// of letters.
class Tile {
  public:
    Tile(Canvas& canvas, Point at, Length side) : canvas_(canvas), at_(at), side_(side) {}

    void fill(page::InkUse ink) { canvas_.rectangle(at_, {side_, side_}, ink); }

    /// Two wedges that slide along each other: a locked pair of quoins.
    void quoins(page::InkUse left, page::InkUse right, bool leans_right) {
        int const a = leans_right ? 620 : 320, b = leans_right ? 320 : 620, slit = 60;
        canvas_.polygon({point(0, 0), point(a, 0), point(b, 1000), point(0, 1000)}, left);
        canvas_.polygon({point(a + slit, 0), point(1000, 0), point(1000, 1000), point(b + slit, 1000)}, right);
    }
    void triangle(page::InkUse ink, unsigned corner) {
        std::array<Point, 4> const corners{point(0, 0), point(1000, 0), point(1000, 1000), point(0, 1000)};
        canvas_.polygon({corners[corner % 4], corners[(corner + 1) % 4], corners[(corner + 3) % 4]}, ink);
    }
    /// Lines of type, the last one short.
    void lines(page::InkUse ink, unsigned choice) {
        for (int line = 0; line < 5; ++line) {
            int const length = line == 4 ? 300 + static_cast<int>(choice % 5) * 90 : 760;
            canvas_.rectangle(point(120, 134 + line * 160), {share(length), share(92)}, ink);
        }
    }
    /// Furniture beside the type.
    void bars(page::InkUse ink) {
        for (int bar = 0; bar < 3; ++bar) canvas_.rectangle(point(120 + bar * 290, 0), {share(180), side_}, ink);
    }
    /// The quarter of a disc around a corner of the tile.
    void quarter(page::InkUse ink, unsigned corner) {
        page::Path path = start(around(corner, 0, 0));
        line(path, around(corner, 1000, 0));
        arc(path, around(corner, 0, 0), 1000, corner);
        close(path, ink);
    }
    /// What the quarter leaves of the tile. Shapes are drawn as they are, never covered again: a cover leaves a seam.
    void spandrel(page::InkUse ink, unsigned corner) {
        page::Path path = start(around(corner, 1000, 1000));
        line(path, around(corner, 1000, 0));
        arc(path, around(corner, 0, 0), 1000, corner);
        close(path, ink);
    }
    /// The bowl of a letter: a quarter of a ring.
    void bowl(page::InkUse ink, unsigned corner) {
        constexpr int inner = 480;
        page::Path path = start(around(corner, 1000, 0));
        arc(path, around(corner, 0, 0), 1000, corner);
        line(path, around(corner, 0, inner));
        arc(path, around(corner, 0, 0), inner, corner, true);
        close(path, ink);
    }
    void disc(page::InkUse ink, int radius) {
        page::Path path = start(point(500, 500 - radius));
        for (unsigned turn = 0; turn < 4; ++turn) arc(path, point(500, 500), radius, turn);
        canvas_.path(std::move(path), ink);
    }

  private:
    Canvas& canvas_;
    Point at_;
    Length side_;

    [[nodiscard]] Length share(int thousandths) const { return side_.scaled(thousandths, 1000); }
    [[nodiscard]] Point point(int x, int y) const { return {at_.x + share(x), at_.y + share(y)}; }

    static page::Path start(Point at) {
        page::Path path;
        path.steps.push_back({page::PathStep::Kind::move, at, {}, {}});
        return path;
    }
    static void line(page::Path& path, Point to) { path.steps.push_back({page::PathStep::Kind::line, to, {}, {}}); }
    void close(page::Path& path, page::InkUse ink) {
        path.steps.push_back({page::PathStep::Kind::close, {}, {}, {}});
        canvas_.path(std::move(path), ink);
    }

    static constexpr std::array<std::array<int, 2>, 4> directions{{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}};

    /// The point so far from a corner along the first and along the second of its sides, in clockwise order.
    [[nodiscard]] Point around(unsigned corner, int first, int second) const {
        static constexpr std::array<std::array<int, 2>, 4> corners{{{0, 1000}, {0, 0}, {1000, 0}, {1000, 1000}}};
        auto const& place = corners[corner % 4];
        auto const& one = directions[corner % 4];
        auto const& other = directions[(corner + 1) % 4];
        return point(place[0] + one[0] * first + other[0] * second, place[1] + one[1] * first + other[1] * second);
    }

    /// A quarter of a circle, clockwise or back; turn 0 lies above and to the right of the centre.
    void arc(page::Path& path, Point centre, int radius, unsigned turn, bool back = false) const {
        auto const& from = directions[(turn + (back ? 1 : 0)) % 4];
        auto const& to = directions[(turn + (back ? 0 : 1)) % 4];
        int const handle = radius * 5523 / 10000;
        auto const place = [&](int along_from, int along_to) {
            return Point{centre.x + share(from[0] * along_from + to[0] * along_to),
                         centre.y + share(from[1] * along_from + to[1] * along_to)};
        };
        path.steps.push_back(
            {page::PathStep::Kind::curve, place(radius, handle), place(handle, radius), place(0, radius)});
    }
};

void draw_tile(Tile tile, Tones const& tones, std::uint32_t choice) {
    unsigned const corner = choice >> 8U;
    bool const bright = ((choice >> 12U) & 1U) != 0;
    switch (choice % 12U) {
    case 0: // the ground's own rest: without it the pattern would be a carpet
    case 1: tile.lines(bright ? tones.light : tones.shade, corner); break;
    case 2:
        if (bright) tile.quarter(tones.strong, corner);
        tile.spandrel(tones.shade, corner);
        break;
    case 3:
        tile.spandrel(tones.dark, corner);
        tile.quarter(tones.shade, corner);
        break;
    case 4: tile.triangle(bright ? tones.light : tones.dark, corner); break;
    case 5:
        tile.fill(tones.light);
        tile.disc(bright ? tones.dark : tones.ground, 340);
        break;
    case 6: tile.bowl(tones.shade, corner); break;
    case 7:
        tile.fill(tones.strong);
        tile.bowl(tones.dark, corner);
        break;
    case 8: tile.bars(tones.shade); break;
    case 9: tile.triangle(tones.shade, corner); break;
    default: break;
    }
}

/// The number of columns whose squares fill the area's height best, so that little is left above and below.
int best_columns(Size area) {
    int best = 6;
    Length least = area.height;
    for (int columns : {6, 7, 5}) {
        Length const side = area.width / columns;
        Length const left = Length{area.height.units % side.units};
        if (area.height < side || left >= least) continue;
        least = left;
        best = columns;
    }
    return best;
}

} // namespace

void draw_ground_artwork(Canvas& canvas, Panel const& area, std::string const& seed) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    int const tint = style.ground_tint;
    Tones const tones{canvas.ink(style.ground_ink, tint), canvas.ink(style.ground_ink, tint * 66 / 100),
                      canvas.ink(style.ground_ink, tint * 26 / 100), canvas.ink(style.title_ink), canvas.ink("text")};
    int const columns = best_columns(area.size);
    Length const side = area.size.width / columns;
    int const rows = static_cast<int>(area.size.height.units / side.units);
    if (rows < 1) return;
    Point const corner{area.origin.x, area.origin.y + (area.size.height - side * rows) / 2};

    // The pair of quoins is the one large form: two or three tiles high where there is room, right of the middle.
    int const large = rows >= 5 ? 3 : std::min(rows, 2);
    int const left = columns - large - 1, top = rows >= 3 ? 1 : 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            bool const taken = column >= left && column < left + large && row >= top && row < top + large;
            if (taken) continue;
            draw_tile(Tile(canvas, {corner.x + side * column, corner.y + side * row}, side), tones,
                      mixed(seed, row, column));
        }
    }
    bool const leans_right = (mixed(seed, -1, -1) & 1U) != 0;
    Tile(canvas, {corner.x + side * left, corner.y + side * top}, side * large)
        .quoins(tones.dark, tones.strong, leans_right);
}

} // namespace quoin::cover
