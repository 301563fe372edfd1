// Lists (OpenDocument 1.3, part 3, section 5.3): counted over interruptions, with literal markers.

#include "office/list_markers.hpp"
#include "office/odt_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace quoin::office {

namespace {

using Kind = OdtLists::Level::Kind;

constexpr int deepest_level = 9;
constexpr int largest_number = 999'999'998; // as many digits as the source format reads
constexpr double likely = 0.85;

NumberFormat format_of(std::string_view format) {
    if (format == "a") return NumberFormat::small_letters;
    if (format == "A") return NumberFormat::capitals;
    if (format == "i") return NumberFormat::small_roman;
    if (format == "I") return NumberFormat::capital_roman;
    return NumberFormat::digits;
}

/// Headings end a list; what the word processor numbers with them is no item.
bool holds_heading(pugi::xml_node item) { return static_cast<bool>(item.child("text:h")); }

bool only_lists(model::Blocks const& blocks, std::size_t from) {
    return std::all_of(blocks.begin() + static_cast<std::ptrdiff_t>(std::min(from, blocks.size())), blocks.end(),
                       [](model::Block const& each) { return std::holds_alternative<model::List>(each.kind); });
}

} // namespace

/// Counts one more at this level, begins all deeper ones anew, and writes the number as the level shows it.
std::string OdtReader::next_number(std::array<OdtLists::Level, 10> const& levels, OdtCounters& counters, int level,
                                   int start) {
    auto const at = static_cast<std::size_t>(level);
    if (start >= 0) {
        counters.numbers[at] = start;
    } else {
        int const next = std::min(counters.numbers[at], largest_number) + 1;
        counters.numbers[at] = counters.begun[at] ? next : levels[at].start;
    }
    counters.begun[at] = true;
    for (std::size_t deeper = at + 1; deeper < levels.size(); ++deeper) counters.begun[deeper] = false;
    std::string number;
    int const first = std::max(0, level - levels[at].display_levels + 1);
    for (int each = first; each <= level; ++each) {
        auto const index = static_cast<std::size_t>(each);
        if (levels[index].kind != Kind::number) continue;
        int const value = counters.begun[index] ? counters.numbers[index] : levels[index].start;
        number += (number.empty() ? "" : ".") + written_number(format_of(levels[index].format), value);
    }
    return levels[at].prefix + number + levels[at].suffix;
}

/// A list of the file goes on with the counters of another one when it says so. All lists that continue each other share
/// their counters.
OdtCounters& OdtReader::counters_of(pugi::xml_node list) {
    OdtNumbers& all = context_.numbers;
    std::string const named(view_of(list, "text:continue-list"));
    bool const goes_on = view_of(list, "text:continue-numbering") == "true";
    auto const found = all.by_id.find(named);
    std::size_t index = all.lists.size();
    if (!named.empty() && found != all.by_id.end()) {
        index = found->second;
    } else if (goes_on && all.last) {
        index = *all.last;
    } else {
        all.lists.emplace_back();
    }
    if (auto const id = view_of(list, "xml:id"); !id.empty()) all.by_id[std::string(id)] = index;
    all.last = index;
    return all.lists[index];
}

void OdtReader::list(pugi::xml_node node, Pieces& to) {
    ListPlace const place{0, std::string(view_of(node, "text:style-name")), &counters_of(node)};
    ++lists_open_;
    list_level(node, place, to);
    --lists_open_;
}

void OdtReader::list_level(pugi::xml_node node, ListPlace const& place, Pieces& to) {
    ListPlace here = place;
    if (auto const style = view_of(node, "text:style-name"); !style.empty()) here.style = style;
    model::List list;
    for (pugi::xml_node const item : node.children()) {
        std::string_view const name = name_of(item);
        if (name == "text:list-item" || name == "text:list-header") {
            list_item(item, here, list, to);
        } else {
            if (item.type() == pugi::node_element && name != "text:change-start" && name != "text:change-end" &&
                name != "text:change")
                flush(list, to);
            block(item, to);
        }
    }
    flush(list, to);
}

OdtReader::Item OdtReader::next_item(pugi::xml_node node, ListPlace const& place) {
    Item item;
    std::string_view const override_style = view_of(node, "text:style-override");
    OdtLists const* lists = context_.styles.lists(override_style.empty() ? place.style : override_style);
    if (lists == nullptr) { // no style: what the schema gives is a bullet
        item.kind = Kind::bullet;
        return item;
    }
    auto const level = static_cast<std::size_t>(place.level);
    item.kind = lists->levels[level].kind;
    item.marker = next_number(lists->levels, *place.counters, place.level, number_of(node, "text:start-value", -1));
    item.number = place.counters->numbers[level];
    if (item.kind != Kind::number) item.marker.clear();
    return item;
}

void OdtReader::list_item(pugi::xml_node node, ListPlace const& place, model::List& list, Pieces& to) {
    bool const header = name_of(node) == "text:list-header";
    bool const counts = !header && (node.child("text:p") || node.child("text:h"));
    if (context_.changes.rejecting() && !context_.changes.ends_within(node))
        return context_.drop("inserted text", node);
    ListPlace inner = place;
    inner.level = std::min(place.level + 1, deepest_level);
    Item const item = counts && !holds_heading(node) ? next_item(node, place) : Item{};
    Pieces content;
    for (pugi::xml_node const child : node.children()) {
        if (name_of(child) == "text:list") {
            list_level(child, inner, content);
        } else {
            block(child, content);
        }
    }
    if (holds_heading(node)) {
        flush(list, to);
        number_headings(node, place, content);
        std::move(content.begin(), content.end(), std::back_inserter(to));
        return;
    }
    bool const continues = !counts && !list.items.empty();
    if (continues) {
        model::Blocks blocks = group(std::move(content), 1);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(list.items.back().content));
        return;
    }
    bool const heads = std::any_of(content.begin(), content.end(), [](Piece const& each) {
        return each.role.role == Role::heading || each.role.role == Role::title;
    });
    if (!counts || item.kind == Kind::none || heads) {
        flush(list, to);
        std::move(content.begin(), content.end(), std::back_inserter(to));
        return;
    }
    auto const marker = item.kind == Kind::number ? printable_marker(item.marker) : std::string();
    if (!marker) {
        flush(list, to);
        return plain_item(item, std::move(content), node, to);
    }
    model::ListKind const kind = item.kind == Kind::number ? model::ListKind::numbered : model::ListKind::bullet;
    if (!list.items.empty() && list.kind != kind) flush(list, to);
    list.kind = kind;
    model::Blocks blocks = group(std::move(content), 1);
    // An item without words: the word processor shows its number, and nobody misses it.
    if (blocks.empty()) return;
    if (kind == model::ListKind::numbered) context_.imported.added.push_back({"list number", {}, *marker});
    if (blocks.size() > 1 && !only_lists(blocks, 1)) list.tight = false;
    list.items.push_back(
        {*marker, kind == model::ListKind::numbered ? item.number : 0, std::move(blocks), context_.view.span(node)});
}

void OdtReader::flush(model::List& list, Pieces& to) {
    if (list.items.empty()) return;
    Piece piece;
    Span span = list.items.front().span;
    span.end = std::max(span.end, list.items.back().span.end);
    piece.block = {std::move(list), span};
    to.push_back(std::move(piece));
    list = {};
}

/// "1.2" and "Art. 1" are no markers of the source format: the paragraph begins with them.
void OdtReader::plain_item(Item const& item, Pieces content, pugi::xml_node node, Pieces& to) {
    auto const words = std::find_if(content.begin(), content.end(), [](Piece const& each) {
        auto const* const paragraph = std::get_if<model::Paragraph>(&each.block.kind);
        return paragraph != nullptr && !paragraph->content.empty();
    });
    if (words != content.end()) {
        auto& inlines = std::get<model::Paragraph>(words->block.kind).content;
        put_before(inlines, item.marker, words->block.span);
        context_.imported.added.push_back({"list number", {}, item.marker});
        if (!std::exchange(context_.numbers.told_markers, true))
            context_.tell(manuscript::DecisionCode::list_guessed, node,
                          fmt::format("\"{}\" begins a paragraph, and so do all such markers", item.marker),
                          "the source format has no list with such markers", likely, "a list with plain numbers");
    }
    std::move(content.begin(), content.end(), std::back_inserter(to));
}

/// A heading may have its number from the list it stands in.
void OdtReader::number_headings(pugi::xml_node node, ListPlace const& place, Pieces& content) {
    OdtLists const* const lists = context_.styles.lists(place.style);
    auto const level = static_cast<std::size_t>(place.level);
    if (lists == nullptr || name_of(node) == "text:list-header" || lists->levels[level].kind != Kind::number) return;
    bool const outlined = context_.styles.outline().levels[level].kind == Kind::number;
    std::string const number =
        next_number(lists->levels, *place.counters, place.level, number_of(node, "text:start-value", -1));
    for (Piece& piece : content) {
        auto const* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
        if (piece.role.role != Role::heading || paragraph == nullptr || paragraph->content.empty()) continue;
        if (!outlined && !number.empty()) add_number(node, number, piece);
        return;
    }
}

} // namespace quoin::office
