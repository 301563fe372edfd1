#include "epub/writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

// From so many columns on a table is wider than a small screen, so its box scrolls.
constexpr std::size_t wide_columns = 5;

bool is_blank(TableRow const& row) {
    return std::all_of(row.begin(), row.end(), [](TableCell const& cell) { return cell.content.empty(); });
}

char const* alignment_class(Table const& table, std::size_t column) {
    switch (column < table.columns.size() ? table.columns[column] : Alignment::none) {
    case Alignment::none: return "";
    case Alignment::left: return "left";
    case Alignment::centre: return "center";
    case Alignment::right: return "right";
    }
    return "";
}

} // namespace

// No page mark stands in a table: one that falls there comes before it.
void Writer::table(Table const& it, std::uint32_t serial) {
    marks_before(serial);
    bool const headed = std::any_of(it.head.begin(), it.head.end(), [](TableRow const& row) { return !is_blank(row); });
    bool const wide = it.columns.size() >= wide_columns;
    std::string const caption_id = it.caption.empty() ? "" : fmt::format("table-{}", serial);
    StyleScope const scope(out_, style(TypeRole::table));
    out_.open("div", {{"class", wide ? "table wide" : "table"},
                      {"tabindex", wide ? "0" : ""}, // scrolls from the keyboard too (WCAG 2.1.1)
                      {"role", wide ? "region" : ""},
                      {"aria-labelledby", wide ? caption_id : ""},
                      {"aria-label", wide && caption_id.empty() ? words().table : ""}});
    out_.open("table",
              {{"id", written_anchor(serial, it.id)}, {"aria-label", caption_id.empty() ? words().table : ""}});
    out_.line_feed();
    if (!it.caption.empty()) {
        StyleScope const caption(out_, style(TypeRole::caption));
        out_.open("caption", {{"id", caption_id}});
        row(it.caption);
        out_.close("caption");
        out_.line_feed();
    }
    if (headed) {
        out_.open("thead");
        for (TableRow const& cells : it.head) table_row(it, cells, true, false);
        out_.close("thead");
        out_.line_feed();
    }
    out_.open("tbody");
    out_.line_feed();
    for (TableRow const& cells : it.body) table_row(it, cells, false, !headed);
    out_.close("tbody");
    out_.close("table");
    out_.close("div");
}

// Without a head row the first column says what the rows are.
void Writer::table_row(Table const& it, TableRow const& cells, bool head, bool first_is_head) {
    out_.open("tr");
    std::size_t column = 0;
    for (TableCell const& cell : cells) {
        bool const is_head = (head || (first_is_head && column == 0)) && !cell.content.empty();
        StyleScope const scope(out_, style(is_head ? TypeRole::table_head : TypeRole::table));
        char const* tag = is_head ? "th" : "td";
        out_.open(tag, {{"scope", !is_head ? ""
                                  : head   ? "col"
                                           : "row"},
                        {"class", alignment_class(it, column)},
                        {"colspan", cell.columns > 1 ? std::to_string(cell.columns) : ""},
                        {"rowspan", cell.rows > 1 ? std::to_string(cell.rows) : ""}});
        row(cell.content);
        out_.close(tag);
        column += static_cast<std::size_t>(std::max(1, cell.columns));
    }
    out_.close("tr");
    out_.line_feed();
}

} // namespace quoin::epub
