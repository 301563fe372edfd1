// Lines that no rule of CommonMark takes: fences, notes, meanings of terms, items with letters. A hook adds the block and
// nothing else; what it means is decided when the whole tree is there.

#include "reader/markdown_state.hpp"

#include <algorithm>

namespace quoin::reader {

namespace {

using State = MarkdownTree::State;

constexpr int code_indent = 4;

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
    auto const letters =
        static_cast<int>(std::count_if(line.text.begin(), line.text.begin() + marker_length, [](char letter) {
            return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
        }));
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
    return indent + letters + std::max(1, cmark_parser_get_column(line.parser) - marker_end);
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
        if (!may_begin_list(*marker, behind)) return nullptr;
        if (cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && !may_interrupt(parent, *marker)) return nullptr;
        if (cmark_node_get_type(parent) == node_types().table) return nullptr;
        list = add_block(state, line, parent, node_types().list);
        set_number(list, packed(marker->style));
    }
    cmark_node* item = add_block(state, line, list, node_types().item);
    set_number(item, static_cast<std::size_t>(take_marker(line, marker->length)));
    return item;
}

} // namespace

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

} // namespace quoin::reader
