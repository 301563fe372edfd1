// Tables (ECMA-376 part 1, section 17.4): a grid of cells with running text, which is what the source format can say.

#include "office/docx_blocks.hpp"
#include "office/flatten.hpp"
#include "office/table_grid.hpp"
#include "office/xml.hpp"

#include <algorithm>

namespace quoin::office {

using manuscript::DecisionCode;

namespace {

constexpr std::size_t most_columns = 63; // Word's own bound

bool is(pugi::xml_node node, char const* name) { return std::string_view(node.name()) == name; }

int bounded(pugi::xml_node node, int otherwise) {
    return std::clamp(number_of(node, "w:val", otherwise), 0, static_cast<int>(most_columns));
}

bool is_on(pugi::xml_node node) {
    std::string_view const value = node.attribute("w:val").value();
    return node && value != "0" && value != "false" && value != "off";
}

/// Rows and cells may stand in content controls and custom markup.
void collect(pugi::xml_node parent, char const* name, std::vector<pugi::xml_node>& to) {
    for (pugi::xml_node const child : parent.children()) {
        if (is(child, name)) {
            to.push_back(child);
        } else if (is(child, "w:sdt")) {
            collect(child.child("w:sdtContent"), name, to);
        } else if (is(child, "w:customXml") || is(child, "w:ins") || is(child, "w:del")) {
            collect(child, name, to);
        }
    }
}

/// Bit 0x0020 of w:tblLook, or the attribute that Word writes since 2010: the first row is set off.
bool sets_off_first_row(pugi::xml_node look) {
    if (pugi::xml_attribute const attribute = look.attribute("w:firstRow")) return attribute.as_bool();
    std::string_view const bits = look.attribute("w:val").value();
    // Four hexadecimal digits; the third one holds the bit as its second.
    if (bits.size() != 4) return false;
    char const digit = bits[2];
    int const value = digit >= '0' && digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    return (value & 2) != 0;
}

model::Alignment alignment_of(std::string const& name) {
    if (name == "center") return model::Alignment::centre;
    if (name == "right" || name == "end") return model::Alignment::right;
    return model::Alignment::none;
}

} // namespace

struct DocxTable {
    model::Table table;
    std::vector<std::vector<std::string>> alignments; // of the body's cells
    std::size_t columns = 0;                          // of the widest row
    std::size_t cells = 0;                            // that were made
    TableLosses losses;
    bool in_head = true;
};

void DocxBlockReader::table(pugi::xml_node node, std::string_view dropped_as) {
    if (!dropped_as.empty()) return drop_words(context_, node, dropped_as);
    auto const begin = context_.view.size();
    std::vector<pugi::xml_node> rows;
    collect(node, "w:tr", rows);
    std::vector<pugi::xml_node> first_cells;
    if (!rows.empty()) collect(rows.front(), "w:tc", first_cells);
    if (rows.size() == 1 && first_cells.size() == 1) return boxed(first_cells.front(), begin);
    DocxTable made;
    for (pugi::xml_node const row : rows) table_row(row, made);
    if (made.columns == 0) return;
    bool const first_row = sets_off_first_row(node.child("w:tblPr").child("w:tblLook"));
    if (made.table.head.empty() && made.table.body.size() > 1 && first_row) {
        made.table.head.push_back(std::move(made.table.body.front()));
        made.table.body.erase(made.table.body.begin());
        made.alignments.erase(made.alignments.begin());
    }
    Span const span = context_.view.since(begin);
    if (is_too_large(made.table, made.columns)) return split_table(std::move(made.table), span);
    complete(made);
    keep_one_head_row(made.table, made.losses);
    if (!made.losses.text().empty())
        context_.decide(DecisionCode::table_flattened, span, "every word is kept, the table is simpler",
                        made.losses.text(), 0.85, "paragraphs, or a picture of the table");
    DocxLine line;
    line.piece.block = {std::move(made.table), span};
    lines_.push_back(std::move(line));
}

void DocxBlockReader::split_table(model::Table table, Span span) {
    context_.decide(DecisionCode::table_flattened, span, "each row is a paragraph", "the table has far too many cells",
                    0.5);
    for (model::Block& row : paragraphs_of_rows(std::move(table), span)) {
        DocxLine line;
        line.piece.block = std::move(row);
        lines_.push_back(std::move(line));
    }
}

void DocxBlockReader::table_row(pugi::xml_node row, DocxTable& made) {
    pugi::xml_node const properties = row.child("w:trPr");
    if (properties.child("w:del") && context_.drops_deletions()) return drop_words(context_, row, "accepted deletion");
    if (properties.child("w:ins") && context_.drops_insertions())
        return drop_words(context_, row, "rejected insertion");
    model::TableRow line;
    std::vector<std::string> looks;
    auto column = static_cast<std::size_t>(bounded(properties.child("w:gridBefore"), 0)); // of the next cell
    std::vector<pugi::xml_node> cells;
    collect(row, "w:tc", cells);
    for (pugi::xml_node const each : cells) {
        if (column >= most_columns) {
            drop_words(context_, each, "cell beyond the last column");
            continue;
        }
        pugi::xml_node const look = each.child("w:tcPr");
        int const width = std::max(1, bounded(look.child("w:gridSpan"), 1));
        if (width > 1 || look.child("w:vMerge"))
            made.losses.add("cells that were taken together stand in the first of them");
        // Empty cells are made when one follows, and while the table may still become one.
        if (made.cells + column <= most_cells) line.resize(column);
        looks.resize(line.size());
        line.push_back(cell(each, looks.emplace_back(), made));
        column += static_cast<std::size_t>(width);
    }
    column += static_cast<std::size_t>(bounded(properties.child("w:gridAfter"), 0));
    made.cells += line.size();
    made.columns = std::max(made.columns, std::min(column, most_columns));
    made.in_head = made.in_head && is_on(properties.child("w:tblHeader"));
    (made.in_head ? made.table.head : made.table.body).push_back(std::move(line));
    if (!made.in_head) made.alignments.push_back(std::move(looks));
}

/// Every row as long as the longest one, and the look that all cells of a column share.
void DocxBlockReader::complete(DocxTable& made) {
    for (auto* const part : {&made.table.head, &made.table.body}) {
        for (model::TableRow& row : *part) row.resize(made.columns);
    }
    made.table.columns.assign(made.columns, model::Alignment::none);
    for (std::size_t column = 0; column < made.columns && !made.alignments.empty(); ++column) {
        auto const look = [&](std::vector<std::string> const& row) {
            return column < row.size() ? row[column] : std::string();
        };
        std::string const first = look(made.alignments.front());
        if (std::all_of(made.alignments.begin(), made.alignments.end(),
                        [&](auto const& row) { return look(row) == first; }))
            made.table.columns[column] = alignment_of(first);
    }
}

/// A table of one cell is a frame around a text.
void DocxBlockReader::boxed(pugi::xml_node cell, std::uint32_t begin) {
    model::Insert insert;
    insert.content = DocxBlockReader(context_, part_).blocks(cell);
    if (insert.content.empty()) return;
    Span const span = context_.view.since(begin);
    bool const inner_table =
        insert.content.size() == 1 && std::holds_alternative<model::Table>(insert.content.front().kind);
    bool const picture =
        insert.content.size() == 1 && std::holds_alternative<model::Figure>(insert.content.front().kind);
    DocxLine line;
    if (inner_table || picture) {
        line.piece.block = std::move(insert.content.front());
    } else {
        line.piece.block = {std::move(insert), span};
        context_.decide(DecisionCode::insert_guessed, span, "an insert", "a table of a single cell frames it", 0.8,
                        "part of the text; not_insert");
    }
    lines_.push_back(std::move(line));
}

model::TableCell DocxBlockReader::cell(pugi::xml_node node, std::string& alignment, DocxTable& made) {
    auto const begin = context_.view.size();
    DocxLines lines = DocxBlockReader(context_, part_).lines(node);
    if (!lines.empty()) alignment = lines.front().alignment;
    bool const nested = std::any_of(lines.begin(), lines.end(), [](DocxLine const& line) {
        return std::holds_alternative<model::Table>(line.piece.block.kind);
    });
    model::Blocks content;
    for (Piece& piece : fold_lists(std::move(lines), context_.imported)) {
        auto* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
        if (paragraph != nullptr && !piece.language.empty()) {
            model::Inline span{model::LanguageSpan{std::move(paragraph->content), piece.language, {}, false},
                               piece.block.span};
            paragraph->content = {};
            paragraph->content.push_back(std::move(span));
        }
        content.push_back(std::move(piece.block));
    }
    Flattened text = flatten(std::move(content));
    if (nested) {
        made.losses.add("a table within a cell is running text");
    } else if (text.lossy) {
        made.losses.add("several paragraphs of a cell are one");
    }
    model::TableCell cell;
    cell.content = std::move(text.text);
    cell.span = context_.view.since(begin);
    return cell;
}

} // namespace quoin::office
