// Tables with their captions, and figures.

#include "reader/block_reader.hpp"
#include "reader/normal_form.hpp"
#include "reader/sizes.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

/// `Table: …`, or `: …` behind a table. Bytes before the caption's words, or 0.
std::size_t caption_mark(std::string_view content, bool before_table) {
    for (std::string_view const mark : {"Table: ", "Table:\n"}) {
        if (content.starts_with(mark)) return mark.size();
    }
    return !before_table && content.starts_with(": ") ? 2 : 0;
}

/// Where the cells of a row stand in its line: without the spaces around them. A pipe behind a backslash is a sign.
std::vector<std::pair<std::size_t, std::size_t>> cells_of(std::string_view line, std::size_t from) {
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    std::size_t at = std::min(line.find_first_not_of(" \t", from), line.size());
    if (at < line.size() && line[at] == '|') ++at;
    std::size_t begin = at;
    auto const finish = [&](std::size_t end) {
        std::size_t first = begin;
        while (first < end && (line[first] == ' ' || line[first] == '\t')) ++first;
        while (end > first && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
        cells.emplace_back(first, end);
        begin = at + 1;
    };
    for (; at < line.size(); ++at) {
        if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '|') {
            ++at;
        } else if (line[at] == '|') {
            finish(at);
        }
    }
    if (line.find_first_not_of(" \t", begin) != std::string_view::npos) finish(line.size());
    return cells;
}

model::Alignment alignment_of(std::uint8_t letter) {
    switch (letter) {
    case 'l': return model::Alignment::left;
    case 'c': return model::Alignment::centre;
    case 'r': return model::Alignment::right;
    default: return model::Alignment::none;
    }
}

} // namespace

bool BlockReader::is_caption(cmark_node* node, bool before_table) const {
    return kind_of(node) == NodeKind::paragraph && caption_mark(cmark_node_get_string_content(node), before_table) != 0;
}

void BlockReader::caption(cmark_node* node, model::Table& table) {
    Leaf leaf(parsed_, node);
    InlineReader reader(file_, parsed_.tree, leaf);
    table.caption = reader.read(node, caption_mark(leaf.content(), false));
    if (auto const attributes = reader.take_trailing()) {
        file_.check_keys(*attributes, {});
        file_.check_classes(*attributes, {});
        table.id = id_of(*attributes);
        if (auto* const text = table.caption.empty() ? nullptr : std::get_if<model::Text>(&table.caption.back().kind)) {
            while (text->text.ends_with(' ')) text->text.pop_back();
            if (text->text.empty()) table.caption.pop_back();
        }
    }
}

std::size_t BlockReader::read_table(Siblings const& siblings, std::size_t at, std::size_t end,
                                    cmark_node* caption_before, model::Blocks& to) {
    cmark_node* const node = siblings.nodes[at];
    model::Table table;
    std::uint16_t const columns = cmark_gfm_extensions_get_table_columns(node);
    std::uint8_t const* const letters = cmark_gfm_extensions_get_table_alignments(node);
    for (std::uint16_t each = 0; each < columns; ++each) table.columns.push_back(alignment_of(letters[each]));

    // A paragraph that runs into the table's first row is split off by cmark; the table's own line is then the paragraph's.
    int header_line = cmark_node_get_start_line(node);
    cmark_node* const before = cmark_node_previous(node);
    if (before != nullptr && kind_of(before) == NodeKind::paragraph && cmark_node_get_start_line(before) == 0) {
        header_line += Leaf(parsed_, before).line_count();
    }
    bool head = true;
    for (cmark_node* each = cmark_node_first_child(node); each != nullptr; each = cmark_node_next(each)) {
        int const line = head ? header_line : cmark_node_get_start_line(each);
        (head ? table.head : table.body).push_back(row(each, node, line, columns));
        head = false;
    }
    bool const blank_head = std::all_of(table.head.front().begin(), table.head.front().end(),
                                        [](model::TableCell const& cell) { return cell.content.empty(); });
    if (blank_head) table.head.clear();

    Span const span = span_of(node);
    std::size_t last = at;
    if (caption_before != nullptr) {
        caption(caption_before, table);
    } else if (at + 1 < end && is_caption(siblings.nodes[at + 1], false)) {
        caption(siblings.nodes[at + 1], table);
        last = at + 1;
    }
    to.push_back({std::move(table), span});
    return last;
}

model::TableRow BlockReader::row(cmark_node* row_node, cmark_node* table, int line, std::size_t columns) {
    model::TableRow row;
    std::string_view const text = parsed_.lines.line(line);
    std::size_t const line_begin = parsed_.lines.offset(line, 1);
    auto const column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(table) - 1, 0));
    auto const cells = cells_of(text, std::min(column, text.size()));
    for (cmark_node* each = cmark_node_first_child(row_node); each != nullptr; each = cmark_node_next(each)) {
        std::size_t const index = row.size();
        auto const place = index < cells.size() ? cells[index] : std::pair{text.size(), text.size()};
        Leaf leaf(parsed_, each, line_begin + place.first, line_begin);
        InlineReader reader(file_, parsed_.tree, leaf);
        model::TableCell cell;
        cell.content = reader.read(each);
        reader.keep_trailing(cell.content);
        cell.span = parsed_.span(line_begin + place.first, line_begin + place.second);
        row.push_back(std::move(cell));
    }
    if (cells.size() > columns) {
        file_.diagnostics().error(
            Code::table_ragged, parsed_.span(line_begin + cells[columns].first, line_begin + cells.back().second),
            fmt::format("this row has {} cells, the table {} columns", cells.size(), columns),
            {"add a column to the table's first two rows, or write \\| for a | that is meant as a sign"});
    }
    row.resize(columns);
    return row;
}

// ---------------------------------------------------------------------------------------------------------------
// Figures

/// A picture alone in its paragraph.
bool BlockReader::figure(cmark_node* node, model::Blocks& to) {
    cmark_node* const image = cmark_node_first_child(node);
    if (image == nullptr || cmark_node_get_type(image) != CMARK_NODE_IMAGE) return false;
    cmark_node* const behind = cmark_node_next(image);
    if (behind != nullptr) {
        Marker const* const marker = parsed_.tree.marker(behind);
        bool const attributes = marker != nullptr && marker->kind == MarkerKind::attributes;
        if (!attributes || cmark_node_next(behind) != nullptr) return false;
    }
    Leaf leaf(parsed_, node);
    InlineReader reader(file_, parsed_.tree, leaf);
    model::Figure made;
    made.caption = reader.read_caption(image);
    Attributes const attributes = reader.bound_attributes(image);
    Span const span = span_of(node);
    file_.check_keys(attributes, {"alt", "credit", "width", "lang"});
    file_.check_classes(attributes, {});
    made.id = id_of(attributes);
    if (Attribute const* const alt = find_pair(attributes, "alt")) {
        made.alt = normal_form(alt->value);
        made.decorative = alt->value.empty();
    } else {
        file_.diagnostics().error(
            Code::image_alt_missing, span, "the picture has no description for those who cannot see it",
            {"write {alt=\"what the picture shows\"} directly behind it, or {alt=\"\"} when it is mere decoration"});
    }
    if (Attribute const* const credit = find_pair(attributes, "credit")) made.credit = normal_form(credit->value);
    if (Attribute const* const width = find_pair(attributes, "width")) {
        made.width = width->value;
        if (!is_figure_width(made.width)) {
            file_.diagnostics().error(Code::value_invalid, width->value_span,
                                      fmt::format("\"{}\" is no width of a picture", made.width),
                                      {"write column, page, a length as 40mm, or a share of the column as 60%"});
            made.width.clear();
        }
    }
    model::Language const language = file_.language(attributes);
    if (!language.empty() && !made.caption.empty()) {
        made.caption = {{model::LanguageSpan{std::move(made.caption), language, {}, false}, span}};
    }
    auto const asset = file_.picture(cmark_node_get_url(image), span);
    if (!asset) {
        if (!made.caption.empty()) to.push_back({model::Paragraph{std::move(made.caption), {}}, span});
        return true;
    }
    made.asset = *asset;
    to.push_back({std::move(made), span});
    return true;
}

} // namespace quoin::reader
