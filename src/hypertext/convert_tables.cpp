#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"

#include <algorithm>
#include <cstdlib>

namespace quoin::hypertext {

using namespace model;
using manuscript::DecisionCode;

namespace {

struct Row {
    std::vector<pugi::xml_node> cells;
    bool in_head = false;
};

bool holds_name(pugi::xml_node root, std::initializer_list<std::string_view> names) {
    for (pugi::xml_node node = next_node(root, root); node; node = next_node(node, root))
        if (is_any(node, names)) return true;
    return false;
}

std::vector<Row> rows_of(pugi::xml_node table, Pages const& pages) {
    std::vector<Row> rows;
    auto const look_at = [&](pugi::xml_node row, bool in_head) {
        if (!is_any(row, {"tr"}) || pages.facts(row).part != Part::text) return;
        Row found{{}, in_head};
        for (pugi::xml_node cell : row.children())
            if (is_any(cell, {"td", "th"}) && pages.facts(cell).part == Part::text) found.cells.push_back(cell);
        if (!found.cells.empty()) rows.push_back(std::move(found));
    };
    for (pugi::xml_node part : table.children()) {
        look_at(part, false);
        if (is_any(part, {"tbody", "thead", "tfoot"}) && pages.facts(part).part == Part::text)
            for (pugi::xml_node row : part.children()) look_at(row, is_any(part, {"thead"}));
    }
    return rows;
}

// A table that only places things on the page: one cell, or no head and whole blocks in its cells.
bool is_layout(pugi::xml_node table, std::vector<Row> const& rows, Pages const& pages) {
    std::string_view const role = attribute(table, "role");
    if (role == "presentation" || role == "none") return true;
    std::size_t widest = 0, cells = 0;
    for (Row const& row : rows) {
        widest = std::max(widest, row.cells.size());
        cells += row.cells.size();
    }
    if (cells <= 1 || widest <= 1) return true;
    if (holds_name(table, {"table"})) return true;
    if (holds_name(table, {"th", "thead", "caption"})) return false;
    if (holds_name(table, {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote"})) return true;
    for (Row const& row : rows)
        for (pugi::xml_node const cell : row.cells) {
            if (!pages.facts(cell).holds_blocks) continue;
            std::size_t paragraphs = 0;
            for (pugi::xml_node child : cell.children())
                paragraphs += is_any(child, {"p", "div"}) && !text_of(child, 1).empty() ? 1 : 0;
            if (paragraphs > 1) return true;
        }
    return false;
}

int count_of(pugi::xml_node cell, char const* name) {
    constexpr int most = 100;
    return std::clamp(std::atoi(cell.attribute(name).value()), 1, most);
}

Alignment alignment_of(pugi::xml_node cell, TextStyle const& style) {
    std::string const written = lower(attribute(cell, "align"));
    std::string const align = written.empty() ? style.alignment : written;
    if (align == "right" || has_any_class(cell, {"right"})) return Alignment::right;
    if (align == "center" || has_any_class(cell, {"center"})) return Alignment::centre;
    return align == "left" || has_any_class(cell, {"left"}) ? Alignment::left : Alignment::none;
}

} // namespace

void Converter::flatten(pugi::xml_node table) {
    tell(DecisionCode::table_flattened, span_of(table), "set the cells of a table one after the other",
         "it places things on the page and has no head", 0.85);
    for (pugi::xml_node part : table.children()) {
        if (!is_any(part, {"tbody", "thead", "tfoot", "tr"}) || pages_.facts(part).part != Part::text) {
            stray(part);
            continue;
        }
        for (pugi::xml_node row : part.children()) {
            if (is_any(row, {"tr", "td", "th"}) && pages_.facts(row).part == Part::text) {
                flow(row); // its cells are blocks, so that each begins a paragraph
            } else {
                stray(row);
            }
        }
    }
}

// The caption, and what belongs to no cell.
void Converter::around_rows(pugi::xml_node node, Table& table) {
    // Words between the rows belong to no cell; browsers show them above the table.
    for (pugi::xml_node part : node.children()) {
        if (pages_.facts(part).part != Part::text) continue;
        if (is_any(part, {"caption"})) {
            table.caption = inlines(part);
            for (Inline& each : table.caption)
                if (std::holds_alternative<LineBreak>(each.kind)) each.kind = Text{" "};
        } else if (!is_any(part, {"thead", "tbody", "tfoot", "tr", "colgroup", "col"})) {
            stray(part);
        } else if (!is_any(part, {"tr", "colgroup", "col"})) {
            for (pugi::xml_node row : part.children())
                if (!is_any(row, {"tr"})) {
                    stray(row);
                } else {
                    for (pugi::xml_node cell : row.children())
                        if (!is_any(cell, {"td", "th"})) stray(cell);
                }
        } else {
            for (pugi::xml_node cell : part.children())
                if (!is_any(cell, {"td", "th"})) stray(cell);
        }
    }
}

void Converter::table(pugi::xml_node node) {
    std::vector<Row> const rows = rows_of(node, pages_);
    if (is_layout(node, rows, pages_)) return flatten(node);
    ++result_.counts.tables;
    Table table;
    table.id = take_anchor(node);
    around_rows(node, table);
    bool spans = false, blocks = false;
    bool const has_head = std::any_of(rows.begin(), rows.end(), [](Row const& row) { return row.in_head; });
    std::vector<int> taken; // rows that a cell above still covers, by column
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TableRow row;
        bool all_heads = true;
        auto const fill = [&] {
            while (row.size() < taken.size() && taken[row.size()] > 0) {
                --taken[row.size()];
                row.push_back({{}, 1, 1, {}});
            }
        };
        for (pugi::xml_node const cell : rows[i].cells) {
            fill();
            all_heads = all_heads && is_any(cell, {"th"});
            blocks = blocks || pages_.facts(cell).holds_blocks;
            int const columns = count_of(cell, "colspan"), lines = count_of(cell, "rowspan");
            spans = spans || columns > 1 || lines > 1;
            Alignment const alignment = alignment_of(cell, pages_.style(*page_, cell));
            TableCell made;
            made.content = inlines(cell);
            made.span = span_of(cell);
            constexpr std::size_t most_columns = 200;
            for (int column = 0; column < columns && row.size() < most_columns; ++column) {
                if (table.columns.size() <= row.size()) table.columns.push_back(alignment);
                if (taken.size() <= row.size()) taken.resize(row.size() + 1);
                taken[row.size()] = lines - 1;
                row.push_back(column == 0 ? std::move(made) : TableCell{});
            }
        }
        fill();
        // Rows of heads on top are the head, whether the page says so or not; one row at least is needed.
        bool const head = rows[i].in_head || (!has_head && all_heads && table.body.empty() && i + 1 < rows.size());
        (head ? table.head : table.body).push_back(std::move(row));
    }
    std::size_t width = table.columns.size();
    for (auto* part : {&table.head, &table.body})
        for (TableRow const& row : *part) width = std::max(width, row.size());
    table.columns.resize(width);
    for (auto* part : {&table.head, &table.body})
        for (TableRow& row : *part) row.resize(width);
    // A cell of the source is one line of text.
    for (auto* part : {&table.head, &table.body})
        for (TableRow& row : *part)
            for (TableCell& cell : row)
                for (Inline& each : cell.content)
                    if (std::holds_alternative<LineBreak>(each.kind)) {
                        each.kind = Text{" "};
                        blocks = true;
                    }
    if (spans)
        tell(DecisionCode::table_flattened, span_of(node), "left the cells beside merged ones empty",
             "the sources know no merged cells", 0.85);
    if (blocks)
        tell(DecisionCode::table_flattened, span_of(node), "set cells of several lines as one",
             "the sources know only one line in a cell", 0.85);
    if (table.head.empty() && table.body.empty()) return;
    add({std::move(table), span_of(node)});
}

} // namespace quoin::hypertext
