#pragma once
// Flat galleys written by hand or by dice, without fonts and texts.

#include "layout/paginate_galley.hpp"

#include <cstdint>
#include <vector>

namespace quoin::layout::test {

/// A small generator whose numbers are the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757ull + 3037000493ull) {}
    /// A number from low to high, both included.
    int roll(int low, int high) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return low + static_cast<int>((state_ >> 11) % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int count) { return roll(1, count) == 1; }

  private:
    std::uint64_t state_;
};

class FlowBuilder {
  public:
    struct Called {
        int line = 0; // of the best variant, from 0; others call it at the same share of their lines
        int rows = 1;
    };
    struct Choice {
        int lines = 0;
        int cost = 0;
    };

    FlowBuilder& paragraph(std::vector<Choice> const& choices, std::vector<Called> const& notes = {},
                           int hyphen_every = 0) {
        auto& element = begin();
        element.breakable = true;
        auto const* best = &choices.front();
        for (auto const& one : choices) {
            if (one.cost < best->cost) best = &one;
        }
        for (auto const& note : notes) call(note.rows);
        for (auto const& one : choices) {
            FlowVariant variant;
            variant.first_line = static_cast<std::uint32_t>(flow.lines.size());
            variant.line_count = static_cast<std::uint32_t>(one.lines);
            variant.cost = one.cost;
            variant.looser = one.lines > best->lines;
            flow.variants.push_back(variant);
            for (int line = 0; line < one.lines; ++line) {
                FlowLine flat;
                for (auto const& note : notes) {
                    auto const place = static_cast<long long>(note.line) * one.lines / best->lines;
                    if (place <= line) ++flat.notes_through;
                }
                flat.hyphen = hyphen_every > 0 && line % hyphen_every == hyphen_every - 1 && line + 1 < one.lines;
                flow.lines.push_back(flat);
            }
        }
        element.variant_count = static_cast<std::uint16_t>(choices.size());
        return *this;
    }
    FlowBuilder& paragraph(int lines) { return paragraph({{lines, 0}}); }

    FlowBuilder& box(int lines, int gap = 0, bool keep_with_next = false) {
        auto& element = begin();
        element.is_box = true;
        element.gap_above = static_cast<std::uint16_t>(gap);
        element.keep_with_next = keep_with_next;
        flow.variants.push_back(
            {static_cast<std::uint32_t>(flow.lines.size()), static_cast<std::uint32_t>(lines), 0, 0, false});
        return *this;
    }
    FlowBuilder& heading(int gap = 1) { return box(1, gap, true); }
    FlowBuilder& forced_break() {
        force_next_ = true;
        return *this;
    }

    FlowBuilder& add_float(int lines, FloatPlace place = FloatPlace::anywhere, bool wide = false, int grow = 0) {
        FlowFloat one;
        one.index = one.order = floats_++;
        one.before = flow.end();
        one.lines = static_cast<std::uint16_t>(lines);
        one.grow = static_cast<std::uint16_t>(grow);
        one.place = place;
        one.own_page = place == FloatPlace::own_page;
        (wide ? flow.page_floats : flow.column_floats).push_back(one);
        return *this;
    }

    Flow build(int columns = 1, bool balance = true) {
        flow.columns = columns;
        flow.balance_end = balance;
        flow.finish();
        return flow;
    }

    Flow flow;

  private:
    FlowElement& begin() {
        FlowElement element;
        element.first_variant = static_cast<std::uint32_t>(flow.variants.size());
        element.first_note = static_cast<std::uint32_t>(flow.notes.size());
        element.break_before = std::exchange(force_next_, false);
        flow.elements.push_back(element);
        return flow.elements.back();
    }
    void call(int rows) {
        flow.note_changes.emplace_back();
        flow.notes.push_back(static_cast<std::uint32_t>(flow.notes.size()));
        flow.rows_before.push_back(flow.rows_before.back() + static_cast<std::uint32_t>(rows));
    }

    std::uint32_t floats_ = 0;
    bool force_next_ = false;
};

inline NoteMeasure simple_notes() { return {Length::points(12), Length::points(9), Length::points(6), 2}; }

inline GalleyRoom simple_room(int lines, int first_page_lines = 0) {
    GalleyRoom room;
    room.page_lines = lines;
    room.first_page_lines = first_page_lines > 0 ? first_page_lines : lines;
    room.first_line = lines - room.first_page_lines;
    room.notes = simple_notes();
    return room;
}

struct Shape {
    int paragraphs = 10;
    int longest = 9;
    bool notes = true, headings = true, boxes = true, floats = true, variants = true, hyphens = true, growing = false,
         changing_notes = false;
};

inline Flow random_flow(Dice& dice, Shape const& shape, int columns, bool balance) {
    FlowBuilder builder;
    for (int index = 0; index < shape.paragraphs; ++index) {
        if (shape.headings && index > 0 && dice.one_in(5)) builder.heading(dice.roll(0, 2));
        if (shape.boxes && dice.one_in(9)) builder.box(dice.roll(1, 6), dice.roll(0, 1));
        if (shape.floats && dice.one_in(7)) {
            builder.add_float(dice.roll(3, 8), FloatPlace::anywhere, columns > 1 && dice.one_in(3),
                              shape.growing && dice.one_in(2) ? dice.roll(1, 3) : 0);
        }
        int const lines = dice.roll(1, shape.longest);
        std::vector<FlowBuilder::Choice> choices;
        if (shape.variants && lines > 4 && dice.one_in(4)) choices.push_back({lines - 1, dice.roll(60, 400)});
        choices.push_back({lines, 0});
        if (shape.variants && lines > 2 && !dice.one_in(3)) choices.push_back({lines + 1, dice.roll(10, 300)});
        std::vector<FlowBuilder::Called> notes;
        if (shape.notes && dice.one_in(3)) notes.push_back({dice.roll(0, lines - 1), dice.roll(1, 7)});
        builder.paragraph(choices, notes, shape.hyphens ? 4 : 0);
    }
    for (auto& change : builder.flow.note_changes) {
        if (!shape.changing_notes) break;
        if (dice.one_in(2)) change.shorter = dice.roll(20, 900);
        if (dice.one_in(2)) change.longer = dice.roll(20, 900);
    }
    return builder.build(columns, balance);
}

} // namespace quoin::layout::test
