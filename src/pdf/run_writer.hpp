#pragma once
// Glyph runs as TJ operators. The pen is followed exactly: a TJ number is the difference between where a glyph belongs
// and where the numbers written so far (all rounded) have put the pen, so that no error grows along a line.

#include "pdf/graphics_state.hpp"

#include <cstdint>

namespace quoin::pdf {

class RunWriter {
  public:
    RunWriter(PageContext const& context, ContentBuffer& out, GraphicsState& state)
        : context_(context), out_(out), state_(state) {}

    /// After BT: the text matrix is unknown.
    void begin_text() { on_line_ = false; }
    /// Sets font, size, scale, tracking and position for a run with its origin at x, y of the PDF page.
    void begin_run(page::GlyphRun const& run, Length x, Length y);
    /// Shows glyphs [first, last) of the run.
    void show(std::size_t first, std::size_t last);
    void end_run();

  private:
    void place(Length x, Length y);
    void place_turned(Length x, Length y);
    void show_level(std::size_t first, std::size_t last);

    PageContext const& context_;
    ContentBuffer& out_;
    GraphicsState& state_;

    page::GlyphRun const* run_ = nullptr;
    GlyphCode const* codes_ = nullptr;
    double run_x_ = 0;        // of the run's origin, points
    double em_ = 1;           // what one em advances on the page, points: size times scale
    double to_em_ = 1;        // from Length units to 1/1,000,000 em
    std::int64_t extra_ = 0;  // Tc in 1/1,000,000 em
    std::int64_t pen_ = 0;    // from the run's origin, 1/1,000,000 em
    bool on_line_ = false;    // Tm is set, and `pen_x_` is where the pen stands
    std::int64_t line_y_ = 0; // thousandths of a point
    double pen_x_ = 0;        // points
};

} // namespace quoin::pdf
