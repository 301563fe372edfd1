#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"
#include "hypertext/view.hpp"

#include <algorithm>

namespace quoin::hypertext {

using namespace model;
using manuscript::DecisionCode;

Inlines Converter::inlines(pugi::xml_node node) {
    Inlines content;
    pieces(node, content);
    trim(content);
    return content;
}

void Converter::pieces(pugi::xml_node node, Inlines& to) {
    for (pugi::xml_node child : node.children()) {
        Facts const& facts = pages_.facts(child);
        if (facts.part != Part::text && facts.part != Part::call) continue;
        // A block within a line (a paragraph in a cell, a heading of two lines) is a line of its own there.
        bool const breaks = is_block(child) || facts.holds_blocks;
        bool const line = breaks && !is_blank(to);
        if (line && !to.empty() && !std::holds_alternative<LineBreak>(to.back().kind)) to.push_back({LineBreak{}, {}});
        piece(child, to);
        bool const followed = breaks && child.next_sibling() && !is_blank(to);
        if (followed && !is_block(child.next_sibling()) && !trimmed(child.next_sibling().value()).empty())
            to.push_back({LineBreak{}, {}});
    }
}

void Converter::piece(pugi::xml_node node, Inlines& to) {
    if (node.type() == pugi::node_pcdata) return text(node, to);
    if (!is_element(node)) return;
    Facts const& facts = pages_.facts(node);
    if (facts.part == Part::call) return call(node, to);
    if (facts.part == Part::text) element(node, to);
}

void Converter::text(pugi::xml_node node, Inlines& to) {
    Slice const slice = pages_.facts(node).slice;
    auto const end = std::min<std::size_t>(slice.end, view_.size());
    if (slice.begin >= end) return;
    std::string content(view_.substr(slice.begin, end - slice.begin));
    std::replace(content.begin(), content.end(), '\n', ' ');
    Span span{result_.view, slice.begin, static_cast<std::uint32_t>(end)};
    auto* const before = to.empty() ? nullptr : std::get_if<Text>(&to.back().kind);
    if (before != nullptr && to.back().span.file == result_.view && to.back().span.end == span.begin) {
        before->text += content;
        to.back().span.end = span.end;
        return;
    }
    // What stood between them was left out: one of the spaces around it goes too.
    if (before != nullptr && before->text.ends_with(' ') && content.starts_with(' ')) {
        content.erase(0, 1);
        ++span.begin;
    }
    if (!content.empty()) to.push_back({Text{std::move(content)}, span});
}

void Converter::call(pugi::xml_node node, Inlines& to) {
    std::uint32_t const note = pages_.facts(node).note;
    if (note >= marks_.size()) return;
    // The space before a raised mark is the typist's.
    if (!to.empty())
        if (auto* before = std::get_if<Text>(&to.back().kind); before != nullptr && before->text.size() > 1)
            while (before->text.size() > 1 && before->text.back() == ' ' && pages_.ours) before->text.pop_back();
    to.push_back({NoteReference{static_cast<NoteId>(note), marks_[note]++}, span_of(node)});
}

void Converter::element(pugi::xml_node node, Inlines& to) {
    Facts const& facts = pages_.facts(node);
    bool const place =
        !facts.name.empty() && !is_any(node, {"img", "svg"}) && !pages_.index_entries.contains(node.hash_value());
    if (place) to.push_back({InlineAnchor{{}, facts.name}, {}});
    if (is_any(node, {"br"})) {
        to.push_back({LineBreak{}, {}});
    } else if (is_any(node, {"wbr", "hr", "col", "colgroup"})) {
        return;
    } else if (is_any(node, {"img", "svg"})) {
        picture(node, to);
    } else if (is_any(node, {"a"}) && node.attribute("href")) {
        link(node, to);
    } else if (is_any(node, {"input"})) {
        if (attribute(node, "type") == "checkbox") to.push_back({Text{node.attribute("checked") ? "☑ " : "☐ "}, {}});
    } else if (is_any(node, {"q"})) {
        to.push_back({Text{"“"}, {}});
        pieces(node, to);
        to.push_back({Text{"”"}, {}});
    } else if (is_any(node, {"math", "m:math"})) {
        tell(DecisionCode::formula_linear, span_of(node), "wrote a formula as a line of text",
             "the sources know no formulas", 0.6);
        pieces(node, to);
    } else if (auto const entry = pages_.index_entries.find(node.hash_value()); entry != pages_.index_entries.end()) {
        IndexTerm term;
        pieces(node, term.content);
        if (plain_text(term.content) != entry->second) term.entry = entry->second;
        to.push_back({std::move(term), span_of(node)});
    } else {
        Inlines content;
        pieces(node, content);
        styled(node, std::move(content), to);
    }
}

namespace {

// Spaces at the ends of stress belong outside of it.
struct Edges {
    Inlines before, after;
};

Edges take_edges(Inlines& content) {
    Edges edges;
    if (!content.empty())
        if (auto* text = std::get_if<Text>(&content.front().kind); text != nullptr && text->text.starts_with(' ')) {
            edges.before.push_back({Text{" "}, {}});
            remove_front(content, 1);
        }
    if (!content.empty())
        if (auto* text = std::get_if<Text>(&content.back().kind); text != nullptr && text->text.ends_with(' ')) {
            edges.after.push_back({Text{" "}, {}});
            text->text.pop_back();
            if (content.back().span.end > content.back().span.begin) --content.back().span.end;
            if (text->text.empty()) content.pop_back();
        }
    return edges;
}

template <typename Kind>
void wrap(bool wanted, Inlines& content) {
    if (!wanted || content.empty()) return;
    Span span = content.front().span;
    if (content.back().span.file == span.file) span.end = std::max(span.end, content.back().span.end);
    Kind kind;
    kind.content = std::move(content);
    content.clear();
    content.push_back({std::move(kind), span});
}

template <typename Kind>
bool is_whole(Inlines const& content) {
    return content.size() == 1 && std::holds_alternative<Kind>(content.front().kind);
}

bool has_reference(Inlines const& content) {
    return std::any_of(content.begin(), content.end(), [](Inline const& each) {
        auto const* inner = children(each);
        return inner != nullptr ? has_reference(*inner) : !std::holds_alternative<Text>(each.kind);
    });
}

} // namespace

void Converter::styled(pugi::xml_node node, Inlines content, Inlines& to) {
    if (content.empty()) return;
    TextStyle style = pages_.style(*page_, node);
    bool const quiet = is_block(node); // what a paragraph looks like says nothing about its words
    bool const italic = !quiet && style.italic.value_or(is_any(node, {"em", "i", "cite", "dfn", "var"}));
    bool const bold = !quiet && style.bold.value_or(is_any(node, {"b", "strong"}));
    bool const small =
        !quiet && (style.small_caps || has_any_class(node, {"smallcaps", "small-caps", "smcap", "sc", "scap", "caps"}));
    bool const struck = !quiet && (style.struck || is_any(node, {"s", "strike", "del"}));
    bool const raised = is_any(node, {"sup"}) || (!quiet && style.raised == Raised::superscript);
    bool const lowered = is_any(node, {"sub"}) || (!quiet && style.raised == Raised::subscript);
    bool const typed = is_any(node, {"code", "kbd", "samp", "tt"}) && !has_reference(content);
    std::string const language = language_of(node);
    bool const foreign = !quiet && !language.empty() && language != language_;
    bool const turns =
        !quiet && lower(attribute(node, "dir")) == "rtl" && !right_to_left_ && !is_right_to_left(language);
    std::vector<std::string> classes;
    if (pages_.ours && is_any(node, {"span"}) && !small)
        for (std::string_view const each : split_words(attribute(node, "class"))) classes.emplace_back(each);
    Edges edges = take_edges(content);
    std::move(edges.before.begin(), edges.before.end(), std::back_inserter(to));
    if (typed && !content.empty()) {
        Span const span = content.front().span;
        std::string words = plain_text(content);
        content.clear();
        if (!words.empty()) content.push_back({model::Code{std::move(words)}, span});
    }
    wrap<Superscript>(raised && !is_whole<NoteReference>(content), content);
    wrap<Subscript>(lowered, content);
    wrap<SmallCaps>(small, content);
    wrap<Strikethrough>(struck, content);
    wrap<Emphasis>(italic && !is_whole<Emphasis>(content), content);
    wrap<Strong>(bold && !is_whole<Strong>(content), content);
    if ((foreign || turns || !classes.empty()) && !content.empty()) {
        wrap<LanguageSpan>(true, content);
        auto& span = std::get<LanguageSpan>(content.front().kind);
        span.language = foreign ? language : "";
        span.right_to_left = turns;
        span.classes = std::move(classes);
    }
    std::move(content.begin(), content.end(), std::back_inserter(to));
    std::move(edges.after.begin(), edges.after.end(), std::back_inserter(to));
}

namespace {

bool has_scheme(std::string_view address) {
    for (char const* scheme : {"http://", "https://", "mailto:", "ftp://", "tel:", "doi:", "urn:"})
        if (lower(address.substr(0, 8)).starts_with(scheme)) return true;
    return false;
}

// The text is the address itself, as far as a reader sees it.
bool shows_address(std::string_view text, std::string_view address) {
    if (text == address || percent_encoded(text) == address) return !text.empty();
    return address.starts_with("mailto:") && text == address.substr(7);
}

} // namespace

void Converter::link(pugi::xml_node node, Inlines& to) {
    Inlines content;
    pieces(node, content);
    std::string address(trimmed(attribute(node, "href")));
    if (address.starts_with("//")) address.insert(0, "https:");
    Edges edges = take_edges(content);
    std::move(edges.before.begin(), edges.before.end(), std::back_inserter(to));
    Span const span = content.empty() ? span_of(node) : content.front().span;
    pugi::xml_node const target = target_of(pages_, *page_, address);
    Facts const& place = pages_.facts(target);
    if (target && !place.name.empty() && (place.part == Part::text || place.part == Part::title)) {
        if (!is_blank(content)) {
            ++result_.counts.links;
            CrossReference reference;
            reference.content = std::move(content);
            reference.target = place.name;
            to.push_back({std::move(reference), span});
        }
    } else if (has_scheme(address) && !is_blank(content)) {
        ++result_.counts.links;
        Link link;
        std::string const words = plain_text(content);
        link.address = percent_encoded(address);
        link.bare = shows_address(words, link.address) || (pages_.ours && has_word(node, "class", "url"));
        link.title = link.bare ? "" : collapsed(attribute(node, "title"));
        link.content = std::move(content);
        to.push_back({std::move(link), span});
    } else {
        bool const told =
            !target && !address.starts_with('#') && !address.empty() && !lower(address).starts_with("javascript:");
        if (told && !plain_text(content).empty())
            tell(DecisionCode::link_dropped, span, "kept the words and left the link out",
                 "“" + address.substr(0, 80) + "” leads out of the source", 0.85);
        std::move(content.begin(), content.end(), std::back_inserter(to));
    }
    std::move(edges.after.begin(), edges.after.end(), std::back_inserter(to));
}

std::optional<AssetId> Converter::take_picture(pugi::xml_node node) {
    Span const span = span_of(node);
    if (is_any(node, {"svg"})) {
        pugi::xml_node const inner = find_element(node, "image"); // a cover page of old tools: a drawing of one picture
        if (!inner) return pictures_.take_drawing(node, span);
        std::string_view const address =
            inner.attribute("href") ? attribute(inner, "href") : attribute(inner, "xlink:href");
        return pictures_.take(*page_, std::string(address), span);
    }
    for (char const* name : {"data-src", "data-original", "data-lazy-src", "src"}) {
        std::string const address(trimmed(attribute(node, name)));
        bool const stands_in = address.starts_with("data:") && std::string_view(name) != "src";
        if (!address.empty() && !stands_in) return pictures_.take(*page_, address, span);
    }
    return std::nullopt;
}

void Converter::picture(pugi::xml_node node, Inlines& to) {
    // Pictures of one pixel count visitors.
    std::string_view const width = attribute(node, "width"), height = attribute(node, "height");
    std::string const alternative = picture_description(node);
    bool const counts_visitors = (width == "1" || width == "0") && (height == "1" || height == "0");
    auto const asset = counts_visitors ? std::nullopt : take_picture(node);
    if (!asset) {
        drop("alternative text of a missing picture", span_of(node), alternative);
        return;
    }
    InlinePicture picture;
    picture.asset = *asset;
    picture.alt = alternative;
    to.push_back({std::move(picture), span_of(node)});
}

} // namespace quoin::hypertext
