#include "reader/block_reader.hpp"

#include "reader/raw_html.hpp"

#include <algorithm>
#include <cmark-gfm-extension_api.h>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

constexpr std::uint32_t long_paragraph = 100'000; // bytes: some forty pages

bool is_list(NodeKind kind) { return kind == NodeKind::list || kind == NodeKind::fancy_list; }

bool is_container(NodeKind kind) {
    return is_list(kind) || kind == NodeKind::item || kind == NodeKind::fancy_item || kind == NodeKind::quote ||
           kind == NodeKind::note || kind == NodeKind::meaning || kind == NodeKind::document;
}

std::string_view c_string(char const* text) { return text == nullptr ? std::string_view() : text; }

/// The dash before a quotation's author, or 0 bytes.
std::size_t attribution_dash(std::string_view text) {
    for (std::string_view const dash : {"---", "--", "—", "―", "–"}) {
        if (text.starts_with(dash)) return dash.size();
    }
    return 0;
}

/// The first word of ```` ```python ```` or ```` ```{.python} ````.
std::string code_info(std::string_view info) {
    if (!info.starts_with('{')) return std::string(info.substr(0, info.find(' ')));
    auto const attributes = parse_attributes(info);
    if (!attributes) return {};
    for (Attribute const& each : *attributes) {
        if (each.kind == Attribute::Kind::name_of_class) return each.value;
    }
    return {};
}

/// The lines of an HTML block are the ends of the source's lines: what stands before them are quotations and items.
class HtmlPlaces {
  public:
    HtmlPlaces(std::string_view literal, Lines const& source, int first_line)
        : literal_(literal), source_(source), first_line_(first_line) {
        for (std::size_t at = literal.find('\n'); at != std::string_view::npos; at = literal.find('\n', at + 1)) {
            starts_.push_back(at + 1);
        }
    }

    [[nodiscard]] std::size_t offset(std::size_t at) const {
        auto const next = std::upper_bound(starts_.begin(), starts_.end(), at);
        std::size_t const begin = *(next - 1);
        std::size_t const size = (next == starts_.end() ? literal_.size() : *next - 1) - begin;
        int const number = first_line_ + static_cast<int>(next - starts_.begin()) - 1;
        std::size_t const source_size = source_.line(number).size();
        std::size_t const prefix = source_size > size ? source_size - size : 0;
        return source_.offset(number, static_cast<int>(std::min(prefix + at - begin, source_size)) + 1);
    }

  private:
    std::string_view literal_;
    Lines const& source_;
    int first_line_;
    std::vector<std::size_t> starts_{0};
};

} // namespace

model::Blocks BlockReader::read(cmark_node* parent, int depth) {
    model::Blocks blocks;
    if (depth > FileReader::deepest_block) {
        file_.report_depth(span_of(parent), "blocks", FileReader::deepest_block);
        flatten(parent, blocks);
        return blocks;
    }
    Siblings const siblings = siblings_of(parent);
    read_range(siblings, 0, siblings.nodes.size(), blocks, depth);
    return blocks;
}

/// Fences are leaves to cmark. Which one closes which is decided among the children of one node, so that a fence in a
/// quotation or an item never closes one outside.
BlockReader::Siblings BlockReader::siblings_of(cmark_node* parent) {
    Siblings result;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
        result.nodes.push_back(node);
    }
    result.closing.assign(result.nodes.size(), result.nodes.size());
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < result.nodes.size(); ++at) {
        if (kind_of(result.nodes[at]) != NodeKind::fence) continue;
        Fence fence;
        parse_fence(source_line(result.nodes[at]), fence);
        if (fence.opening) {
            open.push_back(at);
        } else if (open.empty()) {
            file_.diagnostics().error(Code::div_stray, span_of(result.nodes[at]), "these colons close nothing",
                                      {"remove the line, or write ::: {.class} where it should begin"});
        } else {
            result.closing[open.back()] = at;
            open.pop_back();
        }
    }
    for (std::size_t const at : open) {
        file_.diagnostics().error(Code::div_unclosed, span_of(result.nodes[at]),
                                  "the ::: that closes this one is missing",
                                  {"write ::: on a line of its own, indented as this one, where it ends"});
    }
    return result;
}

void BlockReader::read_range(Siblings const& siblings, std::size_t begin, std::size_t end, model::Blocks& to,
                             int depth) {
    for (std::size_t at = begin; at < end; ++at) at = read_one(siblings, at, end, to, depth);
}

std::size_t BlockReader::read_one(Siblings const& siblings, std::size_t at, std::size_t end, model::Blocks& to,
                                  int depth) {
    cmark_node* const node = siblings.nodes[at];
    switch (kind_of(node)) {
    case NodeKind::paragraph: return read_paragraph(siblings, at, end, to, depth);
    case NodeKind::fence: return read_division(siblings, at, end, to, depth);
    case NodeKind::table: return read_table(siblings, at, end, nullptr, to);
    case NodeKind::heading: heading(node, to); break;
    case NodeKind::quote: quote(node, to, depth); break;
    case NodeKind::list:
    case NodeKind::fancy_list: list(node, to, depth); break;
    case NodeKind::code: code(node, to); break;
    case NodeKind::html: html(node, to); break;
    case NodeKind::separator: to.push_back({model::Separator{}, span_of(node)}); break;
    case NodeKind::note: note(node, depth); break;
    case NodeKind::meaning: {
        // Its term was a link definition and is gone: keep the words.
        for (model::Block& block : read(node, depth + 1)) to.push_back(std::move(block));
        break;
    }
    case NodeKind::document:
    case NodeKind::item:
    case NodeKind::fancy_item:
    case NodeKind::other: break;
    }
    return at;
}

// ---------------------------------------------------------------------------------------------------------------
// Leaves

std::size_t BlockReader::read_paragraph(Siblings const& siblings, std::size_t at, std::size_t end, model::Blocks& to,
                                        int depth) {
    cmark_node* const node = siblings.nodes[at];
    NodeKind const next = at + 1 < end ? kind_of(siblings.nodes[at + 1]) : NodeKind::other;
    if (next == NodeKind::meaning) return read_definitions(siblings, at, end, to, depth);
    if (next == NodeKind::table && is_caption(node, true)) return read_table(siblings, at + 1, end, node, to);
    if (!figure(node, to) && !line_block(node, to)) paragraph(node, to);
    return at;
}

Span BlockReader::tell_if_long(Span paragraph) {
    if (paragraph.end - paragraph.begin > long_paragraph)
        file_.diagnostics().warning(
            Code::paragraph_long, paragraph,
            fmt::format("this paragraph is {} kB long", (paragraph.end - paragraph.begin) / 1000),
            {"put empty lines between its paragraphs, if they have been lost"});
    return paragraph;
}

void BlockReader::paragraph(cmark_node* node, model::Blocks& to) {
    Leaf leaf(parsed_, node);
    InlineReader reader(file_, parsed_.tree, leaf);
    model::Inlines content = reader.read(node);
    reader.keep_trailing(content);
    if (content.empty()) return;
    if (!join_around_insert(node, content, to)) {
        to.push_back({model::Paragraph{std::move(content), {}}, tell_if_long(span_of(node))});
    }
    paragraph_end_line_ = cmark_node_get_end_line(node);
}

void BlockReader::heading(cmark_node* node, model::Blocks& to) {
    Leaf leaf(parsed_, node);
    InlineReader reader(file_, parsed_.tree, leaf);
    model::Heading heading;
    heading.level = cmark_node_get_heading_level(node);
    heading.content = reader.read(node);
    Attributes const attributes = reader.take_trailing().value_or(Attributes{});
    while (!heading.content.empty()) {
        // The space before the attributes.
        auto* const text = std::get_if<model::Text>(&heading.content.back().kind);
        if (text == nullptr || !text->text.ends_with(' ')) break;
        text->text.pop_back();
        --heading.content.back().span.end;
        if (text->text.empty()) heading.content.pop_back();
    }
    file_.check_keys(attributes, {"lang"});
    file_.check_classes(attributes, {"unnumbered", "unlisted"});
    heading.id = id_of(attributes);
    model::Language const language = file_.language(attributes);
    if (!language.empty()) {
        model::LanguageSpan span{std::move(heading.content), language, {}, false};
        heading.content = {{std::move(span), span_of(node)}};
    }
    if (!heading.content.empty()) to.push_back({std::move(heading), span_of(node)});
}

void BlockReader::code(cmark_node* node, model::Blocks& to) {
    std::string text(c_string(cmark_node_get_literal(node)));
    if (text.ends_with('\n')) text.pop_back();
    to.push_back(
        {model::CodeBlock{std::move(text), code_info(c_string(cmark_node_get_fence_info(node)))}, span_of(node)});
}

void BlockReader::html(cmark_node* node, model::Blocks& to) {
    std::string_view const literal = c_string(cmark_node_get_literal(node));
    HtmlPlaces const places(literal, parsed_.lines, cmark_node_get_start_line(node));
    bool behind_comment = false;
    for (HtmlPiece const& piece : html_pieces(literal)) {
        Span const span = parsed_.span(places.offset(piece.begin), places.offset(piece.end));
        std::string_view const text = literal.substr(piece.begin, piece.end - piece.begin);
        switch (piece.kind) {
        case HtmlPiece::Kind::comment:
            file_.drop_comment(span);
            behind_comment = true;
            break;
        case HtmlPiece::Kind::open_comment:
            file_.diagnostics().error(Code::comment_words, span,
                                      "this comment has no end, so the rest of the text is inside it",
                                      {"write --> where it ends"});
            break;
        case HtmlPiece::Kind::tag:
            file_.report_html(text, span);
            behind_comment = false;
            break;
        case HtmlPiece::Kind::words:
            if (behind_comment) {
                file_.diagnostics().error(Code::comment_words, span,
                                          "words on the line of a comment would be dropped with it",
                                          {"put the comment on a line of its own, with an empty line behind it"});
            }
            model::Inlines content;
            append_text(content, text, span);
            for (char& letter : std::get<model::Text>(content.front().kind).text)
                letter = letter == '\n' ? ' ' : letter;
            to.push_back({model::Paragraph{std::move(content), {}}, span});
            break;
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Containers

void BlockReader::quote(cmark_node* node, model::Blocks& to, int depth) {
    model::Quote quote;
    // "> — V. Author, *Work*" as a paragraph of its own at the end. In a dialogue the paragraph before has a dash too.
    cmark_node* const last = cmark_node_last_child(node);
    cmark_node* const before = last == nullptr ? nullptr : cmark_node_previous(last);
    auto const dash_of = [](cmark_node* leaf) {
        return leaf != nullptr && kind_of(leaf) == NodeKind::paragraph
                   ? attribution_dash(c_string(cmark_node_get_string_content(leaf)))
                   : 0;
    };
    std::size_t const dash = before == nullptr || dash_of(before) != 0 ? 0 : dash_of(last);
    if (dash != 0) {
        Leaf leaf(parsed_, last);
        InlineReader reader(file_, parsed_.tree, leaf);
        quote.attribution = reader.read(last, dash);
        reader.keep_trailing(quote.attribution);
        cmark_node_unlink(last);
    }
    quote.content = read(node, depth + 1);
    if (dash != 0) cmark_node_append_child(node, last);
    if (!quote.content.empty() || !quote.attribution.empty()) to.push_back({std::move(quote), span_of(node)});
}

void BlockReader::list(cmark_node* node, model::Blocks& to, int depth) {
    model::List list;
    bool const bullets = kind_of(node) == NodeKind::list && cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
    list.kind = bullets ? model::ListKind::bullet : model::ListKind::numbered;
    list.tight = is_tight(node);
    for (cmark_node* each = cmark_node_first_child(node); each != nullptr; each = cmark_node_next(each)) {
        list.items.push_back(item(node, each, depth));
    }
    to.push_back({std::move(list), span_of(node)});
}

model::ListItem BlockReader::item(cmark_node* list, cmark_node* node, int depth) {
    model::ListItem item;
    item.span = span_of(node);
    bool const fancy = kind_of(node) == NodeKind::fancy_item;
    std::string_view const line = source_line(node);
    if (fancy || cmark_node_get_list_type(list) == CMARK_ORDERED_LIST) {
        if (auto const marker = parse_list_marker(line)) {
            item.marker = line.substr(0, marker->length);
            item.number = fancy ? number_in_style(*marker, parsed_.tree.fancy_style(list)) : marker->number;
        }
    }
    item.content = read(node, depth + 1);
    return item;
}

void BlockReader::note(cmark_node* node, int depth) {
    std::size_t length = 0;
    std::string_view const label = note_definition_label(source_line(node), length);
    std::size_t const begin = offset_of(node);
    file_.define_note(label, parsed_.span(begin, begin + length), [&] { return read(node, depth + 1); });
}

/// Too deep to be followed: every leaf below becomes a paragraph.
void BlockReader::flatten(cmark_node* parent, model::Blocks& to) {
    cmark_iter* iterator = cmark_iter_new(parent);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        if (cmark_iter_get_event_type(iterator) != CMARK_EVENT_ENTER) continue;
        cmark_node* const node = cmark_iter_get_node(iterator);
        NodeKind const kind = kind_of(node);
        if (kind == NodeKind::paragraph) paragraph(node, to);
        if (kind == NodeKind::heading) heading(node, to);
        if (kind == NodeKind::code) code(node, to);
        if (kind == NodeKind::html) html(node, to);
    }
    cmark_iter_free(iterator);
}

// ---------------------------------------------------------------------------------------------------------------
// Places

std::size_t BlockReader::offset_of(cmark_node* node) const {
    return parsed_.lines.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

std::string_view BlockReader::source_line(cmark_node* node) const {
    std::string_view const line = parsed_.lines.line(cmark_node_get_start_line(node));
    auto const column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
    return line.substr(std::min(column, line.size()));
}

/// cmark counts the blank lines behind a list and a rule to it; the last leaf knows better.
int BlockReader::last_line(cmark_node* node) const {
    while (is_container(kind_of(node)) && cmark_node_last_child(node) != nullptr) node = cmark_node_last_child(node);
    if (kind_of(node) == NodeKind::table && cmark_node_last_child(node) != nullptr) {
        return cmark_node_get_start_line(cmark_node_last_child(node));
    }
    int const start = cmark_node_get_start_line(node);
    NodeKind const kind = kind_of(node);
    if (kind == NodeKind::heading && source_line(node).starts_with('#')) return start;
    if (kind == NodeKind::heading) { // underlined
        std::string_view words = c_string(cmark_node_get_string_content(node));
        while (words.ends_with('\n')) words.remove_suffix(1);
        return start + static_cast<int>(std::count(words.begin(), words.end(), '\n')) + 1;
    }
    return kind == NodeKind::fence || kind == NodeKind::separator || is_container(kind)
               ? start
               : std::max(start, cmark_node_get_end_line(node));
}

Span BlockReader::span_of(cmark_node* node) const {
    std::size_t const begin = offset_of(node);
    int const last = last_line(node);
    std::size_t const end = parsed_.lines.offset(last, static_cast<int>(parsed_.lines.line(last).size()) + 1);
    return parsed_.span(begin, std::max(begin, end));
}

/// Loose when somewhere between two items, or two blocks of an item, a line is blank. cmark's own answer counts a fence
/// for a blank line and does not see our lists. What stands between fences is one block.
bool BlockReader::is_tight(cmark_node* list) const {
    int last = 0, open_fences = 0;
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
        if (last != 0 && cmark_node_get_start_line(item) > last + 1) return false;
        last = cmark_node_get_start_line(item);
        open_fences = 0;
        bool first = true;
        for (cmark_node* block = cmark_node_first_child(item); block != nullptr; block = cmark_node_next(block)) {
            bool const inside = open_fences > 0;
            if (kind_of(block) == NodeKind::fence) {
                Fence fence;
                parse_fence(source_line(block), fence);
                open_fences = std::max(0, open_fences + (fence.opening ? 1 : -1));
            }
            if (!first && !inside && cmark_node_get_start_line(block) > last + 1) return false;
            first = false;
            last = std::max(last, last_line(block));
        }
    }
    return true;
}

} // namespace quoin::reader
