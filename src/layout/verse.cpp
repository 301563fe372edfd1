// Verse: lines as the poet broke them, turn-overs hanging, the whole centred by its longest line.

#include "layout/compose_blocks.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// A leading space of the source is half an em; a turn-over hangs two ems deeper than its line.
constexpr std::int64_t space_share = 50, turn_over_share = 200;
/// Stanzas up to here stay together; longer ones may break, but no line of them stands alone.
constexpr std::size_t whole_stanza_lines = 6;

struct PreparedLine {
    InlineText text;
    Length indent;
    std::uint32_t plain_begin = 0;
};

bool is_kept_with_next(std::size_t line, std::size_t count) {
    if (line + 1 >= count) return false;
    return count <= whole_stanza_lines || line == 0 || line + 2 == count;
}

} // namespace

void compose_verse(Context& context, Setting const& setting, model::Block const& block, model::Verse const& verse,
                   Passage& flow) {
    style::TypeStyle const type = local_style(context, setting, style::TypeRole::verse);
    Spaces const spaces = block_spaces(type, setting.pitch, setting.surroundings == Surroundings::flow ? 1 : 0);
    Length const em = type.size;
    std::vector<std::vector<PreparedLine>> stanzas;
    std::vector<page::TagId> tags;
    Length longest;
    std::uint32_t plain = 0; // lines count with the line feed behind each
    for (model::Stanza const& stanza : verse.stanzas) {
        tags.push_back(context.add_tag(page::TagRole::Paragraph, setting.parent));
        InlineSetting inlines = inline_setting(context, type, setting.language, tags.back());
        inlines.right_to_left = setting.right_to_left;
        stanzas.emplace_back();
        for (model::VerseLine const& line : stanza) {
            PreparedLine prepared{inline_text(context, line.content, inlines),
                                  em.scaled(line.indent * space_share, 100), plain};
            longest = std::max(longest, prepared.indent + context.natural_width(prepared.text.text));
            plain += static_cast<std::uint32_t>(model::plain_text(line.content).size()) + 1;
            stanzas.back().push_back(std::move(prepared));
        }
    }
    Length const least_indent = std::min(type.left_indent, setting.width() / 4);
    // By its longest line, so that short lines are no centred ones; "left" leaves it at its indent.
    bool const centred = type.align != style::TextAlign::left;
    Length const indent = centred ? std::max(least_indent, (setting.width() - longest) / 2) : least_indent;
    Setting const inner = indented(setting, std::max(Length::zero(), indent), {});
    flow.space_below = std::max(flow.space_below, spaces.above);
    for (std::size_t s = 0; s < stanzas.size(); ++s) {
        for (std::size_t i = 0; i < stanzas[s].size(); ++i) {
            PreparedLine& line = stanzas[s][i];
            if (line.text.text.text.empty()) continue;
            text::ParagraphShape shape = shape_for(inner, type, false);
            shape.align = style::TextAlign::left;
            shape.want_variants = false;
            shape.first_indent = std::min(line.indent, inner.width() / 2);
            shape.hang = shape.first_indent + em.scaled(turn_over_share, 100);
            bool const opens_stanza = i == 0 && s > 0;
            Element& element =
                push_paragraph(context, inner, {std::move(line.text), shape, tags[s]}, flow, opens_stanza ? 1 : 0);
            std::get<FlowParagraph>(element.kind).keep_whole = true;
            element.keep_with_next = is_kept_with_next(i, stanzas[s].size());
            element.lines_kept = 1;
            element.serial = block.serial;
            element.plain_begin = line.plain_begin;
            element.source = block.span;
        }
    }
    compose_pending_notes(context, setting.parent, setting.language, flow);
    flow.space_below = std::max(flow.space_below, spaces.below);
    flow.after_paragraph = false;
}

} // namespace quoin::layout
