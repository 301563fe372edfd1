#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"

#include <algorithm>
#include <cstdlib>

namespace quoin::hypertext {

using namespace model;
using manuscript::DecisionCode;

namespace {

bool names_box(pugi::xml_node node) {
    return is_any(node, {"aside"}) || has_type(node, "sidebar") ||
           (is_any(node, {"div", "section"}) &&
            has_any_class(node, {"insert", "infobox", "callout", "boxed", "textbox"}));
}

// Classes of a division that the model knows what to do with; of our own books, all that the author wrote.
std::vector<std::string> division_classes(Pages const& pages, pugi::xml_node node) {
    std::vector<std::string> classes;
    if (!is_any(node, {"div", "section"})) return classes;
    if (has_type(node, "epigraph") || has_word(node, "role", "doc-epigraph") || has_word(node, "class", "epigraph"))
        if (!pages.starts.contains(node.hash_value())) classes.emplace_back("epigraph");
    if (has_type(node, "pullquote") || has_word(node, "role", "doc-pullquote") ||
        has_any_class(node, {"pull-quote", "pullquote"}))
        classes.emplace_back("pull-quote");
    if (!pages.ours || !is_any(node, {"div"})) return classes;
    for (std::string_view const each : split_words(attribute(node, "class"))) {
        static constexpr std::string_view made[] = {"table",   "wide",     "notes", "verse",
                                                    "imprint", "ornament", "cover", "titlepage"};
        bool const known = std::find(std::begin(made), std::end(made), each) != std::end(made) ||
                           std::find(classes.begin(), classes.end(), each) != classes.end();
        if (!known) classes.emplace_back(each);
    }
    return classes;
}

bool is_figure_box(pugi::xml_node node) {
    return is_any(node, {"figure"}) ||
           (is_any(node, {"div"}) && has_any_class(node, {"wp-caption", "thumb", "thumbinner", "image", "figure",
                                                          "ornament", "illus", "illustration"}));
}

} // namespace

bool Converter::special_block(pugi::xml_node node) {
    if (is_heading(node)) {
        heading(node, node.name()[1] - '0');
    } else if (names_verse(node)) {
        verse(node);
    } else if (is_any(node, {"blockquote"})) {
        quote(node);
    } else if (is_any(node, {"ul", "ol", "menu", "dir"})) {
        list(node);
    } else if (is_any(node, {"dl"})) {
        definitions(node);
    } else if (is_any(node, {"table"})) {
        table(node);
    } else if (is_any(node, {"hr"})) {
        add({Separator{}, span_of(node)});
    } else if (is_any(node, {"pre", "listing", "xmp"})) {
        code(node);
    } else if (is_figure_box(node) && figure(node)) {
        return true;
    } else if (names_box(node) && !in_insert_ && !in_note_) {
        insert(node);
    } else if (auto classes = division_classes(pages_, node); !classes.empty()) {
        division(node, std::move(classes));
    } else if (is_any(node, {"center"}) || lower(attribute(node, "align")) == "center") {
        if (is_any(node, {"p"})) return false;
        division(node, {"center"});
    } else if (is_any(node, {"summary"})) {
        Inlines content = inlines(node);
        if (!is_blank(content)) {
            Strong strong{std::move(content)};
            add({Paragraph{{Inline{std::move(strong), span_of(node)}}, ""}, span_of(node)});
        }
    } else {
        return false;
    }
    return true;
}

// A heading with a picture and no words is that picture.
void Converter::heading(pugi::xml_node node, int level) {
    Heading heading;
    heading.level = level;
    heading.id = take_anchor(node);
    heading.content = inlines(node);
    for (Inline& each : heading.content)
        if (std::holds_alternative<LineBreak>(each.kind)) each.kind = Text{" "};
    if (is_blank(heading.content)) return;
    if (plain_text(heading.content).find_first_not_of(" \n") == std::string::npos) {
        flush(heading.content, node);
        return;
    }
    std::string const language = language_of(node);
    if (!language.empty() && language != language_) {
        LanguageSpan span;
        span.content = std::move(heading.content);
        span.language = language;
        heading.content.clear();
        heading.content.push_back({std::move(span), span_of(node)});
    }
    // Anchors inside of it are the heading's own.
    for (std::size_t i = 0; i < heading.content.size(); ++i)
        if (auto const* anchor = std::get_if<InlineAnchor>(&heading.content[i].kind);
            anchor != nullptr && heading.id.empty()) {
            heading.id = anchor->id;
            heading.content.erase(heading.content.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    if (heading.id.empty() && !anchors_.empty()) {
        heading.id = anchors_.back();
        anchors_.pop_back();
    }
    add({std::move(heading), span_of(node)});
}

void Converter::paragraph(pugi::xml_node node) {
    if (word_list(node)) return;
    word_list_open_ = false;
    if (pages_.ours && in_insert_ && has_word(node, "class", "insert-title")) {
        constexpr int below_title = 2;
        heading(node, below_title);
        return;
    }
    remember_anchor(node);
    std::string marker;
    if (pugi::xml_node const first = first_element(node);
        is_any(first, {"span"}) && has_word(first, "class", "marker") && pages_.facts(first).part == Part::text) {
        marker = text_of(first);
        pages_.change(first).part = Part::title;
    }
    std::size_t const before = out().size();
    Inlines run;
    pieces(node, run);
    flush(run, node);
    if (out().size() == before) return;
    if (!marker.empty())
        if (auto* thesis = std::get_if<Paragraph>(&out()[before].kind)) thesis->marker = marker;
    // Lines set in the middle or to the right; several in a row are one division.
    std::string alignment = lower(attribute(node, "align"));
    if (alignment != "center" && alignment != "right") alignment = pages_.style(*page_, node).alignment;
    bool const all = std::all_of(out().begin() + static_cast<std::ptrdiff_t>(before), out().end(),
                                 [](Block const& block) { return std::holds_alternative<Paragraph>(block.kind); });
    if (alignment.empty() || !all || pages_.ours || in_insert_ || in_note_) return;
    Division division;
    division.classes = {alignment};
    std::move(out().begin() + static_cast<std::ptrdiff_t>(before), out().end(), std::back_inserter(division.content));
    out().resize(before);
    auto* const above = before > 0 ? std::get_if<Division>(&out().back().kind) : nullptr;
    if (above != nullptr && above->classes == division.classes && above->language.empty()) {
        std::move(division.content.begin(), division.content.end(), std::back_inserter(above->content));
    } else {
        add({std::move(division), span_of(node)});
    }
}

bool Converter::take_attribution(pugi::xml_node node, Inlines& to) {
    pugi::xml_node const only = first_element(node);
    bool const cites = is_any(only, {"cite"}) && !next_element(only) && text_of(only) == text_of(node);
    bool const named = is_any(node, {"footer", "cite"}) || cites ||
                       has_any_class(node, {"attribution", "source", "quote-author", "cite", "citation"});
    std::string const text = text_of(node);
    static constexpr std::string_view dashes[] = {"— ", "—", "– ", "― ", "-- "};
    std::size_t dash = 0;
    for (std::string_view const each : dashes)
        if (dash == 0 && text.starts_with(each)) dash = each.size();
    constexpr std::size_t longest = 160;
    bool const signs = is_any(node, {"p", "div"}) && dash > 0 && text.size() < longest && previous_element(node);
    if (!named && !signs) return false;
    pugi::xml_node inner = cites ? only : node;
    while (is_any(inner, {"footer"}) && is_any(first_element(inner), {"p"}) && !next_element(first_element(inner)))
        inner = first_element(inner);
    to = inlines(inner);
    if (dash > 0) remove_front(to, std::min(dash, plain_text(to).size()));
    trim(to);
    return !to.empty();
}

void Converter::code(pugi::xml_node node) {
    remember_anchor(node);
    CodeBlock code;
    std::string text;
    for (pugi::xml_node each = node; each; each = next_node(each, node)) {
        if (each.type() == pugi::node_pcdata) text += each.value();
        bool const line =
            is_any(each, {"br"}) || (is_block(each) && each != node && !text.empty() && text.back() != '\n');
        if (line) text += '\n';
    }
    while (text.starts_with('\n')) text.erase(0, 1);
    while (!text.empty() && is_space(text.back())) text.pop_back();
    if (text.empty()) return;
    // Preformatted paragraphs of mails and old texts are prose when they hold links or notes.
    bool prose = false;
    for (pugi::xml_node each = node; each; each = next_node(each, node))
        prose = prose || pages_.facts(each).part == Part::call || is_any(each, {"a", "img"});
    if (prose) {
        flow(node);
        return;
    }
    pugi::xml_node const inner = first_element(node);
    for (std::string_view const name : split_words(attribute(is_any(inner, {"code"}) ? inner : node, "class")))
        if (name.starts_with("language-")) code.info = name.substr(9);
    code.text = std::move(text);
    add({std::move(code), span_of(node)});
}

// -- verse --

namespace {

constexpr int deepest_indent = 24;

int class_indent(pugi::xml_node line) {
    for (std::string_view const name : split_words(attribute(line, "class"))) {
        std::string_view digits = name;
        for (std::string_view const prefix : {"indent", "in", "i"})
            if (digits.starts_with(prefix)) {
                digits.remove_prefix(prefix.size());
                break;
            }
        bool const number = !digits.empty() && digits.size() < name.size() &&
                            digits.find_first_not_of("0123456789") == std::string_view::npos;
        if (number) return std::min(std::atoi(std::string(digits).c_str()), deepest_indent);
    }
    return 0;
}

// Spaces that nobody can see but that push the line in.
int take_spaces(Inlines& content) {
    int count = 0;
    while (!content.empty() && count < deepest_indent) {
        auto const* text = std::get_if<Text>(&content.front().kind);
        if (text == nullptr) break;
        if (text->text.starts_with("\u00A0") || text->text.starts_with("\u2003")) {
            remove_front(content, text->text.starts_with("\u00A0") ? 2 : 3);
            ++count;
        } else if (text->text.starts_with(' ')) {
            remove_front(content, 1);
        } else {
            break;
        }
    }
    return count;
}

void end_line(Stanza& stanza, Inlines& line, int indent) {
    int const spaces = take_spaces(line);
    trim(line);
    if (!is_blank(line)) stanza.push_back({std::move(line), indent + spaces});
    line.clear();
}

} // namespace

void Converter::verse(pugi::xml_node node) {
    remember_anchor(node);
    Verse verse;
    std::string const anchor = anchors_.empty() ? "" : anchors_.back();
    stanzas(node, verse);
    std::erase_if(verse.stanzas, [](Stanza const& each) { return each.empty(); });
    if (verse.stanzas.empty()) return;
    if (!anchors_.empty()) {
        Inlines& first = verse.stanzas.front().front().content;
        for (std::string const& each : anchors_) first.insert(first.begin(), Inline{InlineAnchor{{}, each}, {}});
        anchors_.clear();
    }
    add({std::move(verse), span_of(node)});
}

// Elements that are lines, line breaks, or both; a paragraph with lines in it is a stanza, one without is a line.
void Converter::stanzas(pugi::xml_node node, Verse& verse) {
    verse.stanzas.emplace_back();
    Inlines line;
    int indent = 0;
    auto const end = [&] {
        end_line(verse.stanzas.back(), line, indent);
        indent = 0;
    };
    for (pugi::xml_node child : node.children()) {
        Part const part = pages_.facts(child).part;
        if (part != Part::text && part != Part::call) continue;
        if (is_any(child, {"br"})) {
            bool const blank = is_blank(line);
            end();
            if (blank) verse.stanzas.emplace_back(); // an empty line
            continue;
        }
        bool const own = is_element(child) && part == Part::text && (is_block(child) || is_verse_line(child));
        if (!own) {
            bool const keeps = child.type() == pugi::node_pcdata && is_any(node, {"pre"});
            if (!keeps) {
                piece(child, line);
                continue;
            }
            // The lines of preformatted verse are in its text.
            Slice const slice = pages_.facts(child).slice;
            std::string_view const text =
                view_.substr(slice.begin, std::min<std::size_t>(slice.end, view_.size()) - slice.begin);
            for (std::size_t at = 0; at <= text.size();) {
                std::size_t const stop = std::min(text.find('\n', at), text.size());
                std::string_view row = text.substr(at, stop - at);
                std::size_t const spaces = std::min(row.find_first_not_of(' '), row.size());
                if (!trimmed(row).empty()) line.push_back({Text{std::string(trimmed(row))}, {}});
                indent = static_cast<int>(std::min<std::size_t>(spaces, deepest_indent));
                if (stop < text.size()) {
                    bool const blank = is_blank(line);
                    end();
                    if (blank) verse.stanzas.emplace_back();
                }
                at = stop + 1;
            }
            continue;
        }
        end();
        bool const holds_lines =
            find_element(child, "br") || pages_.facts(child).holds_blocks || is_verse_line(first_element(child));
        if (is_verse_line(child) || !holds_lines) {
            indent = class_indent(child);
            constexpr double width = 0.5; // of a space, in em
            if (indent == 0)
                indent = std::clamp(static_cast<int>(pages_.style(*page_, child).indent / width), 0, deepest_indent);
            pieces(child, line);
            while (!line.empty() && std::holds_alternative<LineBreak>(line.back().kind)) line.pop_back();
            bool const blank = is_blank(line);
            end();
            if (blank && is_block(child)) verse.stanzas.emplace_back();
        } else {
            stanzas(child, verse);
            verse.stanzas.emplace_back();
        }
    }
    end();
}

} // namespace quoin::hypertext
