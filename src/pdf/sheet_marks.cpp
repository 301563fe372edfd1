#include "pdf/sheet_marks.hpp"

#include <algorithm>

namespace quoin::pdf {

namespace {

class MarkWriter {
  public:
    MarkWriter(ContentBuffer& out, SheetGeometry const& sheet) : out_(out), sheet_(sheet) {}

    void lines() {
        out_.put("q /All CS 1 SCN 0.25 w\n");
        for (Length const x : sheet_.upright_cuts()) upright(x);
        for (Length const y : sheet_.level_cuts()) level(y);
        out_.put("[3 2] 0 d\n");
        for (Length const x : sheet_.upright_folds()) upright(x);
        for (Length const y : sheet_.level_folds()) level(y);
        out_.put("Q\n");
    }

    /// The bar of one signature of so many. It stands where the spine is milled, or hides in the fold.
    void collating_bar(std::size_t section, std::size_t sections) {
        if (sections < 2) return;
        Length const height = Length::from_millimetres(5);
        Length const width = std::clamp(sheet_.spine_gap(), Length::from_millimetres(1), Length::from_millimetres(4));
        Point const foot = sheet_.spine();
        // A book of very many signatures begins a new stair.
        auto const steps = std::max<std::int64_t>(1, sheet_.page().height / height - 4);
        auto const step = static_cast<std::int64_t>(section) % steps;
        Length const top = foot.y + sheet_.page().height - height * (2 + step);
        out_.put("q 0 0 0 1 k ");
        for (Length const each : {foot.x - width / 2, top - height, width, height}) out_.put_operand(each);
        out_.put("re f Q\n");
    }

  private:
    void upright(Length x) {
        Length const low = sheet_.trim_corner().y - sheet_.margin(),
                     high = sheet_.trim_corner().y + sheet_.trim_size().height + sheet_.margin();
        line({x, low - gap_}, {x, low - gap_ - length_});
        line({x, high + gap_}, {x, high + gap_ + length_});
    }
    void level(Length y) {
        Length const left = sheet_.trim_corner().x - sheet_.margin(),
                     right = sheet_.trim_corner().x + sheet_.trim_size().width + sheet_.margin();
        line({left - gap_, y}, {left - gap_ - length_, y});
        line({right + gap_, y}, {right + gap_ + length_, y});
    }
    void line(Point from, Point to) {
        out_.put_operand(from.x);
        out_.put_operand(from.y);
        out_.put("m ");
        out_.put_operand(to.x);
        out_.put_operand(to.y);
        out_.put("l S\n");
    }

    ContentBuffer& out_;
    SheetGeometry const& sheet_;
    Length gap_ = Length::from_millimetres(1); // beyond the bleed, so that no mark touches a picture
    Length length_ = Length::from_millimetres(5);
};

} // namespace

void write_marks(ContentBuffer& out, SheetGeometry const& sheet, SheetPlan const& plan, SheetSide const& side) {
    MarkWriter writer(out, sheet);
    writer.lines();
    if (side.outermost) writer.collating_bar(side.section, plan.sections);
}

} // namespace quoin::pdf
