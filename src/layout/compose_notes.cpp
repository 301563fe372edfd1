// Notes: each one a row of paragraphs in the note style, its figure hanging before the first; at the foot of the column as
// NoteGalleys, or collected at the end of the article or book as elements of the flow.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

/// White behind a note's figure, in hundredths of the size.
constexpr std::int64_t figure_gap = 40;

struct NoteTags {
    page::TagId note, label;
};

NoteTags note_tags(Context& context, model::Note const& note, page::TagId parent) {
    NoteTags tags{};
    tags.note = context.add_tag(page::TagRole::Note, parent);
    context.tag(tags.note).id = "note-" + note.anchor;
    tags.label = context.add_tag(page::TagRole::Label, tags.note);
    return tags;
}

/// The figure leads back to the mark.
InlineText figure_text(Context& context, Setting const& setting, model::Note const& note, page::TagId label,
                       std::string const& suffix) {
    InlineSetting inlines = inline_setting(context, setting.text, setting.language, label);
    inlines.style.face.italic = false;
    inlines.style.figures = style::Figures::lining;
    InlineText made = plain_inline_text(std::to_string(note.number) + suffix, inlines);
    LinkTarget back;
    back.destination = "ref-" + note.anchor;
    back.contents = std::to_string(note.number);
    page::TagId const link = context.add_tag(page::TagRole::Link, label);
    back.tag = link;
    made.text.runs.front().link = context.add_link(std::move(back));
    made.text.runs.front().tag = link;
    return made;
}

/// The figure stands on the line in front of the first paragraph: hanging, or run in when the layout's hang is 0.
void add_figure(Context& context, Setting const& inner, model::Note const& note, page::TagId label, Passage& passage) {
    Length const hang = inner.left;
    Length width;
    std::vector<page::Item> items = line_items(context, figure_text(context, inner, note, label, ""), &width);
    for (Element& element : passage.elements) {
        auto* paragraph = std::get_if<FlowParagraph>(&element.kind);
        if (paragraph == nullptr) continue;
        // Right-aligned before the text, so that 9 and 10 end at the same place; never left of the column.
        Length const gap = inner.text.size.scaled(figure_gap, 100);
        Length const x = std::max(-paragraph->left, hang - paragraph->left - gap - width);
        move_items(items, {x, {}});
        std::move(items.begin(), items.end(), std::back_inserter(paragraph->label));
        return;
    }
}

Setting note_setting(Context const& context, std::string const& language, page::TagId tag) {
    Setting setting;
    style::Notes const& notes = context.print.notes;
    bool const full_width = notes.place == style::NotePlace::page;
    setting.measure =
        full_width ? text_width(context.print.page) : column_width(context.print.page, context.print.page.columns);
    setting.text = context.type(style::TypeRole::note);
    setting.pitch = setting.text.leading;
    setting.language = language;
    setting.parent = tag;
    setting.surroundings = Surroundings::note;
    setting.own_roles = false;
    setting.left = notes.hang;
    return setting;
}

/// Width of a figure, so that a hang that is too narrow for three digits gives way.
Length hang_for(Context& context, Setting const& setting, model::Note const& note) {
    if (setting.left == Length::zero()) return {};
    // Lining figures of one face are as wide as each other or nearly so: the number of digits tells the width.
    std::size_t const digits = std::to_string(note.number).size();
    auto const known = context.figure_widths.find(digits);
    if (known != context.figure_widths.end()) return std::max(setting.left, known->second);
    InlineSetting inlines = inline_setting(context, setting.text, setting.language, page::TagId::artifact);
    inlines.style.figures = style::Figures::lining;
    InlineText const figure = plain_inline_text(std::string(digits, '0'), inlines);
    Length const width = context.natural_width(figure.text) + setting.text.size.scaled(figure_gap, 100);
    context.figure_widths.emplace(digits, width);
    return std::max(setting.left, width);
}

/// A hang of 0: the figure is set in the first line, with a space behind it.
void run_in_figure(Context& context, Setting const& setting, model::Note const& note, page::TagId label,
                   std::size_t first_task) {
    if (first_task >= context.tasks.size()) return;
    InlineText figure = figure_text(context, setting, note, label, "\xE2\x80\x82"); // an en space
    text::ParagraphText& text = context.tasks[first_task].text;
    auto const length = static_cast<std::uint32_t>(figure.text.text.size());
    for (text::Run& run : text.runs) {
        run.begin += length;
        run.end += length;
    }
    for (text::Mark& mark : text.marks) mark.offset += length;
    for (text::InlineObject& object : text.objects) object.offset += length;
    text.text.insert(0, figure.text.text);
    text.runs.insert(text.runs.begin(), figure.text.runs.begin(), figure.text.runs.end());
}

/// Tables and pictures of a note do not fit into rows of its pitch: they float beside the text that calls it.
void float_boxes(Context& context, Setting const& setting, std::vector<Element> const& boxes, Passage& floats) {
    if (boxes.empty()) return;
    std::vector<Row> rows = rows_of(context, boxes, setting.pitch);
    Float moved;
    moved.box.width = setting.measure;
    moved.box.height = height_of(rows);
    stack_rows(rows, 0, rows.size(), {}, moved.box);
    moved.before = floats.elements.size();
    moved.serial = boxes.front().serial;
    moved.source = boxes.front().source;
    floats.floats.push_back(std::move(moved));
}

void compose_foot_note(Context& context, model::NoteId id, page::TagId parent, std::string const& language,
                       Passage& floats) {
    auto const index = static_cast<std::size_t>(id);
    model::Note const& note = context.document.notes[index];
    NoteTags const tags = note_tags(context, note, parent);
    Setting setting = note_setting(context, language, tags.note);
    setting.holder = index;
    setting.left = hang_for(context, setting, note);
    std::size_t const first_task = context.tasks.size();
    Passage passage;
    compose_blocks(context, setting, note.content, passage);
    if (passage.elements.empty()) { // reported as note-empty; the figure still stands, so that its mark leads somewhere
        InlineText nothing = figure_text(context, setting, note, tags.label, "");
        push_paragraph(context, setting, {std::move(nothing), shape_for(setting, setting.text, false), tags.note},
                       passage);
    } else if (setting.left == Length::zero()) {
        run_in_figure(context, setting, note, tags.label, first_task);
    } else {
        add_figure(context, setting, note, tags.label, passage);
    }
    NoteGalley galley;
    galley.anchor = "note-" + note.anchor;
    std::vector<Element> boxes;
    for (Element& element : passage.elements) {
        if (auto* paragraph = std::get_if<FlowParagraph>(&element.kind)) {
            galley.paragraphs.push_back(std::move(*paragraph));
        } else {
            boxes.push_back(std::move(element));
        }
    }
    float_boxes(context, setting, boxes, floats);
    for (Float& inner : passage.floats) {
        inner.before = floats.elements.size();
        floats.floats.push_back(std::move(inner));
    }
    for (std::size_t i = 0; i < passage.late_inserts.size(); ++i) {
        floats.late_inserts.push_back(passage.late_inserts[i]);
        floats.late_places.push_back(floats.elements.size());
    }
    if (context.composition.notes.size() <= index) context.composition.notes.resize(index + 1);
    context.composition.notes[index] = std::move(galley);
}

void compose_end_note(Context& context, Setting const& around, model::NoteId id, Passage& flow) {
    model::Note const& note = context.document.notes[static_cast<std::size_t>(id)];
    NoteTags const tags = note_tags(context, note, around.parent);
    Setting setting = around;
    setting.parent = tags.note;
    setting.text = context.type(style::TypeRole::note);
    setting.own_roles = false;
    setting.left = context.print.notes.hang;
    setting.left = std::max(hang_for(context, setting, note), Length::points(1));
    std::size_t const first = flow.elements.size();
    flow.pending_anchors.push_back("note-" + note.anchor);
    flow.after_paragraph = false;
    compose_blocks(context, setting, note.content, flow);
    Passage one; // the figure goes to the first paragraph of this note alone
    if (first >= flow.elements.size()) {
        InlineText figure = figure_text(context, setting, note, tags.label, "");
        push_paragraph(context, setting, {std::move(figure), shape_for(setting, setting.text, false), tags.note}, flow);
        return;
    }
    one.elements.push_back(std::move(flow.elements[first]));
    add_figure(context, setting, note, tags.label, one);
    flow.elements[first] = std::move(one.elements.front());
}

} // namespace

void compose_pending_notes(Context& context, page::TagId parent, std::string const& language, Passage& floats) {
    while (!context.pending_notes.empty()) {
        std::vector<model::NoteId> const called = std::move(context.pending_notes);
        context.pending_notes.clear();
        for (model::NoteId const id : called) {
            if (context.notes_at_foot()) {
                compose_foot_note(context, id, parent, language, floats);
            } else {
                context.end_notes.push_back(id);
            }
        }
    }
}

void compose_end_notes(Context& context, Setting const& setting, Passage& flow) {
    // A note may call another one: the list grows while it is set.
    for (std::size_t i = 0; i < context.end_notes.size(); ++i)
        compose_end_note(context, setting, context.end_notes[i], flow);
    context.end_notes.clear();
}

} // namespace quoin::layout
