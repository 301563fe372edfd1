// The text of a paragraph (OpenDocument 1.3, part 3, sections 6 and 7): runs, notes, anchors, fields.

#include "base/utf8.hpp"
#include "office/odt_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::office {

namespace {

using manuscript::DecisionCode;

constexpr double likely = 0.9;
constexpr double uncertain = 0.7;
constexpr int longest_term = 20; // runs that a mark of the index may cover

bool is_true(pugi::xml_node node, char const* attribute) { return view_of(node, attribute) == "true"; }

/// The editor can follow these; anything else leads to a file on the author's machine, or is a script.
bool is_address(std::string_view href) {
    static constexpr std::string_view schemes[] = {"http://", "https://", "mailto:", "ftp://", "tel:", "doi:", "urn:"};
    return std::any_of(std::begin(schemes), std::end(schemes),
                       [&](std::string_view scheme) { return href.starts_with(scheme); });
}

Piece::CaptionOf counted_by(std::string_view sequence) {
    static constexpr std::string_view tables[] = {"Table",   "Tabelle", "Tabla",  "Tableau",
                                                  "Tabella", "Tabela",  "Таблица"};
    bool const table = std::find(std::begin(tables), std::end(tables), sequence) != std::end(tables);
    return table ? Piece::CaptionOf::table : Piece::CaptionOf::figure;
}

/// Text of the Indic, Semitic and Thai scripts has a language of its own in a style, and so has that of East Asia.
enum class Script : std::uint8_t { western, complex, asian };

Script script_of(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        if (static_cast<unsigned char>(words[at]) < 0xD6) { // below Hebrew
            ++at;
            continue;
        }
        std::size_t next = at;
        char32_t const letter = next_character(words, next);
        at = next;
        if ((letter >= 0x590 && letter <= 0x8FF) || (letter >= 0x900 && letter <= 0xFFF)) return Script::complex;
        if ((letter >= 0x3040 && letter <= 0x9FFF) || (letter >= 0xAC00 && letter <= 0xD7AF)) return Script::asian;
    }
    return Script::western;
}

} // namespace

model::Language OdtContext::language_of(OdtLook const& look, std::string_view words) const {
    Script const script = script_of(words);
    auto const& stated = script == Script::complex ? look.complex_language
                         : script == Script::asian ? look.asian_language
                                                   : look.language;
    if (!stated || stated->empty() || *stated == tagged || *stated == language) return {};
    return *stated;
}

OdtText::OdtText(OdtContext& context, pugi::xml_node paragraph, OdtPlace place, bool alone)
    : context_(context), paragraph_(paragraph), place_(place),
      style_(context.styles.paragraph(view_of(paragraph, "text:style-name"))) {
    find_language(alone);
}

void OdtText::find_language(bool alone) {
    if (alone) return;
    std::map<model::Language, std::size_t> weights;
    weigh_languages(paragraph_, style_.look, weights);
    std::size_t most = 0;
    for (auto const& [language, weight] : weights) {
        if (weight > most) language_ = language;
        most = std::max(most, weight);
    }
}

void OdtText::weigh_languages(pugi::xml_node node, OdtLook const& look,
                              std::map<model::Language, std::size_t>& weights) const {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) {
            std::string_view const text = context_.view.words(child);
            weights[context_.language_of(look, text)] += text.size();
        } else if (name_of(child) == "text:span" || name_of(child) == "text:a") {
            OdtLook inner = look;
            inner.lay_over(context_.styles.text(view_of(child, "text:style-name")).look);
            weigh_languages(child, inner, weights);
        }
    }
}

void OdtText::read() {
    Run const run{format_of(style_.look, {}), style_.look};
    children(paragraph_, run);
}

void OdtText::heading_anchor() { anchor(OdtAnchors::Kind::heading, heading_words(paragraph_), paragraph_, {}); }

OdtText::Handler OdtText::handler(std::string_view name) {
    static std::map<std::string_view, Handler> const handlers{
        {"text:s", &OdtText::space},
        {"text:tab", &OdtText::space},
        {"text:line-break", &OdtText::line_break},
        {"text:span", &OdtText::span},
        {"text:a", &OdtText::link},
        {"text:bookmark", &OdtText::bookmark},
        {"text:bookmark-start", &OdtText::bookmark},
        {"text:reference-mark", &OdtText::reference_mark},
        {"text:reference-mark-start", &OdtText::reference_mark},
        {"text:sequence", &OdtText::sequence},
        {"text:bookmark-ref", &OdtText::reference},
        {"text:reference-ref", &OdtText::reference},
        {"text:sequence-ref", &OdtText::reference},
        {"text:note-ref", &OdtText::note_reference},
        {"text:note", &OdtText::note},
        {"office:annotation", &OdtText::comment},
        {"text:ruby", &OdtText::ruby},
        {"text:hidden-text", &OdtText::hidden_text},
        {"text:change-start", &OdtText::change_begins},
        {"text:change-end", &OdtText::change_ends},
        {"text:change", &OdtText::deletion},
        {"text:alphabetical-index-mark", &OdtText::index_mark},
        {"text:alphabetical-index-mark-start", &OdtText::index_mark},
        {"text:meta", &OdtText::children},
        {"text:bibliography-mark", &OdtText::children},
        {"text:p", &OdtText::inner_paragraph},
        {"text:h", &OdtText::inner_paragraph},
        {"text:number", &OdtText::nothing},
        {"text:script", &OdtText::nothing},
    };
    if (auto const found = handlers.find(name); found != handlers.end()) return found->second;
    return name.starts_with("draw:") ? &OdtText::drawing : &OdtText::field;
}

void OdtText::children(pugi::xml_node node, Run const& run) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            words(child, run);
        } else if (child.type() == pugi::node_element) {
            (this->*handler(name_of(child)))(child, run);
        }
    }
}

void OdtText::words(pugi::xml_node node, Run const& run) {
    std::string_view const text = context_.view.words(node);
    if (text.empty() || left_out(node, run)) return;
    context_.use(node);
    Format format = run.format;
    model::Language const language = context_.language_of(run.look, text);
    if (language != language_) format.language = language.empty() ? context_.language : language;
    format.right_to_left = office::is_right_to_left(format.language);
    if (context_.changes.marking()) format.classes.emplace_back("insertion");
    builder_.text(text, format, context_.view.span(node));
}

/// What an insertion holds that is rejected, and what is hidden.
bool OdtText::left_out(pugi::xml_node node, Run const& run) {
    if (context_.changes.rejecting()) {
        context_.drop("inserted text", node);
        return true;
    }
    if (!run.look.hidden.value_or(false)) return false;
    tell_hidden(node);
    return true;
}

void OdtText::tell_hidden(pugi::xml_node node) {
    context_.tell(DecisionCode::hidden_text, node, "dropped", "the word processor does not show it", likely, "kept");
    context_.drop("hidden text", node);
}

void OdtText::space(pugi::xml_node node, Run const& run) {
    if (!context_.changes.rejecting()) builder_.text("\t", run.format, context_.view.span(node));
}

void OdtText::line_break(pugi::xml_node node, Run const& run) {
    if (!context_.changes.rejecting()) builder_.add({model::LineBreak{}, context_.view.span(node)}, run.format);
}

/// What differs from the style of the paragraph is emphasis; the look of a heading is none.
Format OdtText::format_of(OdtLook const& look, Format format) const {
    OdtLook const& base = style_.base;
    auto const set = [](std::optional<bool> const& value) { return value.value_or(false); };
    format.strong = set(look.bold) && !set(base.bold);
    format.emphasis = set(look.italic) != set(base.italic);
    format.small_caps = set(look.small_capitals) && !set(base.small_capitals);
    format.strikethrough = set(look.struck) && !set(base.struck);
    switch (look.position.value_or(OdtPosition::normal)) {
    case OdtPosition::superscript: format.shift = Shift::superscript; break;
    case OdtPosition::subscript: format.shift = Shift::subscript; break;
    case OdtPosition::normal: format.shift = Shift::none; break;
    }
    std::erase(format.classes, "underline");
    if (set(look.underlined) && !set(base.underlined) && format.target == Target::none)
        format.classes.emplace_back("underline");
    return format;
}

void OdtText::span(pugi::xml_node node, Run const& run) {
    OdtTextStyle const& style = context_.styles.text(view_of(node, "text:style-name"));
    Run inner = run;
    inner.look.lay_over(style.look);
    switch (style.role.value_or(StyleRole{}).role) {
    case Role::emphasis: inner.look.italic = !style_.base.italic.value_or(false); break;
    case Role::strong: inner.look.bold = true; break;
    case Role::small_capitals: inner.look.small_capitals = true; break;
    case Role::drop: return context_.drop("style: " + style.name, node);
    case Role::code: {
        bool const plain =
            node.first_child() && !node.first_child().next_sibling() && node.first_child().type() == pugi::node_pcdata;
        std::string const code = context_.view.all_words(node);
        if (!plain || code.empty() || code == " " || left_out(node, inner)) break;
        context_.use(node);
        return builder_.add({model::Code{code}, context_.view.span(node)}, run.format);
    }
    default: break;
    }
    if (!style.known && !style.name.empty()) {
        ++context_.imported.unmapped_styles[style.name];
        context_.strange_styles.try_emplace(style.name, context_.view.span(node));
    }
    inner.format = format_of(inner.look, run.format);
    children(node, inner);
}

void OdtText::link(pugi::xml_node node, Run const& run) {
    std::string const href = value_of(node, "xlink:href");
    Span const span = context_.view.span(node);
    Run inner = run;
    inner.look.lay_over(context_.styles.text(view_of(node, "text:style-name")).look);
    inner.format = format_of(inner.look, run.format);
    std::erase(inner.format.classes, "underline"); // that is only the look of a link
    auto const give_up = [&](std::string reason) {
        context_.tell(DecisionCode::link_dropped, node, "its words stay", std::move(reason), likely, "a link");
    };
    if (context_.view.all_words(node).empty()) {
        if (!node.first_child()) give_up(fmt::format("the link to \"{}\" has no words", href));
    } else if (href.starts_with('#')) {
        std::string const id = context_.anchors.id_of_link(href);
        if (id.empty()) {
            give_up(fmt::format("there is no place \"{}\" in the file", href.substr(1)));
        } else {
            inner.format.target = builder_.link(model::CrossReference{{}, id, {}, {}, false}, span);
        }
    } else if (is_address(href)) {
        inner.format.target = builder_.link(model::Link{{}, href, {}, false}, span);
    } else {
        give_up(fmt::format("\"{}\" leads to no address that a reader could open", href));
    }
    children(node, inner);
}

// ---------------------------------------------------------------------------------------------------------------
// Places and references to them

void OdtText::anchor(OdtAnchors::Kind kind, std::string_view name, pugi::xml_node node, Run const& run) {
    std::string const id = context_.anchors.id(kind, name);
    if (id.empty() || context_.changes.rejecting() || !context_.given_ids.insert(id).second) return;
    builder_.add({model::InlineAnchor{{}, id}, context_.view.span(node)}, run.format);
}

void OdtText::bookmark(pugi::xml_node node, Run const& run) {
    anchor(OdtAnchors::Kind::bookmark, view_of(node, "text:name"), node, run);
}

void OdtText::reference_mark(pugi::xml_node node, Run const& run) {
    anchor(OdtAnchors::Kind::mark, view_of(node, "text:name"), node, run);
}

void OdtText::sequence(pugi::xml_node node, Run const& run) {
    caption_of = counted_by(view_of(node, "text:name"));
    anchor(OdtAnchors::Kind::sequence, view_of(node, "text:ref-name"), node, run);
    children(node, run);
}

void OdtText::reference(pugi::xml_node node, Run const& run) {
    std::string_view const name = name_of(node);
    auto const kind = name == "text:bookmark-ref"    ? OdtAnchors::Kind::bookmark
                      : name == "text:reference-ref" ? OdtAnchors::Kind::mark
                                                     : OdtAnchors::Kind::sequence;
    std::string const id = context_.anchors.id(kind, view_of(node, "text:ref-name"));
    if (left_out(node, run)) return;
    Span const span = context_.view.span(node);
    if (id.empty()) {
        context_.tell(DecisionCode::link_dropped, node, "its words stay",
                      fmt::format("there is no place \"{}\" in the file", value_of(node, "text:ref-name")), uncertain);
        return children(node, run);
    }
    model::CrossReference reference{{}, id, {}, {}, false};
    if (view_of(node, "text:reference-format") == "page") {
        context_.drop("page number", node); // the pages of the word processor are not ours
        return builder_.add({std::move(reference), span}, run.format);
    }
    Run inner = run;
    inner.format.target = builder_.link(std::move(reference), span);
    children(node, inner);
}

void OdtText::index_mark(pugi::xml_node node, Run const& run) {
    std::string term = value_of(node, "text:string-value");
    if (term.empty()) {
        int left = longest_term;
        for (pugi::xml_node next = node.next_sibling(); next && left > 0; next = next.next_sibling(), --left) {
            if (name_of(next) == "text:alphabetical-index-mark-end" &&
                view_of(next, "text:id") == view_of(node, "text:id"))
                break;
            term += context_.view.all_words(next);
        }
    }
    if (term.empty() || context_.changes.rejecting()) return;
    for (char const* key : {"text:key2", "text:key1"})
        if (std::string const above = value_of(node, key); !above.empty()) term = fmt::format("{}!{}", above, term);
    model::IndexTerm entry;
    entry.entry = std::move(term);
    builder_.add({std::move(entry), context_.view.span(node)}, run.format);
}

// ---------------------------------------------------------------------------------------------------------------
// Notes, comments, changes

void OdtText::note(pugi::xml_node node, Run const& run) {
    if (left_out(node, run)) return;
    ++context_.note_depth;
    Pieces pieces = OdtReader(context_, OdtPlace::note).read(node.child("text:note-body"));
    --context_.note_depth;
    Span const span = context_.view.span(node);
    if (context_.note_depth > 0) { // the source format has no notes in notes
        context_.tell(DecisionCode::note_without_call, node, "its text follows in the same note",
                      "a note stands within a note", uncertain);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(floats));
        return;
    }
    model::Note note{{}, group(std::move(pieces), 1), span, 0, 0, {}, 0};
    if (note.content.empty()) {
        context_.tell(DecisionCode::call_without_note, node, "dropped", "the note has no text", uncertain);
        return;
    }
    auto& notes = context_.imported.document.notes;
    note.label = std::to_string(notes.size() + 1);
    auto const id = static_cast<model::NoteId>(notes.size());
    notes.push_back(std::move(note));
    context_.notes[std::string(view_of(node, "text:id"))] = id;
    builder_.add({model::NoteReference{id, 0}, span}, run.format);
}

/// A further mark of the same note. Its number is made again.
void OdtText::note_reference(pugi::xml_node node, Run const& run) {
    std::string const name(view_of(node, "text:ref-name"));
    auto const found = context_.notes.find(name);
    std::string_view const format = view_of(node, "text:reference-format");
    bool const mark = format.empty() || format == "text" || format == "number";
    if (found == context_.notes.end() || !mark || context_.note_depth > 0) {
        builder_.text("\t", run.format, context_.view.span(node)); // its number is a word of its own
        field(node, run);
        return builder_.text("\t", run.format, context_.view.span(node));
    }
    if (left_out(node, run)) return;
    context_.drop("note call", node);
    builder_.add({model::NoteReference{found->second, ++context_.note_marks[name]}, context_.view.span(node)},
                 run.format);
}

void OdtText::comment(pugi::xml_node node, Run const&) {
    std::string const author = safe_text(node.child("dc:creator").child_value());
    context_.tell(
        DecisionCode::comment_dropped, node, "dropped",
        fmt::format("{} wrote a comment: \"{}\"", author.empty() ? "somebody" : author, context_.view.all_words(node)));
    context_.drop("comment", node);
}

void OdtText::change_begins(pugi::xml_node node, Run const&) { context_.changes.begin(node); }
void OdtText::change_ends(pugi::xml_node node, Run const&) { context_.changes.end(node); }

/// Text that was deleted here and is put back. Where it has several paragraphs, their ends are put back as well.
void OdtText::deletion(pugi::xml_node node, Run const& run) {
    pugi::xml_node const content = context_.changes.restored(node);
    Run inner = run;
    if (context_.changes.marks_deletions()) inner.format.classes.emplace_back("deletion");
    pugi::xml_node last;
    for (pugi::xml_node const child : content.children()) {
        std::string_view const name = name_of(child);
        if (name == "office:change-info" || child.type() != pugi::node_element) continue;
        if (name != "text:p" && name != "text:h") {
            OdtReader reader(context_, place_);
            Pieces pieces = reader.read_one(child);
            std::move(pieces.begin(), pieces.end(), std::back_inserter(floats));
            continue;
        }
        if (last) before.emplace_back(before.empty() ? paragraph_ : last, builder_.finish());
        children(child, inner);
        last = child;
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Pictures, formulas, fields

bool OdtText::has_words_of_its_own() {
    if (!has_words_) has_words_ = heading_words(paragraph_).find_first_not_of(" \t\r\n") != std::string::npos;
    return *has_words_;
}

void OdtText::drawing(pugi::xml_node node, Run const& run) {
    if (left_out(node, run)) return;
    pugi::xml_node const object = node.child("draw:object");
    if (object && !context_.view.words(object).empty()) return formula(object, run);
    bool const in_line = view_of(node, "text:anchor-type") == "as-char" && node.child("draw:image") &&
                         style_.role.role != Role::caption && has_words_of_its_own();
    if (!in_line) {
        Pieces pieces = OdtReader(context_, place_).read_one(node);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(floats));
        return;
    }
    if (auto const figure = odt_picture(context_, node))
        builder_.add({model::InlinePicture{figure->asset, figure->alt}, context_.view.span(node)}, run.format);
}

void OdtText::formula(pugi::xml_node object, Run const& run) {
    std::string_view const text = context_.view.words(object);
    context_.use(object);
    builder_.text(text, run.format, context_.view.span(object));
    context_.tell(DecisionCode::formula_linear, object, fmt::format("written as \"{}\"", text),
                  "the source format has no formulas yet", uncertain, "a picture of the formula");
    for (pugi::xml_node const each : object.parent().children())
        if (each != object) context_.drop("description of a formula", each);
}

void OdtText::ruby(pugi::xml_node node, Run const& run) {
    children(node.child("text:ruby-base"), run);
    pugi::xml_node const above = node.child("text:ruby-text");
    if (context_.view.all_words(above).empty()) return;
    Span const span = context_.view.span(above);
    builder_.text(" (", run.format, span);
    children(above, run);
    builder_.text(")", run.format, span);
}

/// Not allowed, but then its words are words of the outer one.
void OdtText::inner_paragraph(pugi::xml_node node, Run const& run) {
    space(node, run);
    children(node, run);
    space(node, run);
}

void OdtText::hidden_text(pugi::xml_node node, Run const& run) {
    if (!is_true(node, "text:is-hidden")) return children(node, run);
    tell_hidden(node);
}

/// Page numbers, dates, variables, names of the author: what they say at the moment is what stays.
void OdtText::field(pugi::xml_node node, Run const& run) {
    std::string_view const name = name_of(node);
    if (name.starts_with("text:") && !context_.view.all_words(node).empty()) {
        auto& entry =
            context_.fields.try_emplace(std::string(name.substr(5)), context_.view.span(node), 0).first->second;
        ++entry.second;
    }
    children(node, run);
}

} // namespace quoin::office
