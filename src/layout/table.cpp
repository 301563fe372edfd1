// Tables: column widths found from their content, rules at top, under the head and at the foot, rows as boxes of whole grid
// lines so that they may break over columns with the head repeated. What is too wide for a column floats over the page.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

#include <algorithm>
#include <numeric>

namespace quoin::layout {

namespace {

constexpr std::int64_t column_gap_share = 110;    // white between two columns, in hundredths of the size
constexpr std::int64_t tight_leading_share = 128; // rows of several lines are set closer, so that rows stand apart
constexpr std::int64_t foot_white_share = 30;     // white between a box's row and its rule, in hundredths of the size
constexpr std::int64_t wide_share = 200;          // natural width over that of the column from which the page is better
constexpr Length top_rule{Length::units_per_point * 3 / 4}, inner_rule{Length::units_per_point * 3 / 10};

struct Cell {
    InlineText text;
    std::size_t column = 0, span = 1;
    Length natural, least;
    model::Alignment alignment = model::Alignment::none;
};
struct PreparedRow {
    std::vector<Cell> cells;
};
struct Prepared {
    std::vector<PreparedRow> head, body;
    std::size_t columns = 0;
    Length gap;
};

class TableComposer {
  public:
    TableComposer(Context& context, Setting const& setting, model::Block const& block, model::Table const& table,
                  Passage& flow)
        : context_(context), setting_(setting), block_(block), table_(table), flow_(flow),
          type_(sized(style::TypeRole::table)), head_type_(sized(style::TypeRole::table_head)) {}

    void compose() {
        tag_ = context_.add_tag(page::TagRole::Table, setting_.parent);
        caption_tag_ = table_.caption.empty() ? tag_ : context_.add_tag(page::TagRole::Caption, tag_);
        caption_ = caption();
        prepare();
        Length const available = setting_.width();
        bool const may_be_wide = setting_.surroundings == Surroundings::flow && setting_.columns > 1;
        bool const wants_page = least_total() > available || natural_total() > available.scaled(wide_share, 100);
        if (may_be_wide && wants_page) {
            compose_float();
        } else {
            compose_rows(available);
        }
        compose_pending_notes(context_, setting_.parent, setting_.language, flow_);
        flow_.after_paragraph = false;
    }

  private:
    Context& context_;
    Setting const& setting_;
    model::Block const& block_;
    model::Table const& table_;
    Passage& flow_;
    style::TypeStyle type_, head_type_;
    page::TagId tag_{}, caption_tag_{};
    InlineText caption_;
    Prepared prepared_;
    std::vector<Length> widths_;

    [[nodiscard]] style::TypeStyle sized(style::TypeRole role) const {
        style::TypeStyle type = context_.type(role);
        if (!setting_.own_roles) type.size = std::min(type.size, setting_.text.size);
        type.leading = std::min(type.leading, setting_.pitch);
        return type;
    }

    InlineText caption() {
        InlineSetting const inlines =
            inline_setting(context_, context_.type(style::TypeRole::caption), setting_.language, caption_tag_);
        return inline_text(context_, table_.caption, inlines);
    }

    void prepare() {
        prepared_.columns = table_.columns.size();
        for (auto const* rows : {&table_.head, &table_.body}) {
            for (model::TableRow const& row : *rows) prepared_.columns = std::max(prepared_.columns, row.size());
        }
        prepared_.gap = type_.size.scaled(column_gap_share, 100);
        if (!table_.head.empty()) {
            page::TagId const head = context_.add_tag(page::TagRole::TableHead, tag_);
            for (model::TableRow const& row : table_.head)
                prepared_.head.push_back(prepare_row(row, head, head_type_, page::TagRole::TableHeader));
        }
        page::TagId const body = context_.add_tag(page::TagRole::TableBody, tag_);
        for (model::TableRow const& row : table_.body)
            prepared_.body.push_back(prepare_row(row, body, type_, page::TagRole::TableCell));
    }

    PreparedRow prepare_row(model::TableRow const& row, page::TagId parent, style::TypeStyle const& type,
                            page::TagRole role) {
        page::TagId const row_tag = context_.add_tag(page::TagRole::TableRow, parent);
        PreparedRow prepared;
        std::size_t column = 0;
        for (model::TableCell const& source : row) {
            if (column >= prepared_.columns) break;
            Cell cell;
            page::TagId const tag = context_.add_tag(role, row_tag);
            context_.tag(tag).columns = std::max(1, source.columns);
            context_.tag(tag).rows = std::max(1, source.rows);
            InlineSetting const inlines = inline_setting(context_, type, setting_.language, tag);
            cell.text = inline_text(context_, source.content, inlines);
            cell.column = column;
            // Rows carry a cell for every column; where they do not, a wide cell stands for those that are missing.
            bool const is_short = row.size() < prepared_.columns;
            cell.span = is_short ? std::min<std::size_t>(static_cast<std::size_t>(std::max(1, source.columns)),
                                                         prepared_.columns - column)
                                 : 1;
            if (column < table_.columns.size()) cell.alignment = table_.columns[column];
            cell.natural = context_.natural_width(cell.text.text);
            Diagnostics ignored; // reported when the cell is set
            cell.least = text::least_width(cell.text.text, context_.fonts, ignored);
            column += cell.span;
            prepared.cells.push_back(std::move(cell));
        }
        return prepared;
    }

    /// The most that cells of one column ask for; wide cells add what their columns lack to the last of them.
    std::vector<Length> asked(Length Cell::*what) const {
        std::vector<Length> widths(prepared_.columns);
        for (auto const* rows : {&prepared_.head, &prepared_.body}) {
            for (PreparedRow const& row : *rows) {
                for (Cell const& cell : row.cells) {
                    if (cell.span == 1) widths[cell.column] = std::max(widths[cell.column], cell.*what);
                }
            }
        }
        for (auto const* rows : {&prepared_.head, &prepared_.body}) {
            for (PreparedRow const& row : *rows) {
                for (Cell const& cell : row.cells) {
                    if (cell.span == 1) continue;
                    Length have = prepared_.gap * static_cast<std::int64_t>(cell.span - 1);
                    for (std::size_t i = 0; i < cell.span; ++i) have += widths[cell.column + i];
                    if (cell.*what > have) widths[cell.column + cell.span - 1] += cell.*what - have;
                }
            }
        }
        return widths;
    }

    [[nodiscard]] Length gaps() const {
        return prepared_.gap * static_cast<std::int64_t>(prepared_.columns > 0 ? prepared_.columns - 1 : 0);
    }
    [[nodiscard]] static Length sum(std::vector<Length> const& widths) {
        return std::accumulate(widths.begin(), widths.end(), Length{});
    }
    [[nodiscard]] Length natural_total() const { return sum(asked(&Cell::natural)) + gaps(); }
    [[nodiscard]] Length least_total() const { return sum(asked(&Cell::least)) + gaps(); }

    /// Natural widths if they fit; else every column gets its least width and a share of the rest by what it lacks.
    void find_widths(Length available) {
        Length const room = available - gaps();
        std::vector<Length> const natural = asked(&Cell::natural);
        std::vector<Length> const least = asked(&Cell::least);
        Length const natural_sum = sum(natural), least_sum = sum(least);
        widths_ = natural;
        if (prepared_.columns == 0) return;
        if (natural_sum <= room) {
            // What is left goes between the columns, as long as rows can still be followed by eye.
            Length const extra =
                std::min(room - natural_sum, prepared_.gap * static_cast<std::int64_t>(prepared_.columns) * 2);
            for (Length& width : widths_) width += extra / static_cast<std::int64_t>(prepared_.columns);
            return;
        }
        if (least_sum <= room) {
            Length const lacking = natural_sum - least_sum;
            for (std::size_t i = 0; i < widths_.size(); ++i)
                widths_[i] = least[i] + (natural[i] - least[i]).scaled((room - least_sum).units, lacking.units);
            return;
        }
        context_.diagnostics.warning(Code::table_too_wide, block_.span,
                                     "this table is wider than its place: its longest words have no room",
                                     {"shorten the words of the widest column, or turn rows into columns",
                                      "words are divided where they can be"});
        for (std::size_t i = 0; i < widths_.size(); ++i)
            widths_[i] =
                std::max(Length::points(1), least[i].scaled(room.units, std::max<std::int64_t>(1, least_sum.units)));
    }

    [[nodiscard]] Length table_width() const { return sum(widths_) + gaps(); }

    /// One row as a box. Lines of rows with several lines stand closer together than rows do.
    Box row_box(PreparedRow& row, style::TypeStyle const& type, Length left) {
        struct SetCell {
            text::Paragraph paragraph;
            Length x;
        };
        std::vector<SetCell> cells;
        std::size_t most = 1;
        for (Cell& cell : row.cells) {
            Length x = left, width;
            for (std::size_t i = 0; i < cell.column; ++i) x += widths_[i] + prepared_.gap;
            for (std::size_t i = 0; i < cell.span; ++i)
                width += widths_[cell.column + i] + (i > 0 ? prepared_.gap : Length{});
            text::ParagraphShape shape;
            shape.measure = width;
            shape.align = cell.alignment == model::Alignment::right    ? style::TextAlign::right
                          : cell.alignment == model::Alignment::centre ? style::TextAlign::centre
                                                                       : style::TextAlign::left;
            shape.hyphenate = type.hyphenate || width < cell.least;
            if (width < cell.least)
                for (text::Run& run : cell.text.text.runs) run.may_hyphenate = !run.address;
            shape.want_variants = false;
            shape.leading = type.leading;
            cells.push_back({context_.break_now(std::move(cell.text.text), shape), x});
            text::Paragraph const& set = cells.back().paragraph;
            most = std::max(most, set.variants()[set.best()].lines.size());
        }
        Length const tight = std::min(type.leading, type.size.scaled(tight_leading_share, 100));
        auto const lines = static_cast<std::int64_t>(most);
        Box box;
        box.width = setting_.measure;
        // A row of several lines needs a little more than they do, or it would run into the next one.
        Length const content = most == 1 ? type.leading : tight * lines + tight / 4;
        box.height = setting_.pitch * lines_for(content, setting_.pitch);
        // What is left of the row's grid lines goes above and below alike, so that the white between rows looks even.
        Length const left_over = box.height - setting_.pitch - tight * (lines - 1);
        Length const first = row_baseline(std::max(type.leading, setting_.pitch), type.size) +
                             (most == 1 ? Length{} : std::max(Length{}, left_over / 2));
        for (SetCell const& cell : cells) {
            auto const& set_lines = cell.paragraph.variants()[cell.paragraph.best()].lines;
            for (std::size_t line = 0; line < set_lines.size(); ++line) {
                Point const at{cell.x, first + tight * static_cast<std::int64_t>(line)};
                draw_line(cell.paragraph.set_line(cell.paragraph.best(), line), cell.paragraph.text(), at,
                          context_.draw_tables(), box.items);
                box.notes.insert(box.notes.end(), set_lines[line].notes.begin(), set_lines[line].notes.end());
            }
        }
        return box;
    }

    void add_rule(Box& box, Length left, Length y, Length thickness) const {
        page::Rule const rule{table_width(), thickness, context_.ink(type_.ink, type_.tint)};
        box.items.push_back({{left, y}, rule, page::TagId::artifact});
    }

    /// On the page's grid a row has room for the rule below it; the closer rows of a box are given it.
    void add_foot_rule(Box& box, Length left, Length thickness) const {
        if (setting_.surroundings == Surroundings::box) box.height += type_.size.scaled(foot_white_share, 100);
        add_rule(box, left, box.height - thickness, thickness);
    }

    /// All rows as elements, the caption first.
    std::vector<Element> row_elements(Setting const& place) {
        std::vector<Element> elements;
        if (!caption_.text.text.empty()) elements.push_back(caption_element(place));
        std::optional<Box> head;
        for (std::size_t i = 0; i < prepared_.head.size(); ++i) {
            Box box = row_box(prepared_.head[i], head_type_, place.left);
            if (i == 0) add_rule(box, place.left, {}, top_rule);
            if (i + 1 == prepared_.head.size()) add_foot_rule(box, place.left, inner_rule);
            extend_head(head, box);
            Element element = row_element(std::move(box));
            element.keep_with_next = true;
            elements.push_back(std::move(element));
        }
        std::size_t const first_body = elements.size();
        std::uint32_t plain = head_length();
        for (std::size_t i = 0; i < prepared_.body.size(); ++i) {
            Box box = row_box(prepared_.body[i], type_, place.left);
            if (i == 0 && prepared_.head.empty()) add_rule(box, place.left, {}, top_rule);
            if (i + 1 == prepared_.body.size()) add_foot_rule(box, place.left, top_rule);
            Element element = row_element(std::move(box));
            element.plain_begin = plain;
            plain += row_length(table_.body[i]);
            if (head && i > 0) std::get<FlowBox>(element.kind).head_when_first = head;
            // No row stands alone under the head or above the end.
            element.keep_with_next = (i == 0 || i + 2 == prepared_.body.size()) && i + 1 < prepared_.body.size();
            element.lines_kept = 1;
            elements.push_back(std::move(element));
        }
        if (elements.size() == first_body && !elements.empty()) elements.back().keep_with_next = false;
        return elements;
    }

    static std::uint32_t row_length(model::TableRow const& row) {
        std::uint32_t length = 0;
        for (model::TableCell const& cell : row)
            length += static_cast<std::uint32_t>(model::plain_text(cell.content).size());
        return length;
    }
    [[nodiscard]] std::uint32_t head_length() const {
        std::uint32_t length = 0;
        for (model::TableRow const& row : table_.head) length += row_length(row);
        return length;
    }

    /// The repeated head is seen, not read again: its items are artifacts without links and anchors.
    static void extend_head(std::optional<Box>& head, Box const& row) {
        if (!head) head = Box{row.width, {}, {}, {}};
        for (page::Item item : row.items) {
            bool const seen =
                !std::holds_alternative<page::LinkArea>(item.kind) && !std::holds_alternative<page::Anchor>(item.kind);
            if (!seen) continue;
            item.tag = page::TagId::artifact;
            item.at.y += head->height;
            head->items.push_back(std::move(item));
        }
        head->height += row.height;
    }

    Element row_element(Box box) const {
        Element element;
        element.kind = FlowBox{std::move(box), std::nullopt};
        element.serial = block_.serial;
        element.source = block_.span;
        return element;
    }

    Element caption_element(Setting const& place) {
        style::TypeStyle const& type = context_.type(style::TypeRole::caption);
        text::ParagraphShape shape = shape_for(place, type, false);
        shape.want_variants = false;
        shape.balance_rag = type.align != style::TextAlign::justify;
        std::vector<Row> rows;
        append_rows(context_, std::move(caption_), type, shape, place.left, rows);
        Box box;
        box.width = place.measure;
        // The caption stands on the table: what is left of its grid lines goes above it.
        Length const white = Length::points(3); // between the caption and the rule below it
        box.height = place.pitch * lines_for(height_of(rows) + white, place.pitch);
        stack_rows(rows, 0, rows.size(), {{}, box.height - height_of(rows) - white}, box);
        Element element = row_element(std::move(box));
        element.serial = 0; // the caption's text is not counted in the table's offsets
        element.keep_with_next = true;
        return element;
    }

    void compose_rows(Length available) {
        find_widths(available);
        std::vector<Element> elements = row_elements(setting_);
        for (std::string& name : context_.anchors_at(block_.serial, table_.id))
            flow_.pending_anchors.push_back(std::move(name));
        Spaces const spaces = block_spaces(type_, setting_.pitch, 1);
        for (std::size_t i = 0; i < elements.size(); ++i)
            push_element(flow_, std::move(elements[i]), i == 0 ? spaces.above : 0,
                         i + 1 == elements.size() ? spaces.below : 0);
    }

    void compose_float() {
        Setting place = setting_;
        place.measure = text_width(context_.print.page);
        place.left = place.right = {};
        find_widths(place.measure);
        std::vector<Row> rows = rows_of(context_, row_elements(place), place.pitch);
        Length const page_height = context_.grid() * (text_lines(context_.print.page) - 1);
        std::vector<std::string> anchors = context_.anchors_at(block_.serial, table_.id);
        for (std::size_t first = 0; first < rows.size();) {
            std::size_t const last = fitting_end(rows, first, page_height);
            Float moved;
            moved.box.width = place.measure;
            moved.box.height = height_of(rows, first, last);
            stack_rows(rows, first, last, {}, moved.box);
            moved.span = FloatSpan::page;
            moved.before = flow_.elements.size();
            moved.serial = block_.serial;
            moved.source = block_.span;
            moved.anchors = std::move(anchors);
            anchors.clear();
            flow_.floats.push_back(std::move(moved));
            first = last;
        }
    }
};

} // namespace

void compose_table(Context& context, Setting const& setting, model::Block const& block, model::Table const& table,
                   Passage& flow) {
    TableComposer(context, setting, block, table, flow).compose();
}

} // namespace quoin::layout
