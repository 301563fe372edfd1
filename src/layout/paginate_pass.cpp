#include "layout/paginate_pass.hpp"

#include "layout/paginate_fill.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// Lines of white above an opening that runs on below another article's end.
constexpr int run_on_white = 2;
/// Articles that stand beside each other: the shortest is at least half as long as the longest.
constexpr int least_of_neighbour = 2;
/// Lines of text below an opening without which it does not run on.
constexpr int run_on_text = 6;

int lines_of(std::optional<Box> const& box, Length grid) {
    if (!box || box->height <= Length::zero()) return 0;
    return static_cast<int>((box->height.units + grid.units - 1) / grid.units);
}

std::vector<std::uint32_t> rows_of_notes(std::vector<NoteGalley> const& notes) {
    std::vector<std::uint32_t> rows;
    rows.reserve(notes.size());
    for (auto const& note : notes) {
        std::size_t sum = 0;
        for (auto const& paragraph : note.paragraphs) {
            sum += paragraph.text->variants()[paragraph.text->best()].lines.size();
        }
        rows.push_back(static_cast<std::uint32_t>(sum));
    }
    return rows;
}

std::vector<FlowNoteChange> changes_of_notes(std::vector<NoteGalley> const& notes) {
    constexpr std::int64_t dearest = 1'000'000;
    std::vector<FlowNoteChange> changes;
    changes.reserve(notes.size());
    for (auto const& note : notes) {
        FlowNoteChange change;
        if (auto const shorter = cheapest_change(note, -1))
            change.shorter = static_cast<std::int32_t>(std::min(shorter->cost, dearest));
        if (auto const longer = cheapest_change(note, 1))
            change.longer = static_cast<std::int32_t>(std::min(longer->cost, dearest) + page_cost::loosened);
        changes.push_back(change);
    }
    return changes;
}

class Paginator {
  public:
    Paginator(Composition const& composition, PaginationSettings const& settings, Freedoms const& freedoms)
        : galleys_(composition.galleys), settings_(settings), freedoms_(freedoms), grid_(settings.print.page.grid),
          page_lines_(text_lines(settings.print.page)), note_rows_(rows_of_notes(composition.notes)),
          note_changes_(changes_of_notes(composition.notes)), notes_(note_measure(settings.print)) {
        result_.galleys.resize(galleys_.size());
    }

    Pass run() {
        for (std::uint32_t number = 0; number < galleys_.size(); ++number) {
            if (number > 0 && imprint_is_placed_ && is_closing_box(number)) continue;
            if (auto const count = add_beside(number); count > 0)
                number += count - 1;
            else
                add_galley(number);
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool is_recto(std::size_t index) const { return (index % 2 == 0) != settings_.cover_in_pages; }

    void add_blank() {
        PlannedPage page;
        page.blank = true;
        result_.pages.push_back(std::move(page));
    }

    void add_galley(std::uint32_t number) {
        auto const& galley = galleys_[number];
        auto flow = flatten(galley, number);
        GalleyRoom room;
        room.page_lines = room.first_page_lines = page_lines_;
        room.notes = notes_;
        room.notes_across = settings_.print.notes.place == style::NotePlace::page && galley.columns > 1;
        room.may_pass_floats = may_pass_floats(number);
        bool const runs_on = may_run_on(number);
        int const opening = lines_of(runs_on && galley.opening_run_on ? galley.opening_run_on : galley.opening, grid_);
        int const above = runs_on ? result_.pages.back().regions.back().end_line + run_on_white : 0;
        room.first_line = std::min(page_lines_, above + opening);
        room.first_page_lines = page_lines_ - room.first_line;
        // Arabic figures begin with 1, and odd ones belong on right-hand pages.
        bool const restarts_figures = number > 0 && galleys_[number - 1].roman && !galley.roman;
        bool const wants_recto = galley.start.kind == GalleyStart::Kind::recto || restarts_figures;
        if (!runs_on && wants_recto && !is_recto(result_.pages.size())) add_blank();
        room.first_is_recto = is_recto(result_.pages.size() - (runs_on ? 1 : 0));

        auto plan = plan_with_successor(flow, room, number);
        // Below an end that is run on the next article fills the page.
        if (!room.may_be_followed) plan = fill_with_inserts(flow, room, search_settings(number), std::move(plan));
        place_imprint_below(flow, room, number, plan);
        result_.galleys[number] = {std::move(flow), room, plan.pages.size(), plan.relaxation};
        auto& first = plan.pages.front();
        first.runs_on = runs_on;
        first.opening_line = above;
        waiting_ = std::move(plan.passed_on);
        for (std::size_t index = 0; index < plan.pages.size(); ++index) {
            plan.pages[index].galley = number;
            if (index > 0 || !runs_on) result_.pages.emplace_back();
            result_.pages.back().regions.push_back(std::move(plan.pages[index]));
        }
        if (galley.stays_last) result_.last_matter = result_.pages.size() - plan.pages.size();
    }

    /// Short articles, as many as the page has columns, beside each other on a page of theirs. Returns their number, or 0.
    std::uint32_t add_beside(std::uint32_t number) {
        auto const count = static_cast<std::uint32_t>(settings_.print.page.columns);
        if (!settings_.print.opening.side_by_side || count < 2 || !waiting_.empty()) return 0;
        if (number > 0 && galleys_[number - 1].roman) return 0; // page 1 begins there
        for (std::uint32_t index = 0; index < count; ++index) {
            if (number + index >= galleys_.size() || !may_stand_beside(number + index)) return 0;
        }
        auto const known_rows = note_rows_;
        std::vector<PlannedRegion> regions;
        std::vector<PlannedGalley> planned;
        for (std::uint32_t index = 0; index < count; ++index) {
            if (add_column_of(number + index, index, regions, planned)) continue;
            note_rows_ = known_rows;
            return 0;
        }
        auto const [shortest, longest] = std::minmax_element(
            regions.begin(), regions.end(), [](auto const& a, auto const& b) { return a.end_line < b.end_line; });
        if (shortest->end_line * least_of_neighbour < longest->end_line) {
            note_rows_ = known_rows;
            return 0;
        }
        auto const end = longest->end_line;
        for (auto& region : regions) region.end_line = end;
        for (std::uint32_t index = 0; index < count; ++index)
            result_.galleys[number + index] = std::move(planned[index]);
        result_.pages.emplace_back();
        result_.pages.back().regions = std::move(regions);
        return count;
    }

    /// Only what fits into a column as it is: nothing across the page, and its notes as wide as the column.
    [[nodiscard]] bool may_stand_beside(std::uint32_t number) const {
        auto const& galley = galleys_[number];
        bool const has_shared_notes = settings_.print.notes.place == style::NotePlace::page;
        bool const has_wide_float = std::any_of(galley.floats.begin(), galley.floats.end(), [](Float const& one) {
            return one.span == FloatSpan::page || one.place == FloatPlace::own_page;
        });
        bool const is_broken = std::any_of(galley.elements.begin(), galley.elements.end(),
                                           [](Element const& element) { return element.break_before; });
        return (galley.opening_beside || !galley.opening) && !galley.elements.empty() && !has_wide_float &&
               !is_broken && galley.columns == settings_.print.page.columns &&
               galley.start.kind != GalleyStart::Kind::recto && !has_shared_notes && !galley.roman &&
               !galley.stays_last;
    }

    bool add_column_of(std::uint32_t number, std::uint32_t column, std::vector<PlannedRegion>& regions,
                       std::vector<PlannedGalley>& planned) {
        auto const& galley = galleys_[number];
        auto flow = flatten(galley, number);
        flow.columns = 1;
        flow.balance_end = false;
        GalleyRoom room;
        room.page_lines = page_lines_;
        room.notes = notes_;
        room.may_be_followed = true; // its notes stand right below it
        room.first_line = std::min(page_lines_, lines_of(galley.opening_beside, grid_));
        room.first_page_lines = page_lines_ - room.first_line;
        room.first_is_recto = is_recto(result_.pages.size());
        auto plan = plan_galley(flow, room, search_settings(number));
        if (plan.pages.size() != 1 || plan.relaxation > Relaxation::short_column || !plan.passed_on.empty())
            return false;
        auto& region = regions.emplace_back(std::move(plan.pages.front()));
        region.galley = number;
        region.is_beside = true;
        region.first_column = column;
        planned.push_back({std::move(flow), room, 1, plan.relaxation});
        return true;
    }

    /// An imprint that is nothing but boxes for the foot of a page.
    [[nodiscard]] bool is_closing_box(std::uint32_t number) const {
        auto const& galley = galleys_[number];
        return galley.stays_last && galley.elements.empty() && !galley.opening && !galley.floats.empty() &&
               std::all_of(galley.floats.begin(), galley.floats.end(),
                           [](Float const& one) { return one.box.notes.empty(); });
    }

    /// Such an imprint stands below the last text, when that leaves room on its page and no notes at its foot.
    void place_imprint_below(Flow const& text, GalleyRoom const& room, std::uint32_t number, GalleyPlan& plan) {
        auto const next = number + 1;
        if (next + 1 != galleys_.size() || !is_closing_box(next) || galleys_[next].columns != galleys_[number].columns)
            return;
        auto flow = text;
        auto closing = flatten_galley(galleys_[next], next, flatten_settings());
        auto order = static_cast<std::uint32_t>(flow.column_floats.size() + flow.page_floats.size());
        auto const append = [&](std::vector<FlowFloat>& from, std::vector<FlowFloat>& to) {
            for (auto& one : from) {
                one.before = flow.end();
                one.order = order++;
                to.push_back(std::move(one));
            }
        };
        append(closing.column_floats, flow.column_floats);
        append(closing.page_floats, flow.page_floats);
        auto closed = plan_galley(flow, room, search_settings(number));
        auto const& columns = closed.pages.back().columns;
        bool const has_notes =
            !closed.pages.back().notes.empty() ||
            std::any_of(columns.begin(), columns.end(), [](auto const& column) { return !column.notes.empty(); });
        if (closed.pages.size() != plan.pages.size() || closed.relaxation > plan.relaxation || has_notes) return;
        plan = std::move(closed);
        imprint_is_placed_ = true;
    }

    /// Where the next article may run on the notes stand right below the text; if too little is left for it, the last page
    /// is its own again and the notes go to its foot.
    GalleyPlan plan_with_successor(Flow const& flow, GalleyRoom& room, std::uint32_t number) const {
        bool const followed = number + 1 < galleys_.size() && galleys_[number].has_running_head &&
                              galleys_[number + 1].start.kind == GalleyStart::Kind::run_on &&
                              galleys_[number + 1].roman == galleys_[number].roman;
        room.may_be_followed = followed;
        auto plan = plan_galley(flow, room, search_settings(number));
        if (!followed || leaves_enough(plan.pages.back().end_line, galleys_[number + 1])) return plan;
        room.may_be_followed = false;
        return plan_galley(flow, room, search_settings(number));
    }

    [[nodiscard]] SearchSettings search_settings(std::uint32_t number) const {
        auto search = settings_.search;
        if (number < freedoms_.tightness.size()) search.tightness = freedoms_.tightness[number];
        return search;
    }

    [[nodiscard]] bool is_left_out(FlowFloat const& flat) const {
        auto const& source = galleys_[flat.galley].floats[flat.index];
        auto const& serials = freedoms_.left_out;
        return source.optional && std::find(serials.begin(), serials.end(), source.serial) != serials.end();
    }

    [[nodiscard]] bool leaves_enough(int end_line, Galley const& next) const {
        int const left = page_lines_ - end_line - run_on_white;
        int const opening = lines_of(next.opening_run_on ? next.opening_run_on : next.opening, grid_);
        return left >= next.start.run_on_share * page_lines_ && left >= opening + run_on_text;
    }

    /// An article runs on below an article, never below the contents.
    [[nodiscard]] bool may_run_on(std::uint32_t number) const {
        auto const& galley = galleys_[number];
        if (galley.start.kind != GalleyStart::Kind::run_on || number == 0 || !galleys_[number - 1].has_running_head)
            return false;
        auto const& page = result_.pages.back();
        return !page.blank && leaves_enough(page.regions.back().end_line, galley);
    }

    /// A free insert may go on to the next article, but not into pages of another kind.
    [[nodiscard]] bool may_pass_floats(std::uint32_t number) const {
        if (number + 1 >= galleys_.size()) return false;
        auto const& here = galleys_[number];
        auto const& next = galleys_[number + 1];
        return !next.elements.empty() && next.columns == here.columns && next.roman == here.roman &&
               !next.vertical_centre && !next.stays_last && next.has_running_head == here.has_running_head;
    }

    FlattenSettings flatten_settings() {
        FlattenSettings flat;
        flat.grid = grid_;
        // Half a line of white, and what a box is moved by to stand level with capitals or baselines.
        flat.float_white = grid_.scaled(3, 4);
        flat.page_lines = page_lines_;
        flat.note_rows = &note_rows_;
        flat.note_changes = &note_changes_;
        return flat;
    }

    Flow flatten(Galley const& galley, std::uint32_t number) {
        auto flow = flatten_galley(galley, number, flatten_settings());
        // Those that wait come first, in their order.
        auto const moved = static_cast<std::uint32_t>(waiting_.size());
        for (auto* row : {&flow.column_floats, &flow.page_floats}) {
            std::erase_if(*row, [&](FlowFloat const& one) { return is_left_out(one); });
            for (auto& one : *row) one.order += moved;
        }
        for (std::uint32_t index = moved; index-- > 0;) {
            auto one = waiting_[index];
            one.before = 0;
            one.order = index;
            auto const& source = galleys_[one.galley].floats[one.index];
            auto& row = source.span == FloatSpan::page && flow.columns > 1 ? flow.page_floats : flow.column_floats;
            row.insert(row.begin(), std::move(one));
        }
        waiting_.clear();
        return flow;
    }

    std::vector<Galley> const& galleys_;
    PaginationSettings const& settings_;
    Freedoms const& freedoms_;
    Length grid_;
    int page_lines_;
    std::vector<std::uint32_t> note_rows_;
    std::vector<FlowNoteChange> note_changes_;
    NoteMeasure notes_;
    std::vector<FlowFloat> waiting_; // passed on by the galley before
    bool imprint_is_placed_ = false;
    Pass result_;
};

} // namespace

Pass paginate_once(Composition const& composition, PaginationSettings const& settings, Freedoms const& freedoms) {
    return Paginator(composition, settings, freedoms).run();
}

} // namespace quoin::layout
