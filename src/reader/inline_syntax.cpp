// Our marks in running text: `^[note]`, `[^label]`, `[span]{…}`, `x^2^`, `H~2~O`, `~~struck~~`, `{attributes}`. A hook takes
// the stretch out of cmark's hands and leaves a marker.
//
// - A table's cell refuses inlines of types it does not know, without a word: markers are HTML inlines with user data.
// - The bracket stack is private. `[text]{…}` is found at the brace, when the bracket before it has closed no link.

#include "reader/markdown_state.hpp"

#include <algorithm>
#include <map>

namespace quoin::reader {

namespace {

using State = MarkdownTree::State;

/// So far back emphasis that ends within a span is looked for: further is another sentence.
constexpr int most_marks_looked_at = 100;

void enter_leaf(State& state, cmark_node* leaf) {
    if (state.leaf == leaf) return;
    state.leave_leaf();
    state.leaf = leaf;
    state.content = cmark_node_get_string_content(leaf);
    state.scan.reset();
    state.unopened_bracket = nullptr;
    state.uncounted.clear();
}

cmark_node* put_marker(State& state, cmark_inline_parser* parser, Marker const& marker) {
    state.markers.push_back(marker);
    // The text of a span has been read by cmark, lines and all, before its brace was; what other marks hold has not.
    std::size_t const skipped = marker.kind == MarkerKind::span ? marker.attributes_begin : marker.begin;
    if (state.content.substr(skipped, marker.end - skipped).find('\n') != std::string_view::npos) {
        state.uncounted.emplace_back(skipped, marker.end);
    }
    cmark_inline_parser_set_offset(parser, static_cast<int>(marker.end));
    cmark_node* node = cmark_node_new(CMARK_NODE_HTML_INLINE);
    std::string const raw(state.content.substr(marker.begin, marker.end - marker.begin));
    cmark_node_set_literal(node, raw.c_str());
    set_number(node, state.markers.size());
    return node;
}

bool is_text(cmark_node* node, std::string_view literal) {
    return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT && cmark_node_get_literal(node) == literal &&
           // An escaped bracket is two bytes wide.
           cmark_node_get_end_column(node) - cmark_node_get_start_column(node) + 1 == static_cast<int>(literal.size());
}

/// Offset in the content of the `[` that the `]` at `close` closes. On the same line cmark's columns tell it.
std::size_t offset_of_bracket(State& state, cmark_node* bracket, cmark_inline_parser* parser, std::size_t close) {
    int const distance = cmark_inline_parser_get_column(parser) - cmark_node_get_start_column(bracket);
    bool const same_line = cmark_inline_parser_get_line(parser) == cmark_node_get_start_line(bracket);
    std::size_t const here = close + 1;
    if (same_line && distance > 0 && static_cast<std::size_t>(distance) <= here) {
        std::size_t const offset = here - static_cast<std::size_t>(distance);
        if (state.content[offset] == '[') return offset;
    }
    return state.scanner().opening_bracket(close);
}

/// The siblings from the `[` on that the last `]` closes, or nothing.
std::vector<cmark_node*> bracketed(State& state, cmark_node* leaf) {
    std::vector<cmark_node*> nodes;
    int depth = 0;
    cmark_node* const last = cmark_node_last_child(leaf);
    for (cmark_node* node = last; node != nullptr && node != state.unopened_bracket; node = cmark_node_previous(node)) {
        nodes.push_back(node);
        if (is_text(node, "]")) ++depth;
        if (is_text(node, "![") && --depth == 0) return {};
        if (is_text(node, "[") && --depth == 0) {
            std::reverse(nodes.begin(), nodes.end());
            return nodes;
        }
    }
    state.unopened_bracket = last;
    return {};
}

/// Emphasis marks inside a span are resolved when the span's text is parsed on its own, and must not reach out of it.
/// Tells whether one of them would have: `*a [b* c]{.x}`.
bool drop_delimiters(cmark_inline_parser* parser, std::vector<cmark_node*> const& nodes) {
    std::map<unsigned char, int> unopened; // closing marks whose opening one has not been met on the way back
    delimiter* last = cmark_inline_parser_get_last_delimiter(parser);
    for (auto node = nodes.rbegin(); node != nodes.rend() && last != nullptr; ++node) {
        if (last->inl_text != *node) continue;
        int& closers = unopened[last->delim_char];
        if (last->can_open != 0 && closers > 0) {
            --closers;
        } else if (last->can_close != 0) {
            ++closers;
        }
        cmark_inline_parser_remove_delimiter(parser, last);
        last = cmark_inline_parser_get_last_delimiter(parser);
    }
    bool const open_ended =
        std::any_of(unopened.begin(), unopened.end(), [](auto const& each) { return each.second > 0; });
    if (!open_ended) return false;
    std::map<unsigned char, int> closed; // marks before the span that belong to each other
    for (int looks = 0; last != nullptr && looks < most_marks_looked_at; last = last->previous, ++looks) {
        int& closers = closed[last->delim_char];
        if (last->can_open != 0 && closers > 0) {
            --closers;
        } else if (last->can_open != 0 && unopened[last->delim_char] > 0) {
            return true;
        } else if (last->can_close != 0) {
            ++closers;
        }
    }
    return false;
}

cmark_node* match_span(State& state, cmark_inline_parser* parser, cmark_node* leaf, Marker marker) {
    std::vector<cmark_node*> const nodes = bracketed(state, leaf);
    if (nodes.empty()) return nullptr;
    bool const is_note = nodes.size() == 3 && is_marker(nodes[1]) &&
                         state.markers[number_of(nodes[1]) - 1].kind == MarkerKind::note_reference;
    if (is_note) return nullptr;
    marker.kind = MarkerKind::span;
    marker.inner_end = marker.begin - 1;
    marker.begin = offset_of_bracket(state, nodes.front(), parser, marker.inner_end);
    if (marker.begin == ContentScan::npos) return nullptr;
    marker.inner_begin = marker.begin + 1;
    marker.crosses = drop_delimiters(parser, nodes);
    for (cmark_node* node : nodes) cmark_node_free(node);
    return put_marker(state, parser, marker);
}

cmark_node* match_brace(State& state, cmark_inline_parser* parser, cmark_node* leaf, std::size_t at) {
    std::size_t const length = attributes_length(state.content.substr(at));
    if (length == 0) return nullptr;
    Marker marker{MarkerKind::attributes, at, at + length, at, at, at, at + length};
    cmark_node* before = cmark_node_last_child(leaf);
    if (is_text(before, "]")) {
        if (cmark_node* span = match_span(state, parser, leaf, marker)) return span;
    }
    bool const ends = state.content.find_first_not_of(" \t\n", at + length) == std::string_view::npos;
    cmark_node_type const type = cmark_node_get_type(before);
    bool const bound = before != nullptr && !is_marker(before) &&
                       (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE);
    if (!bound && ends && cmark_node_get_type(leaf) == CMARK_NODE_HEADING) marker.kind = MarkerKind::heading_attributes;
    return put_marker(state, parser, marker);
}

cmark_node* match_note_reference(State& state, cmark_inline_parser* parser, cmark_node* leaf, std::size_t at) {
    if (!is_text(cmark_node_last_child(leaf), "[")) return nullptr;
    std::size_t const end = state.content.find_first_of(" \t\n[]^", at + 1);
    if (end == std::string_view::npos || end == at + 1 || state.content[end] != ']') return nullptr;
    return put_marker(state, parser, {MarkerKind::note_reference, at, end, at + 1, end, end, end});
}

cmark_node* match_raised(State& state, cmark_inline_parser* parser, cmark_node* leaf, std::size_t at) {
    if (cmark_node* reference = match_note_reference(state, parser, leaf, at)) return reference;
    if (state.content.substr(at + 1, 1) == "[") {
        std::size_t const end = state.scanner().closing_bracket(at + 1);
        if (end != ContentScan::npos) {
            return put_marker(state, parser, {MarkerKind::note, at, end + 1, at + 2, end, end, end});
        }
    }
    std::size_t const end = state.scanner().closing_mark("^", at + 1);
    if (end == ContentScan::npos) return nullptr;
    return put_marker(state, parser, {MarkerKind::superscript, at, end + 1, at + 1, end, end, end});
}

cmark_node* match_tilde(State& state, cmark_inline_parser* parser, std::size_t at) {
    std::size_t length = 1;
    while (at + length < state.content.size() && state.content[at + length] == '~') ++length;
    char const behind = at + length < state.content.size() ? state.content[at + length] : ' ';
    if (length <= 2 && behind != ' ' && behind != '\t' && behind != '\n') {
        std::string_view const mark = length == 1 ? "~" : "~~";
        std::size_t const end = state.scanner().closing_mark(mark, at + length);
        if (end != ContentScan::npos) {
            auto const kind = length == 1 ? MarkerKind::subscript : MarkerKind::strikethrough;
            return put_marker(state, parser, {kind, at, end + length, at + length, end, end, end});
        }
    }
    if (length == 1) return nullptr;
    // The whole run is text: its second tilde must not be tried again.
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, std::string(length, '~').c_str());
    cmark_inline_parser_set_offset(parser, static_cast<int>(at + length));
    return text;
}

} // namespace

cmark_node* match_inline(cmark_syntax_extension* extension, cmark_parser*, cmark_node* leaf, unsigned char letter,
                         cmark_inline_parser* parser) {
    if (letter != '^' && letter != '~' && letter != '{') return nullptr;
    State& state = state_of(extension);
    enter_leaf(state, leaf);
    auto const at = static_cast<std::size_t>(cmark_inline_parser_get_offset(parser));
    if (letter == '{') return match_brace(state, parser, leaf, at);
    return letter == '^' ? match_raised(state, parser, leaf, at) : match_tilde(state, parser, at);
}

} // namespace quoin::reader
