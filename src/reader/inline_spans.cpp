// What our own marks say: notes, spans, raised and lowered text; and links and pictures with what stands behind them.

#include "reader/inline_reader.hpp"
#include "reader/language.hpp"
#include "reader/normal_form.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm.h>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

constexpr std::array known_schemes{
    "http:", "https:", "mailto:", "tel:", "ftp:", "doi:", "urn:", "geo:", "news:", "xmpp:"};

bool is_one_to_one(std::string_view text, Span span) { return text.size() == span.end - span.begin; }

std::string scheme_of(std::string_view address) {
    std::size_t const colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    std::string scheme;
    for (char const letter : address.substr(0, colon)) {
        bool const fits = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '+' ||
                          letter == '-' || letter == '.' || (letter >= '0' && letter <= '9');
        if (!fits) return {};
        scheme += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return scheme + ":";
}

std::string_view url_of(cmark_node* node) {
    char const* const url = cmark_node_get_url(node);
    return url == nullptr ? std::string_view() : url;
}

} // namespace

void append_text(model::Inlines& to, std::string_view text, Span span, bool literal) {
    if (text.empty()) return;
    auto* const last = to.empty() ? nullptr : std::get_if<model::Text>(&to.back().kind);
    bool const joins = last != nullptr && !literal && !last->literal && to.back().span.file == span.file &&
                       to.back().span.end == span.begin && is_one_to_one(last->text, to.back().span) &&
                       is_one_to_one(text, span);
    if (joins) {
        last->text += normal_form(text);
        to.back().span.end = span.end;
        return;
    }
    to.push_back({model::Text{normal_form(text), literal}, span});
}

void append_span(FileReader& file, model::Inlines content, Attributes const& attributes, Span span,
                 model::Inlines& to) {
    auto const wrap = [&](auto kind) {
        kind.content = std::move(content);
        content.clear();
        content.push_back({std::move(kind), span});
    };
    if (!attributes.empty()) file.check_keys(attributes, {"lang", "dir", "entry", "see", "see-also"});
    model::LanguageSpan language_span;
    language_span.language = file.language(attributes);
    language_span.right_to_left = find_pair(attributes, "dir") != nullptr ? file.right_to_left(attributes)
                                                                          : is_right_to_left(language_span.language);
    bool small_capitals = false, index = false;
    for (Attribute const& each : attributes) {
        if (each.kind != Attribute::Kind::name_of_class) continue;
        if (each.value == "smallcaps") {
            small_capitals = true;
        } else if (each.value == "index") {
            index = true;
        } else {
            language_span.classes.push_back(each.value);
        }
    }
    if (small_capitals && !content.empty()) wrap(model::SmallCaps{});
    bool const says_something =
        !language_span.language.empty() || !language_span.classes.empty() || find_pair(attributes, "dir") != nullptr;
    if (says_something && !content.empty()) wrap(language_span);
    if (index) {
        model::IndexTerm term;
        if (Attribute const* const entry = find_pair(attributes, "entry")) term.entry = normal_form(entry->value);
        if (Attribute const* const see = find_pair(attributes, "see")) term.see = normal_form(see->value);
        if (Attribute const* const also = find_pair(attributes, "see-also")) term.see_also = normal_form(also->value);
        if (term.entry.empty()) term.entry = model::plain_text(content);
        wrap(std::move(term));
    }
    if (std::string id = id_of(attributes); !id.empty()) {
        to.push_back({model::InlineAnchor{model::AnchorId{}, std::move(id)}, span});
    }
    for (model::Inline& each : content) to.push_back(std::move(each));
}

void InlineReader::marker(Marker const& found, cmark_node* node, model::Inlines& to, int depth) {
    cursor_ = std::max(cursor_, found.end);
    Span const whole = leaf_.span(found.begin, found.end);
    std::string_view const content = leaf_.content();
    switch (found.kind) {
    case MarkerKind::attributes: attributes_alone(found, node, to, depth); break;
    case MarkerKind::heading_attributes: trailing_ = found; break;
    case MarkerKind::span: span(found, to, depth); break;
    case MarkerKind::note_reference:
        file_.note_reference(content.substr(found.inner_begin, found.inner_end - found.inner_begin),
                             leaf_.span(found.begin - 1, std::min(found.end + 1, content.size())), to);
        break;
    case MarkerKind::note: file_.inline_note(leaf_.part(found.inner_begin, found.inner_end), whole, to); break;
    case MarkerKind::superscript:
    case MarkerKind::subscript:
    case MarkerKind::strikethrough: marked(found, to, depth); break;
    }
}

void InlineReader::marked(Marker const& found, model::Inlines& to, int depth) {
    model::Inlines content = file_.part(leaf_.part(found.inner_begin, found.inner_end), depth + 1);
    if (content.empty()) return;
    Span const whole = leaf_.span(found.begin, found.end);
    if (found.kind == MarkerKind::superscript) {
        to.push_back({model::Superscript{std::move(content)}, whole});
    } else if (found.kind == MarkerKind::subscript) {
        to.push_back({model::Subscript{std::move(content)}, whole});
    } else {
        to.push_back({model::Strikethrough{std::move(content)}, whole});
    }
}

void InlineReader::span(Marker const& found, model::Inlines& to, int depth) {
    if (found.crosses) {
        file_.diagnostics().error(Code::span_crosses, leaf_.span(found.begin, found.end),
                                  "emphasis that has begun before this bracket ends within it",
                                  {"close it before the bracket, or begin it inside"});
    }
    model::Inlines content = file_.part(leaf_.part(found.inner_begin, found.inner_end), depth + 1);
    append_span(file_, std::move(content), attributes_of(found), leaf_.span(found.begin, found.end), to);
}

// ---------------------------------------------------------------------------------------------------------------
// Links

/// `claim[^1](see there)`: CommonMark sees a link around the note's mark. The author meant a note and words in brackets.
bool InlineReader::note_with_brackets(cmark_node* node, model::Inlines& to, int depth) {
    cmark_node* const first = cmark_node_first_child(node);
    Marker const* const found = first == nullptr ? nullptr : tree_.marker(first);
    if (found == nullptr || found->kind != MarkerKind::note_reference || cmark_node_next(first) != nullptr)
        return false;
    marker(*found, first, to, depth);
    std::size_t const end = leaf_.end_of(node);
    std::size_t const begin = found->end + 1;
    if (end <= begin) return true;
    for (model::Inline& each : file_.part(leaf_.part(begin, end), depth + 1)) to.push_back(std::move(each));
    cursor_ = std::max(cursor_, end);
    return true;
}

void InlineReader::link(cmark_node* node, model::Inlines& to, int depth) {
    if (note_with_brackets(node, to, depth)) return;
    std::string_view const url = url_of(node);
    std::size_t const begin = cursor_;
    bool const angled = leaf_.content().substr(cursor_, 1) == "<";
    cursor_ = std::min(cursor_ + 1, leaf_.content().size());
    model::Inlines content;
    ++file_.links_deep();
    convert(cmark_node_first_child(node), content, depth + 1);
    --file_.links_deep();
    // cmark gives an autolink the wrong columns; it ends at its bracket.
    cursor_ = angled ? std::min(cursor_ + 1, leaf_.content().size()) : std::max(cursor_, leaf_.end_of(node));
    Span const whole = leaf_.span(begin, cursor_);
    Attributes const attributes = bound_attributes(node);

    model::Inlines made;
    std::string const scheme = scheme_of(url);
    bool const known = std::find(known_schemes.begin(), known_schemes.end(), scheme) != known_schemes.end();
    std::size_t const hash = url.find('#');
    std::string_view const file = url.substr(0, hash);
    if (known) {
        char const* const title = cmark_node_get_title(node);
        model::Link link{std::move(content), std::string(url), title == nullptr ? "" : normal_form(title), angled};
        if (angled) {
            for (model::Inline& each : link.content) std::get<model::Text>(each.kind).literal = true;
        }
        made.push_back({std::move(link), whole});
    } else if (url.starts_with('#') || (scheme.empty() && file.ends_with(".md"))) {
        model::CrossReference reference;
        reference.content = std::move(content);
        if (hash != std::string_view::npos) reference.target = url.substr(hash + 1);
        reference.file = file;
        made.push_back({std::move(reference), whole});
    } else {
        std::vector<std::string> hints{
            "write https://… for the network, #id or other.md#id for a place of this publication"};
        if (url.starts_with("www.")) hints.insert(hints.begin(), fmt::format("write https://{}", url));
        file_.diagnostics().error(Code::link_invalid, whole,
                                  url.empty() ? "a link without an address" : fmt::format("\"{}\" leads nowhere", url),
                                  std::move(hints));
        made = std::move(content);
    }
    append_span(file_, std::move(made), attributes, whole, to);
}

/// A picture within a line. One that stands alone in its paragraph is a figure: BlockReader.
void InlineReader::picture(cmark_node* node, model::Inlines& to, int depth) {
    std::size_t const begin = cursor_;
    cursor_ = std::min(cursor_ + 2, leaf_.content().size());
    model::Inlines description;
    ++file_.links_deep();
    convert(cmark_node_first_child(node), description, depth + 1);
    --file_.links_deep();
    cursor_ = std::max(cursor_, leaf_.end_of(node));
    Span const whole = leaf_.span(begin, cursor_);
    Attributes const attributes = bound_attributes(node);
    file_.check_keys(attributes, {"alt"});
    file_.check_classes(attributes, {});
    Attribute const* const alt = find_pair(attributes, "alt");
    model::InlinePicture picture;
    picture.alt = alt == nullptr ? model::plain_text(description) : normal_form(alt->value);
    if (alt == nullptr && picture.alt.empty()) {
        file_.diagnostics().error(Code::image_alt_missing, whole,
                                  "the picture has no description for those who cannot see it",
                                  {"write ![what it shows](…), or {alt=\"\"} behind it when it is mere decoration"});
    }
    auto const asset = file_.picture(url_of(node), whole);
    if (!asset) {
        for (model::Inline& each : description) to.push_back(std::move(each));
        return;
    }
    picture.asset = *asset;
    if (std::string id = id_of(attributes); !id.empty()) {
        to.push_back({model::InlineAnchor{model::AnchorId{}, std::move(id)}, whole});
    }
    to.push_back({std::move(picture), whole});
}

} // namespace quoin::reader
