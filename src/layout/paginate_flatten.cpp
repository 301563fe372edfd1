#include "layout/paginate_flow.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <utility>

namespace quoin::layout {

namespace {

int whole_lines(Length height, Length grid) {
    return static_cast<int>((std::max<std::int64_t>(height.units, 0) + grid.units - 1) / grid.units);
}

class Flattener {
  public:
    Flattener(Galley const& galley, std::uint32_t number, FlattenSettings const& settings)
        : galley_(galley), number_(number), settings_(settings) {}

    Flow run() {
        flow_.columns = std::max(1, galley_.columns);
        flow_.balance_end = galley_.balance_end;
        if (galley_.opening) {
            for (auto const note : galley_.opening->notes)
                take_fixed(note, flow_.opening_notes, flow_.opening_note_rows);
        }
        flow_.elements.reserve(galley_.elements.size());
        int below = 0;
        for (auto const& element : galley_.elements) {
            add_element(element, below);
            below = element.space_below;
        }
        for (std::size_t index = 0; index < galley_.floats.size(); ++index) add_float(index);
        flow_.finish();
        return std::move(flow_);
    }

  private:
    std::uint32_t take_rows(std::uint32_t note) {
        auto& rows = *settings_.note_rows;
        if (note >= rows.size()) return 0;
        return std::exchange(rows[note], 0u);
    }

    void take_fixed(std::uint32_t note, std::vector<std::uint32_t>& ids, std::uint32_t& sum) {
        auto const rows = take_rows(note);
        if (rows == 0) return;
        ids.push_back(note);
        sum += rows;
    }

    void add_element(Element const& source, int space_below_before) {
        FlowElement element;
        element.first_variant = static_cast<std::uint32_t>(flow_.variants.size());
        element.first_note = static_cast<std::uint32_t>(flow_.notes.size());
        element.gap_above = static_cast<std::uint16_t>(std::max(space_below_before, source.space_above));
        element.keep_with_next = source.keep_with_next;
        element.lines_kept = source.lines_kept;
        element.break_before = source.break_before;
        match(
            source.kind, [&](FlowParagraph const& paragraph) { add_paragraph(paragraph, element); },
            [&](FlowBox const& box) { add_box(box, element); });
        if (source.head_on_new_page) {
            element.head_on_pages = true;
            element.repeated_head =
                static_cast<std::uint16_t>(whole_lines(source.head_on_new_page->height, settings_.grid));
        }
        flow_.elements.push_back(element);
    }

    void add_box(FlowBox const& box, FlowElement& element) {
        element.is_box = true;
        add_notes(box.box.notes);
        auto const lines = static_cast<std::uint32_t>(whole_lines(box.box.height, settings_.grid));
        flow_.variants.push_back({static_cast<std::uint32_t>(flow_.lines.size()), lines, 0, 0, false});
        if (box.head_when_first) {
            element.repeated_head =
                static_cast<std::uint16_t>(whole_lines(box.head_when_first->height, settings_.grid));
        }
    }

    void add_notes(std::vector<std::uint32_t> const& notes) {
        for (auto const note : notes) {
            auto const rows = take_rows(note);
            if (rows == 0) continue;
            flow_.notes.push_back(note);
            flow_.rows_before.push_back(flow_.rows_before.back() + rows);
            if (settings_.note_changes != nullptr) flow_.note_changes.push_back((*settings_.note_changes)[note]);
        }
    }

    void add_paragraph(FlowParagraph const& paragraph, FlowElement& element) {
        element.least_before = static_cast<std::uint16_t>(std::max(1, paragraph.least_before));
        element.least_after = static_cast<std::uint16_t>(std::max(1, paragraph.least_after));
        element.breakable = !paragraph.keep_whole;
        auto const& variants = paragraph.text->variants();
        auto const best = paragraph.text->best();
        // The marks of a paragraph are the same in all variants: those of the best one tell which notes are new here.
        std::vector<std::uint32_t> fresh;
        for (auto const& line : variants[best].lines) {
            for (auto const note : line.notes) {
                auto const known = flow_.notes.size();
                add_notes({note});
                if (flow_.notes.size() > known) fresh.push_back(note);
            }
        }
        for (std::size_t index = 0; index < variants.size(); ++index) {
            add_variant(variants[index], static_cast<std::uint16_t>(index), variants[best], fresh);
        }
        element.variant_count = static_cast<std::uint16_t>(variants.size());
    }

    void add_variant(text::Variant const& variant, std::uint16_t index, text::Variant const& best,
                     std::vector<std::uint32_t> const& fresh) {
        FlowVariant flat;
        flat.first_line = static_cast<std::uint32_t>(flow_.lines.size());
        flat.line_count = static_cast<std::uint32_t>(variant.lines.size());
        flat.index = index;
        auto const over = std::clamp<std::int64_t>(variant.cost - best.cost, 0, 1'000'000);
        flat.cost = static_cast<std::int32_t>(over);
        flat.looser = variant.lines.size() > best.lines.size();
        flow_.variants.push_back(flat);
        std::uint32_t through = 0;
        for (auto const& line : variant.lines) {
            for (auto const note : line.notes) {
                if (through < fresh.size() && fresh[through] == note) ++through;
            }
            flow_.lines.push_back({through, line.ends_in_hyphen});
        }
    }

    void add_float(std::size_t index) {
        auto const& source = galley_.floats[index];
        FlowFloat flat;
        flat.galley = number_;
        flat.index = static_cast<std::uint32_t>(index);
        flat.order = flat.index;
        flat.before = static_cast<std::uint32_t>(std::min(source.before, galley_.elements.size()));
        flat.place = source.place;
        flat.free = source.free;
        auto const block = settings_.grid * settings_.page_lines;
        flat.too_tall = source.box.height > block;
        flat.own_page = source.place == FloatPlace::own_page || flat.too_tall;
        // A box as tall as the column needs no white: there is no text beside it.
        auto const lines =
            std::min(whole_lines(source.box.height + settings_.float_white, settings_.grid), settings_.page_lines);
        flat.lines = static_cast<std::uint16_t>(lines);
        auto const most =
            std::min<std::int64_t>(source.stretch.most.units / settings_.grid.units, settings_.page_lines - lines);
        flat.grow = static_cast<std::uint16_t>(flat.own_page ? 0 : std::max<std::int64_t>(most, 0));
        for (auto const note : source.box.notes) take_fixed(note, flat.notes, flat.note_rows);
        bool const wide = source.span == FloatSpan::page && flow_.columns > 1;
        (wide || (flat.own_page && flow_.columns > 1) ? flow_.page_floats : flow_.column_floats)
            .push_back(std::move(flat));
    }

    Galley const& galley_;
    std::uint32_t number_;
    FlattenSettings const& settings_;
    Flow flow_;
};

} // namespace

Flow flatten_galley(Galley const& galley, std::uint32_t number, FlattenSettings const& settings) {
    return Flattener(galley, number, settings).run();
}

} // namespace quoin::layout
