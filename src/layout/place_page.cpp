#include "layout/place_page.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// Centred matter stands so much of the free height below the top: its optical middle is above the true one.
constexpr int optical_middle_tenths = 4;
constexpr Length hairline{Length::units_per_point / 4};

class PagePlacer {
  public:
    PagePlacer(PlaceContext const& context, PlannedPage const& planned)
        : context_(context), frame_(context.frame), planned_(planned), left_(frame_.left(planned.recto)) {}

    page::Page run() {
        page_.recto = planned_.recto;
        page_.blank = planned_.blank;
        for (auto const& region : planned_.regions) place_region(region);
        return std::move(page_);
    }

  private:
    void place_region(PlannedRegion const& region) {
        auto const& galley = context_.composition.galleys[region.galley];
        auto const shift = centring_shift(galley, region);
        if (region.first_column > 0) place_column_rule(region);
        if (region.begins) place_opening(galley, region, shift);
        for (auto const& one : region.floats) place_float(one, {left_, frame_.text_width, shift});
        auto const width = column_width(frame_.print.page, galley.columns);
        for (std::size_t index = 0; index < region.columns.size(); ++index) {
            auto const left = frame_.column_left(planned_.recto, galley.columns, region.first_column + index);
            ColumnPlace const place{left, width, shift};
            auto const& column = region.columns[index];
            for (auto const& one : column.floats) place_float(one, place);
            place_column(context_, galley, column, place, page_.items);
            if (!column.notes.empty()) place_notes(context_, {column.notes, column.note_line}, place, page_.items);
        }
        if (!region.notes.empty()) {
            ColumnPlace const across{left_, frame_.text_width, shift};
            place_notes(context_, {region.notes, region.note_line}, across, page_.items);
        }
    }

    Length centring_shift(Galley const& galley, PlannedRegion const& region) const {
        if (!galley.vertical_centre || !region.begins || !region.ends) return {};
        int used = 0;
        for (auto const& column : region.columns) used = std::max(used, column.first_line + column.text_lines);
        for (auto const& one : region.floats) used = std::max(used, one.at_line + one.lines);
        if (region.columns.empty() && galley.opening) {
            used = static_cast<int>((galley.opening->height.units + frame_.grid().units - 1) / frame_.grid().units);
        }
        int const free = std::max(0, text_lines(frame_.print.page) - used);
        return frame_.grid() * (free * optical_middle_tenths / 10);
    }

    /// Between articles that stand beside each other.
    void place_column_rule(PlannedRegion const& region) {
        auto const& page = frame_.print.page;
        auto const left = frame_.column_left(planned_.recto, page.columns, region.first_column);
        auto const top = frame_.line_top(region.opening_line) + frame_.capital_drop;
        auto const foot = frame_.line_top(region.end_line) - frame_.grid() + frame_.baseline;
        page::Rule const rule{hairline, std::max(foot - top, Length::zero()), {}};
        page_.items.push_back({{left - (page.gutter + hairline) / 2, top}, rule, page::TagId::artifact});
    }

    void place_opening(Galley const& galley, PlannedRegion const& region, Length shift) {
        auto const left = region.is_beside
                              ? frame_.column_left(planned_.recto, frame_.print.page.columns, region.first_column)
                              : left_;
        Point const at{left, frame_.line_top(region.opening_line) + shift};
        for (auto const& name : galley.anchors) add_anchor(name, at);
        auto const& across = region.runs_on && galley.opening_run_on ? galley.opening_run_on : galley.opening;
        auto const& box = region.is_beside ? galley.opening_beside : across;
        if (box) append_moved(box->items, at, page_.items);
    }

    void add_anchor(std::string const& name, Point at) {
        page_.items.push_back({at, page::Anchor{name}, page::TagId::artifact});
    }

    /// Boxes at the top begin level with capitals, boxes at the foot end on a baseline.
    Length float_top(PlannedFloat const& planned, Box const& box) const {
        auto const top = frame_.line_top(planned.at_line);
        auto const room = frame_.grid() * (planned.lines - planned.grown) - box.height;
        if (planned.where == PlannedFloat::Where::bottom) {
            auto const below = std::min(frame_.grid() - frame_.baseline, std::max(room, Length::zero()));
            return top + room - below;
        }
        return top + std::clamp(room, Length::zero(), frame_.capital_drop);
    }

    void place_float(PlannedFloat const& planned, ColumnPlace place) {
        auto const& one = context_.composition.galleys[planned.galley].floats[planned.index];
        auto const spare = std::max(Length::zero(), place.width - one.box.width);
        Point const at{place.left + spare / 2, float_top(planned, one.box) + place.shift};
        for (auto const& name : one.anchors) add_anchor(name, at);
        append_stretched(one, frame_.grid() * planned.grown, at, page_.items);
    }

    PlaceContext const& context_;
    PageFrame const& frame_;
    PlannedPage const& planned_;
    Length left_;
    page::Page page_;
};

} // namespace

page::Page place_page(PlaceContext const& context, PlannedPage const& planned) {
    return PagePlacer(context, planned).run();
}

} // namespace quoin::layout
