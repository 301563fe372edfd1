#include "office/docx_runs.hpp"

#include "base/utf8.hpp"
#include "office/docx_math.hpp"
#include "office/docx_symbols.hpp"

#include <algorithm>
#include <iterator>

namespace quoin::office {

using manuscript::DecisionCode;

void DocxText::append(DocxText other) {
    runs.append(std::move(other.runs));
    std::move(other.asides.begin(), other.asides.end(), std::back_inserter(asides));
    std::move(other.dropped.begin(), other.dropped.end(), std::back_inserter(dropped));
    decorative.insert(decorative.end(), other.decorative.begin(), other.decorative.end());
    if (!other.sequence.empty()) sequence = std::move(other.sequence);
    has_rule = has_rule || other.has_rule;
}

DocxRunReader::DocxRunReader(DocxContext& context, DocxPart const& part, std::vector<DocxField>& fields,
                             DocxStyle const& style, DocxText& to)
    : context_(context), part_(part), fields_(fields), style_(style), to_(to), base_(context.styles.default_run()) {
    base_.lay_over(style.run);
}

void DocxRunReader::read(pugi::xml_node paragraph, bool right_to_left, std::string_view dropped_as) {
    right_to_left_ = right_to_left;
    State state;
    state.dropped_as = dropped_as;
    children(paragraph, state);
}

void DocxRunReader::read_formula(pugi::xml_node node, std::string_view dropped_as) {
    State state;
    state.dropped_as = dropped_as;
    formula(node, state);
}

void DocxRunReader::children(pugi::xml_node node, State const& state) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() == pugi::node_element) element(child, state);
    }
}

void DocxRunReader::element(pugi::xml_node node, State const& state) {
    std::string_view const name = node.name();
    if (name == "w:r") return run(node, state);
    if (name == "w:hyperlink") return hyperlink(node, state);
    if (name == "w:ins" || name == "w:moveTo") return children(node, changed(state, true));
    if (name == "w:del" || name == "w:moveFrom") return children(node, changed(state, false));
    if (name == "w:sdt") return content_control(node, state);
    if (name == "w:smartTag" || name == "w:customXml" || name == "w:bdo" || name == "w:dir" || name == "w:subDoc")
        return children(node, state);
    if (name == "w:fldSimple") {
        begin_field(value_of(node, "w:instr"));
        begin_result(state);
        children(node, state);
        return end_field(state);
    }
    if (name == "w:bookmarkStart") return bookmark(node, state);
    if (name == "m:oMath" || name == "m:oMathPara") return formula(node, state);
    if (name == "mc:AlternateContent") return alternate(node, state);
}

DocxRunReader::State DocxRunReader::changed(State state, bool inserted) const {
    state.change = inserted ? Change::inserted : Change::deleted;
    if (inserted) ++context_.insertions;
    if (inserted && context_.drops_insertions()) state.dropped_as = "rejected insertion";
    if (!inserted && context_.drops_deletions()) state.dropped_as = "accepted deletion";
    return state;
}

void DocxRunReader::hyperlink(pugi::xml_node node, State state) {
    Span const span = context_.view.since(context_.view.size());
    std::string const anchor = value_of(node, "w:anchor");
    if (pugi::xml_attribute const id = node.attribute("r:id")) {
        DocxRelation const* const relation = part_.relation(id.value());
        if (relation != nullptr && !relation->target.empty() && relation->external) {
            model::Link link;
            link.address = relation->target + (anchor.empty() ? "" : '#' + anchor);
            link.title = value_of(node, "w:tooltip");
            state.target = to_.runs.link(std::move(link), span);
        } else if (state.dropped_as.empty()) {
            context_.decide(DecisionCode::link_dropped, span, "only its text is kept",
                            "the link names a relationship without an address", 0.7);
        }
    } else if (!anchor.empty()) {
        state.target = place_target(anchor, state, "link");
    }
    children(node, state);
}

/// A structured document tag (section 17.5.2): its content counts, a placeholder is nobody's text.
void DocxRunReader::content_control(pugi::xml_node node, State state) {
    if (node.child("w:sdtPr").child("w:showingPlcHdr") && state.dropped_as.empty()) state.dropped_as = "placeholder";
    children(node.child("w:sdtContent"), state);
}

void DocxRunReader::bookmark(pugi::xml_node node, State const& state) {
    auto const found = context_.references.ids.find(value_of(node, "w:name"));
    if (found == context_.references.ids.end() || !drop_name(state, false).empty()) return;
    if (!context_.placed_anchors.insert(found->second).second) return;
    to_.runs.add({model::InlineAnchor{{}, found->second}, context_.view.since(context_.view.size())}, {});
}

void DocxRunReader::formula(pugi::xml_node node, State const& state) {
    std::string const line = linear_formula(node);
    for_each_element(node, [&](pugi::xml_node each) { (void)context_.text_of(each); });
    if (line.empty()) return;
    Format format;
    format.target = state.target;
    Span const before = context_.view.since(context_.view.size());
    text(line, state, format, false);
    Span span = before;
    span.end = context_.view.size();
    if (state.dropped_as.empty())
        context_.decide(DecisionCode::formula_linear, span, "written as a line of text",
                        "the source format has no formulas", 0.7, "a picture of the formula");
}

// ---------------------------------------------------------------------------------------------------------------
// Runs

void DocxRunReader::run(pugi::xml_node node, State const& state) {
    bool hidden = false;
    std::string font;
    Format format = format_of(node.child("w:rPr"), hidden, font);
    if (context_.keeps_both() && state.change != Change::none)
        format.classes.emplace_back(state.change == Change::inserted ? "insertion" : "deletion");
    bool const symbols = is_symbol_font(font);
    custom_mark_ = false;
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        if (symbols && std::string_view(child.name()) == "w:t") {
            int lost = 0;
            text(office::symbols(font, context_.text_of(child), lost), state, format, hidden);
            if (lost > 0)
                context_.decide(DecisionCode::part_ignored, context_.view.since(context_.view.size()),
                                "signs are left out", "Unicode has no counterpart of signs of the font " + font, 0.6);
        } else {
            run_element(child, state, format, hidden);
        }
    }
    custom_mark_ = false;
}

void DocxRunReader::run_element(pugi::xml_node node, State const& state, Format const& format, bool hidden) {
    std::string_view const name = node.name();
    if (name == "w:t" || name == "w:delText") return text(context_.text_of(node), state, format, hidden);
    if (name == "w:tab" || name == "w:ptab") return text("\t", state, format, hidden);
    if (name == "w:noBreakHyphen") return text("\u2011", state, format, hidden);
    if (name == "w:softHyphen") return text("\u00AD", state, format, hidden);
    if (name == "w:sym") return symbol_text(node, state, format, hidden);
    if (name == "w:br" || name == "w:cr") return line_break(node, state, format, hidden);
    if (name == "w:fldChar") return field_character(node, state);
    if (name == "w:instrText") {
        if (!fields_.empty() && !fields_.back().in_result) fields_.back().instruction += safe_text(node.text().get());
        return;
    }
    if (name == "w:footnoteReference" || name == "w:endnoteReference") return call(node, state, format, hidden);
    if (name == "w:commentReference") {
        DocxAside aside;
        aside.kind = DocxAside::Kind::comment;
        aside.name = value_of(node, "w:id");
        aside.span = context_.view.since(context_.view.size());
        to_.asides.push_back(std::move(aside));
        return;
    }
    if (name == "w:drawing" || name == "w:pict" || name == "w:object") return drawing(node, state, format);
    if (name == "mc:AlternateContent") return alternate(node, state);
    if (name == "w:ruby") {
        // The reading stands small above its base; here it follows in brackets.
        children(node.child("w:rubyBase"), state);
        text("(", state, format, hidden);
        children(node.child("w:rt"), state);
        text(")", state, format, hidden);
    }
}

std::string_view DocxRunReader::drop_name(State const& state, bool hidden) const {
    if (!state.dropped_as.empty()) return state.dropped_as;
    for (DocxField const& field : fields_) {
        if (field.in_result && !field.dropped_as.empty()) return field.dropped_as;
    }
    if (custom_mark_) return "note call";
    return hidden ? "hidden text" : std::string_view();
}

/// What stands in an instruction is no text.
bool DocxRunReader::in_instruction() const {
    return std::any_of(fields_.begin(), fields_.end(), [](DocxField const& field) { return !field.in_result; });
}

/// Pages and columns of the file (section 17.3.3.1) are not ours, but the words on both sides are two.
void DocxRunReader::line_break(pugi::xml_node node, State const& state, Format const& format, bool hidden) {
    std::string_view const type = node.attribute("w:type").value();
    bool const of_line = type.empty() || type == "textWrapping";
    if (!of_line || in_instruction() || !drop_name(state, hidden).empty()) return text("\t", state, format, hidden);
    add({model::LineBreak{}, context_.view.append(" ")}, state, format);
}

void DocxRunReader::text(std::string const& content, State const& state, Format format, bool hidden) {
    if (content.empty()) return;
    if (in_instruction()) return;
    if (std::string_view const name = drop_name(state, hidden); !name.empty()) return drop(name, content);
    bool const blank = content.find_first_not_of(" \t") == std::string::npos;
    if (expects_mark_ && !any_text_ && !blank && format.shift == Shift::superscript) {
        expects_mark_ = false;
        return drop("note mark", content);
    }
    Span const span = context_.view.append(content);
    any_text_ = any_text_ || !blank;
    format.target = state.target == Target::none ? field_target() : state.target;
    if (!format.language.empty() && !language_fits(format.language, content)) format.language.clear();
    to_.runs.text(content, format, span);
}

void DocxRunReader::drop(std::string_view name, std::string const& content) {
    auto const place = context_.view.size();
    bool const goes_on = !to_.dropped.empty() && to_.dropped.back().name == name && to_.dropped.back().place == place;
    if (goes_on) {
        to_.dropped.back().text += content;
    } else {
        to_.dropped.push_back({name, content, place});
    }
}

void DocxRunReader::symbol_text(pugi::xml_node node, State const& state, Format const& format, bool hidden) {
    std::string const font = value_of(node, "w:font");
    std::uint32_t code = 0;
    for (char const digit : std::string_view(node.attribute("w:char").value()).substr(0, 6)) {
        auto const small = static_cast<char>(digit | 0x20);
        if (digit >= '0' && digit <= '9') code = code * 16 + static_cast<std::uint32_t>(digit - '0');
        if (small >= 'a' && small <= 'f') code = code * 16 + static_cast<std::uint32_t>(small - 'a' + 10);
    }
    std::string const sign = symbol(font, code);
    if (sign.empty())
        context_.decide(DecisionCode::part_ignored, context_.view.since(context_.view.size()), "a sign is left out",
                        "Unicode has no counterpart of " + code_point_name(code) + " of the font " + font, 0.6);
    text(sign, state, format, hidden);
}

void DocxRunReader::add(model::Inline piece, State const& state, Format const& look) {
    if (!drop_name(state, false).empty()) return;
    Format format = look;
    format.target = state.target == Target::none ? field_target() : state.target;
    to_.runs.add(std::move(piece), format);
}

/// The mark of a note. The note's text comes behind the paragraph.
void DocxRunReader::call(pugi::xml_node node, State const& state, Format const& format, bool hidden) {
    bool const endnote = std::string_view(node.name()) == "w:endnoteReference";
    Span const span = context_.view.since(context_.view.size());
    std::string_view const custom = node.attribute("w:customMarkFollows").value();
    bool const dropped = !drop_name(state, hidden).empty();
    custom_mark_ = custom == "1" || custom == "true" || custom == "on";
    if (dropped) return;
    DocxNoteName const name = (endnote ? "endnote " : "footnote ") + value_of(node, "w:id");
    DocxPart const* part = nullptr;
    if (!context_.note_node(name, part)) {
        context_.decide(DecisionCode::call_without_note, span, "the call is left out",
                        "the file has no text of the " + name, 0.6);
        return;
    }
    DocxContext::NoteState& state_of_note = context_.note(name);
    bool const first = state_of_note.references == 0;
    bool const custom_mark = std::exchange(custom_mark_, false);
    add({model::NoteReference{state_of_note.id, state_of_note.references++}, span}, state, format);
    custom_mark_ = custom_mark;
    if (!first) return;
    DocxAside aside;
    aside.kind = DocxAside::Kind::note;
    aside.name = name;
    aside.span = span;
    to_.asides.push_back(std::move(aside));
}

} // namespace quoin::office
