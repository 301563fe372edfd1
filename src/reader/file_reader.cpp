#include "reader/file_reader.hpp"

#include "reader/block_reader.hpp"
#include "reader/inline_reader.hpp"
#include "reader/language.hpp"

#include <algorithm>
#include <cmark-gfm.h>
#include <fmt/format.h>
#include <unicode/unistr.h>
#include <utility>

namespace quoin::reader {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

std::string_view trimmed_front(std::string_view line) {
    // Definitions may stand in quotations and items.
    line.remove_prefix(std::min(line.find_first_not_of("> \t"), line.size()));
    return line;
}

bool begins_definition(std::string_view line) {
    return line.starts_with('[') && !line.starts_with("[^") && line.find("]:") != std::string_view::npos;
}

/// Labels are compared without regard to case and the kind of white space.
std::string folded_label(std::string_view label) {
    icu::UnicodeString folded = icu::UnicodeString::fromUTF8({label.data(), static_cast<int32_t>(label.size())});
    folded.foldCase();
    std::string text, result;
    folded.toUTF8String(text);
    for (char const letter : text) {
        bool const space = letter == ' ' || letter == '\t' || letter == '\n';
        if (!space) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    while (result.ends_with(' ')) result.pop_back();
    return result;
}

/// The lines of code blocks, in which nothing is a definition.
std::vector<std::pair<int, int>> code_lines(cmark_node* root) {
    std::vector<std::pair<int, int>> found;
    cmark_iter* iterator = cmark_iter_new(root);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node* node = cmark_iter_get_node(iterator);
        if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK) continue;
        found.emplace_back(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
    }
    cmark_iter_free(iterator);
    return found;
}

std::string with_definitions(std::string text, std::string_view definitions) {
    if (definitions.empty()) return text;
    text += "\n\n";
    text += definitions;
    return text;
}

} // namespace

ParsedText::ParsedText(SourceText text, Tables tables, std::string_view definitions)
    : source(std::move(text)), lines(source.text), tree(with_definitions(source.text, definitions), tables) {}

FileReader::FileReader(Destination& destination, std::string path, SourceText body)
    : destination_(destination), path_(std::move(path)) {
    MarkdownLock const lock;
    body_ = std::make_unique<ParsedText>(std::move(body), Tables::yes);
    auto const& labels = body_->tree.note_labels();
    labels_.insert(labels.begin(), labels.end());
    collect_definitions(*body_);
}

/// cmark keeps what it knows of link definitions to itself; a note's text that is parsed on its own needs them too.
void FileReader::collect_definitions(ParsedText const& parsed) {
    if (parsed.source.text.find("]:") == std::string::npos) return;
    std::vector<int> lines;
    for (int number = 1; number <= parsed.lines.count(); ++number) {
        if (begins_definition(trimmed_front(parsed.lines.line(number)))) lines.push_back(number);
    }
    if (lines.empty()) return;
    auto const code = code_lines(parsed.tree.root());
    for (int const number : lines) {
        bool const in_code = std::any_of(code.begin(), code.end(), [number](auto const& range) {
            return number >= range.first && number <= range.second;
        });
        if (in_code) continue;
        std::string_view const line = trimmed_front(parsed.lines.line(number));
        std::string definition(line);
        std::string_view const next = trimmed_front(parsed.lines.line(number + 1));
        bool const goes_on = !next.empty() && (std::string_view("\"'(").find(next.front()) != std::string_view::npos ||
                                               line.ends_with(':'));
        if (goes_on) definition += "\n" + std::string(next);
        // The first definition of a label counts.
        definitions_.emplace(folded_label(line.substr(1, line.find("]:") - 1)), definition + "\n\n");
    }
}

/// Only those that the text may use: a thousand definitions are not parsed again for each of a thousand notes.
std::string FileReader::definitions_for(std::string_view text) const {
    std::string result;
    if (definitions_.empty()) return result;
    std::set<std::string> added;
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        std::size_t const end = text.find_first_of("[]", open + 1);
        if (end == std::string_view::npos || text[end] != ']') continue;
        auto const found = definitions_.find(folded_label(text.substr(open + 1, end - open - 1)));
        if (found != definitions_.end() && added.insert(found->first).second) result += found->second;
    }
    return result;
}

model::Blocks FileReader::body() {
    MarkdownLock const lock;
    return BlockReader(*this, *body_).read(body_->tree.root());
}

model::Blocks FileReader::blocks(SourceText text) {
    MarkdownLock const lock;
    std::string const definitions = definitions_for(text.text);
    ParsedText const parsed(std::move(text), Tables::yes, definitions);
    for (std::string const& label : parsed.tree.note_labels()) labels_.insert(label);
    return BlockReader(*this, parsed).read(parsed.tree.root());
}

model::Inlines FileReader::inlines(SourceText const& text) {
    MarkdownLock const lock;
    SourceText line;
    line.file = text.file;
    line.text = part_prefix;
    std::string_view rest = text.text;
    while (!rest.empty()) {
        std::size_t const begin = std::min(rest.find_first_not_of(" \t\n"), rest.size());
        rest.remove_prefix(begin);
        std::size_t const end = std::min(rest.find('\n'), rest.size());
        if (end == 0) break;
        if (line.text.size() > part_prefix.size()) line.text += "\n    ";
        auto const at = static_cast<std::size_t>(rest.data() - text.text.data());
        line.append_part(text, at, at + end);
        rest.remove_prefix(end);
    }
    return part(std::move(line), 0);
}

model::Inlines FileReader::part(SourceText text, int depth) {
    if (is_blank(std::string_view(text.text).substr(part_prefix.size()))) return {};
    if (depth > deepest_span) {
        Span const span = text.span(part_prefix.size(), text.text.size());
        report_depth(span, "spans", deepest_span);
        model::Inlines kept;
        append_text(kept, text.text.substr(part_prefix.size()), span, true);
        return kept;
    }
    std::string const definitions = definitions_for(text.text);
    ParsedText const parsed(std::move(text), Tables::no, definitions);
    cmark_node* paragraph = cmark_node_first_child(parsed.tree.root());
    if (paragraph == nullptr || kind_of(paragraph) != NodeKind::paragraph) return {};
    Leaf leaf(parsed, paragraph);
    InlineReader reader(*this, parsed.tree, leaf, depth);
    model::Inlines content = reader.read(paragraph, part_prefix.size());
    reader.keep_trailing(content);
    return content;
}

// ---------------------------------------------------------------------------------------------------------------
// Notes

FileReader::NoteState& FileReader::note(std::string_view label, Span span) {
    auto const found = notes_.find(label);
    if (found != notes_.end()) return found->second;
    auto& notes = destination_.document.notes;
    auto const id = static_cast<model::NoteId>(notes.size());
    notes.push_back({});
    notes.back().label = label;
    notes.back().span = span;
    return notes_.emplace(std::string(label), NoteState{id, span, false, 0}).first->second;
}

void FileReader::note_reference(std::string_view label, Span span, model::Inlines& to) {
    if (labels_.find(label) == labels_.end()) {
        std::vector<std::string_view> const known(labels_.begin(), labels_.end());
        std::string const near = nearest(label, known);
        diagnostics().error(Code::note_undefined, span, fmt::format("no note is called \"{}\"", label),
                            {near.empty() ? fmt::format("write the note: a line that begins with \"[^{}]: \"", label)
                                          : fmt::format("did you mean \"{}\"?", near)});
        append_text(to, fmt::format("[^{}]", label), span, true);
        return;
    }
    NoteState& state = note(label, span);
    std::uint32_t const occurrence = state.references++;
    if (notes_deep_ > 0) {
        diagnostics().error(Code::note_nested, span, fmt::format("the note \"{}\" is called from within a note", label),
                            {"a note cannot have notes: join the two, or call it from the text"});
        append_text(to, fmt::format("[^{}]", label), span, true);
        return;
    }
    to.push_back({model::NoteReference{state.id, occurrence}, span});
}

void FileReader::inline_note(SourceText text, Span span, model::Inlines& to) {
    if (notes_deep_ > 0) {
        diagnostics().error(Code::note_nested, span, "a note stands within a note",
                            {"a note cannot have notes: join the two"});
        append_text(to, "^[" + text.text.substr(part_prefix.size()) + "]", span, true);
        return;
    }
    auto const id = static_cast<model::NoteId>(destination_.document.notes.size());
    destination_.document.notes.push_back({});
    ++notes_deep_;
    int const links_around = std::exchange(links_deep_, 0); // its text stands elsewhere
    model::Inlines content = part(std::move(text), 0);
    links_deep_ = links_around;
    --notes_deep_;
    if (content.empty())
        diagnostics().error(Code::note_empty, span, "a note without text", {"write the note, or remove it"});
    model::Note& note = destination_.document.notes[static_cast<std::size_t>(id)];
    note.span = span;
    if (!content.empty()) note.content.push_back({model::Paragraph{std::move(content), {}}, span});
    to.push_back({model::NoteReference{id, 0}, span});
}

void FileReader::define_note(std::string_view label, Span span, std::function<model::Blocks()> const& content) {
    NoteState& state = note(label, span);
    if (state.defined) {
        diagnostics().error(Code::note_doubled, span, fmt::format("a second note is called \"{}\"", label),
                            {"give it another name; only the first one is printed"});
        return;
    }
    state.defined = true;
    state.span = span;
    auto const id = static_cast<std::size_t>(state.id);
    ++notes_deep_;
    model::Blocks blocks = content();
    --notes_deep_;
    if (blocks.empty()) {
        diagnostics().error(Code::note_empty, span, fmt::format("the note \"{}\" has no text", label),
                            {"write its text behind the colon; further paragraphs are indented by four spaces"});
    }
    destination_.document.notes[id].content = std::move(blocks);
    destination_.document.notes[id].span = span;
}

void FileReader::finish() {
    std::vector<std::pair<Span, std::string>> unused;
    for (auto const& [label, state] : notes_) {
        if (state.defined && state.references == 0) unused.emplace_back(state.span, label);
    }
    std::sort(unused.begin(), unused.end(), [](auto const& a, auto const& b) { return a.first.begin < b.first.begin; });
    for (auto const& [span, label] : unused) {
        diagnostics().error(Code::note_unused, span,
                            fmt::format("nothing calls the note \"{}\", so nobody would read it", label),
                            {fmt::format("write [^{}] where it belongs, or remove it", label)});
    }
    if (comments_ > 0) {
        diagnostics().advice(Code::comments_dropped, first_comment_,
                             comments_ == 1 ? "one comment of this file is not printed"
                                            : fmt::format("{} comments of this file are not printed", comments_));
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Attributes

Attributes FileReader::attributes(std::string_view text, std::function<Span(std::size_t, std::size_t)> const& place) {
    auto parsed = parse_attributes(text);
    if (!parsed) {
        diagnostics().error(Code::attribute_invalid, place(0, text.size()),
                            fmt::format("\"{}\" are no attributes", text),
                            {"write them as {#id .class key=\"value\"}"});
        return {};
    }
    for (Attribute& each : *parsed) {
        each.span = place(each.begin, each.end);
        std::size_t const quote = text[each.end - 1] == '"' || text[each.end - 1] == '\'' ? 1 : 0;
        each.value_span = place(each.value_begin, std::max(each.value_begin, each.end - quote));
    }
    return *std::move(parsed);
}

void FileReader::check_keys(Attributes const& attributes, std::vector<std::string_view> const& known) {
    for (Attribute const& each : attributes) {
        if (each.kind != Attribute::Kind::pair) continue;
        if (std::find(known.begin(), known.end(), each.key) != known.end()) continue;
        std::string const near = nearest(each.key, known);
        diagnostics().error(Code::attribute_unknown, each.span, fmt::format("\"{}\" means nothing here", each.key),
                            {near.empty() ? fmt::format("known here: {}", fmt::join(known, ", "))
                                          : fmt::format("did you mean \"{}\"?", near)});
    }
}

void FileReader::check_classes(Attributes const& attributes, std::vector<std::string_view> const& known) {
    for (Attribute const& each : attributes) {
        if (each.kind != Attribute::Kind::name_of_class) continue;
        if (std::find(known.begin(), known.end(), each.value) != known.end()) continue;
        diagnostics().error(Code::attribute_unknown, each.span,
                            fmt::format("the class \"{}\" means nothing here", each.value),
                            {"give it to a [span]{.class} or a division: ::: {.class}"});
    }
}

model::Language FileReader::language(Attributes const& attributes) {
    Attribute const* const found = find_pair(attributes, "lang");
    return found == nullptr ? model::Language() : read_language(found->value, found->value_span, diagnostics());
}

bool FileReader::right_to_left(Attributes const& attributes) {
    Attribute const* const direction = find_pair(attributes, "dir");
    if (direction == nullptr) return false;
    if (direction->value != "rtl" && direction->value != "ltr") {
        diagnostics().error(Code::value_invalid, direction->value_span,
                            fmt::format("\"{}\" is no direction of writing", direction->value), {"write rtl or ltr"});
    }
    return direction->value == "rtl";
}

model::Inlines FileReader::value_inlines(Attribute const& attribute) {
    SourceText text;
    text.file = attribute.value_span.file;
    text.text = part_prefix;
    text.append(attribute.value, attribute.value_span.begin);
    // With escapes in it the value is shorter than its source.
    text.pieces.back().exact = attribute.value_span.end - attribute.value_span.begin == attribute.value.size();
    return part(std::move(text), 0);
}

// ---------------------------------------------------------------------------------------------------------------
// What is not printed

void FileReader::drop_comment(Span span) {
    if (comments_++ == 0) first_comment_ = span;
}

void FileReader::report_depth(Span span, std::string_view what, int limit) {
    if (depth_reported_) return;
    depth_reported_ = true;
    diagnostics().error(Code::nesting_deep, span, fmt::format("{} stand more than {} deep in one another", what, limit),
                        {"what is deeper is kept as plain text"});
}

} // namespace quoin::reader
