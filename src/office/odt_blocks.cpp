// Paragraphs, headings, sections, indexes, text boxes (OpenDocument 1.3, part 3, sections 4, 5 and 8).

#include "office/odt_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace quoin::office {

namespace {

using manuscript::Decision;
using manuscript::DecisionCode;

constexpr double likely = 0.9;
constexpr double uncertain = 0.7;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

/// A line of asterisks, or of one of the ornaments that stand for them.
bool is_separator(model::Inlines const& content) {
    if (content.size() != 1 || !std::holds_alternative<model::Text>(content.front().kind)) return false;
    std::string text;
    for (char const letter : std::get<model::Text>(content.front().kind).text)
        if (letter != ' ') text += letter;
    return text == "***" || text == "*" || text == "⁂" || text == "*****" || text == "###";
}

bool is_hidden(pugi::xml_node paragraph) {
    for (pugi::xml_node const field : paragraph.children("text:hidden-paragraph"))
        if (view_of(field, "text:is-hidden") == "true") return true;
    return false;
}

bool takes_language_alone(Role role) {
    return role != Role::paragraph && role != Role::quote && role != Role::verse && role != Role::insert &&
           role != Role::abstract && role != Role::code;
}

StyleRole role_of(pugi::xml_node node, OdtParagraphStyle const& style) {
    if (name_of(node) != "text:h" || style.told) return style.role;
    Role const role = style.role.role;
    if (role == Role::title || role == Role::subtitle || role == Role::byline) return style.role;
    return {Role::heading, std::clamp(number_of(node, "text:outline-level", 1), 1, 10)};
}

} // namespace

void put_before(model::Inlines& content, std::string const& words, Span span) {
    auto* const first = content.empty() ? nullptr : std::get_if<model::Text>(&content.front().kind);
    if (first != nullptr) {
        first->text = fmt::format("{} {}", words, first->text);
    } else {
        content.insert(content.begin(), {model::Text{words + " "}, span});
    }
}

Decision& OdtContext::tell(DecisionCode code, pugi::xml_node node, std::string choice, std::string reason,
                           double confidence, std::string alternative) {
    Decision decision;
    decision.code = code;
    decision.left = view.span(node);
    decision.choice = std::move(choice);
    decision.reason = std::move(reason);
    decision.confidence = confidence;
    decision.alternative = std::move(alternative);
    imported.decisions.push_back(std::move(decision));
    return imported.decisions.back();
}

void OdtContext::use(pugi::xml_node node) {
    used.insert(node.hash_value());
    for (pugi::xml_node const child : node.children()) use(child);
}

void OdtContext::drop(std::string name, pugi::xml_node node) {
    use(node);
    std::string words = node.type() == pugi::node_element ? view.all_words(node) : std::string(view.words(node));
    if (!is_blank(words)) imported.dropped.push_back({std::move(name), view.span(node), std::move(words)});
}

Pieces OdtReader::read(pugi::xml_node parent) {
    Pieces pieces;
    for (pugi::xml_node const child : parent.children()) block(child, pieces);
    finish_carried(pieces);
    return pieces;
}

Pieces OdtReader::read_one(pugi::xml_node node) {
    Pieces pieces;
    block(node, pieces);
    finish_carried(pieces);
    return pieces;
}

void OdtReader::block(pugi::xml_node node, Pieces& to) {
    if (node.type() != pugi::node_element) return;
    std::string_view const name = name_of(node);
    if (name == "text:p" || name == "text:h") return paragraph(node, to);
    if (name == "text:change-start") return context_.changes.begin(node);
    if (name == "text:change-end") return context_.changes.end(node);
    if (name == "text:tracked-changes" || name == "svg:title" || name == "svg:desc") return; // told elsewhere
    if (context_.changes.rejecting() && !context_.changes.ends_within(node))
        return context_.drop("inserted text", node);
    if (name == "text:change") {
        for (pugi::xml_node const child : context_.changes.restored(node).children()) block(child, to);
    } else if (name == "text:list") {
        list(node, to);
    } else if (name == "table:table") {
        finish_carried(to);
        table(node, to);
    } else if (name == "text:section") {
        section(node, to);
    } else if (is_generated_index(node)) {
        index(node);
    } else if (name == "office:annotation") {
        context_.tell(DecisionCode::comment_dropped, node, "dropped", "a comment stands between paragraphs");
        context_.drop("comment", node);
    } else if (is_drawing(node)) {
        drawing(node, to);
    } else if (!context_.view.all_words(node).empty()) {
        for (pugi::xml_node const child : node.children()) block(child, to);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Paragraphs

void OdtReader::paragraph(pugi::xml_node node, Pieces& to) {
    OdtParagraphStyle const& style = context_.styles.paragraph(view_of(node, "text:style-name"));
    StyleRole const role = role_of(node, style);
    if (!style.known) {
        ++context_.imported.unmapped_styles[style.name];
        context_.strange_styles.try_emplace(style.name, context_.view.span(node));
    }
    if (is_hidden(node)) {
        context_.tell(DecisionCode::hidden_text, node, "dropped", "the word processor does not show the paragraph",
                      likely, "kept");
        return context_.drop("hidden text", node);
    }
    if (role.role == Role::drop) return context_.drop("style: " + style.name, node);
    if (role.role == Role::contents) {
        context_.tell(DecisionCode::furniture_dropped, node, "dropped", "a line of contents by its style", likely,
                      "keep");
        return context_.drop("contents", node);
    }
    bool const alone = place_ != OdtPlace::text || lists_open_ > 0 || takes_language_alone(role.role);
    OdtText text(context_, node, place_, alone);
    if (name_of(node) == "text:h") text.heading_anchor();
    text.read();
    for (auto& [source, content] : text.before) {
        Piece piece;
        piece.role = role_of(source, context_.styles.paragraph(view_of(source, "text:style-name")));
        piece.block = {model::Paragraph{std::move(content), {}}, context_.view.span(source)};
        to.push_back(std::move(piece));
    }
    // The end of this paragraph was inserted, and the insertion is rejected: the next one goes on in it.
    if (context_.changes.rejecting() && goes_on_in_paragraph(node) && !text.builder().is_blank()) {
        if (!carried_) carried_.emplace(node, RunBuilder{});
        carried_->second.append(std::move(text.builder()));
        std::move(text.floats.begin(), text.floats.end(), std::back_inserter(to));
        return;
    }
    pugi::xml_node source = node;
    RunBuilder builder;
    if (carried_) {
        std::tie(source, builder) = *std::exchange(carried_, std::nullopt);
        builder.append(std::move(text.builder()));
    } else {
        builder = std::move(text.builder());
    }
    emit(source, builder, text, to);
}

void OdtReader::finish_carried(Pieces& to) {
    if (!carried_) return;
    auto [source, builder] = *std::exchange(carried_, std::nullopt);
    OdtText text(context_, source, place_, true);
    emit(source, builder, text, to);
}

void OdtReader::emit(pugi::xml_node source, RunBuilder& builder, OdtText& text, Pieces& to) {
    OdtParagraphStyle const& style = context_.styles.paragraph(view_of(source, "text:style-name"));
    Piece piece;
    piece.role = role_of(source, style);
    piece.language = text.language();
    piece.caption_of = text.caption_of;
    piece.right_to_left = style.right_to_left && place_ == OdtPlace::text && !takes_language_alone(piece.role.role) &&
                          !office::is_right_to_left(context_.language);
    Span const span = context_.view.span(source);
    model::Inlines content = builder.finish();
    if (piece.role.role == Role::heading || piece.role.role == Role::caption)
        content = without_breaks(std::move(content));
    if (piece.role.role == Role::heading) content = without_whole_marks(std::move(content));
    if (piece.role.role == Role::paragraph && is_separator(content)) {
        piece.block = {model::Separator{}, span};
    } else {
        piece.block = {model::Paragraph{std::move(content), {}}, span};
    }
    auto const& words = std::get_if<model::Paragraph>(&piece.block.kind);
    bool const empty = words != nullptr && words->content.empty();
    if (piece.role.role == Role::paragraph && style.indented && !empty && place_ == OdtPlace::text &&
        lists_open_ == 0) {
        piece.role = {Role::quote, 0};
        context_.tell(DecisionCode::quote_guessed, source, "a quotation", "the paragraph stands in on both sides", 0.75,
                      "a paragraph");
    }
    if (name_of(source) == "text:h" && !empty) heading_number(source, piece);
    // A picture anchored in its caption stands before it.
    bool const first = piece.role.role == Role::caption;
    if (!first) to.push_back(std::move(piece));
    std::move(text.floats.begin(), text.floats.end(), std::back_inserter(to));
    if (first) to.push_back(std::move(piece));
}

/// Numbers of chapters are made by the word processor; here they become words, as references to them are words.
void OdtReader::heading_number(pugi::xml_node node, Piece& piece) {
    if (piece.role.role != Role::heading || view_of(node, "text:is-list-header") == "true") return;
    int const level = std::min(piece.role.level, 10) - 1;
    auto const& levels = context_.styles.outline().levels;
    std::string const number =
        next_number(levels, context_.numbers.outline, level, number_of(node, "text:start-value", -1));
    if (levels[static_cast<std::size_t>(level)].kind != OdtLists::Level::Kind::number) return;
    add_number(node, number, piece);
}

void OdtReader::add_number(pugi::xml_node node, std::string const& number, Piece& piece) {
    put_before(std::get<model::Paragraph>(piece.block.kind).content, number, piece.block.span);
    context_.imported.added.push_back({"heading number", {}, number});
    if (std::exchange(context_.numbers.told_outline, true)) return;
    context_.tell(DecisionCode::list_guessed, node, fmt::format("\"{}\" and all further numbers are words", number),
                  "the word processor numbers the headings", likely, "headings without numbers");
}

// ---------------------------------------------------------------------------------------------------------------
// Sections, indexes, boxes

void OdtReader::section(pugi::xml_node node, Pieces& to) {
    std::string_view const display = view_of(node, "text:display");
    if (display == "none" || (display == "condition" && view_of(node, "text:is-hidden") == "true")) {
        context_.tell(DecisionCode::hidden_text, node, "dropped", "the section is hidden", likely, "kept");
        return context_.drop("hidden text", node);
    }
    for (pugi::xml_node const child : node.children()) block(child, to);
}

void OdtReader::index(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    bool const contents = name == "text:table-of-content";
    std::string const what = contents ? "contents" : name == "text:alphabetical-index" ? "index" : "list of pictures";
    context_.drop(what, node);
    context_.tell(DecisionCode::furniture_dropped, node, fmt::format("dropped: {}", what),
                  "the word processor made it from the text; it is made again", contents ? 1 : likely, "kept as text");
}

void OdtReader::drawing(pugi::xml_node node, Pieces& to) {
    Pieces content;
    bool const is_frame = name_of(node) == "draw:frame";
    pugi::xml_node const object = node.child("draw:object");
    if (object && !context_.view.words(object).empty()) { // a formula on a line of its own
        Piece piece;
        Span const span = context_.view.span(object);
        context_.use(object);
        std::string const text(context_.view.words(object));
        piece.block = {model::Paragraph{{{model::Text{text}, span}}, {}}, span};
        context_.tell(DecisionCode::formula_linear, object, fmt::format("written as \"{}\"", text),
                      "the source format has no formulas yet", uncertain, "a picture of the formula");
        for (char const* each : {"svg:title", "svg:desc"}) context_.drop("description of a formula", node.child(each));
        to.push_back(std::move(piece));
    } else if (is_frame && node.child("draw:text-box")) {
        for (char const* each : {"svg:title", "svg:desc"}) context_.drop("description of a box", node.child(each));
        box(node, OdtReader(context_, place_).read(node.child("draw:text-box")), to,
            "the text stands in a box of its own");
    } else if (is_frame) {
        auto figure = odt_picture(context_, node);
        if (!figure) return;
        Piece piece;
        piece.block = {std::move(*figure), context_.view.span(node)};
        to.push_back(std::move(piece));
    } else if (name_of(node) == "draw:g" || name_of(node) == "draw:a") {
        for (pugi::xml_node const child : node.children())
            if (is_drawing(child)) drawing(child, to);
        for (char const* each : {"svg:title", "svg:desc"}) context_.drop("description of a drawing", node.child(each));
    } else if (!context_.view.all_words(node).empty()) { // a drawn shape with text in it
        for (char const* each : {"svg:title", "svg:desc"}) context_.drop("description of a drawing", node.child(each));
        box(node, OdtReader(context_, place_).read(node), to, "the text stands in a drawing, which is not kept");
    }
}

/// A box with a picture or table and its caption is that; any other text becomes an insert.
void OdtReader::box(pugi::xml_node node, Pieces content, Pieces& to, std::string reason) {
    if (place_ != OdtPlace::text) {
        std::move(content.begin(), content.end(), std::back_inserter(to));
        return;
    }
    model::Blocks blocks = group(std::move(content), 1);
    bool const only_figures = std::all_of(blocks.begin(), blocks.end(), [](model::Block const& each) {
        return std::holds_alternative<model::Figure>(each.kind) || std::holds_alternative<model::Table>(each.kind);
    });
    if (only_figures) {
        for (model::Block& block : blocks) {
            Piece piece;
            piece.block = std::move(block);
            to.push_back(std::move(piece));
        }
        return;
    }
    context_.tell(DecisionCode::insert_guessed, node, "an insert", std::move(reason), 0.75,
                  "paragraphs of the text; not_insert");
    Piece piece;
    model::Insert insert;
    insert.content = std::move(blocks);
    piece.block = {std::move(insert), context_.view.span(node)};
    to.push_back(std::move(piece));
}

} // namespace quoin::office
