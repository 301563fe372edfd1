#include "writer/canonical_blocks.hpp"

#include "reader/language.hpp"
#include "reader/list_marker.hpp"
#include "writer/canonical_inlines.hpp"
#include "writer/inline_markdown.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace quoin::writer {

using namespace model;

namespace {

bool is_core(reader::ListMarker const& marker) {
    return marker.style.alphabet == reader::MarkerAlphabet::digits &&
           (marker.style.ending == reader::MarkerEnding::period ||
            marker.style.ending == reader::MarkerEnding::bracket);
}

/// The marker if nothing stands behind it that is none.
std::optional<reader::ListMarker> whole_marker(std::string const& text) {
    auto marker = reader::parse_list_marker(text);
    if (!marker || marker->length != text.size()) return std::nullopt;
    return marker;
}

/// The value of a marker in a list of this style; nothing when it belongs to another list.
std::optional<int> value_in(reader::ListMarker const& marker, reader::ListMarker const& first) {
    if (is_core(first) || is_core(marker)) {
        if (!is_core(first) || !is_core(marker) || marker.style.ending != first.style.ending) return std::nullopt;
        return marker.number;
    }
    int const value = reader::number_in_style(marker, first.style);
    return value == 0 ? std::nullopt : std::optional(value);
}

std::size_t dash_length(std::string_view text) {
    for (std::string_view const dash : {"---", "--", "—", "―", "–"}) {
        if (text.starts_with(dash)) return dash.size();
    }
    return 0;
}

/// The dash that a paragraph begins with as it is typed; an escaped one does not count.
std::size_t opening_dash(Block const& block) {
    auto const* const paragraph = std::get_if<Paragraph>(&block.kind);
    auto const* const text = paragraph == nullptr || paragraph->content.empty()
                                 ? nullptr
                                 : std::get_if<Text>(&paragraph->content.front().kind);
    return text == nullptr || text->literal ? 0 : dash_length(text->text);
}

Block text_block(std::string text, Span span) {
    Inlines content{{Text{std::move(text), false}, span}};
    return {Paragraph{std::move(content), {}}, span};
}

class BlockCanoniser {
  public:
    explicit BlockCanoniser(int lowest) : lowest_(lowest) {}

    Blocks all(Blocks blocks) {
        Blocks result;
        for (Block& block : blocks) one(std::move(block), result);
        return result;
    }

  private:
    static Inlines flowing(Inlines content) { return canonical_inlines(std::move(content), Breaks::kept); }
    static Inlines unbroken(Inlines content) { return canonical_inlines(std::move(content), Breaks::spaces); }

    void one(Block block, Blocks& to) {
        Span const span = block.span;
        auto const keep = [&](auto kind) { to.push_back({std::move(kind), span, block.serial}); };
        match(
            std::move(block.kind), [&](Paragraph it) { paragraph(std::move(it), span, to); },
            [&](Heading it) {
                it.level = std::clamp(it.level, lowest_, 6);
                it.content = it.level == 2 ? flowing(std::move(it.content)) : unbroken(std::move(it.content));
                it.id = attribute_name(it.id);
                if (!it.content.empty()) keep(std::move(it));
            },
            [&](Quote it) { quote(std::move(it), span, to); }, [&](List it) { list(std::move(it), span, to); },
            [&](DefinitionList it) { definitions(std::move(it), span, to); },
            [&](Table it) { table(std::move(it), span, to); },
            [&](Figure it) {
                it.alt = canonical_line(it.alt);
                it.decorative = it.alt.empty();
                it.caption = flowing(std::move(it.caption));
                it.credit = canonical_line(it.credit);
                it.id = attribute_name(it.id);
                keep(std::move(it));
            },
            [&](Verse it) { verse(std::move(it), span, to); }, [&](Insert it) { insert(std::move(it), span, to); },
            [&](Separator it) { keep(it); },
            [&](CodeBlock it) {
                it.text = canonical_lines(it.text);
                it.info = canonical_line(it.info.substr(0, it.info.find_first_of(" \n`{")));
                keep(std::move(it));
            },
            [&](Division it) { division(std::move(it), span, to); });
    }

    void paragraph(Paragraph it, Span span, Blocks& to) {
        it.content = flowing(std::move(it.content));
        if (!it.marker.empty()) {
            List made;
            made.kind = ListKind::numbered;
            ListItem item{std::move(it.marker), 0, {}, span};
            if (!it.content.empty()) item.content.push_back({Paragraph{std::move(it.content), {}}, span});
            made.items.push_back(std::move(item));
            return list(std::move(made), span, to);
        }
        auto const* const picture =
            it.content.size() == 1 ? std::get_if<InlinePicture>(&it.content.front().kind) : nullptr;
        if (picture != nullptr) {
            Figure figure;
            figure.asset = picture->asset;
            figure.alt = picture->alt;
            figure.decorative = figure.alt.empty();
            to.push_back({std::move(figure), span});
        } else if (!it.content.empty()) {
            to.push_back({std::move(it), span});
        }
    }

    void quote(Quote it, Span span, Blocks& to) {
        it.content = all(std::move(it.content));
        it.attribution = flowing(std::move(it.attribution));
        bool const dialogue = !it.content.empty() && opening_dash(it.content.back()) != 0;
        if (!it.attribution.empty() && (it.content.empty() || dialogue)) {
            // Not to be told from words of the quotation.
            Inlines words{{Text{"— ", false}, span}};
            for (Inline& piece : it.attribution) words.push_back(std::move(piece));
            it.attribution.clear();
            it.content.push_back({Paragraph{flowing(std::move(words)), {}}, span});
        }
        if (it.attribution.empty() && !it.content.empty()) set_dash(it.content.back());
        if (!it.content.empty()) to.push_back({std::move(it), span});
    }

    /// A last paragraph with a dash of hyphens would be an attribution; a dash as such can be written otherwise.
    static void set_dash(Block& block) {
        std::size_t const dash = opening_dash(block);
        if (dash == 0) return;
        std::string& text = std::get<Text>(std::get<Paragraph>(block.kind).content.front().kind).text;
        if (text.front() == '-') text.replace(0, dash, dash == 3 ? "—" : "–");
    }

    // -----------------------------------------------------------------------------------------------------------
    // Lists

    void list(List it, Span span, Blocks& to) {
        for (ListItem& item : it.items) item.content = all(std::move(item.content));
        if (it.kind == ListKind::bullet) {
            for (ListItem& item : it.items) item.marker.clear(), item.number = 0;
            if (!it.items.empty()) keep_list(std::move(it), span, to);
            return;
        }
        auto* const before = to.empty() ? nullptr : std::get_if<List>(&to.back().kind);
        List run;
        if (before != nullptr && before->kind == ListKind::numbered) {
            // Without anything between them the two are one list as far as their markers go together.
            run = std::move(*before);
            to.pop_back();
        }
        run.kind = ListKind::numbered;
        for (ListItem& item : it.items) add_item(std::move(item), it.tight, run, span, to);
        if (!run.items.empty()) keep_list(std::move(run), span, to);
    }

    void add_item(ListItem item, bool tight, List& run, Span span, Blocks& to) {
        if (item.marker.empty()) item.marker = fmt::format("{}.", std::max(item.number, 0));
        auto const marker = whole_marker(item.marker);
        if (!marker) { // no marker that a text can begin with: its words stand before the item's own
            if (!run.items.empty()) keep_list(std::move(run), span, to);
            run = {};
            run.kind = ListKind::numbered;
            run.tight = tight;
            return spell_out(std::move(item), to);
        }
        if (!run.items.empty()) {
            auto const first = whole_marker(run.items.front().marker);
            if (auto const value = value_in(*marker, *first)) {
                item.number = *value;
                run.tight = run.tight && tight;
                run.items.push_back(std::move(item));
                return;
            }
            keep_list(std::move(run), span, to);
            run = {};
            run.kind = ListKind::numbered;
        }
        run.tight = tight;
        item.number = marker->number;
        run.items.push_back(std::move(item));
    }

    /// Blocks that have lost what they stood in: with their new neighbours they may be one list.
    void splice(Blocks blocks, Blocks& to) {
        for (Block& block : blocks) one(std::move(block), to);
    }

    void spell_out(ListItem item, Blocks& to) {
        auto* const first = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().kind);
        if (first == nullptr) {
            to.push_back(text_block(canonical_line(item.marker), item.span));
        } else {
            first->content.insert(first->content.begin(), {Text{item.marker + " ", false}, item.span});
            first->content = flowing(std::move(first->content));
        }
        splice(std::move(item.content), to);
    }

    void keep_list(List it, Span span, Blocks& to) {
        auto const* const before = to.empty() ? nullptr : std::get_if<List>(&to.back().kind);
        if (before != nullptr && before->kind == ListKind::numbered && it.kind == ListKind::numbered) {
            auto const first = whole_marker(before->items.front().marker), own = whole_marker(it.items.front().marker);
            if (first && own && value_in(*own, *first)) return join_lists(std::move(it), span, to);
        }
        std::size_t blocks = 0;
        bool fits = true;
        for (ListItem const& item : it.items) {
            blocks += item.content.size();
            fits = fits && fits_tight(item.content);
        }
        if (it.items.size() == 1 && blocks <= 1) it.tight = true; // nothing for an empty line to stand between
        if (!fits) it.tight = false;
        to.push_back({std::move(it), span});
    }

    void join_lists(List it, Span span, Blocks& to) {
        List run = std::move(std::get<List>(to.back().kind));
        to.pop_back();
        for (ListItem& item : it.items) add_item(std::move(item), it.tight, run, span, to);
        keep_list(std::move(run), span, to);
    }

    /// Whether the blocks of an item can follow each other without an empty line.
    static bool fits_tight(Blocks const& content) {
        if (content.empty()) return true;
        if (content.size() == 1) {
            auto const* const table = std::get_if<Table>(&content[0].kind);
            bool const captioned = table != nullptr && (!table->caption.empty() || !table->id.empty());
            return !captioned && !std::holds_alternative<DefinitionList>(content[0].kind);
        }
        if (content.size() > 2 || !std::holds_alternative<Paragraph>(content[0].kind)) return false;
        auto const* const list = std::get_if<List>(&content[1].kind);
        if (list == nullptr) return false;
        if (list->kind == ListKind::bullet) return true;
        auto const marker = whole_marker(list->items.front().marker);
        if (!marker || list->items.front().content.empty()) return false;
        return is_core(*marker) ? marker->number == 1
                                : marker->number == 1 && marker->style.ending != reader::MarkerEnding::period;
    }

    void definitions(DefinitionList it, Span span, Blocks& to) {
        for (Definition& each : it.items) {
            each.term = flowing(std::move(each.term));
            for (Blocks& meaning : each.meanings) meaning = all(std::move(meaning));
            if (each.term.empty() || each.meanings.empty()) {
                if (!each.term.empty()) paragraph({std::move(each.term), {}}, span, to);
                for (Blocks& meaning : each.meanings) splice(std::move(meaning), to);
                continue;
            }
            if (to.empty() || !std::holds_alternative<DefinitionList>(to.back().kind))
                to.push_back({DefinitionList{}, span});
            std::get<DefinitionList>(to.back().kind).items.push_back(std::move(each));
        }
    }

    // -----------------------------------------------------------------------------------------------------------
    // Tables

    /// Markdown's tables are grids: a wide or high cell is followed by empty ones.
    static std::vector<TableRow> grid(std::vector<TableRow> const& rows, std::size_t columns) {
        std::vector<TableRow> result(rows.size(), TableRow(columns));
        std::vector<std::vector<bool>> taken(rows.size(), std::vector<bool>(columns));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            // A row that has more cells than there is room for holds the covered ones already.
            std::size_t width = 0;
            for (TableCell const& cell : rows[row]) width += static_cast<std::size_t>(std::max(cell.columns, 1));
            auto const covered = static_cast<std::size_t>(std::count(taken[row].begin(), taken[row].end(), true));
            bool const complete = width + covered > columns;
            std::size_t column = 0;
            for (TableCell const& cell : rows[row]) {
                while (!complete && column < columns && taken[row][column]) ++column;
                if (column >= columns) break;
                result[row][column].content = unbroken(cell.content);
                std::size_t const wide = complete ? 1 : static_cast<std::size_t>(std::max(cell.columns, 1));
                std::size_t const high = complete ? 1 : static_cast<std::size_t>(std::max(cell.rows, 1));
                for (std::size_t down = row; down < std::min(row + high, rows.size()); ++down) {
                    for (std::size_t right = column; right < std::min(column + wide, columns); ++right)
                        taken[down][right] = true;
                }
                column += wide;
            }
        }
        return result;
    }

    static std::size_t width_of(Table const& it) {
        std::size_t columns = it.columns.size();
        for (auto const* rows : {&it.head, &it.body}) {
            for (TableRow const& row : *rows) {
                std::size_t width = 0;
                for (TableCell const& cell : row) width += static_cast<std::size_t>(std::max(cell.columns, 1));
                if (row.size() < it.columns.size() || it.columns.empty()) columns = std::max(columns, width);
                columns = std::max(columns, row.size());
            }
        }
        return columns;
    }

    void table(Table it, Span span, Blocks& to) {
        it.caption = flowing(std::move(it.caption));
        it.id = attribute_name(it.id);
        std::size_t const columns = width_of(it);
        if (columns == 0 || (it.head.empty() && it.body.empty())) {
            if (!it.caption.empty()) paragraph({std::move(it.caption), {}}, span, to);
            return;
        }
        std::size_t const heads = it.head.size();
        std::vector<TableRow> rows = std::move(it.head);
        rows.insert(rows.end(), it.body.begin(), it.body.end());
        rows = grid(rows, columns);
        it.columns.resize(columns, Alignment::none);
        // One row may be the head; a second one is a row like any other.
        bool const headed = heads > 0 && std::any_of(rows.front().begin(), rows.front().end(),
                                                     [](TableCell const& cell) { return !cell.content.empty(); });
        it.head.clear();
        if (headed) it.head.push_back(std::move(rows.front()));
        if (heads > 0) rows.erase(rows.begin());
        it.body = std::move(rows);
        if (it.head.empty() && it.body.empty()) return;
        to.push_back({std::move(it), span});
    }

    // -----------------------------------------------------------------------------------------------------------
    // Divisions

    static std::vector<VerseLine> split(VerseLine line) {
        std::vector<VerseLine> lines(1);
        lines.front().indent = std::max(line.indent, 0);
        for (Inline& piece : flowing(std::move(line.content))) {
            if (std::holds_alternative<LineBreak>(piece.kind)) {
                lines.emplace_back();
            } else {
                lines.back().content.push_back(std::move(piece));
            }
        }
        for (VerseLine& each : lines) each.content = unbroken(std::move(each.content));
        std::erase_if(lines, [](VerseLine const& each) { return each.content.empty(); });
        return lines;
    }

    static void verse(Verse it, Span span, Blocks& to) {
        Verse made;
        for (Stanza& stanza : it.stanzas) {
            Stanza lines;
            for (VerseLine& line : stanza) {
                // Spaces before a line are its indent.
                if (auto* const text = line.content.empty() ? nullptr : std::get_if<Text>(&line.content.front().kind)) {
                    for (; text->text.starts_with(' '); ++line.indent) text->text.erase(0, 1);
                }
                for (VerseLine& each : split(std::move(line))) lines.push_back(std::move(each));
            }
            if (!lines.empty()) made.stanzas.push_back(std::move(lines));
        }
        if (!made.stanzas.empty()) to.push_back({std::move(made), span});
    }

    static std::vector<std::string> class_names(std::vector<std::string> const& names) {
        std::vector<std::string> result;
        for (std::string const& name : names) {
            if (!name.empty() && name != "insert" && name != "verse") result.push_back(attribute_name(name));
        }
        return result;
    }

    void insert(Insert it, Span span, Blocks& to) {
        it.title = unbroken(std::move(it.title));
        it.language = reader::canonical_language(it.language);
        it.name = attribute_name(it.name);
        it.classes = class_names(it.classes);
        it.content = BlockCanoniser(1).all(std::move(it.content));
        to.push_back({std::move(it), span});
    }

    void division(Division it, Span span, Blocks& to) {
        it.language = reader::canonical_language(it.language);
        it.id = attribute_name(it.id);
        it.classes = class_names(it.classes);
        it.content = all(std::move(it.content));
        bool const says_something = !it.language.empty() || it.right_to_left || !it.classes.empty() || !it.id.empty();
        if (it.content.empty()) return;
        if (says_something) {
            to.push_back({std::move(it), span});
            return;
        }
        splice(std::move(it.content), to);
    }

    int lowest_;
};

} // namespace

Blocks canonical_blocks(Blocks blocks, int lowest_heading) {
    return BlockCanoniser(lowest_heading).all(std::move(blocks));
}

} // namespace quoin::writer
