// Fields in running text: links, cross references, calls of notes, what is made again and what is frozen.

#include "office/docx_runs.hpp"
#include "office/docx_symbols.hpp"
#include "office/xml.hpp"

#include <algorithm>

namespace quoin::office {

using manuscript::DecisionCode;

namespace {

constexpr std::size_t deepest_field = 50;

std::string_view furniture_name(std::string_view field) {
    if (field == "TOC" || field == "TOA") return "contents";
    return field == "INDEX" ? "index" : "page number";
}

} // namespace

void DocxRunReader::field_character(pugi::xml_node node, State const& state) {
    std::string_view const type = node.attribute("w:fldCharType").value();
    if (type == "begin") return begin_field("");
    if (type == "separate") return begin_result(state);
    if (type == "end") return end_field(state);
}

void DocxRunReader::begin_field(std::string instruction) {
    DocxField field;
    field.instruction = std::move(instruction);
    // Deeper ones are no fields: their words stay, their instructions go with the one around them.
    if (fields_.size() >= deepest_field) field.in_result = true;
    field.serial = ++context_.last_field;
    fields_.push_back(std::move(field));
}

void DocxRunReader::begin_result(State const& state) {
    if (fields_.empty() || fields_.back().in_result) return;
    DocxField& field = fields_.back();
    field.code = parse_field(field.instruction);
    field.kind = kind_of(field.code);
    bool const dropped = !drop_name(state, false).empty();
    field.in_result = true;
    if (dropped) return;
    std::string const place = field.code.argument();
    auto const known = context_.references.ids.find(place);
    switch (field.kind) {
    case DocxFieldKind::link: link_field(field); break;
    case DocxFieldKind::reference:
        if (known != context_.references.ids.end())
            field.link = model::CrossReference{{}, known->second, "", {}, false};
        break;
    case DocxFieldKind::page:
        field.dropped_as = "page number";
        if (known != context_.references.ids.end())
            to_.runs.add(
                {model::CrossReference{{}, known->second, "", {}, false}, context_.view.since(context_.view.size())},
                {});
        break;
    case DocxFieldKind::note:
        if (context_.references.notes.contains(place)) {
            field.dropped_as = "note call";
            note_again(place, state);
        }
        break;
    case DocxFieldKind::sequence: to_.sequence = place; break;
    case DocxFieldKind::furniture: field.dropped_as = furniture_name(field.code.name); break;
    case DocxFieldKind::symbol: {
        Format const format;
        std::uint32_t const code = static_cast<std::uint32_t>(number_of(std::string_view(place)));
        text(symbol(field.code.behind('f'), code), state, format, false);
        field.dropped_as = "symbol";
        break;
    }
    case DocxFieldKind::frozen: ++context_.frozen_fields[field.code.name]; break;
    case DocxFieldKind::no_result: ++context_.index_marks[field.code.name]; break;
    case DocxFieldKind::kept: break;
    }
}

void DocxRunReader::link_field(DocxField& field) {
    std::string const address = field.code.argument();
    std::string const inside = field.code.behind('l');
    if (!address.empty()) {
        model::Link link;
        link.address = address + (inside.empty() ? "" : '#' + inside);
        link.title = field.code.behind('o');
        field.link = std::move(link);
    } else if (auto const found = context_.references.ids.find(inside); found != context_.references.ids.end()) {
        field.link = model::CrossReference{{}, found->second, "", {}, false};
    } else {
        context_.decide(DecisionCode::link_dropped, context_.view.since(context_.view.size()), "only its text is kept",
                        inside.empty() ? "the link has no address" : "nothing is named \"" + inside + '"', 0.7);
    }
}

void DocxRunReader::end_field(State const& state) {
    if (fields_.empty()) return;
    if (!fields_.back().in_result) begin_result(state);
    fields_.pop_back();
}

void DocxRunReader::note_again(std::string const& bookmark, State const&) {
    DocxNoteName const name = context_.references.notes.find(bookmark)->second;
    DocxPart const* part = nullptr;
    if (!context_.note_node(name, part)) return;
    DocxContext::NoteState& note = context_.note(name);
    Span const span = context_.view.since(context_.view.size());
    bool const first = note.references == 0;
    to_.runs.add({model::NoteReference{note.id, note.references++}, span}, {});
    if (!first) return;
    DocxAside aside;
    aside.kind = DocxAside::Kind::note;
    aside.name = name;
    aside.span = span;
    to_.asides.push_back(std::move(aside));
}

/// What the innermost field with a link leads to, as a target of this paragraph.
Target DocxRunReader::field_target() {
    for (auto field = fields_.rbegin(); field != fields_.rend(); ++field) {
        if (std::holds_alternative<std::monostate>(field->link)) continue;
        auto const known = std::find_if(field_targets_.rbegin(), field_targets_.rend(),
                                        [&](auto const& each) { return each.first == field->serial; });
        if (known != field_targets_.rend()) return known->second;
        Span const span = context_.view.since(context_.view.size());
        auto const* const link = std::get_if<model::Link>(&field->link);
        Target const target = link != nullptr ? to_.runs.link(*link, span)
                                              : to_.runs.link(std::get<model::CrossReference>(field->link), span);
        field_targets_.emplace_back(field->serial, target);
        return target;
    }
    return Target::none;
}

Target DocxRunReader::place_target(std::string const& bookmark, State const& state, std::string_view what) {
    Span const span = context_.view.since(context_.view.size());
    auto const found = context_.references.ids.find(bookmark);
    if (found != context_.references.ids.end())
        return to_.runs.link(model::CrossReference{{}, found->second, "", {}, false}, span);
    if (bookmark != "_top" && drop_name(state, false).empty())
        context_.decide(DecisionCode::link_dropped, span, "only its text is kept",
                        "the " + std::string(what) + " leads to \"" + bookmark + "\", which the file does not have",
                        0.7);
    return Target::none;
}

} // namespace quoin::office
