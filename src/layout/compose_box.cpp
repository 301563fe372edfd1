#include "layout/compose_box.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

Row row_of_line(Context const& context, FlowParagraph const& paragraph, std::size_t line, Length pitch) {
    text::Paragraph const& text = *paragraph.text;
    std::size_t const variant = text.best();
    Row row;
    row.height = pitch;
    auto const& runs = text.text().runs;
    Length const size = runs.empty() ? pitch.scaled(3, 4) : runs.front().style.size;
    Point const at{paragraph.left, row_baseline(pitch, size) + paragraph.baseline_shift};
    if (line == 0) {
        row.items = paragraph.label;
        move_items(row.items, at);
    }
    draw_line(text.set_line(variant, line), text.text(), at, context.draw_tables(), row.items);
    row.notes = text.variants()[variant].lines[line].notes;
    return row;
}

void append_paragraph_rows(Context& context, FlowParagraph const& paragraph, Length pitch, std::vector<Row>& to) {
    if (!paragraph.text) return;
    std::size_t const count = paragraph.text->variants()[paragraph.text->best()].lines.size();
    for (std::size_t line = 0; line < count; ++line) {
        Row row = row_of_line(context, paragraph, line, pitch);
        bool const keeps_orphan = line + 1 < count && line + 1 < static_cast<std::size_t>(paragraph.least_before);
        bool const keeps_widow = line + 1 < count && count - line - 1 < static_cast<std::size_t>(paragraph.least_after);
        row.keep_with_next = line + 1 < count && (paragraph.keep_whole || keeps_orphan || keeps_widow);
        to.push_back(std::move(row));
    }
}

} // namespace

void move_items(std::vector<page::Item>& items, Point by) {
    for (page::Item& item : items) {
        item.at.x += by.x;
        item.at.y += by.y;
    }
}

std::vector<Row> rows_of(Context& context, std::vector<Element> const& elements, Length pitch, Length gap) {
    std::vector<Row> rows;
    bool joined = false; // a term and its meaning, a head and its text stand close
    for (Element const& element : elements) {
        std::size_t const first = rows.size();
        if (auto const* paragraph = std::get_if<FlowParagraph>(&element.kind)) {
            append_paragraph_rows(context, *paragraph, pitch, rows);
        } else {
            Box const& box = std::get<FlowBox>(element.kind).box;
            rows.push_back({{}, box.height, box.items, box.notes, false});
        }
        if (rows.size() == first) continue;
        rows[first].above = element.space_above > 0 ? pitch * element.space_above : joined ? Length{} : gap;
        joined = element.keep_with_next;
        for (std::string const& anchor : element.anchors)
            rows[first].items.push_back({{}, page::Anchor{anchor}, page::TagId::artifact});
        if (element.keep_with_next) rows.back().keep_with_next = true;
    }
    if (!rows.empty()) rows.back().keep_with_next = false;
    return rows;
}

void append_rows(Context& context, InlineText made, style::TypeStyle const& type, text::ParagraphShape const& shape,
                 Length left, std::vector<Row>& to) {
    FlowParagraph paragraph;
    paragraph.left = left;
    paragraph.keep_whole = true;
    paragraph.text = std::make_shared<text::Paragraph const>(context.break_now(std::move(made.text), shape));
    append_paragraph_rows(context, paragraph, type.leading, to);
}

Length height_of(std::vector<Row> const& rows, std::size_t first, std::size_t last) {
    Length height;
    for (std::size_t i = first; i < last; ++i) height += rows[i].height + (i == first ? Length{} : rows[i].above);
    return height;
}

std::size_t fitting_end(std::vector<Row> const& rows, std::size_t first, Length height) {
    Length used;
    std::size_t end = first, last_good = first;
    while (end < rows.size()) {
        used += rows[end].height + (end == first ? Length{} : rows[end].above);
        if (used > height) break;
        ++end;
        if (!rows[end - 1].keep_with_next) last_good = end;
    }
    if (end == rows.size()) return end;
    if (last_good > first) return last_good;
    return std::max(end, first + 1); // what is kept together is taller than the place: it is split all the same
}

void stack_rows(std::vector<Row>& rows, std::size_t first, std::size_t last, Point at, Box& into) {
    Length y = at.y;
    for (std::size_t i = first; i < last; ++i) {
        if (i != first) y += rows[i].above;
        move_items(rows[i].items, {at.x, y});
        std::move(rows[i].items.begin(), rows[i].items.end(), std::back_inserter(into.items));
        into.notes.insert(into.notes.end(), rows[i].notes.begin(), rows[i].notes.end());
        y += rows[i].height;
    }
}

Length balanced_height(std::vector<Row> const& rows, int columns) {
    auto const fits = [&](Length height) {
        std::size_t at = 0;
        for (int column = 0; column < columns && at < rows.size(); ++column) at = fitting_end(rows, at, height);
        return at >= rows.size();
    };
    Length high = height_of(rows);
    Length low = high / std::max(1, columns);
    for (Row const& row : rows) low = std::max(low, row.height);
    Length const precision = Length::points(1);
    while (high - low > precision) {
        Length const middle = low + (high - low) / 2;
        (fits(middle) ? high : low) = middle;
    }
    return high;
}

} // namespace quoin::layout
