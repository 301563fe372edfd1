#include "reader/inline_reader.hpp"

#include "reader/raw_html.hpp"

#include <algorithm>
#include <cmark-gfm.h>

namespace quoin::reader {

namespace {

/// How far behind the cursor a text is looked for when cmark's column does not lead to it.
constexpr std::size_t search_window = 4096;
constexpr std::size_t telling_bytes = 12;

bool is_punctuation(char letter) {
    return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(letter) != std::string_view::npos;
}

/// Signs that `transform` would turn into typographic ones; written with a backslash they stay as they are.
bool is_smart_sign(std::string_view text) { return text == "\"" || text == "'" || text == "-" || text == "."; }

/// "&…;" at `at`, or 0.
std::size_t entity_length(std::string_view content, std::size_t at) {
    constexpr std::size_t longest_entity = 40;
    std::size_t end = at + 1;
    while (end < content.size() && end < at + longest_entity &&
           (content[end] == '#' || (content[end] >= '0' && content[end] <= '9') ||
            (content[end] >= 'a' && content[end] <= 'z') || (content[end] >= 'A' && content[end] <= 'Z'))) {
        ++end;
    }
    return end > at + 1 && end < content.size() && content[end] == ';' ? end + 1 - at : 0;
}

std::string_view literal_of(cmark_node* node) {
    char const* const literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : literal;
}

bool is_kind(MarkdownTree const& tree, cmark_node* node, MarkerKind kind) {
    Marker const* const marker = node == nullptr ? nullptr : tree.marker(node);
    return marker != nullptr && marker->kind == kind;
}

} // namespace

InlineReader::InlineReader(FileReader& file, MarkdownTree const& tree, Leaf& leaf, int depth)
    : file_(file), tree_(tree), leaf_(leaf), depth_(depth) {}

model::Inlines InlineReader::read(cmark_node* parent, std::size_t skip) {
    skip_ = skip;
    model::Inlines content;
    convert(cmark_node_first_child(parent), content, depth_);
    return content;
}

model::Inlines InlineReader::read_caption(cmark_node* picture) {
    cursor_ = 2; // `![`
    model::Inlines content;
    convert(cmark_node_first_child(picture), content, depth_);
    return content;
}

void InlineReader::convert(cmark_node* first, model::Inlines& to, int depth) {
    for (cmark_node* node = first; node != nullptr; node = cmark_node_next(node)) {
        if (depth > FileReader::deepest_span && cmark_node_first_child(node) != nullptr) {
            flatten(node, to);
            continue;
        }
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT: text(node, to); break;
        case CMARK_NODE_SOFTBREAK: soft_break(to); break;
        case CMARK_NODE_LINEBREAK: line_break(to); break;
        case CMARK_NODE_CODE: code(node, to); break;
        case CMARK_NODE_EMPH: container<model::Emphasis>(node, 1, to, depth); break;
        case CMARK_NODE_STRONG: container<model::Strong>(node, 2, to, depth); break;
        case CMARK_NODE_LINK: link(node, to, depth); break;
        case CMARK_NODE_IMAGE: picture(node, to, depth); break;
        case CMARK_NODE_HTML_INLINE:
            if (Marker const* const found = tree_.marker(node)) {
                marker(*found, node, to, depth);
            } else {
                html(node, to);
            }
            break;
        default: break;
        }
    }
    if (file_.links_deep() == 0) link_addresses(to);
}

/// Too deep to be followed: the words stay.
void InlineReader::flatten(cmark_node* node, model::Inlines& to) {
    file_.report_depth(leaf_.span(cursor_, cursor_), "spans", FileReader::deepest_span);
    cmark_iter* iterator = cmark_iter_new(node);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        if (cmark_iter_get_event_type(iterator) != CMARK_EVENT_ENTER) continue;
        cmark_node* each = cmark_iter_get_node(iterator);
        cmark_node_type const type = cmark_node_get_type(each);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            append_text(to, literal_of(each), leaf_.span(cursor_, cursor_));
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            append_text(to, " ", leaf_.span(cursor_, cursor_));
        } else if (Marker const* const found = tree_.marker(each)) {
            append_text(to, leaf_.content().substr(found->begin, found->end - found->begin),
                        leaf_.span(cursor_, cursor_));
        }
    }
    cmark_iter_free(iterator);
}

template <typename Kind>
void InlineReader::container(cmark_node* node, std::size_t mark_width, model::Inlines& to, int depth) {
    std::size_t const begin = cursor_;
    cursor_ = std::min(cursor_ + mark_width, leaf_.content().size());
    Kind kind;
    convert(cmark_node_first_child(node), kind.content, depth + 1);
    cursor_ = std::min(cursor_ + mark_width, leaf_.content().size());
    if (!kind.content.empty()) to.push_back({std::move(kind), leaf_.span(begin, cursor_)});
}

// ---------------------------------------------------------------------------------------------------------------
// Text

void InlineReader::text(cmark_node* node, model::Inlines& to) {
    std::string_view literal = literal_of(node);
    std::size_t offset = place(node, literal);
    // The brackets of a note's mark are cmark's text: `before[`, the marker, `]behind`.
    if (is_kind(tree_, cmark_node_next(node), MarkerKind::note_reference) && literal.ends_with('[')) {
        literal.remove_suffix(1);
    }
    if (is_kind(tree_, cmark_node_previous(node), MarkerKind::note_reference) && literal.starts_with(']')) {
        literal.remove_prefix(1);
        ++offset;
    }
    add_text(literal, offset, to);
}

/// Offset of a text's first byte: where cmark says, if it stands there, else the next place that it stands at.
std::size_t InlineReader::place(cmark_node* node, std::string_view literal) {
    std::string_view const content = leaf_.content();
    std::size_t offset = leaf_.offset_of(node);
    if (literal.empty()) return offset;
    // cmark places backticks that open no code behind themselves.
    std::size_t const ticks = std::min(literal.find_first_not_of('`'), literal.size());
    if (ticks > 0 && offset >= ticks && content.substr(offset - ticks, ticks) == literal.substr(0, ticks))
        offset -= ticks;
    auto const fits = [&](std::size_t at) {
        if (at >= content.size()) return false;
        bool const escaped = content[at] == '\\' && content.substr(at + 1, 1) == literal.substr(0, 1);
        return content[at] == literal.front() || content[at] == '&' || escaped;
    };
    // Texts follow one another: what stands at the cursor word for word is more certain than cmark's column.
    std::size_t const plain = std::min({literal.find_first_of("\\&"), literal.size(), telling_bytes});
    bool const escape_there =
        cursor_ + 1 < content.size() && content[cursor_] == '\\' && content[cursor_ + 1] == literal.front();
    if (escape_there || (plain > 0 && content.substr(cursor_, plain) == literal.substr(0, plain))) return cursor_;
    if (offset >= cursor_ && fits(offset)) return offset;
    std::string_view const window = content.substr(cursor_, search_window);
    std::size_t const escape = std::min(literal.find_first_of(R"(\&)"), telling_bytes);
    std::size_t const found = window.find(literal.substr(0, std::max<std::size_t>(escape, 1)));
    return found == std::string_view::npos ? cursor_ : cursor_ + found;
}

/// Goes through the text and its source together. What stands in the source as it is becomes one piece; an escaped sign
/// or an entity becomes a piece of its own, so that every piece keeps its place byte by byte.
void InlineReader::add_text(std::string_view literal, std::size_t offset, model::Inlines& to) {
    std::string_view const content = leaf_.content();
    if (offset < skip_) {
        std::size_t const skipped = std::min(skip_ - offset, literal.size());
        literal.remove_prefix(skipped);
        offset += skipped;
        while (!literal.empty() && literal.front() == ' ' && offset == skip_) {
            literal.remove_prefix(1);
            ++offset;
        }
    }
    std::size_t run = 0, at = offset, run_offset = offset;
    auto const flush = [&](std::size_t end) {
        while (run < end) {
            std::size_t const length = leaf_.together_until(run_offset, run_offset + end - run) - run_offset;
            append_text(to, literal.substr(run, length), leaf_.span(run_offset, run_offset + length));
            run += length;
            run_offset += length;
        }
    };
    auto const single = [&](std::size_t index, std::size_t bytes, std::size_t source_bytes) {
        flush(index);
        std::string_view const sign = literal.substr(index, bytes);
        append_text(to, sign, leaf_.span(at, at + source_bytes), is_smart_sign(sign));
        at += source_bytes;
        run = index + bytes;
        run_offset = at;
    };
    for (std::size_t index = 0; index < literal.size();) {
        char const here = at < content.size() ? content[at] : '\0';
        char const next = at + 1 < content.size() ? content[at + 1] : '\0';
        if (here == '\\' && next == literal[index] && is_punctuation(next)) {
            single(index, 1, 2);
            index = run;
            continue;
        }
        if (here == '&') {
            std::size_t const length = entity_length(content, at);
            std::string const meaning = length == 0 ? "" : entity_text(content.substr(at, length));
            if (!meaning.empty() && literal.substr(index).starts_with(meaning)) {
                single(index, meaning.size(), length);
                index = run;
                continue;
            }
        }
        if (here != literal[index]) {
            // Out of step: find the rest again nearby, or let it keep an approximate place.
            constexpr std::size_t nearby = 16;
            std::size_t const found =
                content.substr(std::min(at, content.size()), nearby).find(literal.substr(index, 4));
            flush(index);
            run = index;
            at = found == std::string_view::npos ? at : at + found;
            run_offset = at;
            if (found == std::string_view::npos) break;
        }
        ++index;
        ++at;
    }
    flush(literal.size());
    cursor_ = std::min(std::max(run_offset + (literal.size() - run), cursor_), content.size());
}

void InlineReader::soft_break(model::Inlines& to) {
    std::string_view const content = leaf_.content();
    std::size_t const feed = content.find('\n', cursor_);
    std::size_t const at = feed == std::string_view::npos ? cursor_ : feed;
    if (!to.empty() || skip_ < at) append_text(to, " ", leaf_.span(at, std::min(at + 1, content.size())));
    cursor_ = std::min(at + 1, content.size());
}

void InlineReader::line_break(model::Inlines& to) {
    std::size_t const feed = leaf_.content().find('\n', cursor_);
    std::size_t const end = feed == std::string_view::npos ? cursor_ : feed + 1;
    to.push_back({model::LineBreak{}, leaf_.span(cursor_, end)});
    cursor_ = end;
}

void InlineReader::code(cmark_node* node, model::Inlines& to) {
    std::string_view const literal = literal_of(node);
    std::size_t const begin = std::max(leaf_.offset_of(node), cursor_);
    std::size_t const tick = leaf_.content().find('`', std::min(begin + literal.size(), leaf_.content().size()));
    std::size_t const end = tick == std::string_view::npos ? leaf_.content().size() : tick;
    Span const span = leaf_.span(std::min(begin, end), end);
    cursor_ = std::max(cursor_, end);
    while (cursor_ < leaf_.content().size() && leaf_.content()[cursor_] == '`') ++cursor_;
    model::Inlines content{{model::Code{std::string(literal)}, span}};
    Attributes const attributes = bound_attributes(node);
    append_span(file_, std::move(content), attributes, span, to);
}

void InlineReader::html(cmark_node* node, model::Inlines&) {
    std::string_view const literal = literal_of(node);
    std::size_t const begin = std::max(leaf_.offset_of(node), cursor_);
    cursor_ = std::min(begin + literal.size(), leaf_.content().size());
    Span const span = leaf_.span(std::min(begin, cursor_), cursor_);
    if (literal.starts_with("<!--")) {
        file_.drop_comment(span);
    } else {
        file_.report_html(literal, span);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Attributes

Attributes InlineReader::attributes_of(Marker const& marker) {
    std::string_view const text =
        leaf_.content().substr(marker.attributes_begin, marker.attributes_end - marker.attributes_begin);
    return file_.attributes(text, [this, &marker](std::size_t begin, std::size_t end) {
        return leaf_.span(marker.attributes_begin + begin, marker.attributes_begin + end);
    });
}

bool InlineReader::is_bound(cmark_node* marker_node) const {
    cmark_node* const before = cmark_node_previous(marker_node);
    cmark_node_type const type = cmark_node_get_type(before);
    return before != nullptr && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE);
}

Attributes InlineReader::bound_attributes(cmark_node* node) {
    cmark_node* const next = cmark_node_next(node);
    if (!is_kind(tree_, next, MarkerKind::attributes)) return {};
    Marker const& marker = *tree_.marker(next);
    cursor_ = std::max(cursor_, marker.end);
    return attributes_of(marker);
}

void InlineReader::attributes_alone(Marker const& marker, cmark_node* node, model::Inlines& to, int depth) {
    if (is_bound(node)) return;
    if (depth == depth_ && cmark_node_next(node) == nullptr) {
        trailing_ = marker;
        return;
    }
    trailing_ = marker;
    keep_trailing(to);
}

std::optional<Attributes> InlineReader::take_trailing() {
    if (!trailing_) return std::nullopt;
    Marker const marker = *trailing_;
    trailing_.reset();
    return attributes_of(marker);
}

void InlineReader::keep_trailing(model::Inlines& to) {
    if (!trailing_) return;
    Span const span = leaf_.span(trailing_->begin, trailing_->end);
    std::string_view const typed = leaf_.content().substr(trailing_->begin, trailing_->end - trailing_->begin);
    trailing_.reset();
    file_.diagnostics().error(Code::attribute_stray, span, "these attributes belong to nothing",
                              {"put them directly behind the heading, link, picture or [text] that they are for",
                               "write \\{ when the brace is meant as a sign"});
    append_text(to, typed, span, true);
}

} // namespace quoin::reader
