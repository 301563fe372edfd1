// Fenced divisions and what they mean: inserts, verse, passages in another language; definition lists.

#include "model/walk.hpp"
#include "reader/block_reader.hpp"
#include "reader/language.hpp"
#include "reader/sizes.hpp"

#include <algorithm>
#include <cmark-gfm.h>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

constexpr std::string_view verse_class = "verse";
constexpr std::string_view insert_class = "insert";

std::size_t spaces_before(std::string_view line) {
    std::size_t columns = 0;
    for (char const letter : line) {
        if (letter == '\t') {
            columns += 4 - columns % 4;
        } else if (letter == ' ') {
            ++columns;
        } else {
            break;
        }
    }
    return columns;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

/// How many bytes of `line` belong to the quotations and items around a fence whose line begins with `prefix`.
std::size_t prefix_length(std::string_view prefix, std::string_view line) {
    std::size_t at = 0;
    for (char const wanted : prefix) {
        if (at == line.size()) break;
        if (wanted == '>') {
            std::size_t const mark = line.find_first_not_of(' ', at);
            if (mark == std::string_view::npos || line[mark] != '>') break;
            at = mark + 1;
        } else if ((static_cast<unsigned char>(wanted) & 0xC0U) == 0x80U) {
            continue; // a letter of a marker is as wide as a space
        } else if (line[at] == ' ' || line[at] == '\t') {
            ++at;
        }
    }
    return at;
}

/// A star at the edge of a word that stayed in the text: it belongs to stress that another line has the other half of.
bool has_open_star(std::string_view source, model::Inlines const& content) {
    if (source.find("\\*") != std::string_view::npos) return false;
    model::Inlines words = content;
    model::visit_inlines(words, [](model::Inline& piece) {
        if (auto* const code = std::get_if<model::Code>(&piece.kind)) code->text = "-"; // a star in code is one
    });
    std::string const text = " " + model::plain_text(words) + " ";
    for (std::size_t at = text.find('*'); at != std::string::npos; at = text.find('*', at + 1)) {
        bool const space_before = text[at - 1] == ' ', space_behind = text[at + 1] == ' ';
        if (space_before != space_behind) return true;
    }
    return false;
}

} // namespace

std::size_t BlockReader::read_division(Siblings const& siblings, std::size_t at, std::size_t end, model::Blocks& to,
                                       int depth) {
    cmark_node* const node = siblings.nodes[at];
    Fence fence;
    parse_fence(source_line(node), fence);
    if (!fence.opening) return at; // a stray one, reported
    std::size_t const closing = std::min(siblings.closing[at], end);
    std::size_t const base =
        offset_of(node) +
        static_cast<std::size_t>(fence.attributes.empty() ? 0 : fence.attributes.data() - source_line(node).data());
    Attributes attributes;
    if (!fence.attributes.empty()) {
        attributes = file_.attributes(fence.attributes, [&](std::size_t from, std::size_t to_end) {
            return parsed_.span(base + from, base + to_end);
        });
    }
    if (!fence.word.empty()) {
        Attribute word;
        word.kind = Attribute::Kind::name_of_class;
        word.value = fence.word;
        attributes.push_back(std::move(word));
    }
    int const first_line = cmark_node_get_start_line(node);
    int const closing_line = closing < end ? cmark_node_get_start_line(siblings.nodes[closing])
                                           : (closing > at + 1 ? last_line(siblings.nodes[closing - 1]) : first_line);
    Span span = span_of(node);
    span.end =
        parsed_
            .span(0, parsed_.lines.offset(closing_line, static_cast<int>(parsed_.lines.line(closing_line).size()) + 1))
            .end;

    if (has_class(attributes, verse_class)) {
        model::Verse made = verse(siblings, at, closing, depth);
        if (made.stanzas.empty()) return std::min(closing, end - 1);
        model::Division around = division(attributes, verse_class);
        bool const says_something =
            !around.language.empty() || around.right_to_left || !around.classes.empty() || !around.id.empty();
        model::Blocks& inside = says_something ? around.content : to;
        inside.push_back({std::move(made), span});
        if (says_something) to.push_back({std::move(around), span});
        return std::min(closing, end - 1);
    }
    if (depth + 1 > FileReader::deepest_block) {
        file_.report_depth(span, "blocks", FileReader::deepest_block);
        for (std::size_t each = at + 1; each < closing; ++each) {
            if (kind_of(siblings.nodes[each]) != NodeKind::fence) flatten(siblings.nodes[each], to);
        }
        return std::min(closing, end - 1);
    }
    if (has_class(attributes, insert_class)) {
        bool const within_sentence = paragraph_end_line_ + 1 == first_line && !to.empty();
        model::Insert made = insert(attributes);
        read_range(siblings, at + 1, closing, made.content, depth + 1);
        if (within_sentence && std::holds_alternative<model::Paragraph>(to.back().kind)) {
            insert_begin_line_ = first_line;
            insert_end_line_ = closing_line;
        } else {
            insert_end_line_ = -1;
        }
        to.push_back({std::move(made), span});
        return std::min(closing, end - 1);
    }
    model::Division made = division(attributes, {});
    read_range(siblings, at + 1, closing, made.content, depth + 1);
    if (!made.content.empty()) to.push_back({std::move(made), span});
    return std::min(closing, end - 1);
}

/// What the attributes say, but for the class that gave the division its meaning.
model::Division BlockReader::division(Attributes const& attributes, std::string_view meaning) {
    file_.check_keys(attributes, {"lang", "dir"});
    model::Division made;
    made.language = file_.language(attributes);
    made.right_to_left =
        find_pair(attributes, "dir") != nullptr ? file_.right_to_left(attributes) : is_right_to_left(made.language);
    made.id = id_of(attributes);
    for (Attribute const& each : attributes) {
        if (each.kind == Attribute::Kind::name_of_class && each.value != meaning) made.classes.push_back(each.value);
    }
    return made;
}

model::Insert BlockReader::insert(Attributes const& attributes) {
    file_.check_keys(attributes, {"title", "size", "other-sizes", "lang", "optional"});
    model::Insert made;
    if (Attribute const* const title = find_pair(attributes, "title")) made.title = file_.value_inlines(*title);
    if (Attribute const* const size = find_pair(attributes, "size")) {
        made.size = size->value;
        if (!is_insert_size(made.size)) {
            file_.diagnostics().error(Code::value_invalid, size->value_span,
                                      fmt::format("\"{}\" is no size of an insert", made.size),
                                      {"write column, half, full, or a width and height as 60mmx40mm"});
            made.size.clear();
        }
    }
    if (Attribute const* const sizes = find_pair(attributes, "other-sizes"))
        made.other_sizes = insert_sizes(sizes->value, sizes->value_span, file_.diagnostics());
    if (Attribute const* const optional = find_pair(attributes, "optional")) {
        made.optional = optional->value == "true";
        if (!made.optional && optional->value != "false") {
            file_.diagnostics().error(Code::value_invalid, optional->value_span,
                                      fmt::format("optional cannot be \"{}\"", optional->value),
                                      {"write optional=true or optional=false"});
        }
    }
    made.language = file_.language(attributes);
    made.name = id_of(attributes);
    for (Attribute const& each : attributes) {
        if (each.kind == Attribute::Kind::name_of_class && each.value != insert_class)
            made.classes.push_back(each.value);
    }
    return made;
}

/// "A boxed advertisement floats; the sentence it stands in goes on around it": without an empty line before and behind
/// the fences the two halves are one paragraph, and the insert is anchored behind it.
bool BlockReader::join_around_insert(cmark_node* node, model::Inlines& content, model::Blocks& to) {
    bool const adjacent = insert_end_line_ > 0 && cmark_node_get_start_line(node) == insert_end_line_ + 1;
    insert_end_line_ = -1;
    if (!adjacent || to.size() < 2 || !std::holds_alternative<model::Insert>(to.back().kind)) return false;
    auto* const before = std::get_if<model::Paragraph>(&to[to.size() - 2].kind);
    if (before == nullptr) return false;
    append_text(before->content, " ", {to.back().span.file, to.back().span.begin, to.back().span.begin});
    for (model::Inline& each : content) before->content.push_back(std::move(each));
    return true;
}

/// Verse keeps its lines as they are typed: they are taken from the source, and each is a paragraph of its own.
model::Verse BlockReader::verse(Siblings const& siblings, std::size_t at, std::size_t closing, int depth) {
    model::Verse verse;
    int const first = cmark_node_get_start_line(siblings.nodes[at]);
    int const last = closing < siblings.nodes.size() ? cmark_node_get_start_line(siblings.nodes[closing]) - 1
                                                     : last_line(siblings.nodes.back());
    std::string_view const fence_line = parsed_.lines.line(first);
    std::string_view const prefix = fence_line.substr(
        0, static_cast<std::size_t>(std::max(cmark_node_get_start_column(siblings.nodes[at]) - 1, 0)));
    std::vector<std::pair<int, int>> notes; // their lines are no verse
    for (std::size_t each = at + 1; each < closing; ++each) {
        cmark_node* const node = siblings.nodes[each];
        if (kind_of(node) != NodeKind::note) continue;
        note(node, depth);
        notes.emplace_back(cmark_node_get_start_line(node), last_line(node));
    }
    bool new_stanza = true;
    for (int number = first + 1; number <= last; ++number) {
        bool const in_note = std::any_of(notes.begin(), notes.end(), [number](auto const& range) {
            return number >= range.first && number <= range.second;
        });
        if (in_note) continue;
        std::string_view const whole = parsed_.lines.line(number);
        std::string_view line = whole.substr(prefix_length(prefix, whole));
        if (is_blank(line)) {
            new_stanza = true;
            continue;
        }
        model::VerseLine made;
        made.indent = static_cast<int>(spaces_before(line));
        line.remove_prefix(line.find_first_not_of(" \t"));
        // In verse every line is a line: a backslash or two spaces at its end say it once more.
        if (line.ends_with('\\') && !line.ends_with("\\\\")) line.remove_suffix(1);
        std::size_t const begin = static_cast<std::size_t>(line.data() - parsed_.source.text.data());
        SourceText text;
        text.file = parsed_.source.file;
        text.text = part_prefix;
        text.append(line, parsed_.source.source_of(begin));
        made.content = file_.part(std::move(text), 0);
        if (has_open_star(line, made.content)) tell_open_star(parsed_.source.span(begin, begin + line.size()));
        if (new_stanza) verse.stanzas.emplace_back();
        new_stanza = false;
        verse.stanzas.back().push_back(std::move(made));
    }
    return verse;
}

void BlockReader::tell_open_star(Span line) {
    file_.diagnostics().warning(Code::emphasis_unclosed, line,
                                "a star stands in this line of verse: stress does not reach over the line's end",
                                {"close it at the end of each line and open it again in the next one",
                                 "write \\* when the star is meant as a sign"});
}

/// A paragraph whose lines all begin with a pipe and a space.
bool BlockReader::line_block(cmark_node* node, model::Blocks& to) {
    Leaf const leaf(parsed_, node);
    for (int each = 0; each < leaf.line_count(); ++each) {
        std::string_view const line = leaf.line(each);
        if (!line.starts_with("| ") && line != "|") return false;
    }
    model::Verse verse;
    bool new_stanza = true;
    for (int each = 0; each < leaf.line_count(); ++each) {
        std::string_view const line = leaf.line(each);
        std::size_t const begin =
            leaf.line_begin(each) + std::min<std::size_t>(line.find_first_not_of(" \t", 1), line.size());
        if (begin == leaf.line_begin(each) + line.size()) {
            new_stanza = true;
            continue;
        }
        model::VerseLine made;
        made.indent = static_cast<int>(begin - leaf.line_begin(each)) - 2;
        made.content = file_.part(leaf.part(begin, leaf.line_begin(each) + line.size()), 0);
        if (new_stanza) verse.stanzas.emplace_back();
        new_stanza = false;
        verse.stanzas.back().push_back(std::move(made));
    }
    if (verse.stanzas.empty()) return false;
    to.push_back({std::move(verse), span_of(node)});
    return true;
}

/// Terms are paragraphs, their meanings the containers behind them.
std::size_t BlockReader::read_definitions(Siblings const& siblings, std::size_t at, std::size_t end, model::Blocks& to,
                                          int depth) {
    model::DefinitionList list;
    Span span = span_of(siblings.nodes[at]);
    std::size_t last = at;
    auto const is = [&](std::size_t index, NodeKind kind) {
        return index < end && kind_of(siblings.nodes[index]) == kind;
    };
    while (is(at, NodeKind::paragraph) && is(at + 1, NodeKind::meaning)) {
        cmark_node* const term = siblings.nodes[at];
        Leaf leaf(parsed_, term);
        InlineReader reader(file_, parsed_.tree, leaf);
        model::Definition definition;
        definition.span = span_of(term);
        definition.term = reader.read(term);
        reader.keep_trailing(definition.term);
        for (++at; is(at, NodeKind::meaning); ++at) {
            definition.meanings.push_back(read(siblings.nodes[at], depth + 1));
            definition.span.end = span_of(siblings.nodes[at]).end;
        }
        last = at - 1;
        span.end = definition.span.end;
        list.items.push_back(std::move(definition));
    }
    to.push_back({std::move(list), span});
    return last;
}

} // namespace quoin::reader
