#include "office/docx_blocks.hpp"

#include "model/walk.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

using manuscript::DecisionCode;

namespace {

// In twentieths of a point. A quotation is set in by a quarter of an inch or more; an indent of less is no indent.
constexpr int quote_indent = 360;
constexpr int quote_indent_right = 180;
constexpr int wide_spacing = 120; // six points between paragraphs are seen as a gap

bool is(pugi::xml_node node, char const* name) { return std::string_view(node.name()) == name; }

/// "* * *", "***", "———", "⁂": nothing but signs that part sections.
bool is_separator(std::string const& text) {
    static constexpr std::array signs = {"*", "⁂", "·", "•", "—",      "–", "-", "_",
                                         "#", "~", "=", " ", "\u00A0", "∗", "◊"};
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const found = std::find_if(signs.begin(), signs.end(), [&](std::string_view sign) {
            return std::string_view(text).substr(at).starts_with(sign);
        });
        if (found == signs.end()) return false;
        std::string_view const sign = *found;
        if (sign == "⁂") count += 3;
        if (sign != " " && sign != "\u00A0") ++count;
        at += sign.size();
    }
    return count >= 3;
}

/// The one language of the whole paragraph, which then needs no span.
model::Language take_language(model::Inlines& content) {
    if (content.size() != 1) return {};
    auto* const span = std::get_if<model::LanguageSpan>(&content.front().kind);
    if (span == nullptr || span->language.empty() || !span->classes.empty()) return {};
    model::Language language = span->language;
    model::Inlines inner = std::move(span->content);
    content = std::move(inner);
    return language;
}

/// "Table", "Tabelle", "Tabla", "Tabela", "Таблица": the identifier of a SEQ field is in the author's language.
bool is_table_sequence(std::string_view identifier) {
    return identifier.starts_with("Tab") || identifier.starts_with("Таб");
}

/// Only pictures and the spaces between them.
bool holds_pictures_alone(model::Inlines const& content) {
    bool any = false;
    for (model::Inline const& piece : content) {
        if (std::holds_alternative<model::InlinePicture>(piece.kind)) {
            any = true;
        } else if (auto const* const text = std::get_if<model::Text>(&piece.kind)) {
            if (text->text.find_first_not_of(' ') != std::string::npos) return false;
        } else if (auto const* const link = std::get_if<model::Link>(&piece.kind)) {
            if (!holds_pictures_alone(link->content)) return false;
            any = true;
        } else if (!std::holds_alternative<model::LineBreak>(piece.kind) &&
                   !std::holds_alternative<model::InlineAnchor>(piece.kind)) {
            return false;
        }
    }
    return any;
}

} // namespace

DocxBlockReader::DocxBlockReader(DocxContext& context, DocxPart const& part) : context_(context), part_(part) {}

DocxLines DocxBlockReader::lines(pugi::xml_node parent) {
    children(parent, {});
    // A last paragraph whose mark is deleted has nothing to be joined to.
    if (carries_) finish({}, context_.styles.paragraph({}), {}, carried_begin_, {});
    return std::move(lines_);
}

model::Blocks DocxBlockReader::blocks(pugi::xml_node parent) {
    return group(fold_lists(lines(parent), context_.imported), 0);
}

model::Blocks DocxBlockReader::note(pugi::xml_node note, bool custom_mark) {
    note_mark_ = custom_mark;
    return blocks(note);
}

void DocxBlockReader::children(pugi::xml_node parent, std::string_view dropped_as) {
    for (pugi::xml_node const child : parent.children()) {
        if (child.type() == pugi::node_element) element(child, dropped_as);
    }
}

void DocxBlockReader::element(pugi::xml_node node, std::string_view dropped_as) {
    std::string_view const name = node.name();
    if (name == "w:p") return paragraph(node, dropped_as);
    if (name == "w:tbl") return table(node, dropped_as);
    if (name == "w:sdt") return content_control(node, dropped_as);
    if (name == "w:customXml") return children(node, dropped_as);
    if (name == "w:ins" || name == "w:moveTo")
        return children(node, context_.drops_insertions() ? "rejected insertion" : dropped_as);
    if (name == "w:del" || name == "w:moveFrom")
        return children(node, context_.drops_deletions() ? "accepted deletion" : dropped_as);
    if (name == "mc:AlternateContent") {
        return children(taken_branch(node), dropped_as);
    }
    if (name == "w:bookmarkStart") {
        auto const found = context_.references.ids.find(value_of(node, "w:name"));
        if (found != context_.references.ids.end() && context_.placed_anchors.insert(found->second).second)
            anchors_.push_back(found->second);
        return;
    }
    if (name == "m:oMathPara" || name == "m:oMath") {
        DocxText text;
        auto const begin = context_.view.size();
        DocxStyle const& style = context_.styles.paragraph({});
        DocxRunReader(context_, part_, fields_, style, text).read_formula(node, dropped_as);
        return finish(std::move(text), style, style.paragraph, begin, dropped_as);
    }
    if (name == "w:altChunk") {
        context_.decide(DecisionCode::part_ignored, context_.view.since(context_.view.size()), "left out",
                        "another file is embedded here as text", 0.4, "import that file by itself");
    }
}

void DocxBlockReader::content_control(pugi::xml_node node, std::string_view dropped_as) {
    pugi::xml_node const properties = node.child("w:sdtPr");
    std::string_view const gallery =
        properties.child("w:docPartObj").child("w:docPartGallery").attribute("w:val").value();
    if (dropped_as.empty() && gallery == "Table of Contents") dropped_as = "contents";
    if (dropped_as.empty() && properties.child("w:showingPlcHdr")) dropped_as = "placeholder";
    children(node.child("w:sdtContent"), dropped_as);
}

/// Whether what follows belongs to the same paragraph: its mark was deleted, or was inserted and is not wanted.
bool DocxBlockReader::carries_on(pugi::xml_node properties) {
    pugi::xml_node const mark = properties.child("w:rPr");
    bool const deleted = mark.child("w:del") || mark.child("w:moveFrom");
    bool const inserted = mark.child("w:ins") || mark.child("w:moveTo");
    if (deleted && context_.drops_deletions()) return true;
    if (inserted && context_.drops_insertions()) return true;
    return std::string_view(properties.child("w:framePr").attribute("w:dropCap").value()) == "drop" ||
           std::string_view(properties.child("w:framePr").attribute("w:dropCap").value()) == "margin";
}

void DocxBlockReader::paragraph(pugi::xml_node node, std::string_view dropped_as) {
    pugi::xml_node properties = node.child("w:pPr");
    bool const carry = carries_on(properties);
    pugi::xml_node const before = properties.child("w:pPrChange").child("w:pPr");
    if (context_.drops_insertions() && before) properties = before;
    DocxStyle const& style = context_.styles.paragraph(properties.child("w:pStyle").attribute("w:val").value());
    DocxParagraphLook look = style.paragraph;
    look.lay_over(read_paragraph_look(properties));
    if (dropped_as.empty() && style.role.role == Role::contents) dropped_as = "contents";
    if (dropped_as.empty() && style.role.role == Role::drop) dropped_as = "style \"drop\"";

    DocxText text;
    auto const begin = context_.view.size();
    for (std::string& id : anchors_)
        text.runs.add({model::InlineAnchor{{}, std::move(id)}, context_.view.since(begin)}, {});
    anchors_.clear();
    bool const right_to_left = look.right_to_left.value_or(false);
    DocxRunReader reader(context_, part_, fields_, style, text);
    if (note_mark_) reader.expect_note_mark();
    reader.read(node, right_to_left, dropped_as);
    note_mark_ = note_mark_ && reader.expects_note_mark() && text.runs.is_blank();
    if (carry) {
        if (!carries_) carried_begin_ = begin;
        carries_ = true;
        carried_.append(std::move(text));
        return;
    }
    finish(std::move(text), style, look, begin, dropped_as);
}

/// One paragraph is complete: its line of the view ends, and it becomes a line of the text.
void DocxBlockReader::finish(DocxText text, DocxStyle const& style, DocxParagraphLook const& look, std::uint32_t begin,
                             std::string_view dropped_as) {
    if (carries_) {
        begin = carried_begin_;
        carries_ = false;
        DocxText first = std::exchange(carried_, {});
        first.append(std::move(text));
        text = std::move(first);
    }
    Span const span = context_.view.since(begin);
    context_.view.end_line();
    for (DocxText::Dropped const& each : text.dropped) {
        context_.show_dropped(each.name, each.text);
        context_.view.end_line();
    }
    model::Inlines content = text.runs.finish();
    DocxLine line;
    line.piece.role = style.role;
    line.piece.block.span = span;
    line.alignment = look.alignment.value_or("");
    if (!content.empty()) {
        context_.count_unmapped(style);
        line.piece.language = take_language(content);
        line.piece.right_to_left = look.right_to_left.value_or(false) && !office::is_right_to_left(context_.language);
    }
    if (dropped_as.empty()) set_list(line, style, look);
    bool const rule = text.has_rule || look.border_below.value_or(false);
    if ((content.empty() && rule && dropped_as.empty()) || is_separator(model::plain_text(content))) {
        line.piece.block.kind = model::Separator{};
        line.piece.role = {};
        line.level = -1;
    } else if (line.level < 0 && holds_pictures_alone(content)) {
        push_pictures(text, content, span);
        return asides(std::move(text.asides));
    } else {
        if (is_table_sequence(text.sequence)) line.piece.caption_of = Piece::CaptionOf::table;
        if (!text.sequence.empty() && line.piece.role.role == Role::paragraph && line.level < 0)
            line.piece.role.role = Role::caption;
        if (style.role.role == Role::heading || style.role.role == Role::title || style.role.role == Role::subtitle)
            content = without_whole_marks(without_breaks(std::move(content)));
        set_place(line, style, look);
        line.piece.block.kind = model::Paragraph{std::move(content), ""};
    }
    if (dropped_as.empty()) lines_.push_back(std::move(line));
    asides(std::move(text.asides));
}

void DocxBlockReader::set_list(DocxLine& line, DocxStyle const& style, DocxParagraphLook const& look) {
    line.left = look.left.value_or(0);
    int const numbering = look.numbering.value_or(0);
    if (numbering == 0) {
        line.unmarked = look.numbering.has_value() && style.paragraph.numbering.value_or(0) != 0;
        return;
    }
    DocxMarker marker = context_.numbering.next(numbering, look.level, style.id);
    if (style.role.role == Role::heading) { // a numbered heading is no item of a list
        if (marker.kind == DocxMarker::Kind::number) ++context_.numbered_headings;
        return;
    }
    if (!look.left) line.left = marker.left;
    line.level = context_.numbering.level_of(numbering, look.level, style.id);
    line.unmarked = marker.kind == DocxMarker::Kind::none;
    if (marker.simplified) ++context_.simplified_markers;
    bool const apart = std::max(look.before.value_or(0), look.after.value_or(0)) >= wide_spacing;
    line.loose = apart && !look.contextual_spacing.value_or(false);
    line.marker = std::move(marker);
}

/// A paragraph of no role that is set in is a quotation (IMPORT.md: relative to the style, or to what the style is based on).
void DocxBlockReader::set_place(DocxLine& line, DocxStyle const& style, DocxParagraphLook const& look) const {
    if (line.level >= 0 || line.unmarked || line.piece.role.role != Role::paragraph) return;
    if (look.first_line.value_or(0) < 0 || look.alignment.value_or("") == "center") return;
    int const left = look.left.value_or(0) - style.paragraph.left.value_or(0);
    int const style_left = style.paragraph.left.value_or(0) - style.parent_left;
    int const style_right = style.paragraph.right.value_or(0) - style.parent_right;
    bool const by_style = !style.mapped && style_left >= quote_indent && style_right >= quote_indent_right;
    line.indent_quote = left >= quote_indent || by_style;
}

void DocxBlockReader::push_pictures(DocxText& text, model::Inlines& content, Span span) {
    std::string id;
    std::size_t index = 0;
    model::visit_inlines(content, [&](model::Inline& piece) {
        if (auto const* const anchor = std::get_if<model::InlineAnchor>(&piece.kind)) id = anchor->id;
        auto* const picture = std::get_if<model::InlinePicture>(&piece.kind);
        if (picture == nullptr) return;
        model::Figure figure;
        figure.asset = picture->asset;
        figure.alt = picture->alt;
        figure.decorative = index < text.decorative.size() && text.decorative[index] && figure.alt.empty();
        figure.id = std::exchange(id, "");
        ++index;
        DocxLine line;
        line.piece.block = {std::move(figure), piece.span.begin == piece.span.end ? span : piece.span};
        lines_.push_back(std::move(line));
    });
}

// ---------------------------------------------------------------------------------------------------------------
// What stands beside a paragraph

void DocxBlockReader::asides(std::vector<DocxAside> list) {
    for (DocxAside const& aside : list) {
        switch (aside.kind) {
        case DocxAside::Kind::note: read_note(aside); break;
        case DocxAside::Kind::comment: comment(aside); break;
        case DocxAside::Kind::box: box(aside); break;
        case DocxAside::Kind::figure: {
            DocxLine line;
            model::Figure figure;
            figure.asset = aside.picture.asset;
            figure.alt = aside.picture.alt;
            figure.decorative = aside.decorative && figure.alt.empty();
            line.piece.block = {std::move(figure), aside.span};
            lines_.push_back(std::move(line));
            break;
        }
        }
    }
}

/// A text box is a boxed text, but one that holds only pictures is made to place them.
void DocxBlockReader::box(DocxAside const& aside) {
    auto const begin = context_.view.size();
    model::Blocks content = DocxBlockReader(context_, part_).blocks(aside.box);
    if (content.empty()) return;
    Span const span = context_.view.since(begin);
    bool const pictures = std::all_of(content.begin(), content.end(), [](model::Block const& block) {
        return std::holds_alternative<model::Figure>(block.kind);
    });
    if (pictures) {
        for (model::Block& block : content) {
            DocxLine line;
            line.piece.block = std::move(block);
            lines_.push_back(std::move(line));
        }
        return;
    }
    model::Insert insert;
    insert.content = std::move(content);
    DocxLine line;
    line.piece.block = {std::move(insert), span};
    lines_.push_back(std::move(line));
    context_.decide(DecisionCode::insert_guessed, span, "an insert", "it stands in a text box", 0.85,
                    "part of the text; not_insert");
}

void DocxBlockReader::read_note(DocxAside const& aside) {
    DocxPart const* part = nullptr;
    pugi::xml_node const node = context_.note_node(aside.name, part);
    auto const index = static_cast<std::size_t>(context_.note(aside.name).id);
    auto const begin = context_.view.size();
    bool const marked =
        !node.find_node([](pugi::xml_node each) { return is(each, "w:footnoteRef") || is(each, "w:endnoteRef"); });
    model::Blocks content = DocxBlockReader(context_, *part).note(node, marked);
    Span const span = context_.view.since(begin);
    model::Note& note = context_.imported.document.notes[index];
    note.content = std::move(content);
    note.span = span;
    if (note.content.empty()) {
        note.content.push_back({model::Paragraph{}, span});
        context_.decide(DecisionCode::note_without_call, aside.span, "an empty note", "the note has no text", 0.6);
    }
}

void DocxBlockReader::comment(DocxAside const& aside) {
    pugi::xml_node const node = context_.comment_node(aside.name);
    if (!node) return;
    auto const begin = context_.view.size();
    drop_words(context_, node, "comment");
    std::string const author = value_of(node, "w:author");
    context_.decide(DecisionCode::comment_dropped, context_.view.since(begin), "left out",
                    author.empty() ? "a comment" : "a comment by " + author, 1);
}

void drop_words(DocxContext& context, pugi::xml_node node, std::string_view name) {
    for_each_element(node, [&](pugi::xml_node each) {
        if (is(each, "w:p")) context.view.end_line();
        if (is(each, "w:t") || is(each, "w:delText")) context.show_dropped(name, context.text_of(each));
        if (is(each, "w:tab") || is(each, "w:br")) context.view.append(" ");
    });
    context.view.end_line();
}

} // namespace quoin::office
