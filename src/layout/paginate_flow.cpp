#include "layout/paginate_flow.hpp"

#include <algorithm>

namespace quoin::layout {

std::uint32_t Flow::notes_before(FlowPosition at) const {
    if (at.element >= elements.size()) return static_cast<std::uint32_t>(notes.size());
    auto const& element = elements[at.element];
    if (at.line == 0) return element.first_note;
    auto const& chosen = variant(at.element, at.variant);
    return element.first_note + lines[chosen.first_line + at.line - 1u].notes_through;
}

std::vector<std::uint32_t> Flow::changed_notes(std::uint32_t first, std::uint32_t end, int change) const {
    auto const cost = [&](std::uint32_t note) {
        auto const one = note_change(note);
        return change < 0 ? one.shorter : one.longer;
    };
    std::vector<std::uint32_t> found;
    for (auto note = first; note < end; ++note) {
        if (cost(note) >= 0) found.push_back(note);
    }
    std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return cost(a) < cost(b); });
    auto const wanted = static_cast<std::size_t>(change < 0 ? -change : change);
    if (found.size() > wanted) found.resize(wanted);
    return found;
}

std::optional<NoteChange> cheapest_change(NoteGalley const& note, int by) {
    std::optional<NoteChange> best;
    for (std::size_t index = 0; index < note.paragraphs.size(); ++index) {
        auto const& text = *note.paragraphs[index].text;
        auto const& variants = text.variants();
        auto const liked = text.best();
        if (by < 0 ? liked == 0 : liked + 1 >= variants.size()) continue;
        auto const which = by < 0 ? liked - 1 : liked + 1;
        bool const is_one_row = by < 0 ? variants[which].lines.size() + 1 == variants[liked].lines.size()
                                       : variants[which].lines.size() == variants[liked].lines.size() + 1;
        auto const cost = std::max<std::int64_t>(variants[which].cost - variants[liked].cost, 0);
        if (is_one_row && (!best || cost < best->cost)) best = NoteChange{index, which, cost};
    }
    return best;
}

void Flow::finish() {
    std::uint32_t needed = 0;
    least_lines_from.assign(elements.size() + 1, 0);
    std::vector<std::uint32_t> least(elements.size(), 0);
    for (std::size_t index = 0; index < elements.size(); ++index) {
        auto& element = elements[index];
        element.lines_needed = static_cast<std::uint16_t>(needed);
        std::uint32_t shortest = std::numeric_limits<std::uint16_t>::max();
        for (std::uint32_t which = 0; which < element.variant_count; ++which) {
            shortest = std::min<std::uint32_t>(shortest, variants[element.first_variant + which].line_count);
        }
        least[index] = shortest;
        needed = needed > shortest ? needed - shortest : 0;
        if (element.keep_with_next)
            needed = std::max<std::uint32_t>(needed, std::max<std::uint16_t>(element.lines_kept, 1));
    }
    for (std::size_t index = elements.size(); index-- > 0;) {
        least_lines_from[index] = least_lines_from[index + 1] + least[index];
    }
}

int NoteMeasure::lines_for(std::uint32_t rows) const {
    if (rows == 0) return 0;
    auto const height = overhead.units + pitch.units * static_cast<std::int64_t>(rows);
    return static_cast<int>((height + grid.units - 1) / grid.units);
}

std::int64_t NoteMeasure::rest_share(std::uint32_t rows) const {
    if (rows == 0) return 0;
    auto const height = overhead.units + pitch.units * static_cast<std::int64_t>(rows);
    return (grid.units * lines_for(rows) - height) * 1000 / grid.units;
}

std::uint32_t NoteMeasure::rows_in(int lines) const {
    auto const room = grid.units * lines - overhead.units;
    return room < pitch.units ? 0 : static_cast<std::uint32_t>(room / pitch.units);
}

} // namespace quoin::layout
