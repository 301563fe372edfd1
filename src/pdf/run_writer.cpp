#include "pdf/run_writer.hpp"

#include <cmath>

namespace quoin::pdf {

namespace {

constexpr double units_per_point = 65536.0;
// A TJ number is a thousandth of an em (ISO 32000-1, 9.4.3); positions are kept a thousand times finer.
constexpr std::int64_t step = 1000;
// A gap wider than this is no word space: text in another column on the same baseline gets its own Tm, so that readers
// which look at TJ numbers alone do not glue the columns together.
constexpr double widest_gap_in_ems = 4.0;

std::int64_t ten_thousandths(Length length) { return length.scaled(10'000, Length::units_per_point).units; }

} // namespace

void RunWriter::begin_run(page::GlyphRun const& run, Length x, Length y) {
    run_ = &run;
    codes_ = context_.fonts[static_cast<std::size_t>(run.font)].codes.data();
    auto const size = ten_thousandths(run.size);
    auto const tracking = ten_thousandths(run.tracking);
    auto const size_in_points = static_cast<double>(size) / 10'000.0;
    em_ = size_in_points * run.scale / 1'000'000.0;
    to_em_ = 1'000'000.0 / (em_ * units_per_point);
    // Tc is not multiplied by the size, but like everything by Tz (ISO 32000-1, 9.4.4).
    extra_ = size == 0 ? 0 : std::llround(static_cast<double>(tracking) * 1'000'000.0 / static_cast<double>(size));
    run_x_ = x.in_points();
    state_.set_font(run.font, size);
    state_.set_scale(run.scale);
    state_.set_tracking(tracking);
    place(x, y);
}

void RunWriter::place(Length x, Length y) {
    if (run_->quarter_turns != 0) return place_turned(x, y);
    auto const line_y = ContentBuffer::thousandths(y);
    double const first_x = run_x_ + (run_->glyphs.empty() ? 0 : run_->glyphs.front().x / units_per_point);
    bool const continues = on_line_ && line_y == line_y_ && std::abs(first_x - pen_x_) < widest_gap_in_ems * em_;
    if (!continues) {
        out_.put("1 0 0 1 ");
        out_.put_operand(x);
        out_.put_fixed(line_y, 3);
        out_.put(" Tm\n");
        on_line_ = true;
        line_y_ = line_y;
        pen_x_ = static_cast<double>(ContentBuffer::thousandths(x)) / 1000.0;
    }
    pen_ = std::llround((pen_x_ - run_x_) / em_ * 1'000'000.0);
}

// A line that reads down or up (spines) has a matrix to itself: the text space is turned, y points up (ISO 32000-1,
// 9.4.2).
void RunWriter::place_turned(Length x, Length y) {
    static constexpr char const* matrices[] = {"1 0 0 1 ", "0 -1 1 0 ", "-1 0 0 -1 ", "0 1 -1 0 "};
    out_.put(matrices[run_->quarter_turns % 4U]);
    out_.put_operand(x);
    out_.put_fixed(ContentBuffer::thousandths(y), 3);
    out_.put(" Tm\n");
    on_line_ = false;
    pen_ = 0;
}

void RunWriter::show(std::size_t first, std::size_t last) {
    auto const& glyphs = run_->glyphs;
    while (first < last) { // pieces of one height
        auto end = first + 1;
        while (end < last && glyphs[end].y == glyphs[first].y) ++end;
        state_.set_rise(ContentBuffer::thousandths(Length{glyphs[first].y}));
        show_level(first, end);
        first = end;
    }
}

void RunWriter::show_level(std::size_t first, std::size_t last) {
    auto const* const glyphs = run_->glyphs.data();
    out_.put('[');
    bool in_string = false;
    for (auto index = first; index < last; ++index) {
        auto const& code = codes_[glyphs[index].id];
        auto const wanted = std::llround(glyphs[index].x * to_em_);
        auto const gap = wanted - pen_;
        if (gap >= step / 2 || gap <= -step / 2) {
            auto const number = (gap >= 0 ? gap + step / 2 : gap - step / 2) / step;
            if (in_string) out_.put('>');
            in_string = false;
            out_.put_integer(-number);
            pen_ += number * step;
        }
        if (!in_string) out_.put('<');
        in_string = true;
        out_.put(code.hex);
        pen_ += code.advance + extra_;
    }
    out_.put(">]TJ\n");
}

void RunWriter::end_run() {
    state_.set_rise(0);
    pen_x_ = run_x_ + static_cast<double>(pen_) / 1'000'000.0 * em_;
}

} // namespace quoin::pdf
