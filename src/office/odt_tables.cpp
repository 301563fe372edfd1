// Tables (OpenDocument 1.3, part 3, section 9): a grid whose cells hold running text, as the source format has it.

#include "office/flatten.hpp"
#include "office/odt_reader.hpp"
#include "office/table_grid.hpp"

#include <algorithm>

namespace quoin::office {

using manuscript::DecisionCode;

namespace {

/// Repeated empty cells fill spreadsheets to their edge; a table of a text has no more than this.
constexpr int most_columns = 256;
constexpr int most_repeated_rows = 64;
constexpr double likely = 0.85;

} // namespace

struct OdtTable {
    model::Table table;
    std::vector<bool> told; // columns whose alignment a cell of the body has told
    TableLosses losses;
    std::size_t cells = 0;    // that were made
    bool styled_head = false; // all words of the first row have the style of a head
};

namespace {

/// LibreOffice gives paragraphs of the head a style of their own, also where the row is no header row.
bool has_head_style(pugi::xml_node row, OdtStyles& styles) {
    bool any = false;
    for (pugi::xml_node const cell : row.children("table:table-cell")) {
        for (pugi::xml_node const paragraph : cell.children("text:p")) {
            if (heading_words(paragraph).empty()) continue;
            any = true;
            if (styles.paragraph(view_of(paragraph, "text:style-name")).name != "Table Heading") return false;
        }
    }
    return any;
}

bool is_empty(model::TableRow const& row) {
    return std::all_of(row.begin(), row.end(), [](model::TableCell const& cell) { return cell.content.empty(); });
}

bool is_empty(model::Table const& table) {
    auto const empty = [](model::TableRow const& row) { return is_empty(row); };
    return std::all_of(table.head.begin(), table.head.end(), empty) &&
           std::all_of(table.body.begin(), table.body.end(), empty);
}

/// All rows have as many cells as there are columns; columns without any words at the right edge go.
void square(model::Table& table, std::vector<model::Alignment>& columns) {
    std::size_t width = 0;
    for (auto* rows : {&table.head, &table.body}) {
        for (model::TableRow& row : *rows) {
            while (!row.empty() && row.back().content.empty()) row.pop_back();
            width = std::max(width, row.size());
        }
    }
    for (auto* rows : {&table.head, &table.body})
        for (model::TableRow& row : *rows) row.resize(width);
    columns.resize(width, model::Alignment::none);
    table.columns = columns;
}

/// The only cell of a table, which is a box around text.
pugi::xml_node only_cell(pugi::xml_node table) {
    pugi::xml_node only;
    int count = 0;
    table.find_node([&](pugi::xml_node node) {
        std::string_view const name = name_of(node);
        if (name != "table:table-cell" && name != "table:covered-table-cell") return false;
        only = node;
        return ++count > 1;
    });
    bool const single = count == 1 && name_of(only.parent().parent()) != "table:table-cell" &&
                        number_of(only, "table:number-columns-repeated", 1) == 1;
    return single ? only : pugi::xml_node();
}

} // namespace

void OdtReader::table(pugi::xml_node node, Pieces& to) {
    if (pugi::xml_node const cell = only_cell(node)) {
        return box(cell, OdtReader(context_, place_).read(cell), to, "a table of one cell is a box around its text");
    }
    OdtTable made;
    table_rows(node, false, made);
    model::Table& table = made.table;
    std::size_t width = 1;
    for (auto* part : {&table.head, &table.body})
        for (model::TableRow const& row : *part) width = std::max(width, row.size());
    if (is_too_large(table, width)) return rows_as_paragraphs(node, std::move(table), to);
    square(table, table.columns);
    if (is_empty(table)) return;
    if (table.head.empty() && made.styled_head && table.body.size() > 1) {
        table.head.push_back(std::move(table.body.front()));
        table.body.erase(table.body.begin());
    }
    keep_one_head_row(table, made.losses);
    if (!made.losses.text().empty())
        context_.tell(DecisionCode::table_flattened, node, "every word is kept, the table is simpler",
                      made.losses.text(), likely, "paragraphs, or a picture of the table");
    Piece piece;
    piece.block = {std::move(table), context_.view.span(node)};
    to.push_back(std::move(piece));
}

void OdtReader::rows_as_paragraphs(pugi::xml_node node, model::Table table, Pieces& to) {
    context_.tell(DecisionCode::table_flattened, node, "each row is a paragraph", "the table has far too many cells",
                  0.5);
    for (model::Block& row : paragraphs_of_rows(std::move(table), context_.view.span(node))) {
        Piece piece;
        piece.block = std::move(row);
        to.push_back(std::move(piece));
    }
}

void OdtReader::table_rows(pugi::xml_node parent, bool head, OdtTable& made) {
    for (pugi::xml_node const child : parent.children()) {
        std::string_view const name = name_of(child);
        if (name == "table:table-row") {
            table_row(child, head, made);
        } else if (name == "table:table-header-rows") {
            table_rows(child, true, made);
        } else if (name == "table:table-rows" || name == "table:table-row-group") {
            table_rows(child, head, made);
        } else if (name == "text:change-start") {
            context_.changes.begin(child);
        } else if (name == "text:change-end") {
            context_.changes.end(child);
        }
    }
}

void OdtReader::table_row(pugi::xml_node node, bool head, OdtTable& made) {
    if (made.table.head.empty() && made.table.body.empty()) made.styled_head = has_head_style(node, context_.styles);
    bool const heads = head || (made.styled_head && made.table.head.empty() && made.table.body.empty());
    model::TableRow row;
    std::size_t waiting = 0; // empty cells, which are only made when one with words follows
    for (pugi::xml_node const cell : node.children()) {
        std::string_view const name = name_of(cell);
        bool const covered = name == "table:covered-table-cell";
        if (!covered && name != "table:table-cell") continue;
        if (row.size() + waiting >= most_columns && !context_.view.all_words(cell).empty()) {
            context_.drop("cells beyond the table's edge", cell);
            continue;
        }
        bool const spans = number_of(cell, "table:number-columns-spanned", 1) > 1 ||
                           number_of(cell, "table:number-rows-spanned", 1) > 1;
        if (spans) made.losses.add("cells that were taken together stand in the first of them");
        std::size_t const column = row.size() + waiting;
        model::TableCell made_cell = table_cell(cell, column, heads, made);
        // What is repeated is written once; more often than not it is empty.
        auto const repeated =
            static_cast<std::size_t>(std::clamp(number_of(cell, "table:number-columns-repeated", 1), 1, most_columns));
        if (made_cell.content.empty()) {
            waiting = std::min<std::size_t>(waiting + repeated, most_columns);
            continue;
        }
        if (made.cells + column <= most_cells) row.resize(column);
        row.push_back(std::move(made_cell));
        waiting = repeated - 1;
    }
    bool const empty = is_empty(row);
    made.cells += row.size();
    auto& rows = head ? made.table.head : made.table.body;
    rows.push_back(std::move(row));
    if (!empty) return;
    int const repeated = std::min(number_of(node, "table:number-rows-repeated", 1), most_repeated_rows);
    for (int more = 1; more < repeated; ++more) rows.emplace_back();
}

model::TableCell OdtReader::table_cell(pugi::xml_node node, std::size_t column, bool head, OdtTable& made) {
    bool const nested = static_cast<bool>(node.child("table:table"));
    Flattened content = flatten(group(OdtReader(context_, OdtPlace::cell).read(node), 1));
    if (nested) {
        made.losses.add("a table within a cell is running text");
    } else if (content.lossy) {
        made.losses.add("several paragraphs of a cell are one");
    }
    model::TableCell cell;
    cell.content = std::move(content.text);
    cell.span = context_.view.span(node);
    if (head || cell.content.empty()) return cell;
    auto& columns = made.table.columns;
    columns.resize(std::max(columns.size(), column + 1), model::Alignment::none);
    made.told.resize(columns.size(), false);
    auto const alignment = context_.styles.paragraph(view_of(node.child("text:p"), "text:style-name")).alignment;
    if (!made.told[column]) {
        columns[column] = alignment;
    } else if (columns[column] != alignment) {
        columns[column] = model::Alignment::none;
    }
    made.told[column] = true;
    return cell;
}

} // namespace quoin::office
