#pragma once
// The page search written the slow and obvious way: line by line, column by column, every legal choice. For galleys without
// balancing. It shares the cost figures with the real one and nothing else.

#include "layout/paginate_galley.hpp"
#include "synthetic_flow.hpp"

#include <cstdlib>
#include <map>
#include <tuple>

namespace quoin::layout::test {

class PlainSearch {
  public:
    PlainSearch(Flow const& flow, GalleyRoom const& room, Cost tightness = 0)
        : flow_(flow), room_(room), columns_(flow.columns), tightness_(tightness) {}

    /// Least cost of the whole galley; no_way when there is none without breaking rules.
    static constexpr Cost no_way = 1'000'000'000'000;
    Cost run() { return from({}); }

  private:
    struct State {
        FlowPosition at;
        int carried = 0, column_floats = 0, page_floats = 0, plan = 0, page_short = 0, verso_short = 0, layer = 0,
            last_lines = 0, grown = 0;
        auto operator<=>(State const&) const = default;
    };
    struct Column {
        State start;
        int lines = 0, fixed_rows = 0, float_count = 0, elastic = 0;
        bool floats_only = false, changing = false;
        Cost extra = 0;
        Cost best = no_way;
    };

    bool recto(int layer) const { return (layer / columns_ % 2 == 0) == room_.first_is_recto; }

    Cost from(State const& state) {
        if (auto const known = known_.find(state); known != known_.end()) return known->second;
        known_[state] = no_way; // no way leads back to itself
        Cost best = no_way;
        bool const at_end = state.at.element == flow_.end();
        if (at_end && state.carried == 0 && state.column_floats == static_cast<int>(flow_.column_floats.size()) &&
            state.page_floats == static_cast<int>(flow_.page_floats.size())) {
            best = 0;
            if (state.last_lines > 0 && state.last_lines < page_cost::least_last_page && state.layer > columns_) {
                best = page_cost::short_last_page * (page_cost::least_last_page - state.last_lines);
            }
            return known_[state] = best;
        }
        bool const new_page = state.layer % columns_ == 0;
        for (int plan = 0; plan <= (new_page ? 2 : 0); ++plan) {
            auto start = state;
            if (new_page) {
                start.page_floats += plan;
                start.plan = plan;
            }
            if (start.page_floats > static_cast<int>(flow_.page_floats.size())) break;
            int most = 0;
            for (int index = start.page_floats - plan; index < start.page_floats; ++index)
                most += flow_.page_floats[static_cast<std::size_t>(index)].grow;
            for (int grown = 0; grown <= std::min(most, 6); ++grown) {
                if (new_page) start.grown = grown;
                for (int count = 0; count <= 3; ++count) {
                    if (start.column_floats + count > static_cast<int>(flow_.column_floats.size())) break;
                    if (at_end && new_page && plan == 0 && count == 0 && state.carried == 0) continue;
                    best = std::min(best, with_floats(start, plan, count));
                }
            }
        }
        return known_[state] = best;
    }

    Cost with_floats(State const& start, int plan, int count) {
        Column column;
        column.start = start;
        column.float_count = count;
        column.lines = (start.layer < columns_ ? room_.first_page_lines : room_.page_lines) - start.grown;
        if (start.layer % columns_ == 0) column.extra += page_cost::grown_insert * start.grown * columns_;
        for (int index = start.page_floats - start.plan; index < start.page_floats; ++index) {
            column.lines -= flow_.page_floats[static_cast<std::size_t>(index)].lines;
        }
        for (int index = 0; index < count; ++index) {
            auto const& one = flow_.column_floats[static_cast<std::size_t>(start.column_floats + index)];
            column.lines -= one.lines;
            column.elastic += one.grow;
            for (int other = start.page_floats; other < static_cast<int>(flow_.page_floats.size()); ++other) {
                if (flow_.page_floats[static_cast<std::size_t>(other)].order < one.order)
                    column.extra += page_cost::float_sequence;
            }
        }
        for (int index = start.page_floats - plan; index < start.page_floats; ++index) {
            for (int other = start.column_floats; other < static_cast<int>(flow_.column_floats.size()); ++other) {
                if (flow_.column_floats[static_cast<std::size_t>(other)].order <
                    flow_.page_floats[static_cast<std::size_t>(index)].order) {
                    column.extra += page_cost::float_sequence;
                }
            }
        }
        if (column.lines < 0) return no_way;
        bool const at_end = start.at.element == flow_.end();
        if (start.layer > 0 && start.layer % columns_ == 0) {
            column.extra += page_cost::new_page;
            if (at_end) column.extra += page_cost::text_free_page;
        }
        column.floats_only = column.lines < 3 && (count > 0 || start.plan > 0 || start.layer < columns_);
        if (column.floats_only || at_end) {
            end(column, start.at, 0, 0, true);
        } else {
            if (start.carried > 0 || count > 0 || start.plan > 0) end(column, start.at, 0, 0, false);
            extend(column, start.at, 0, 0, true);
        }
        return column.best;
    }

    /// Adds what comes next: a line of a paragraph, or a box.
    void extend(Column& column, FlowPosition at, int used, Cost cost, bool empty) {
        if (used > column.lines || at.element == flow_.end()) return;
        auto const& element = flow_.elements[at.element];
        if (at.line == 0) {
            int const gap = empty ? element.repeated_head : element.gap_above;
            for (std::uint32_t which = 0; which < element.variant_count; ++which) {
                auto const& variant = flow_.variant(at.element, which);
                Cost more = cost + variant.cost + (variant.looser ? page_cost::loosened : 0);
                auto fewest = variant.line_count;
                for (std::uint32_t other = 0; other < element.variant_count; ++other)
                    fewest = std::min(fewest, flow_.variant(at.element, other).line_count);
                more += tightness_ * (variant.line_count - fewest);
                if (!element.breakable)
                    after(column, {at.element + 1, 0, 0}, used + gap + variant.line_count, more);
                else
                    add_line(column, {at.element, static_cast<std::uint16_t>(which), 0}, used + gap, more);
            }
        } else {
            add_line(column, at, used, cost);
        }
    }

    void add_line(Column& column, FlowPosition at, int used, Cost cost) {
        ++at.line;
        if (at.line == flow_.variant(at.element, at.variant).line_count) at = {at.element + 1, 0, 0};
        after(column, at, used + 1, cost);
    }

    void after(Column& column, FlowPosition at, int used, Cost cost) {
        bool const is_end = at.element == flow_.end();
        bool const forced = !is_end && at.line == 0 && flow_.elements[at.element].break_before;
        if (may_break(column, at)) {
            Cost hyphen = 0;
            if (at.line > 0) {
                auto const& variant = flow_.variant(at.element, at.variant);
                bool const page_turn = column.start.layer % columns_ == columns_ - 1 && recto(column.start.layer);
                if (flow_.lines[variant.first_line + at.line - 1u].hyphen) {
                    hyphen = page_turn ? page_cost::hyphen_at_page_turn : page_cost::hyphen_at_column_end;
                }
            }
            end(column, at, used, cost + hyphen, is_end || forced);
        }
        if (!is_end && !forced) extend(column, at, used, cost, false);
    }

    bool may_break(Column const& column, FlowPosition at) const {
        if (at.element == flow_.end()) return true;
        auto const& element = flow_.elements[at.element];
        if (at.line == 0) {
            return element.break_before || element.lines_needed == 0;
        }
        int const count = flow_.variant(at.element, at.variant).line_count;
        bool const starts_column = column.start.at.element == at.element;
        if (at.line < element.least_before || count - at.line < element.least_after) return false;
        return starts_column || at.line >= element.lines_needed;
    }

    void end(Column& column, FlowPosition at, int used, Cost cost, bool free) {
        auto const& start = column.start;
        auto const first = flow_.notes_before(start.at), behind = flow_.notes_before(at);
        int rows = column.fixed_rows + start.carried;
        for (auto note = first; note < behind; ++note) rows += static_cast<int>(flow_.rows_of(note));
        int const last = behind > first ? static_cast<int>(flow_.rows_of(behind - 1)) : start.carried;
        int const fitting = static_cast<int>(room_.notes.rows_in(column.lines - used));
        for (int const change : {-2, -1, 1}) { // of notes that stand here whole: each by a row
            auto const changed = flow_.changed_notes(first, behind, change);
            if (rows + change > fitting || static_cast<int>(changed.size()) < std::abs(change)) continue;
            if (column.changing) break;
            Column other = column;
            other.changing = true;
            other.fixed_rows += change;
            Cost more = 0;
            for (auto const note : changed)
                more += change < 0 ? flow_.note_change(note).shorter : flow_.note_change(note).longer;
            end(other, at, used, cost + more, free);
            column.best = std::min(column.best, other.best);
        }
        int carried = 0;
        if (rows > fitting) {
            carried = std::max(rows - fitting, room_.notes.least_rows);
            if (last - carried < room_.notes.least_rows) return;
            cost += page_cost::split_note;
        }
        if (used > column.lines) return;
        int missing = column.lines - used - room_.notes.lines_for(static_cast<std::uint32_t>(rows - carried));
        if (!free) {
            int const above_notes = std::max(0, missing);
            int const grown = std::min(above_notes, column.elastic);
            missing -= grown;
            cost += page_cost::grown_insert * grown;
            cost += page_cost::shortness(std::max(0, missing));
            // One line missing above notes: the rest of a line that their rows leave is seen with it.
            if (missing == 1 && rows > carried) {
                auto const& notes = room_.notes;
                auto const height = notes.overhead + notes.pitch * (rows - carried);
                auto const rest = notes.grid * (column.lines - used - above_notes) - height;
                cost += page_cost::rest_above_notes * (rest.units * 1000 / notes.grid.units) / 1000;
            }
        }

        State next = start;
        next.at = at;
        next.carried = carried;
        next.column_floats += column.float_count;
        next.layer += 1;
        next.last_lines = start.layer % columns_ == 0 ? std::min(used, page_cost::least_last_page) : 0;
        if (column.float_count > 0 &&
            flow_.column_floats[static_cast<std::size_t>(next.column_floats - 1)].before > at.element)
            return;
        if (!free && rows - carried == 0)
            next.page_short = std::max(next.page_short, std::min(std::max(0, missing), 3));
        cost += column.extra + page_cost::float_distance * waiting(next);
        if (next.layer % columns_ == 0) {
            if (start.plan > 0 &&
                flow_.page_floats[static_cast<std::size_t>(start.page_floats - 1)].before > at.element)
                return;
            bool const is_recto = recto(start.layer);
            if (is_recto && start.layer >= columns_ && !free) {
                int const difference = next.page_short - next.verso_short;
                cost += page_cost::facing_difference * difference * difference;
            }
            next.verso_short = is_recto ? 0 : next.page_short;
            next.page_short = next.plan = next.grown = 0;
        }
        column.best = std::min(column.best, cost + from(next));
    }

    int waiting(State const& state) const {
        int count = 0;
        for (auto index = static_cast<std::size_t>(state.column_floats); index < flow_.column_floats.size(); ++index) {
            count += flow_.column_floats[index].before <= state.at.element;
        }
        for (auto index = static_cast<std::size_t>(state.page_floats); index < flow_.page_floats.size(); ++index) {
            count += flow_.page_floats[index].before <= state.at.element;
        }
        return count;
    }

    Flow const& flow_;
    GalleyRoom const& room_;
    int columns_;
    Cost tightness_;
    std::map<State, Cost> known_;
};

} // namespace quoin::layout::test
