// Pull quotes: a sentence of the article shown large. It belongs to no place in the text, so it floats in its column between
// two hairlines, and its lines keep their own leading.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

#include <iterator>
#include <utility>

namespace quoin::layout {

namespace {

constexpr Length hairline{Length::units_per_point / 2};
/// White between the rules and the words, in hundredths of the type's size.
constexpr std::int64_t padding_share = 60;

Setting quote_setting(Context const& context, Setting const& setting) {
    style::TypeStyle const type = local_style(context, setting, style::TypeRole::pull_quote);
    Setting inner = indented(setting, type.left_indent, type.right_indent);
    inner.measure = inner.width();
    inner.left = inner.right = {};
    inner.text = type;
    inner.pitch = type.leading;
    inner.surroundings = Surroundings::box;
    inner.own_roles = false;
    return inner;
}

void add_rule(Context const& context, style::TypeStyle const& type, Length y, Box& box) {
    page::Rule const rule{box.width, hairline, context.ink(type.ink, type.tint)};
    box.items.push_back({{{}, y}, rule, page::TagId::artifact});
}

} // namespace

void compose_pull_quote(Context& context, Setting const& setting, model::Block const& block,
                        model::Division const& division, Passage& flow) {
    Setting inner = quote_setting(context, setting);
    inner.parent = context.add_tag(page::TagRole::BlockQuote, setting.parent);
    Passage passage;
    compose_blocks(context, inner, division.content, passage);
    std::vector<Row> rows = rows_of(context, passage.elements, inner.pitch);
    if (rows.empty()) return;
    Length const padding = inner.text.size.scaled(padding_share, 100);
    Box box;
    box.width = inner.measure;
    box.height = height_of(rows) + padding * 2;
    add_rule(context, inner.text, {}, box);
    stack_rows(rows, 0, rows.size(), {{}, padding}, box);
    add_rule(context, inner.text, box.height - hairline, box);
    Length const left = indented(setting, inner.text.left_indent, inner.text.right_indent).left;
    move_items(box.items, {left, {}});
    box.width += left;
    Float moved;
    moved.box = std::move(box);
    moved.before = flow.elements.size();
    moved.serial = block.serial;
    moved.anchors = context.anchors_at(block.serial, division.id);
    moved.source = block.span;
    flow.floats.push_back(std::move(moved));
    for (model::Block const* insert : passage.late_inserts) {
        flow.late_inserts.push_back(insert);
        flow.late_places.push_back(flow.elements.size());
    }
    std::move(passage.floats.begin(), passage.floats.end(), std::back_inserter(flow.floats));
    compose_pending_notes(context, setting.parent, setting.language, flow);
}

} // namespace quoin::layout
