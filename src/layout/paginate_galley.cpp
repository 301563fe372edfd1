#include "layout/paginate_galley.hpp"

#include "layout/paginate_search.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace quoin::layout {

namespace {

constexpr std::uint32_t all_rows = std::numeric_limits<std::uint32_t>::max();
/// Galleys of at most so many elements are searched again without shortcuts when a hole was left: a better place for it may
/// lie pages before.
constexpr std::uint32_t second_search_elements = 400;
constexpr std::array<Cost, 2> second_search_bounds{30'000, 1'000'000};

/// Lines that floats grow by, shared out as far as each of them may.
struct Growth {
    int lines = 0;
    int most = 0; // of all that are still to come

    int share(int mine) {
        if (most <= 0) return 0;
        int const taken = std::min(mine, (lines * mine + most - 1) / most);
        lines -= taken;
        most -= mine;
        return taken;
    }
};

/// Follows the cheapest way back and says what stands where.
class PlanWriter {
  public:
    PlanWriter(Flow const& flow, GalleyRoom const& room, GalleySearch& search)
        : flow_(flow), room_(room), search_(search), columns_(search.columns()) {}

    GalleyPlan run(std::uint32_t last) {
        std::vector<std::uint32_t> way;
        for (auto index = last; search_.nodes()[index].parent != no_node; index = search_.nodes()[index].parent) {
            way.push_back(index);
        }
        std::reverse(way.begin(), way.end());
        plan_.cost = search_.cost();
        plan_.pages.emplace_back();
        end_white_ = white_at_end(last);
        auto const& ending = search_.nodes()[last];
        last_page_ = ending.parent == no_node ? 0 : search_.nodes()[ending.parent].layer / columns_;
        for (auto const index : way) add_node(index, index == last);
        for (auto& page : plan_.pages) finish_region(page);
        plan_.pages.front().begins = true;
        plan_.pages.back().ends = true;
        pass_on(search_.nodes()[last].state);
        return std::move(plan_);
    }

  private:
    void add_node(std::uint32_t index, bool is_last) {
        auto const& node = search_.nodes()[index];
        auto const& parent = search_.nodes()[node.parent];
        page_ = parent.layer / columns_;
        plan_.pages.resize(std::max<std::size_t>(plan_.pages.size(), page_ + 1u));
        if (node.is_own_page) return add_own_page(node, parent);
        add_column(node, parent, is_last);
    }

    PlannedRegion& region() { return plan_.pages[page_]; }
    [[nodiscard]] int top_line() const { return page_ == 0 ? room_.first_line : 0; }

    void add_own_page(PageNode const& node, PageNode const& parent) {
        bool const wide = node.plan_used > 0;
        auto const& one =
            wide ? flow_.page_floats[parent.state.page_floats] : flow_.column_floats[parent.state.column_floats];
        region().floats.push_back({one.galley, one.index, top_line(), search_.page_lines(parent.layer),
                                   PlannedFloat::Where::own_page, one.too_tall, 0});
    }

    void add_column(PageNode const& node, PageNode const& parent, bool is_last) {
        auto const layer = parent.layer;
        auto const start = search_.with_plan(parent, {node.plan_used, node.area_used, node.grown_used});
        auto const room = search_.room(start, layer, node.float_count, node.text_limit, node.relaxation);
        ColumnEnd end;
        end.at = node.state.at;
        end.used_lines = node.used_lines;

        PlannedColumn column;
        column.pieces = search_.column_search().pieces({start.at, start.carried_rows}, room, end);
        column.text_lines = static_cast<int>(node.used_lines);
        column.cost = node.column_cost;
        column.short_lines = node.is_free ? 0 : static_cast<int>(node.short_lines);
        column.splits_note = node.state.carried_rows > 0; // across the page: told of its last column
        column.is_free = node.is_free;
        column.waiting_floats = node.waiting;
        column.relaxation = step_taken(node, column);
        plan_.relaxation = std::max(plan_.relaxation, column.relaxation);
        column.ends_in_hyphen = ends_in_hyphen(node.state.at);
        bool const is_followed = room_.may_be_followed && node.text_limit >= 0;
        if (layer % columns_ == 0) place_page_floats(start, parent.state.at, is_followed);
        place_column(column, node, start, layer, is_last);
        if (room_.notes_across)
            add_page_notes(node, start, layer);
        else
            add_notes(column, node, start, layer);
        region().columns.push_back(std::move(column));
    }

    /// A column may be allowed more than it makes use of.
    static Relaxation step_taken(PageNode const& node, PlannedColumn const& column) {
        Cost const rest = node.column_cost - page_cost::shortness(column.short_lines);
        if (rest >= page_cost::overfull) return Relaxation::overfull;
        if (rest >= page_cost::late_note) return Relaxation::late_notes;
        if (rest >= page_cost::widow) return Relaxation::single_lines;
        if (rest >= page_cost::broken_keep) return Relaxation::broken_keeps;
        return column.short_lines > 1 ? Relaxation::short_column : Relaxation::none;
    }

    [[nodiscard]] bool ends_in_hyphen(FlowPosition at) const {
        if (at.line == 0) return false;
        auto const& variant = flow_.variant(at.element, at.variant);
        return flow_.lines[variant.first_line + at.line - 1u].hyphen;
    }

    /// Lines of the page from its columns' top to their foot, without floats across the page.
    [[nodiscard]] int block_lines(std::uint32_t layer) const { return search_.page_lines(layer); }

    void place_page_floats(PageState const& start, FlowPosition page_start, bool is_followed) {
        top_used_ = bottom_used_ = 0;
        auto const begin = start.page_floats - start.page_plan;
        std::vector<bool> at_foot;
        Growth growth{start.page_grown, 0};
        for (auto index = begin; index < start.page_floats; ++index) {
            auto const& one = flow_.page_floats[static_cast<std::size_t>(index)];
            growth.most += one.grow;
            // At the foot: what would part an opening from its text, and inserts behind the end of a text on this page. Once
            // one stands there the next ones do too, else they would be out of order.
            bool const below_end = one.free && one.before > page_start.element && page_start.element < flow_.end();
            bool const at_opening = page_ == 0 && room_.first_line > 0 && flow_.end() > 0;
            bool const wants_foot = (!at_foot.empty() && at_foot.back()) || at_opening || below_end;
            at_foot.push_back(one.place == FloatPlace::bottom ||
                              (one.place == FloatPlace::anywhere && wants_foot && !is_followed));
        }
        bool const ends_below = !at_foot.empty() && at_foot.back() && page_ == last_page_;
        if (ends_below && end_white_ <= growth.most) growth.lines = end_white_;
        for (auto index = begin; index < start.page_floats; ++index) {
            auto const& one = flow_.page_floats[static_cast<std::size_t>(index)];
            add_float(region().floats, one, at_foot[static_cast<std::size_t>(index - begin)], growth.share(one.grow));
        }
        shift_bottoms(region().floats, page_foot());
        page_top_ = top_used_;
        page_bottom_ = bottom_used_;
    }

    /// As the search counts them: where columns are balanced a float at the foot does not move the text above it.
    static int growing(FlowFloat const& one, PageNode const& node) {
        return one.place == FloatPlace::bottom && node.text_limit >= 0 ? 0 : one.grow;
    }

    /// Lines that are left of the page on which the text ends, in the column that leaves the fewest.
    [[nodiscard]] int white_at_end(std::uint32_t last) const {
        auto const& nodes = search_.nodes();
        int white = 0;
        if (nodes[last].parent == no_node || room_.may_be_followed) return white;
        auto const page = nodes[nodes[last].parent].layer / columns_;
        for (auto index = last; nodes[index].parent != no_node; index = nodes[index].parent) {
            auto const& node = nodes[index];
            auto const& parent = nodes[node.parent];
            if (node.is_own_page || parent.layer / columns_ != page) break;
            auto const start = search_.with_plan(parent, {node.plan_used, node.area_used, node.grown_used});
            int const lines = search_.room(start, parent.layer, node.float_count, -1, node.relaxation).lines;
            int const notes = room_.notes_across ? 0 : room_.notes.lines_for(node.note_rows);
            int const left = lines - static_cast<int>(node.used_lines) - notes - node.grown;
            white = index == last ? left : std::min(white, left);
        }
        return std::max(white, 0);
    }

    [[nodiscard]] int page_foot() const { return top_line() + search_.page_lines(page_ * columns_); }

    void add_float(std::vector<PlannedFloat>& to, FlowFloat const& one, bool bottom, int grown) {
        int const lines = one.lines + grown;
        PlannedFloat placed{one.galley, one.index, 0, lines, PlannedFloat::Where::top, one.too_tall, grown};
        if (bottom) {
            placed.where = PlannedFloat::Where::bottom;
            bottom_used_ += lines;
        } else {
            placed.at_line = top_line() + top_used_;
            top_used_ += lines;
        }
        to.push_back(placed);
    }

    /// Those at the foot stand one below the other and end at `foot`.
    static void shift_bottoms(std::vector<PlannedFloat>& floats, int foot) {
        for (auto one = floats.rbegin(); one != floats.rend(); ++one) {
            if (one->where != PlannedFloat::Where::bottom) continue;
            foot -= one->lines;
            one->at_line = foot;
        }
    }

    void place_column(PlannedColumn& column, PageNode const& node, PageState const& start, std::uint32_t layer,
                      bool is_last) {
        top_used_ = page_top_;
        bottom_used_ = 0;
        bool bottom = false;
        Growth growth{node.grown, 0};
        for (std::uint32_t index = 0; index < node.float_count; ++index)
            growth.most += growing(flow_.column_floats[start.column_floats + index], node);
        for (std::uint32_t index = 0; index < node.float_count; ++index) {
            auto const& one = flow_.column_floats[start.column_floats + index];
            bool const called_here = one.before > start.at.element;
            bool const below_text = bottom || called_here || (node.is_free && node.used_lines > 0);
            bool const is_balanced = node.text_limit >= 0;
            bottom =
                one.place == FloatPlace::bottom || (one.place == FloatPlace::anywhere && below_text && !is_balanced);
            add_float(column.floats, one, bottom, growth.share(growing(one, node)));
        }
        column.first_line = top_line() + top_used_;
        int const note_lines = room_.notes_across ? 0 : room_.notes.lines_for(node.note_rows);
        int foot = top_line() + block_lines(layer) - page_bottom_;
        bool const ends_text = node.state.at.element == flow_.end();
        if (room_.may_be_followed && node.text_limit >= 0)
            foot = std::min(foot, top_line() + page_top_ + node.text_limit);
        if (room_.may_be_followed && columns_ == 1 && is_last && ends_text) {
            foot = std::min(foot, column.first_line + column.text_lines + note_lines + bottom_used_);
        }
        if (room_.notes_across) {
            region().note_line = foot;
            foot -= start.note_area;
        }
        // Floats at the foot stand above the notes: a note is sought at the very end of the column.
        shift_bottoms(column.floats, foot - note_lines);
        column.note_line = foot;
    }

    void add_notes(PlannedColumn& column, PageNode const& node, PageState const& start, std::uint32_t layer) {
        auto const first = flow_.notes_before(start.at);
        auto const end = flow_.notes_before(node.state.at);
        auto const carried = node.state.carried_rows;
        // All rows of all notes in one row: those carried to this column begin it, those that it carries on end it.
        auto const begin_row = flow_.rows_before[first] - start.carried_rows;
        auto const end_row = flow_.rows_before[end] - carried;
        add_rows(column, 0, first, begin_row, end_row);
        add_fixed_notes(column, node, start, layer);
        add_rows(column, first, end, begin_row, end_row);
        if (node.note_change == 0) return;
        for (auto const changed : flow_.changed_notes(first, end, node.note_change)) {
            for (auto& planned : column.notes) {
                if (planned.note != flow_.notes[changed]) continue;
                planned.change = node.note_change < 0 ? -1 : 1;
                planned.end_row = static_cast<std::uint32_t>(static_cast<int>(planned.end_row) + planned.change);
            }
        }
    }

    /// Notes called in what does not flow.
    void add_fixed_notes(PlannedColumn& column, PageNode const& node, PageState const& start,
                         std::uint32_t layer) const {
        if (layer == 0) add_fixed(column, flow_.opening_notes);
        if (layer % columns_ == 0) {
            for (auto index = start.page_floats - start.page_plan; index < start.page_floats; ++index) {
                add_fixed(column, flow_.page_floats[static_cast<std::size_t>(index)].notes);
            }
        }
        for (std::uint32_t index = 0; index < node.float_count; ++index) {
            add_fixed(column, flow_.column_floats[start.column_floats + index].notes);
        }
    }

    /// The notes of the page as far as its columns are known: those of the last column stand.
    void add_page_notes(PageNode const& node, PageState const& start, std::uint32_t layer) {
        if (layer % columns_ == 0) {
            page_first_note_ = flow_.notes_before(start.at);
            page_begin_row_ = flow_.rows_before[page_first_note_] - start.page_rows;
            page_fixed_.clear();
        }
        PlannedColumn gathered;
        add_fixed_notes(gathered, node, start, layer);
        for (auto const& note : gathered.notes) page_fixed_.push_back(note);
        auto const end = flow_.notes_before(node.state.at);
        auto const end_row = flow_.rows_before[end] - node.state.carried_rows;
        gathered.notes.clear();
        add_rows(gathered, 0, page_first_note_, page_begin_row_, end_row);
        gathered.notes.insert(gathered.notes.end(), page_fixed_.begin(), page_fixed_.end());
        add_rows(gathered, page_first_note_, end, page_begin_row_, end_row);
        region().notes = std::move(gathered.notes);
    }

    void add_rows(PlannedColumn& column, std::uint32_t first, std::uint32_t end, std::uint32_t begin_row,
                  std::uint32_t end_row) const {
        auto note = end;
        while (note > first && flow_.rows_before[note] > begin_row) --note; // the one that begin_row stands in
        for (; note < end; ++note) {
            auto const before = flow_.rows_before[note], behind = flow_.rows_before[note + 1];
            if (behind <= begin_row || before >= end_row) continue;
            add_note(column, flow_.notes[note], std::max(begin_row, before) - before,
                     std::min(end_row, behind) - before);
        }
    }

    static void add_note(PlannedColumn& column, std::uint32_t note, std::uint32_t first_row, std::uint32_t end_row) {
        if (first_row == end_row) return;
        column.notes.push_back({note, first_row, end_row, 0});
    }

    static void add_fixed(PlannedColumn& column, std::vector<std::uint32_t> const& notes) {
        for (auto const note : notes) column.notes.push_back({note, 0, all_rows, 0});
    }

    void finish_region(PlannedRegion& region) const {
        int end = 0;
        for (auto const& column : region.columns) end = std::max(end, column.note_line);
        for (auto const& one : region.floats) end = std::max(end, one.at_line + one.lines);
        if (!region.notes.empty()) end = std::max(end, region.note_line);
        if (region.columns.empty() && region.floats.empty()) end = room_.first_line;
        region.end_line = end;
    }

    void pass_on(PageState const& state) {
        for (std::size_t index = state.column_floats; index < flow_.column_floats.size(); ++index) {
            plan_.passed_on.push_back(flow_.column_floats[index]);
        }
        for (std::size_t index = state.page_floats; index < flow_.page_floats.size(); ++index) {
            plan_.passed_on.push_back(flow_.page_floats[index]);
        }
    }

    Flow const& flow_;
    GalleyRoom const& room_;
    GalleySearch& search_;
    std::uint32_t columns_;
    GalleyPlan plan_;
    std::uint32_t page_ = 0, last_page_ = 0;
    int end_white_ = 0;                  // on the last page, below the longest column
    int top_used_ = 0, bottom_used_ = 0; // by the floats being placed
    int page_top_ = 0, page_bottom_ = 0; // by those across the page
    // Notes across the page in progress: the first one called on it, where its rows begin, and those called in floats.
    std::uint32_t page_first_note_ = 0, page_begin_row_ = 0;
    std::vector<PlannedNote> page_fixed_;
};

GalleyPlan search_once(Flow const& flow, GalleyRoom const& room, SearchSettings const& settings) {
    GalleySearch search(flow, room, settings);
    auto const last = search.run();
    return PlanWriter(flow, room, search).run(last);
}

} // namespace

GalleyPlan plan_galley(Flow const& flow, GalleyRoom const& room, SearchSettings const& settings) {
    auto plan = search_once(flow, room, settings);
    if (settings.exhaustive || flow.end() > second_search_elements) return plan;
    for (auto const bound : second_search_bounds) {
        if (plan.relaxation == Relaxation::none) break;
        auto wider = settings;
        wider.bound = std::max(settings.bound, bound);
        wider.first = Relaxation::short_column;
        auto second = search_once(flow, room, wider);
        if (second.cost < plan.cost) plan = std::move(second);
        if (plan.relaxation == Relaxation::short_column) break; // nothing worse than a hole
    }
    return plan;
}

} // namespace quoin::layout
