// The extension for cmark-gfm. It only takes notes while cmark parses: leaf blocks for `:::`, containers for lists, notes
// and definitions, and one marker for each stretch of inline text that is ours. Everything else happens afterwards.
//
// Pitfalls of the library that this file lives with:
// - A table's cell refuses inlines of types it does not know, without a word: markers are HTML inlines with user data.
// - The bracket stack is private. `[text]{…}` is found at the brace, when the bracket before it has closed no link.
// - A hook is reached only by characters and lines that no rule of CommonMark takes.

#include "reader/markdown_tree.hpp"

#include "reader/markdown_scan.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace quoin::reader {

struct MarkdownTree::State {
    cmark_syntax_extension* extension = nullptr;
    cmark_syntax_extension* table = nullptr;
    cmark_node* root = nullptr;
    std::vector<Marker> markers;
    std::vector<std::string> note_labels;

    // The leaf whose inlines are being parsed.
    cmark_node* leaf = nullptr;
    std::string_view content;
    std::optional<ContentScan> scan;
    cmark_node* unopened_bracket = nullptr; // a `]` before which no `[` is open
    Stretches uncounted;                    // of this leaf
    std::unordered_map<cmark_node*, Stretches> all_uncounted;

    void leave_leaf() {
        if (!uncounted.empty()) all_uncounted.emplace(leaf, std::move(uncounted));
        leaf = nullptr;
    }

    ContentScan& scanner() {
        if (!scan) scan.emplace(content);
        return *scan;
    }
};

namespace {

using State = MarkdownTree::State;

constexpr int code_indent = 4;

struct NodeTypes {
    cmark_node_type table, fence, list, item, note, meaning;
};

/// The library does not publish the number of its table node.
cmark_node_type table_type() {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    constexpr std::string_view sample = "|a|\n|-|\n";
    cmark_parser_feed(parser, sample.data(), sample.size());
    cmark_node* root = cmark_parser_finish(parser);
    cmark_node_type const type = cmark_node_get_type(cmark_node_first_child(root));
    cmark_node_free(root);
    cmark_parser_free(parser);
    return type;
}

/// cmark numbers node types globally and for ever.
NodeTypes const& node_types() {
    static NodeTypes const types = [] {
        cmark_node_type const table = table_type();
        auto const add = [] { return cmark_syntax_extension_add_node(0); };
        return NodeTypes{table, add(), add(), add(), add(), add()};
    }();
    return types;
}

State& state_of(cmark_syntax_extension* extension) {
    return *static_cast<State*>(cmark_syntax_extension_get_private(extension));
}

void set_number(cmark_node* node, std::size_t number) {
    cmark_node_set_user_data(node, reinterpret_cast<void*>(number));
}
std::size_t number_of(cmark_node* node) { return reinterpret_cast<std::size_t>(cmark_node_get_user_data(node)); }

std::size_t packed(MarkerStyle style) {
    return 1U + static_cast<std::size_t>(style.alphabet) * 16U + static_cast<std::size_t>(style.ending) * 2U +
           (style.upper ? 1U : 0U);
}
MarkerStyle unpacked(std::size_t number) {
    number -= 1;
    return {static_cast<MarkerAlphabet>(number / 16), static_cast<MarkerEnding>(number / 2 % 8), number % 2 == 1};
}

// ---------------------------------------------------------------------------------------------------------------
// Blocks

/// The line that is being parsed, as a hook sees it.
struct Line {
    cmark_parser* parser;
    std::string_view text; // from the first letter on, without the line's end
    char const* input;
    int first_letter;

    Line(cmark_parser* of, unsigned char* data, int length)
        : parser(of), input(reinterpret_cast<char const*>(data)), first_letter(cmark_parser_get_first_nonspace(of)) {
        text = {input + first_letter, static_cast<std::size_t>(length - first_letter)};
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    }

    [[nodiscard]] int column() const { return first_letter + 1; }
    void advance_bytes(std::size_t count) const {
        int const to = first_letter + static_cast<int>(count);
        cmark_parser_advance_offset(parser, input, to - cmark_parser_get_offset(parser), 0);
    }
    void advance_columns(int count) const { cmark_parser_advance_offset(parser, input, count, 1); }
};

/// Takes the marker and the space behind it, as CommonMark does for its items, and returns the columns that the lines
/// below have to be indented by.
int take_marker(Line const& line, std::size_t marker_length) {
    int const indent = cmark_parser_get_indent(line.parser);
    line.advance_bytes(marker_length);
    int const marker_end = cmark_parser_get_column(line.parser);
    std::string_view const rest = line.text.substr(marker_length);
    std::size_t const spaces = std::min(rest.find_first_not_of(" \t"), rest.size());
    bool const by_spaces = rest.substr(0, spaces).find('\t') == std::string_view::npos;
    // Five spaces and more begin indented code behind one of them.
    if (spaces == rest.size() || (by_spaces && spaces > static_cast<std::size_t>(code_indent))) {
        line.advance_columns(1);
    } else {
        line.advance_bytes(marker_length + spaces);
    }
    return indent + static_cast<int>(marker_length) + std::max(1, cmark_parser_get_column(line.parser) - marker_end);
}

cmark_node* add_block(State& state, Line const& line, cmark_node* parent, cmark_node_type type) {
    cmark_node* block = cmark_parser_add_child(line.parser, parent, type, line.column());
    cmark_node_set_syntax_extension(block, state.extension);
    return block;
}

cmark_node* open_fence(State& state, Line const& line, cmark_node* parent) {
    Fence fence;
    if (!parse_fence(line.text, fence)) return nullptr;
    cmark_node* block = add_block(state, line, parent, node_types().fence);
    line.advance_bytes(line.text.size());
    return block;
}

cmark_node* open_note(State& state, Line const& line, cmark_node* parent) {
    std::size_t length = 0;
    std::string_view const label = note_definition_label(line.text, length);
    if (label.empty()) return nullptr;
    state.note_labels.emplace_back(label);
    cmark_node* block = add_block(state, line, parent, node_types().note);
    std::size_t const rest = line.text.find_first_not_of(" \t", length);
    line.advance_bytes(rest == std::string_view::npos ? line.text.size() : rest);
    return block;
}

cmark_node* open_meaning(State& state, Line const& line, cmark_node* parent) {
    if (line.text.size() < 3 || line.text[0] != ':' || (line.text[1] != ' ' && line.text[1] != '\t')) return nullptr;
    cmark_node_type const below = cmark_node_get_type(parent);
    if (below == node_types().table) {
        // A table's row would swallow the caption.
        return cmark_parser_add_child(line.parser, parent, CMARK_NODE_PARAGRAPH, line.column());
    }
    cmark_node* before = below == CMARK_NODE_PARAGRAPH ? parent : cmark_node_last_child(parent);
    cmark_node_type const type = cmark_node_get_type(before);
    if (before == nullptr || (type != CMARK_NODE_PARAGRAPH && type != node_types().meaning)) return nullptr;
    cmark_node* block = add_block(state, line, parent, node_types().meaning);
    set_number(block, static_cast<std::size_t>(take_marker(line, 1)));
    return block;
}

/// Whether these may begin a list in the middle of a paragraph: only below an item's text, and only the first of a kind,
/// or else a line that happens to begin with "c)" would be torn off.
bool may_interrupt(cmark_node* paragraph, ListMarker const& marker) {
    cmark_node_type const around = cmark_node_get_type(cmark_node_parent(paragraph));
    return (around == CMARK_NODE_ITEM || around == node_types().item) && marker.number == 1 &&
           marker.style.ending != MarkerEnding::period;
}

/// Whether a marker that goes on with no list may begin one. "B. Russell" and "г. Москва" begin sentences.
bool may_begin(ListMarker const& marker, std::string_view behind) {
    if (marker.style.ending != MarkerEnding::period) return true;
    if (marker.style.alphabet == MarkerAlphabet::cyrillic || marker.style.alphabet == MarkerAlphabet::greek)
        return false;
    bool const one_letter = marker.length == 2;
    std::size_t const word = std::min(behind.find_first_not_of(" \t"), behind.size());
    if (one_letter && behind.substr(word + 1, 1) == ".") return false; // "i. e.", "p. m."
    if (one_letter && marker.style.upper) return behind.starts_with("  ") || behind.starts_with("\t");
    return !one_letter || marker.number == 1;
}

cmark_node* open_item(State& state, Line const& line, cmark_node* parent) {
    auto const marker = parse_list_marker(line.text);
    if (!marker || marker->length >= line.text.size()) return nullptr;
    std::string_view const behind = line.text.substr(marker->length);
    bool const empty = behind.find_first_not_of(" \t") == std::string_view::npos;
    if (empty || (behind.front() != ' ' && behind.front() != '\t')) return nullptr;
    bool const core = marker->style.alphabet == MarkerAlphabet::digits &&
                      (marker->style.ending == MarkerEnding::period || marker->style.ending == MarkerEnding::bracket);
    if (core) return nullptr;
    cmark_node* list = parent;
    bool const goes_on =
        cmark_node_get_type(parent) == node_types().list && number_in_style(*marker, unpacked(number_of(parent))) != 0;
    if (!goes_on) {
        if (!may_begin(*marker, behind)) return nullptr;
        if (cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && !may_interrupt(parent, *marker)) return nullptr;
        if (cmark_node_get_type(parent) == node_types().table) return nullptr;
        list = add_block(state, line, parent, node_types().list);
        set_number(list, packed(marker->style));
    }
    cmark_node* item = add_block(state, line, list, node_types().item);
    set_number(item, static_cast<std::size_t>(take_marker(line, marker->length)));
    return item;
}

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser, cmark_node* parent,
                       unsigned char* input, int length) {
    Line const line(parser, input, length);
    if (indented != 0 || line.text.empty()) return nullptr;
    State& state = state_of(extension);
    if (cmark_node_get_type(parent) == node_types().fence) return nullptr;
    if (line.text.front() == ':') {
        cmark_node* fence = open_fence(state, line, parent);
        return fence != nullptr ? fence : open_meaning(state, line, parent);
    }
    if (line.text.front() == '[') return open_note(state, line, parent);
    return open_item(state, line, parent);
}

int match_block(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int, cmark_node* container) {
    NodeTypes const& types = node_types();
    cmark_node_type const type = cmark_node_get_type(container);
    auto const* bytes = reinterpret_cast<char const*>(input);
    if (type == types.list) return 1;
    if (type == types.fence) return 0;
    int const wanted = type == types.note ? code_indent : static_cast<int>(number_of(container));
    if (cmark_parser_is_blank(parser) != 0) {
        if (type != types.note && cmark_node_first_child(container) == nullptr) return 0;
        int const to = cmark_parser_get_first_nonspace(parser);
        cmark_parser_advance_offset(parser, bytes, to - cmark_parser_get_offset(parser), 0);
        return 1;
    }
    if (cmark_parser_get_indent(parser) < wanted) return 0;
    cmark_parser_advance_offset(parser, bytes, wanted, 1);
    return 1;
}

int can_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
    NodeTypes const& types = node_types();
    cmark_node_type const type = cmark_node_get_type(node);
    // A marker is an HTML inline with our extension's name on it and holds nothing.
    if (type == types.fence || type == CMARK_NODE_HTML_INLINE) return 0;
    if (type == types.list) return child == types.item ? 1 : 0;
    bool const block = (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    return block && child != CMARK_NODE_ITEM && child != types.item ? 1 : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Inlines

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

bool is_marker(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE && number_of(node) != 0; }

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
    std::map<unsigned char, int> closed; // marks before the span that belong to each other
    for (; last != nullptr; last = last->previous) {
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

cmark_node* match_inline(cmark_syntax_extension* extension, cmark_parser*, cmark_node* leaf, unsigned char letter,
                         cmark_inline_parser* parser) {
    if (letter != '^' && letter != '~' && letter != '{') return nullptr;
    State& state = state_of(extension);
    enter_leaf(state, leaf);
    auto const at = static_cast<std::size_t>(cmark_inline_parser_get_offset(parser));
    if (letter == '{') return match_brace(state, parser, leaf, at);
    return letter == '^' ? match_raised(state, parser, leaf, at) : match_tilde(state, parser, at);
}

cmark_syntax_extension* make_extension(State& state) {
    cmark_mem* memory = cmark_get_default_mem_allocator();
    cmark_syntax_extension* extension = cmark_syntax_extension_new("quoin");
    cmark_syntax_extension_set_private(extension, &state, nullptr);
    cmark_syntax_extension_set_open_block_func(extension, open_block);
    cmark_syntax_extension_set_match_block_func(extension, match_block);
    cmark_syntax_extension_set_can_contain_func(extension, can_contain);
    cmark_syntax_extension_set_match_inline_func(extension, match_inline);
    cmark_llist* letters = nullptr;
    for (char const letter : {'^', '~', '{'}) {
        letters = cmark_llist_append(memory, letters, reinterpret_cast<void*>(static_cast<std::size_t>(letter)));
    }
    cmark_syntax_extension_set_special_inline_chars(extension, letters);
    return extension;
}

std::mutex& markdown_mutex() {
    static std::mutex mutex;
    return mutex;
}

} // namespace

MarkdownLock::MarkdownLock() { markdown_mutex().lock(); }
MarkdownLock::~MarkdownLock() { markdown_mutex().unlock(); }

MarkdownTree::MarkdownTree(std::string_view text, Tables tables) : state_(std::make_unique<State>()) {
    node_types();
    state_->extension = make_extension(*state_);
    // Without source positions cmark does not count the lines inside code spans and links.
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_SOURCEPOS);
    cmark_parser_attach_syntax_extension(parser, state_->extension);
    if (tables == Tables::yes) {
        state_->table = cmark_find_syntax_extension("table");
        cmark_parser_attach_syntax_extension(parser, state_->table);
    }
    cmark_parser_feed(parser, text.data(), text.size());
    state_->root = cmark_parser_finish(parser);
    state_->leave_leaf();
    cmark_parser_free(parser);
}

MarkdownTree::~MarkdownTree() {
    if (!state_) return;
    cmark_node_free(state_->root);
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), state_->extension);
}

MarkdownTree::MarkdownTree(MarkdownTree&&) noexcept = default;
MarkdownTree& MarkdownTree::operator=(MarkdownTree&&) noexcept = default;

cmark_node* MarkdownTree::root() const { return state_->root; }

Marker const* MarkdownTree::marker(cmark_node* node) const {
    return is_marker(node) ? &state_->markers[number_of(node) - 1] : nullptr;
}

Stretches MarkdownTree::uncounted(cmark_node* leaf) const {
    auto const found = state_->all_uncounted.find(leaf);
    return found == state_->all_uncounted.end() ? Stretches() : found->second;
}

std::vector<std::string> const& MarkdownTree::note_labels() const { return state_->note_labels; }

MarkerStyle MarkdownTree::fancy_style(cmark_node* fancy_list) const { return unpacked(number_of(fancy_list)); }

std::string MarkdownTree::html() const {
    cmark_mem* memory = cmark_get_default_mem_allocator();
    cmark_llist* extensions = nullptr;
    if (state_->table != nullptr) extensions = cmark_llist_append(memory, nullptr, state_->table);
    char* rendered = cmark_render_html(state_->root, CMARK_OPT_UNSAFE, extensions);
    std::string result(rendered);
    memory->free(rendered);
    cmark_llist_free(memory, extensions);
    return result;
}

NodeKind kind_of(cmark_node* node) {
    cmark_node_type const type = cmark_node_get_type(node);
    NodeTypes const& types = node_types();
    switch (type) {
    case CMARK_NODE_DOCUMENT: return NodeKind::document;
    case CMARK_NODE_PARAGRAPH: return NodeKind::paragraph;
    case CMARK_NODE_HEADING: return NodeKind::heading;
    case CMARK_NODE_BLOCK_QUOTE: return NodeKind::quote;
    case CMARK_NODE_LIST: return NodeKind::list;
    case CMARK_NODE_ITEM: return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK: return NodeKind::code;
    case CMARK_NODE_HTML_BLOCK: return NodeKind::html;
    case CMARK_NODE_THEMATIC_BREAK: return NodeKind::separator;
    default: break;
    }
    if (type == types.table) return NodeKind::table;
    if (type == types.fence) return NodeKind::fence;
    if (type == types.list) return NodeKind::fancy_list;
    if (type == types.item) return NodeKind::fancy_item;
    if (type == types.note) return NodeKind::note;
    if (type == types.meaning) return NodeKind::meaning;
    return NodeKind::other;
}

std::string entity_text(std::string_view entity) {
    cmark_node* root = cmark_parse_document(entity.data(), entity.size(), CMARK_OPT_DEFAULT);
    cmark_node* text = cmark_node_first_child(cmark_node_first_child(root));
    char const* literal = text != nullptr ? cmark_node_get_literal(text) : nullptr;
    std::string result = literal != nullptr && literal != entity ? literal : "";
    cmark_node_free(root);
    return result;
}

std::string_view note_definition_label(std::string_view text, std::size_t& length) {
    if (!text.starts_with("[^")) return {};
    std::size_t const end = text.find_first_of(" \t\n[]^", 2);
    if (end == std::string_view::npos || end == 2 || text.substr(end, 2) != "]:") return {};
    length = end + 2;
    return text.substr(2, end - 2);
}

bool parse_fence(std::string_view line, Fence& fence) {
    std::size_t const colons = std::min(line.find_first_not_of(':'), line.size());
    if (colons < 3) return false;
    std::string_view rest = line.substr(colons);
    auto const trim = [&rest] {
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
        while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t')) rest.remove_suffix(1);
    };
    trim();
    fence.opening = !rest.empty();
    if (rest.empty()) return true;
    // `::: {.insert} :::` is allowed for symmetry.
    while (rest.size() > 1 && rest.back() == ':') rest.remove_suffix(1);
    trim();
    if (std::size_t const word = rest.find_first_of(" \t{"); word != 0) {
        fence.word = rest.substr(0, word);
        rest = word == std::string_view::npos ? std::string_view() : rest.substr(word);
        trim();
    }
    if (rest.empty()) return true;
    fence.attributes = rest;
    return rest.front() == '{' && rest.back() == '}';
}

} // namespace quoin::reader
