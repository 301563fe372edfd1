#pragma once
// What the extension for cmark-gfm knows while cmark parses one text, and the hooks that fill it.

#include "reader/markdown_scan.hpp"
#include "reader/markdown_tree.hpp"

#include <cmark-gfm-extension_api.h>
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

/// Numbers that cmark has given to the blocks that are ours, and to its tables.
struct NodeTypes {
    cmark_node_type table, fence, list, item, note, meaning;
};
NodeTypes const& node_types();

MarkdownTree::State& state_of(cmark_syntax_extension*);
/// A number kept with a node: an item's indent, a list's style, a marker's place.
void set_number(cmark_node*, std::size_t);
std::size_t number_of(cmark_node*);
std::size_t packed(MarkerStyle);
MarkerStyle unpacked(std::size_t);
/// Whether an inline node stands for one of our markers.
bool is_marker(cmark_node*);

// The hooks, as cmark wants them.
cmark_node* open_block(cmark_syntax_extension*, int indented, cmark_parser*, cmark_node* parent, unsigned char* input,
                       int length);
int match_block(cmark_syntax_extension*, cmark_parser*, unsigned char* input, int length, cmark_node* container);
int can_contain(cmark_syntax_extension*, cmark_node*, cmark_node_type child);
cmark_node* match_inline(cmark_syntax_extension*, cmark_parser*, cmark_node* leaf, unsigned char letter,
                         cmark_inline_parser*);

} // namespace quoin::reader
