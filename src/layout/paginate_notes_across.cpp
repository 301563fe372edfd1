// Notes across the page: the columns of a page share one note area. Its height is chosen at the page's start, among those
// that the notes called on such a page can need; the columns are filled above it, and at the page's end it must be right.

#include "layout/paginate_search.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {
constexpr int least_text_lines = 3; // above the notes
constexpr int line_slack = 4;       // for each column: by how much paragraphs as they like to be may miss their place
} // namespace

/// Rows of the notes called in so many lines from a place on, paragraphs set as they like to be.
std::vector<std::uint32_t> GalleySearch::rows_by_line(FlowPosition at, std::size_t lines) const {
    std::vector<std::uint32_t> rows{0};
    auto const first = flow_.notes_before(at);
    for (auto element = at.element; element < flow_.end() && rows.size() <= lines; ++element) {
        auto const& one = flow_.elements[element];
        bool const is_continued = element == at.element && at.line > 0;
        std::uint32_t which = is_continued ? at.variant : 0;
        for (std::uint32_t other = 0; !is_continued && other < one.variant_count; ++other) {
            if (flow_.variant(element, other).cost == 0) which = other;
        }
        if (!is_continued) rows.insert(rows.end(), one.gap_above, rows.back());
        auto const& variant = flow_.variant(element, which);
        for (std::uint32_t line = is_continued ? at.line : 0; line < variant.line_count; ++line) {
            auto const through = one.is_box ? flow_.notes_before({element + 1, 0, 0})
                                            : one.first_note + flow_.lines[variant.first_line + line].notes_through;
            rows.push_back(flow_.rows_before[std::max(through, first)] - flow_.rows_before[first]);
        }
    }
    rows.resize(lines + 1, rows.back());
    return rows;
}

/// Heights of the note area that may turn out right for a page that begins here. They are neighbours: the taller the area,
/// the less text and the fewer notes there are above it.
std::vector<std::uint16_t> GalleySearch::note_areas(PageNode const& start, std::uint32_t floats) const {
    if (!room_.notes_across) return {0};
    int height = page_lines(start.layer);
    std::uint32_t fixed = start.state.carried_rows + (start.layer == 0 ? flow_.opening_note_rows : 0);
    for (std::uint32_t index = 0; index < floats; ++index) {
        auto const& one = flow_.page_floats[start.state.page_floats + index];
        height -= one.lines;
        fixed += one.note_rows;
    }
    std::size_t taken = 0; // by floats in the columns
    for (std::size_t index = start.state.column_floats; index < flow_.column_floats.size(); ++index) {
        auto const& one = flow_.column_floats[index];
        if (one.before > start.state.at.element + static_cast<std::uint32_t>(std::max(height, 0)) * columns_) break;
        taken += one.lines;
    }
    auto const most_lines = static_cast<std::size_t>(std::max(height, 0)) * columns_;
    auto const slack = static_cast<std::size_t>(line_slack) * columns_;
    auto const rows = rows_by_line(start.state.at, most_lines + slack);
    auto const first = flow_.notes_before(start.state.at);
    std::uint32_t largest = start.state.carried_rows;
    for (auto note = first; note < flow_.notes.size(); ++note) {
        if (flow_.rows_before[note] - flow_.rows_before[first] > rows.back()) break;
        largest = std::max(largest, flow_.rows_of(note));
    }
    std::vector<std::uint16_t> areas;
    for (int area = 0; area <= std::max(0, height - least_text_lines); ++area) {
        auto const text = static_cast<std::size_t>(height - area) * columns_;
        auto const least = fixed + rows[text - std::min(text, slack + taken)];
        auto const most = fixed + rows[text + slack];
        // The last note may go on on the next page.
        bool const is_enough = room_.notes.rows_in(area) + largest >= least;
        if (is_enough && room_.notes.lines_for(most) >= area) areas.push_back(static_cast<std::uint16_t>(area));
    }
    if (areas.empty()) areas.push_back(0);
    return areas;
}

/// What a column's end means for the page's notes. False when the area kept for them is not the right one.
bool GalleySearch::end_notes(Expansion const& expansion, PageNode& node, ColumnEnd const& end) const {
    auto const& start = nodes_[expansion.from];
    int const area = node.state.note_area;
    node.area_used = node.state.note_area;
    node.state.carried_rows = 0;
    bool const ends_page = node.layer % columns_ == 0;
    bool const ends_text = node.state.at.element == flow_.end();
    auto const holds = room_.notes.rows_in(area);
    std::uint32_t carried = 0;
    if (end.note_rows > holds && (ends_page || ends_text)) {
        auto const least =
            expansion.relaxation >= Relaxation::single_lines ? 1u : static_cast<std::uint32_t>(room_.notes.least_rows);
        carried = std::max(end.note_rows - holds, least);
        if (carried + least > end.note_rows || carried + least > end.last_rows) {
            if (expansion.relaxation < Relaxation::late_notes) return false;
            if (expansion.relaxation == Relaxation::overfull) carried = 0;
            node.column_cost += page_cost::late_note;
        }
        if (carried > 0) node.column_cost += page_cost::split_note;
    }
    node.state.page_rows = end.note_rows;
    node.state.last_rows = end.last_rows;
    node.note_rows = end.note_rows - carried;
    if (!ends_page && carried == 0) return true;
    // Behind the text's end a note goes on on the next page.
    node.layer = (start.layer / columns_ + 1) * columns_;
    node.state.carried_rows = carried;
    int const spare = area - room_.notes.lines_for(node.note_rows);
    if (spare <= 0 || ends_text || expansion.text_limit >= 0) return true;
    if (expansion.relaxation == Relaxation::none) return false;
    node.column_cost += page_cost::shortness(spare) * columns_;
    return true;
}

} // namespace quoin::layout
