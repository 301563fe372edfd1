#include "layout/compose_blocks.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

void compose_insert_later(model::Block const& block, Passage& flow) {
    flow.late_inserts.push_back(&block);
    flow.late_places.push_back(flow.elements.size());
}

void compose_block(Context& context, Setting const& setting, model::Block const& block, Length marker_width,
                   Passage& flow) {
    model::match(
        block.kind,
        [&](model::Paragraph const& kind) {
            if (kind.marker.empty()) {
                compose_paragraph(context, setting, block, kind, flow);
            } else {
                compose_thesis(context, setting, block, kind, marker_width, flow);
            }
        },
        [&](model::Heading const& kind) { compose_heading(context, setting, block, kind, flow); },
        [&](model::Quote const& kind) { compose_quote(context, setting, block, kind, flow); },
        [&](model::List const& kind) { compose_list(context, setting, block, kind, marker_width, flow); },
        [&](model::DefinitionList const& kind) { compose_definitions(context, setting, block, kind, flow); },
        [&](model::Table const& kind) { compose_table(context, setting, block, kind, flow); },
        [&](model::Figure const& kind) { compose_figure(context, setting, block, kind, flow); },
        [&](model::Verse const& kind) { compose_verse(context, setting, block, kind, flow); },
        [&](model::Insert const&) { compose_insert_later(block, flow); },
        [&](model::Separator const&) { compose_separator(context, setting, block, flow); },
        [&](model::CodeBlock const& kind) { compose_code(context, setting, block, kind, flow); },
        [&](model::Division const& kind) { compose_division(context, setting, block, kind, flow); });
}

std::size_t paragraphs_in(std::vector<Element> const& elements) {
    return static_cast<std::size_t>(std::count_if(elements.begin(), elements.end(), [](Element const& element) {
        return std::holds_alternative<FlowParagraph>(element.kind);
    }));
}

} // namespace

Setting indented(Setting setting, Length left, Length right) {
    Length const least = setting.measure / 2;
    if (setting.width() - left - right < least) {
        left = std::max(Length::zero(), std::min(left, setting.width() - least));
        right = std::max(Length::zero(), std::min(right, setting.width() - least - left));
    }
    setting.left += left;
    setting.right += right;
    return setting;
}

void compose_blocks(Context& context, Setting const& setting, model::Blocks const& blocks, Passage& flow) {
    std::vector<Length> const widths = marker_widths(context, setting, blocks);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        compose_block(context, setting, blocks[i], widths[i], flow);
        bool const is_insert = std::holds_alternative<model::Insert>(blocks[i].kind);
        bool const is_figure = std::holds_alternative<model::Figure>(blocks[i].kind); // it knows whether it floats
        // An insert between two paragraphs floats away. When it stood within a sentence the text goes on behind it, so
        // the second half has no indent of its own.
        if (is_insert) {
            flow.after_paragraph = flow.after_paragraph && !flow.sentence_open;
        } else if (!is_figure && !std::holds_alternative<model::Division>(blocks[i].kind)) {
            flow.after_paragraph = std::holds_alternative<model::Paragraph>(blocks[i].kind);
        }
    }
}

Element& push_element(Passage& flow, Element element, int space_above, int space_below) {
    if (!flow.elements.empty()) element.space_above = std::max(space_above, flow.space_below);
    flow.space_below = space_below;
    element.anchors.insert(element.anchors.end(), flow.pending_anchors.begin(), flow.pending_anchors.end());
    flow.pending_anchors.clear();
    flow.elements.push_back(std::move(element));
    return flow.elements.back();
}

text::ParagraphShape shape_for(Setting const& setting, style::TypeStyle const& type, bool first_indent) {
    text::ParagraphShape shape;
    shape.measure = setting.width();
    shape.first_indent = first_indent ? type.first_indent : Length{};
    shape.align = type.align;
    shape.hyphenate = type.hyphenate;
    shape.leading = setting.pitch;
    return shape;
}

Element& push_paragraph(Context& context, Setting const& setting, ParagraphMatter made, Passage& flow, int space_above,
                        int space_below) {
    FlowParagraph paragraph;
    paragraph.left = setting.left;
    paragraph.tag = made.tag;
    paragraph.plain_offsets = std::move(made.text.plain_offsets);
    if (setting.surroundings == Surroundings::box) {
        text::ParagraphShape boxed = made.shape;
        boxed.want_variants = false;
        paragraph.text = std::make_shared<text::Paragraph const>(context.break_now(std::move(made.text.text), boxed));
    } else {
        BreakTask task;
        task.text = std::move(made.text.text);
        task.shape = made.shape;
        task.of_note = setting.surroundings == Surroundings::note;
        task.holder = setting.holder;
        task.index = task.of_note ? paragraphs_in(flow.elements) : flow.elements.size();
        context.tasks.push_back(std::move(task));
    }
    Element element;
    element.kind = std::move(paragraph);
    return push_element(flow, std::move(element), space_above, space_below);
}

Spaces spaces_of(style::TypeStyle const& type, Length pitch) {
    Length const both = type.space_before + type.space_after;
    if (both <= Length::zero()) return {};
    // Rounded to the nearest whole number of lines, but white that was asked for never vanishes.
    auto const lines = std::max<std::int64_t>(1, (both.units + pitch.units / 2) / pitch.units);
    Length const above = (pitch * lines).scaled(type.space_before.units, both.units);
    Spaces spaces;
    spaces.above = static_cast<int>(above / pitch);
    spaces.below = static_cast<int>(lines) - spaces.above;
    spaces.shift = above - pitch * spaces.above;
    return spaces;
}

Spaces block_spaces(style::TypeStyle const& type, Length pitch, int least) {
    auto const lines = [&](Length white) {
        if (white <= Length::zero()) return least;
        return std::max<int>(1, static_cast<int>((white.units + pitch.units / 2) / pitch.units));
    };
    return {lines(type.space_before), lines(type.space_after), {}};
}

style::TypeStyle local_style(Context const& context, Setting const& setting, style::TypeRole role) {
    style::TypeStyle type = context.type(role);
    if (setting.own_roles) return type;
    style::TypeStyle const& around = setting.text;
    Length const body = context.type(style::TypeRole::body).size;
    auto const in_proportion = [&](Length length) { return length.scaled(around.size.units, body.units); };
    type.family = around.family;
    type.weight = around.weight;
    type.italic = type.italic != around.italic;
    type.size = around.size;
    type.leading = around.leading;
    type.ink = around.ink;
    type.tint = around.tint;
    type.figures = around.figures;
    type.tracking = 0;
    for (Length* length :
         {&type.first_indent, &type.left_indent, &type.right_indent, &type.space_before, &type.space_after})
        *length = in_proportion(*length);
    return type;
}

std::vector<page::Item> line_items(Context& context, InlineText made, Length* width) {
    text::ParagraphShape shape;
    shape.measure = context.print.page.width * 4; // wider than any label
    shape.align = style::TextAlign::left;
    shape.hyphenate = false;
    shape.want_variants = false;
    style::LineBreaking exact = context.print.lines;
    exact.protrusion = false; // figures are aligned by their advance
    text::Paragraph const paragraph =
        text::break_paragraph(std::move(made.text), shape, exact, context.fonts, context.diagnostics);
    std::vector<page::Item> items;
    if (width != nullptr) *width = {};
    if (paragraph.variants()[paragraph.best()].lines.empty()) return items;
    draw_line(paragraph.set_line(paragraph.best(), 0), paragraph.text(), {}, context.draw_tables(), items);
    for (page::Item const& item : items) {
        auto const* run = std::get_if<page::GlyphRun>(&item.kind);
        if (run != nullptr && width != nullptr) *width = std::max(*width, item.at.x + run->width);
    }
    return items;
}

bool ends_sentence(std::string const& text) {
    static constexpr std::string_view closers[] = {
        "\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xE2\x80\x9C", " "};
    std::string_view rest = text;
    for (bool cut = true; cut;) {
        cut = false;
        for (std::string_view const closer : closers) {
            if (!rest.ends_with(closer)) continue;
            rest.remove_suffix(closer.size());
            cut = true;
        }
    }
    if (rest.empty()) return true;
    return std::string_view(".!?:;").find(rest.back()) != std::string_view::npos || rest.ends_with("\xE2\x80\xA6");
}

} // namespace quoin::layout
