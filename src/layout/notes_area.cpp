// The notes of a column or page. Their last row stands on the column's last baseline, so that feet are level beside columns without
// notes; the rows above keep the notes' own pitch, and what is left of a grid line is white above the rule.

#include "layout/place_page.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// A note as it is set here: one of its paragraphs may be a row longer or shorter than it likes.
class SetNote {
  public:
    SetNote(NoteGalley const& note, int change) : note_(note) {
        if (change != 0) change_ = cheapest_change(note, change);
    }
    [[nodiscard]] std::size_t variant(std::size_t paragraph) const {
        bool const is_changed = change_ && change_->paragraph == paragraph;
        return is_changed ? change_->variant : note_.paragraphs[paragraph].text->best();
    }
    [[nodiscard]] std::size_t rows(std::size_t paragraph) const {
        return note_.paragraphs[paragraph].text->variants()[variant(paragraph)].lines.size();
    }
    [[nodiscard]] std::size_t rows() const {
        std::size_t sum = 0;
        for (std::size_t index = 0; index < note_.paragraphs.size(); ++index) sum += rows(index);
        return sum;
    }
    [[nodiscard]] NoteGalley const& galley() const { return note_; }

  private:
    NoteGalley const& note_;
    std::optional<NoteChange> change_;
};

/// Rows of a note that stand in this column.
struct Rows {
    std::size_t first = 0, end = 0;
};

Rows rows_of(PlannedNote const& planned, SetNote const& note) {
    return {planned.first_row, std::min<std::size_t>(planned.end_row, note.rows())};
}

void place_note(PlaceContext const& context, SetNote const& note, Rows rows, Point at, Length pitch,
                std::vector<page::Item>& to) {
    std::size_t above = 0; // rows of the paragraphs before
    for (std::size_t index = 0; index < note.galley().paragraphs.size(); ++index) {
        auto const count = note.rows(index);
        auto const first = std::clamp(rows.first, above, above + count);
        auto const end = std::clamp(rows.end, above, above + count);
        if (first < end) {
            ParagraphLines const lines{note.galley().paragraphs[index], note.variant(index), first - above,
                                       end - above};
            place_lines(context, lines, at, pitch, to);
            at.y += pitch * static_cast<std::int64_t>(end - first);
        }
        above += count;
    }
}

} // namespace

void place_notes(PlaceContext const& context, NoteArea area, ColumnPlace place, std::vector<page::Item>& to) {
    auto const& frame = context.frame;
    auto const& print = frame.print;
    auto const& style = print.type[style::TypeRole::note];
    auto const pitch = style.leading;
    std::size_t count = 0;
    for (auto const& planned : area.notes) {
        auto const rows = rows_of(planned, {context.composition.notes[planned.note], planned.change});
        count += rows.end - rows.first;
    }
    if (count == 0) return;
    auto const last = frame.line_baseline(area.note_line - 1) + place.shift;
    Point at{place.left, last - pitch * static_cast<std::int64_t>(count - 1)};
    auto const first_row_top = at.y - row_baseline(pitch, style.size);
    page::Rule rule;
    rule.width = place.width.scaled(static_cast<std::int64_t>(print.notes.rule_share * 1000 + 0.5), 1000);
    rule.height = print.notes.rule_thickness;
    to.push_back({{place.left, first_row_top - note_rule_gap(print) - rule.height}, rule, page::TagId::artifact});
    for (auto const& planned : area.notes) {
        SetNote const note(context.composition.notes[planned.note], planned.change);
        auto const rows = rows_of(planned, note);
        auto const& anchor = note.galley().anchor;
        if (planned.first_row == 0 && !anchor.empty()) {
            to.push_back({{at.x, at.y - row_baseline(pitch, style.size)}, page::Anchor{anchor}, page::TagId::artifact});
        }
        place_note(context, note, rows, at, pitch, to);
        at.y += pitch * static_cast<std::int64_t>(rows.end - rows.first);
    }
}

} // namespace quoin::layout
