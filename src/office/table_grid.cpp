#include "office/table_grid.hpp"

#include "office/run_builder.hpp"

#include <iterator>
#include <utility>

namespace quoin::office {

void TableLosses::add(std::string_view what) {
    if (text_.find(what) != std::string::npos) return;
    text_ += text_.empty() ? "" : ", ";
    text_ += what;
}

bool is_too_large(model::Table const& table, std::size_t columns) {
    return (table.head.size() + table.body.size()) * columns > most_cells;
}

model::Blocks paragraphs_of_rows(model::Table table, Span span) {
    model::Blocks result;
    for (auto* part : {&table.head, &table.body}) {
        for (model::TableRow& row : *part) {
            model::Inlines content;
            for (model::TableCell& cell : row) {
                if (!content.empty() && !cell.content.empty()) content.push_back({model::Text{" "}, cell.span});
                std::move(cell.content.begin(), cell.content.end(), std::back_inserter(content));
            }
            if (!content.empty()) result.push_back({model::Paragraph{without_breaks(std::move(content)), {}}, span});
        }
    }
    return result;
}

void keep_one_head_row(model::Table& table, TableLosses& losses) {
    if (table.head.size() <= 1) return;
    losses.add("further rows of the head are of the body");
    std::move(table.head.begin() + 1, table.head.end(), std::inserter(table.body, table.body.begin()));
    table.head.resize(1);
}

} // namespace quoin::office
