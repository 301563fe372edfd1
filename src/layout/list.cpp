// Lists with literal markers: nobody renumbers a thesis. Numbers hang, right-aligned in a width that all numbers of a list
// (and of the lists that go on counting) share.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// White between a marker and its text, in hundredths of the size: half a quad for numbers, a little less for bullets.
constexpr std::int64_t number_gap = 50, bullet_gap = 45;

style::TypeStyle list_style(Context const& context, Setting const& setting) {
    if (!setting.own_roles) return setting.text;
    return context.type(style::TypeRole::list);
}

/// Markers of numbers: lining figures would shout in old-style text, so they are set as the text is.
InlineText marker_text(Context const& context, Setting const& setting, std::string const& marker, page::TagId tag) {
    InlineSetting inlines = inline_setting(context, list_style(context, setting), setting.language, tag);
    inlines.style.face.italic = false;
    inlines.hyphenate = false;
    return plain_inline_text(marker, inlines);
}

std::string bullet(Context const& context, Setting const& setting) {
    static constexpr char32_t by_depth[] = {U'\u2022', U'\u2013', U'\u00B7'};
    char32_t const wanted = by_depth[std::min(setting.bullet_depth, 2)];
    style::TypeStyle const type = list_style(context, setting);
    bool const there = context.fonts.find_for({type.family, type.weight, false}, wanted).has_value();
    if (!there) return "-";
    return wanted == U'\u2022' ? "\xE2\x80\xA2" : wanted == U'\u2013' ? "\xE2\x80\x93" : "\xC2\xB7";
}

Length widest_marker(Context& context, Setting const& setting, std::vector<std::string> const& markers) {
    Length widest;
    for (std::string const& marker : markers) {
        Length width;
        line_items(context, marker_text(context, setting, marker, page::TagId::artifact), &width);
        widest = std::max(widest, width);
    }
    return widest;
}

/// The label as items at its place left of the paragraph's measure.
std::vector<page::Item> hanging_label(Context& context, Setting const& setting, std::string const& marker, Length gap,
                                      page::TagId tag) {
    Length width;
    std::vector<page::Item> items = line_items(context, marker_text(context, setting, marker, tag), &width);
    move_items(items, {-(width + gap), {}});
    return items;
}

struct Label {
    std::string marker;
    std::vector<page::Item> items; // relative to `left` of the item's text
    page::TagId tag = page::TagId::artifact;
};

/// Adds the label to the first paragraph from `first` on; when there is none the marker stands as a line of its own.
void attach_label(Context& context, Setting const& inner, Label label, std::size_t first, Passage& flow) {
    if (first < flow.elements.size()) {
        if (auto* paragraph = std::get_if<FlowParagraph>(&flow.elements[first].kind)) {
            move_items(label.items, {inner.left - paragraph->left, {}});
            std::move(label.items.begin(), label.items.end(), std::back_inserter(paragraph->label));
            return;
        }
    }
    if (first < flow.elements.size()) {
        // A table or picture comes first: the marker is drawn on the first line of its box.
        Box& box = std::get<FlowBox>(flow.elements[first].kind).box;
        move_items(label.items, {inner.left, grid_baseline(context.print)});
        std::move(label.items.begin(), label.items.end(), std::back_inserter(box.items));
        return;
    }
    InlineText made = marker_text(context, inner, label.marker, label.tag);
    made.plain_offsets = {{0, 0}, {static_cast<std::uint32_t>(made.text.text.size()), 0}};
    Setting outer = inner;
    outer.left -= std::min(outer.left, context.natural_width(made.text));
    text::ParagraphShape const shape = shape_for(outer, inner.text, false);
    push_paragraph(context, outer, {std::move(made), shape, label.tag}, flow);
}

struct ItemTags {
    page::TagId label, body;
};

ItemTags item_tags(Context& context, page::TagId list) {
    page::TagId const item = context.add_tag(page::TagRole::ListItem, list);
    page::TagId const label = context.add_tag(page::TagRole::Label, item);
    return {label, context.add_tag(page::TagRole::ListBody, item)};
}

/// The text's setting inside a list: further in, and in the list's style.
Setting item_setting(Context const& context, Setting const& setting, Length indent) {
    Setting inner = indented(setting, indent);
    inner.text = list_style(context, setting);
    inner.list_depth = setting.list_depth + 1;
    return inner;
}

struct ItemShape {
    Length gap, width; // between marker and text; of the widest marker
};

ItemShape item_shape(Context& context, Setting const& setting, model::List const& list, Length marker_width) {
    style::TypeStyle const type = list_style(context, setting);
    if (list.kind == model::ListKind::numbered) return {type.size.scaled(number_gap, 100), marker_width};
    return {type.size.scaled(bullet_gap, 100), widest_marker(context, setting, {bullet(context, setting)})};
}

int last_number(model::List const& list) { return list.items.empty() ? 0 : list.items.back().number; }

/// The value of a thesis's number: "12." is 12, "a)" nothing.
int number_of(std::string const& marker) {
    int value = 0;
    for (char const digit : marker) {
        if (digit >= '0' && digit <= '9' && value < 100'000) value = value * 10 + (digit - '0');
    }
    return value;
}

/// Numbered blocks of one row of siblings: which of them count on from each other.
struct Chain {
    std::vector<std::size_t> blocks;
    std::vector<std::string> markers;
    int last = 0;
};

void extend_chain(std::vector<Chain>& chains, std::size_t block, int first, int last,
                  std::vector<std::string> const& markers) {
    bool const goes_on = !chains.empty() && first > 1 && first == chains.back().last + 1;
    if (!goes_on) chains.emplace_back();
    Chain& chain = chains.back();
    chain.blocks.push_back(block);
    chain.markers.insert(chain.markers.end(), markers.begin(), markers.end());
    chain.last = last;
}

} // namespace

std::vector<Length> marker_widths(Context& context, Setting const& setting, model::Blocks const& blocks) {
    std::vector<Chain> chains;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (auto const* list = std::get_if<model::List>(&blocks[i].kind)) {
            if (list->kind != model::ListKind::numbered || list->items.empty()) continue;
            std::vector<std::string> markers;
            for (model::ListItem const& item : list->items) markers.push_back(item.marker);
            extend_chain(chains, i, list->items.front().number, last_number(*list), markers);
        } else if (auto const* paragraph = std::get_if<model::Paragraph>(&blocks[i].kind)) {
            if (paragraph->marker.empty()) continue;
            int const number = number_of(paragraph->marker);
            extend_chain(chains, i, number, number, {paragraph->marker});
        }
    }
    std::vector<Length> widths(blocks.size());
    for (Chain const& chain : chains) {
        Length const widest = widest_marker(context, setting, chain.markers);
        for (std::size_t const block : chain.blocks) widths[block] = widest;
    }
    return widths;
}

void compose_list(Context& context, Setting const& setting, model::Block const& block, model::List const& list,
                  Length marker_width, Passage& flow) {
    page::TagId const list_tag = context.add_tag(page::TagRole::List, setting.parent);
    ItemShape const shape = item_shape(context, setting, list, marker_width);
    Setting inner = item_setting(context, setting, shape.width + shape.gap);
    if (list.kind == model::ListKind::bullet) ++inner.bullet_depth;
    Spaces const spaces = block_spaces(setting.own_roles ? inner.text : style::TypeStyle{}, setting.pitch);
    int const outer_space = setting.list_depth == 0 ? spaces.above : 0;
    flow.space_below = std::max(flow.space_below, outer_space);
    for (model::ListItem const& item : list.items) {
        ItemTags const tags = item_tags(context, list_tag);
        Label label;
        label.tag = tags.label;
        label.marker =
            list.kind == model::ListKind::bullet || item.marker.empty() ? bullet(context, setting) : item.marker;
        label.items = hanging_label(context, setting, label.marker, shape.gap, tags.label);
        inner.parent = tags.body;
        flow.after_paragraph = false;
        std::size_t const first = flow.elements.size();
        compose_blocks(context, inner, item.content, flow);
        attach_label(context, inner, std::move(label), first, flow);
        if (flow.elements.size() > first && flow.elements[first].serial == 0) {
            flow.elements[first].serial = block.serial;
            flow.elements[first].source = item.span;
        }
    }
    flow.space_below = std::max(flow.space_below, setting.list_depth == 0 ? spaces.below : 0);
    flow.after_paragraph = false;
}

void compose_thesis(Context& context, Setting const& setting, model::Block const& block,
                    model::Paragraph const& paragraph, Length marker_width, Passage& flow) {
    page::TagId const list_tag = context.add_tag(page::TagRole::List, setting.parent);
    ItemTags const tags = item_tags(context, list_tag);
    Length const gap = setting.text.size.scaled(number_gap, 100);
    Setting inner = item_setting(context, setting, marker_width + gap);
    inner.text = setting.text;
    inner.parent = tags.body;
    Label label{paragraph.marker, hanging_label(context, setting, paragraph.marker, gap, tags.label), tags.label};
    flow.after_paragraph = false;
    std::size_t const first = flow.elements.size();
    compose_paragraph(context, inner, block, paragraph, flow);
    attach_label(context, inner, std::move(label), first, flow);
}

void compose_definitions(Context& context, Setting const& setting, model::Block const& block,
                         model::DefinitionList const& list, Passage& flow) {
    page::TagId const list_tag = context.add_tag(page::TagRole::List, setting.parent);
    style::TypeStyle const type = list_style(context, setting);
    std::uint32_t plain = 0; // terms count with the line feed behind each
    for (model::Definition const& definition : list.items) {
        ItemTags const tags = item_tags(context, list_tag);
        style::TypeStyle term = type;
        term.italic = !setting.text.italic; // terms stand out by slope, not by weight: they are read in running order
        InlineSetting const inlines = inline_setting(context, term, setting.language, tags.label);
        InlineText made = inline_text(context, definition.term, inlines);
        if (!made.text.text.empty()) {
            text::ParagraphShape const shape = shape_for(setting, term, false);
            Element& element = push_paragraph(context, setting, {std::move(made), shape, tags.label}, flow);
            element.keep_with_next = !definition.meanings.empty();
            element.serial = block.serial;
            element.plain_begin = plain;
            element.source = definition.span;
        }
        plain += static_cast<std::uint32_t>(model::plain_text(definition.term).size()) + 1;
        compose_pending_notes(context, setting.parent, setting.language, flow);
        Setting inner = item_setting(context, setting, type.size.scaled(150, 100));
        inner.parent = tags.body;
        for (model::Blocks const& meaning : definition.meanings) {
            flow.after_paragraph = false;
            compose_blocks(context, inner, meaning, flow);
        }
    }
    flow.after_paragraph = false;
}

} // namespace quoin::layout
