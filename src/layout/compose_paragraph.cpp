// Paragraphs, headings, quotations, ornaments and code: blocks that are one text or a few.

#include "layout/compose_blocks.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quoin::layout {

namespace {

constexpr std::string_view em_dash_and_space = "\xE2\x80\x94\xC2\xA0"; // before the name of who is quoted

/// `Article > H1 title`: a text heading of level 2 is the first of the layout's headings.
style::TypeRole heading_role(int level) {
    switch (level) {
    case 1:
    case 2: return style::TypeRole::heading1;
    case 3: return style::TypeRole::heading2;
    case 4: return style::TypeRole::heading3;
    default: return style::TypeRole::heading4;
    }
}

page::TagRole heading_tag(int level) {
    constexpr std::array roles{page::TagRole::Heading1, page::TagRole::Heading2, page::TagRole::Heading3,
                               page::TagRole::Heading4, page::TagRole::Heading5, page::TagRole::Heading6};
    return roles[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

Element& identify(Element& element, model::Block const& block) {
    element.serial = block.serial;
    element.source = block.span;
    return element;
}

/// A head taller than a grid line: set at its own leading, its last baseline on the grid.
FlowBox display_box(Context& context, Setting const& setting, style::TypeStyle const& type, InlineText made,
                    text::ParagraphShape const& shape) {
    text::ParagraphText const text = made.text;
    text::Paragraph const paragraph = context.break_now(std::move(made.text), shape);
    auto const& lines = paragraph.variants()[paragraph.best()].lines;
    auto const count = static_cast<std::int64_t>(std::max<std::size_t>(1, lines.size()));
    FlowBox made_box;
    Box& box = made_box.box;
    box.width = setting.measure;
    box.height = setting.pitch * lines_for(type.leading * count, setting.pitch);
    Length const last =
        box.height - setting.pitch + row_baseline(setting.pitch, context.type(style::TypeRole::body).size);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        Length const baseline = last - type.leading * (count - 1 - static_cast<std::int64_t>(line));
        draw_line(paragraph.set_line(paragraph.best(), line), text, {setting.left, baseline}, context.draw_tables(),
                  box.items);
        box.notes.insert(box.notes.end(), lines[line].notes.begin(), lines[line].notes.end());
    }
    return made_box;
}

/// The ornament of a break in the text, made of signs that the face has.
std::string ornament(Context const& context, style::TypeStyle const& type) {
    text::FaceQuery const query{type.family, type.weight, type.italic};
    auto const face = context.fonts.find(query);
    for (char32_t const star : {U'\u2217', U'\u2042', U'*'}) {
        if (!face || !context.fonts.has_character(*face, star)) continue;
        std::string sign;
        append_utf8(sign, star);
        if (star == U'\u2042') return sign;                          // three stars in one
        return sign + "\xE2\x80\x83" + sign + "\xE2\x80\x83" + sign; // em spaces between
    }
    return "*\xE2\x80\x83*\xE2\x80\x83*";
}

/// A drop initial as high as its lines: its feet on the last one's baseline, its head level with the first one's capitals.
std::vector<page::Item> drop_initial(Context& context, Setting const& setting, InlineText& made,
                                     text::ParagraphShape& shape, InlineSetting const& inlines, int lines) {
    style::TypeStyle type = context.type(style::TypeRole::initial);
    text::VerticalMetrics const own = text::vertical_metrics(context.character_style(type), context.fonts);
    text::VerticalMetrics const body = text::vertical_metrics(context.character_style(setting.text), context.fonts);
    if (own.cap_height <= Length::zero()) return {};
    Length const wanted = setting.pitch * (lines - 1) + body.cap_height;
    type.size = type.size.scaled(wanted.units, own.cap_height.units);
    InlineText initial = take_initial(made);
    if (initial.text.text.empty()) return {};
    text::CharacterStyle const style = context.character_style(type);
    for (text::Run& run : initial.text.runs) {
        run.style = style;
        run.tag = inlines.tag;
    }
    Length width;
    std::vector<page::Item> items = line_items(context, std::move(initial), &width);
    for (page::Item& item : items) item.at.y += setting.pitch * (lines - 1);
    shape.short_lines = lines;
    shape.short_by = width + setting.text.size / 5; // a fifth of an em keeps the letter with its word
    shape.first_indent = {};
    if (made.text.text.starts_with(' ')) {
        // "I walked": the space stays in the text for those who copy it, but the line begins with the letter behind it.
        Length const with = context.natural_width(plain_inline_text("n n", inlines).text);
        shape.first_indent = context.natural_width(plain_inline_text("nn", inlines).text) - with;
    }
    return items;
}

/// What the first paragraph of a chapter gets: an initial, its first words in small capitals, or nothing.
std::vector<page::Item> open_chapter(Context& context, Setting const& setting, InlineText& made,
                                     text::ParagraphShape& shape, InlineSetting const& inlines, Passage& flow) {
    constexpr std::size_t characters_per_line = 45; // a paragraph shorter than its initial would leave a hole beside it
    constexpr int small_words = 3;
    int const lines = std::exchange(flow.initial_lines, 0);
    bool const small = std::exchange(flow.first_words_small, false);
    if (setting.surroundings != Surroundings::flow || setting.left > Length::zero()) return {};
    std::vector<page::Item> items;
    if (lines > 1 && made.text.text.size() > characters_per_line * static_cast<std::size_t>(lines))
        items = drop_initial(context, setting, made, shape, inlines, lines);
    if (small) set_first_words_small(made.text, small_words);
    return items;
}

struct CodeLine {
    std::string text;
    int indent = 0;          // leading spaces
    std::uint32_t begin = 0; // byte offset in the block's text
};

std::vector<CodeLine> code_lines(std::string const& text) {
    constexpr int tab_width = 4;
    std::vector<CodeLine> lines;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find('\n', at), text.size());
        CodeLine line;
        line.begin = static_cast<std::uint32_t>(at);
        std::size_t first = at;
        for (; first < end && (text[first] == ' ' || text[first] == '\t'); ++first)
            line.indent += text[first] == ' ' ? 1 : tab_width - line.indent % tab_width;
        line.text = text.substr(first, end - first);
        lines.push_back(std::move(line));
        at = end + 1;
    }
    while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
    return lines;
}

/// Rows of spaces within a line of code keep their number: a line's elasticity may not take them.
std::string with_fixed_spaces(std::string const& text) {
    std::string fixed;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const in_row =
            text[i] == ' ' && ((i > 0 && text[i - 1] == ' ') || (i + 1 < text.size() && text[i + 1] == ' '));
        if (in_row || text[i] == '\t') {
            fixed += "\xC2\xA0";
        } else {
            fixed += text[i];
        }
    }
    return fixed;
}

/// What a division's class asks of the text in it.
struct DivisionStyle {
    std::optional<style::TypeRole> role;
    std::optional<style::TextAlign> align;
};

DivisionStyle division_style(std::vector<std::string> const& classes) {
    DivisionStyle found;
    for (std::string const& name : classes) {
        if (name == "epigraph") found.role = style::TypeRole::epigraph;
        if (name == "dedication") found.role = style::TypeRole::dedication;
        if (name == "pull-quote" || name == "pullquote") found.role = style::TypeRole::pull_quote;
        if (name == "center" || name == "centre" || name == "centered") found.align = style::TextAlign::centre;
        if (name == "right") found.align = style::TextAlign::right;
        if (name == "left") found.align = style::TextAlign::left;
    }
    return found;
}

} // namespace

void compose_paragraph(Context& context, Setting const& setting, model::Block const& block,
                       model::Paragraph const& paragraph, Passage& flow) {
    page::TagId const tag = context.add_tag(page::TagRole::Paragraph, setting.parent);
    InlineSetting inlines = inline_setting(context, setting.text, setting.language, tag);
    inlines.right_to_left = setting.right_to_left;
    InlineText made = inline_text(context, paragraph.content, inlines);
    if (made.text.text.empty()) { // anchors alone: they belong to what comes next
        for (text::Mark const& mark : made.text.marks) {
            if (mark.kind == text::Mark::Kind::anchor)
                flow.pending_anchors.push_back(context.composition.anchor_names[mark.value]);
        }
        return;
    }
    flow.sentence_open = !ends_sentence(made.text.text);
    text::ParagraphShape shape = shape_for(setting, setting.text, flow.after_paragraph);
    if (shape.align != style::TextAlign::justify && shape.align != style::TextAlign::left) shape.first_indent = {};
    // Display text, such as a standfirst: even lines and no lone word at the end.
    shape.balance_rag =
        setting.surroundings == Surroundings::box && !shape.hyphenate && shape.align != style::TextAlign::justify;
    std::vector<page::Item> const initial = open_chapter(context, setting, made, shape, inlines, flow);
    Element& element = identify(push_paragraph(context, setting, {std::move(made), shape, tag}, flow), block);
    if (!initial.empty()) {
        auto& set = std::get<FlowParagraph>(element.kind);
        set.label = initial;
        set.least_before = std::max(set.least_before, shape.short_lines);
    }
    compose_pending_notes(context, setting.parent, setting.language, flow);
}

void compose_heading(Context& context, Setting const& setting, model::Block const& block, model::Heading const& heading,
                     Passage& flow) {
    style::TypeStyle const type = setting.surroundings == Surroundings::flow
                                      ? context.type(heading_role(heading.level))
                                      : local_style(context, setting, heading_role(heading.level));
    style::TypeStyle set = type;
    if (setting.surroundings != Surroundings::flow) set.weight = std::max(type.weight, 600);
    page::TagId const tag = context.add_tag(heading_tag(heading.level), setting.parent);
    InlineSetting inlines = inline_setting(context, set, setting.language, tag);
    inlines.right_to_left = setting.right_to_left;
    InlineText made = inline_text(context, heading.content, inlines);
    std::string const name = context.anchor_name(heading.anchor);
    std::string const title = model::plain_text(heading.content);
    if (!name.empty()) flow.pending_anchors.push_back(name);
    if (made.text.text.empty()) return;
    text::ParagraphShape shape = shape_for(setting, set, false);
    shape.balance_rag = true;
    shape.want_variants = false;
    Spaces const spaces = spaces_of(set, setting.pitch);
    Element* element = nullptr;
    if (set.leading > setting.pitch && setting.surroundings == Surroundings::flow) {
        Element boxed;
        boxed.kind = display_box(context, setting, set, std::move(made), shape);
        element = &push_element(flow, std::move(boxed), spaces.above, spaces.below);
    } else {
        element = &push_paragraph(context, setting, {std::move(made), shape, tag}, flow, spaces.above, spaces.below);
        auto& paragraph = std::get<FlowParagraph>(element->kind);
        paragraph.keep_whole = true;
        paragraph.baseline_shift = spaces.shift;
    }
    identify(*element, block);
    element->keep_with_next = true;
    element->heading = title;
    if (!name.empty()) flow.outline.push_back({std::max(0, heading.level - 2), title, name});
    compose_pending_notes(context, setting.parent, setting.language, flow);
}

void compose_quote(Context& context, Setting const& setting, model::Block const& block, model::Quote const& quote,
                   Passage& flow) {
    style::TypeStyle const type = local_style(context, setting, style::TypeRole::quote);
    Spaces const spaces = block_spaces(type, setting.pitch);
    Setting inner = indented(setting, type.left_indent, type.right_indent);
    inner.text = type;
    inner.own_roles = false;
    inner.parent = context.add_tag(page::TagRole::BlockQuote, setting.parent);
    flow.after_paragraph = false;
    flow.space_below = std::max(flow.space_below, spaces.above);
    std::size_t const first = flow.elements.size();
    compose_blocks(context, inner, quote.content, flow);
    if (!quote.attribution.empty()) {
        style::TypeStyle const by = setting.own_roles ? context.type(style::TypeRole::attribution)
                                                      : local_style(context, setting, style::TypeRole::attribution);
        page::TagId const tag = context.add_tag(page::TagRole::Paragraph, inner.parent);
        InlineSetting const inlines = inline_setting(context, by, setting.language, tag);
        InlineText made = inline_text(context, quote.attribution, inlines);
        prepend(made, em_dash_and_space, inlines);
        // Who said it never stands alone at a column's top.
        if (flow.elements.size() > first) {
            flow.elements.back().keep_with_next = true;
            flow.elements.back().lines_kept = 1;
        }
        text::ParagraphShape shape = shape_for(inner, by, false);
        shape.balance_rag = true;
        shape.want_variants = false;
        Element& element = push_paragraph(context, inner, {std::move(made), shape, tag}, flow);
        std::get<FlowParagraph>(element.kind).keep_whole = true;
        identify(element, block);
        compose_pending_notes(context, inner.parent, setting.language, flow);
    }
    flow.space_below = std::max(flow.space_below, spaces.below);
    flow.after_paragraph = false;
}

void compose_separator(Context& context, Setting const& setting, model::Block const& block, Passage& flow) {
    style::TypeStyle type = setting.text;
    type.align = style::TextAlign::centre;
    type.first_indent = {};
    InlineSetting const inlines = inline_setting(context, type, setting.language, page::TagId::artifact);
    InlineText made = plain_inline_text(ornament(context, type), inlines);
    made.plain_offsets = {{0, 0}, {static_cast<std::uint32_t>(made.text.text.size()), 0}};
    text::ParagraphShape shape = shape_for(setting, type, false);
    shape.want_variants = false;
    if (!flow.elements.empty()) flow.elements.back().keep_with_next = true; // an ornament never opens a column
    // Only the flow has room for a white line on both sides.
    int const white = setting.surroundings == Surroundings::flow ? 1 : 0;
    identify(push_paragraph(context, setting, {std::move(made), shape, page::TagId::artifact}, flow, white, white),
             block);
    flow.after_paragraph = false;
}

void compose_code(Context& context, Setting const& setting, model::Block const& block, model::CodeBlock const& code,
                  Passage& flow) {
    style::TypeStyle type = context.type(style::TypeRole::code);
    if (!setting.own_roles)
        type.size = type.size.scaled(setting.text.size.units, context.type(style::TypeRole::body).size.units);
    Spaces const spaces = block_spaces(type, setting.pitch, setting.surroundings == Surroundings::flow ? 1 : 0);
    page::TagId const holder = context.add_tag(page::TagRole::Paragraph, setting.parent);
    page::TagId const tag = context.add_tag(page::TagRole::Code, holder);
    Setting const inner = indented(setting, type.left_indent, type.right_indent);
    InlineSetting const inlines = inline_setting(context, type, setting.language, tag);
    Length const advance = context.natural_width(plain_inline_text("0", inlines).text);
    std::vector<CodeLine> const lines = code_lines(code.text);
    flow.space_below = std::max(flow.space_below, spaces.above);
    int empty_lines = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CodeLine const& line = lines[i];
        if (line.text.empty()) {
            ++empty_lines;
            continue;
        }
        text::ParagraphShape shape = shape_for(inner, type, false);
        shape.align = style::TextAlign::left;
        shape.want_variants = false;
        shape.first_indent = std::min(advance * line.indent, inner.width() / 2);
        shape.hang = shape.first_indent + advance * 2; // what does not fit goes on further in
        InlineText made = plain_inline_text(with_fixed_spaces(line.text), inlines);
        Element& element = push_paragraph(context, inner, {std::move(made), shape, tag}, flow, empty_lines);
        identify(element, block).plain_begin = line.begin;
        element.keep_with_next = i == 0 || i + 2 == lines.size();
        element.lines_kept = 1;
        empty_lines = 0;
    }
    if (!flow.elements.empty() && !lines.empty()) flow.elements.back().keep_with_next = false;
    flow.space_below = std::max(flow.space_below, spaces.below);
}

namespace {

/// An epigraph before the first words of a chapter stands at the right of the measure and leaves the initial to these.
Setting opening_epigraph(Setting const& setting, style::TypeStyle const& type) {
    constexpr std::int64_t white_share = 30; // of the measure
    bool const own_indent = type.left_indent > Length::zero();
    return own_indent ? setting : indented(setting, setting.width().scaled(white_share, 100));
}

} // namespace

void compose_division(Context& context, Setting const& setting, model::Block const& block,
                      model::Division const& division, Passage& flow) {
    DivisionStyle const asked = division_style(division.classes);
    if (asked.role == style::TypeRole::pull_quote && setting.surroundings == Surroundings::flow)
        return compose_pull_quote(context, setting, block, division, flow);
    for (std::string& name : context.anchors_at(block.serial, division.id))
        flow.pending_anchors.push_back(std::move(name));
    Setting inner = setting;
    if (!division.language.empty()) inner.language = division.language;
    inner.right_to_left = setting.right_to_left || division.right_to_left;
    if (inner.language != setting.language)
        inner.parent = context.add_tag(page::TagRole::Section, setting.parent, inner.language);
    Spaces spaces;
    bool const opens =
        asked.role == style::TypeRole::epigraph && setting.surroundings == Surroundings::flow && flow.elements.empty();
    int const initial_lines = flow.initial_lines;
    bool const first_words_small = flow.first_words_small;
    if (opens) {
        flow.initial_lines = 0;
        flow.first_words_small = false;
    }
    if (asked.role) {
        style::TypeStyle const type = local_style(context, setting, *asked.role);
        spaces = block_spaces(type, setting.pitch, setting.surroundings == Surroundings::flow ? 1 : 0);
        inner = indented(inner, type.left_indent, type.right_indent);
        if (opens) inner = opening_epigraph(inner, type);
        inner.text = type;
        // Lines of the flow are a grid line high: larger type is brought down to what fits between two baselines.
        if (inner.text.leading > setting.pitch)
            inner.text.size = type.size.scaled(setting.pitch.units, type.leading.units);
        inner.own_roles = false;
        flow.after_paragraph = false;
    }
    if (asked.align) inner.text.align = *asked.align;
    flow.space_below = std::max(flow.space_below, spaces.above);
    compose_blocks(context, inner, division.content, flow);
    flow.space_below = std::max(flow.space_below, spaces.below);
    if (!opens) return;
    flow.initial_lines = initial_lines;
    flow.first_words_small = first_words_small;
    flow.after_paragraph = false;
}

} // namespace quoin::layout
