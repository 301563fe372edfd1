#pragma once
// What must be true of every plan, whatever the galley: nothing is lost, doubled or out of order, and what stands in a column
// fits into it.

#include "layout/paginate_galley.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace quoin::layout::test {

/// Empty when the plan is sound, else what is wrong.
inline std::string fault_of(GalleyPlan const& plan, Flow const& flow, GalleyRoom const& room) {
    FlowPosition at{0, 0, 0};
    std::vector<std::uint32_t> rows_set(flow.notes.size(), 0);
    std::vector<int> floats_set(flow.column_floats.size() + flow.page_floats.size(), 0);
    bool wrong_height = false;
    auto const set_float = [&](PlannedFloat const& one) {
        ++floats_set[one.index];
        for (auto const* row : {&flow.column_floats, &flow.page_floats}) {
            for (auto const& flat : *row) {
                if (flat.index != one.index || one.where == PlannedFloat::Where::own_page) continue;
                wrong_height =
                    wrong_height || one.grown < 0 || one.grown > flat.grow || one.lines != flat.lines + one.grown;
            }
        }
    };
    std::uint32_t last_column_float = 0;
    for (auto const& page : plan.pages) {
        auto const page_start = at;
        bool is_overfull = false, is_late = false;
        int lowest = 0;
        for (auto const& one : page.floats) set_float(one);
        for (auto const& column : page.columns) {
            auto const start = at;
            int used = 0;
            bool first = true;
            for (auto const& piece : column.pieces) {
                auto const& element = flow.elements[piece.element];
                auto const& variant = flow.variant(piece.element, piece.variant);
                if (piece.element != at.element || piece.first_line != at.line)
                    return "an element is left out or set twice";
                if (at.line > 0 && piece.variant != at.variant) return "a paragraph changes its variant at a break";
                if (piece.end_line > variant.line_count || piece.end_line <= piece.first_line)
                    return "lines out of range";
                used += first ? (piece.first_line == 0 ? element.repeated_head : 0) : element.gap_above;
                if (piece.at_line != used) return "a piece stands at the wrong height";
                used += static_cast<int>(piece.end_line - piece.first_line);
                at = piece.end_line == variant.line_count ? FlowPosition{piece.element + 1, 0, 0}
                                                          : FlowPosition{piece.element, piece.variant, piece.end_line};
                first = false;
            }
            if (used != column.text_lines) return "the column's height is wrong";
            for (auto const& one : column.floats) {
                set_float(one);
                if (one.index < last_column_float) return "column floats are out of order";
                last_column_float = one.index;
            }
            std::uint32_t rows = 0;
            for (auto const& note : column.notes) {
                if (rows_set[note.note] != note.first_row) return "rows of a note are lost, doubled or out of order";
                rows_set[note.note] = note.end_row;
                rows += note.end_row - note.first_row;
                if (note.change == 0) continue;
                auto const allowed = flow.note_change(note.note);
                bool const is_whole = static_cast<int>(note.end_row - note.first_row) ==
                                      static_cast<int>(flow.rows_of(note.note)) + note.change;
                if (!is_whole || (note.change < 0 ? allowed.shorter : allowed.longer) < 0)
                    return "a note is set longer or shorter than it may be";
                rows_set[note.note] = flow.rows_of(note.note);
            }
            // Every note called in the column begins in it.
            for (auto note = flow.notes_before(start); !room.notes_across && note < flow.notes_before(at); ++note) {
                if (rows_set[note] == 0) return "a note does not begin in the column of its mark";
            }
            int float_lines = 0;
            for (auto const& one : column.floats) {
                if (one.where == PlannedFloat::Where::bottom) float_lines += one.lines;
            }
            bool const overfull = column.relaxation == Relaxation::overfull;
            if (!overfull && column.first_line + used + float_lines + room.notes.lines_for(rows) > column.note_line) {
                return "the column is overfull";
            }
            if (column.note_line > room.page_lines) return "the column ends below the page";
            is_overfull = is_overfull || overfull;
            is_late = is_late || column.relaxation >= Relaxation::late_notes;
            lowest = std::max(lowest, column.first_line + used + float_lines);
        }
        std::uint32_t page_rows = 0;
        for (auto const& note : page.notes) {
            if (rows_set[note.note] != note.first_row) return "rows of a note across the page are lost or doubled";
            rows_set[note.note] = note.end_row;
            page_rows += note.end_row - note.first_row;
        }
        for (auto note = flow.notes_before(page_start); room.notes_across && note < flow.notes_before(at); ++note) {
            if (rows_set[note] == 0 && !is_late) return "a note does not begin on the page of its mark";
        }
        if (page_rows > 0 && !is_overfull && lowest + room.notes.lines_for(page_rows) > page.note_line)
            return "the notes across the page stand in the text";
    }
    if (wrong_height) return "a float is taller or lower than it may be";
    if (at.element != flow.end()) return "the end is missing";
    for (std::uint32_t note = 0; note < flow.notes.size(); ++note) {
        if (rows_set[note] != flow.rows_of(note)) return "a note is not whole";
    }
    if (plan.passed_on.empty() &&
        std::any_of(floats_set.begin(), floats_set.end(), [](int count) { return count != 1; })) {
        return "a float is lost or doubled";
    }
    return {};
}

/// Number of single lines at a column's head or foot.
inline int single_lines(GalleyPlan const& plan, Flow const& flow) {
    int count = 0;
    for (auto const& page : plan.pages) {
        for (auto const& column : page.columns) {
            if (column.pieces.empty()) continue;
            auto const& head = column.pieces.front();
            auto const& foot = column.pieces.back();
            auto const head_lines = flow.variant(head.element, head.variant).line_count;
            auto const foot_lines = flow.variant(foot.element, foot.variant).line_count;
            count += head.first_line > 0 && head_lines - head.first_line < flow.elements[head.element].least_after;
            count += foot.end_line < foot_lines && foot.end_line < flow.elements[foot.element].least_before;
        }
    }
    return count;
}

/// Number of headings with fewer than two lines below them.
inline int stranded_headings(GalleyPlan const& plan, Flow const& flow) {
    int count = 0;
    for (auto const& page : plan.pages) {
        for (auto const& column : page.columns) {
            int below = 0;
            for (auto piece = column.pieces.rbegin(); piece != column.pieces.rend(); ++piece) {
                bool const is_heading = flow.elements[piece->element].keep_with_next && piece->element + 1 < flow.end();
                if (is_heading && below < 2) ++count;
                below += piece->end_line - piece->first_line;
            }
        }
    }
    return count;
}

} // namespace quoin::layout::test
