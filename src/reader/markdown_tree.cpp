// Parsing with the extension attached. It only takes notes while cmark parses: leaf blocks for `:::`, containers for lists,
// notes and definitions, and one marker for each stretch of inline text that is ours. Everything else happens afterwards.
// Its hooks are reached only by characters and lines that no rule of CommonMark takes.

#include "reader/markdown_tree.hpp"

#include "reader/markdown_state.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <mutex>

namespace quoin::reader {

namespace {

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

cmark_syntax_extension* make_extension(MarkdownTree::State& state) {
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

/// cmark numbers node types globally and for ever.
NodeTypes const& node_types() {
    static NodeTypes const types = [] {
        cmark_node_type const table = table_type();
        auto const add = [] { return cmark_syntax_extension_add_node(0); };
        return NodeTypes{table, add(), add(), add(), add(), add()};
    }();
    return types;
}

MarkdownTree::State& state_of(cmark_syntax_extension* extension) {
    return *static_cast<MarkdownTree::State*>(cmark_syntax_extension_get_private(extension));
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

bool is_marker(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE && number_of(node) != 0; }

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
