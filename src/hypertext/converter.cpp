#include "hypertext/converter.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;
using manuscript::DecisionCode;

Converter::Converter(Pages& pages, Pictures& pictures, SourceMap const& sources, manuscript::Imported& result)
    : pages_(pages), pictures_(pictures), view_(sources.text(result.view)), result_(result),
      marks_(pages.notes.size()) {}

std::vector<Section> Converter::run() {
    for (Page const& page : pages_.all) {
        if (!page.is_text || pages_.facts(page.body).part != Part::text) continue;
        page_ = &page;
        bool const starts = pages_.starts.contains(page.body.hash_value());
        if (starts || sections_.empty())
            begin_section(page.body, starts ? pages_.starts.at(page.body.hash_value()) : Start{});
        remember_anchor(page.body);
        language_ = page.language;
        right_to_left_ = is_right_to_left(language_);
        flow(page.body);
    }
    return std::move(sections_);
}

Blocks Converter::blocks_of(pugi::xml_node node) {
    page_ = page_of(node);
    return collect([&] { flow(node); });
}

std::vector<Note> Converter::notes() {
    std::vector<Note> notes;
    in_note_ = true;
    for (NoteFound const& found : pages_.notes) {
        Note note;
        note.label = found.mark;
        page_ = page_of(found.bodies.front());
        language_ = page_->language;
        note.content = collect([&] {
            for (pugi::xml_node const body : found.bodies) {
                if (pages_.facts(body).part == Part::note_mark) continue;
                if (is_any(body, {"p"})) {
                    paragraph(body);
                } else {
                    flow(body);
                }
            }
        });
        take_leading_mark(note.content, found.mark);
        note.span = span_of(found.bodies.front());
        notes.push_back(std::move(note));
    }
    in_note_ = false;
    return notes;
}

// "1. Words" or "[1] Words" where the number is no element of its own; or the stop that stood behind the element.
void Converter::take_leading_mark(Blocks& content, std::string const& mark) {
    auto* const first = content.empty() ? nullptr : std::get_if<Paragraph>(&content.front().kind);
    if (first == nullptr) return;
    constexpr std::size_t looked_at = 12;
    std::string const text = plain_text(first->content).substr(0, looked_at);
    std::size_t at = std::min(text.find_first_not_of("[(^"), text.size());
    bool const marked = !mark.empty() && text.compare(at, mark.size(), mark) == 0;
    std::size_t const behind = marked ? at + mark.size() : 0;
    std::size_t const end = std::min(text.find_first_not_of("]).:^", behind), text.size());
    bool const bare = end < text.size() && (text[end] == ' ' || text.compare(end, 2, "\u00A0") == 0);
    if (!bare || end == 0) return;
    Span span = first->content.front().span;
    span.end = span.begin + static_cast<std::uint32_t>(end);
    if (marked) drop("note mark", span, text.substr(0, end));
    remove_front(first->content, end + (text[end] == ' ' ? 1 : 2));
    trim(first->content);
}

// What the action adds, instead of where it would have been added.
Blocks Converter::collect(std::function<void()> const& action) {
    Blocks blocks;
    Blocks* const outer = target_;
    bool const list_was_open = word_list_open_;
    target_ = &blocks;
    word_list_open_ = false;
    action();
    target_ = outer;
    word_list_open_ = list_was_open;
    return blocks;
}

Page const* Converter::page_of(pugi::xml_node node) const {
    for (Page const& page : pages_.all)
        if (node.root() == page.tree) return &page;
    return &pages_.all.front();
}

// Elements that make no lines gather to a paragraph; all others end it.
void Converter::flow(pugi::xml_node node) {
    Inlines run;
    for (pugi::xml_node child : node.children()) {
        Facts const facts = pages_.facts(child);
        if (facts.part != Part::text && facts.part != Part::call) continue;
        bool const starts = is_element(child) && pages_.starts.contains(child.hash_value());
        if (starts && is_top()) {
            flush(run, node);
            begin_section(child, pages_.starts.at(child.hash_value()));
        }
        if (is_element(child) && facts.part == Part::text && (is_block(child) || facts.holds_blocks)) {
            flush(run, node);
            block(child);
        } else if (is_element(child) && run.empty() && is_top() && head_piece(child)) {
            continue;
        } else {
            piece(child, run);
        }
    }
    flush(run, node);
}

// What stands where its parent wants rows, cells or items.
void Converter::stray(pugi::xml_node node) {
    Facts const& facts = pages_.facts(node);
    if (facts.part != Part::text && facts.part != Part::call) return;
    if (is_element(node) && facts.part == Part::text && (is_block(node) || facts.holds_blocks)) {
        block(node);
        return;
    }
    Inlines run;
    piece(node, run);
    flush(run, node);
}

void Converter::begin_section(pugi::xml_node node, Start const& start) {
    Section section;
    section.start = start;
    section.page = page_;
    section.article.role = start.role;
    section.article.language = language_of(node).empty() ? page_->language : language_of(node);
    section.span = span_of(node);
    sections_.push_back(std::move(section));
    anchors_.clear();
    word_list_open_ = false;
}

void Converter::block(pugi::xml_node node) {
    if (is_top() && head_piece(node)) return;
    if (!is_any(node, {"p"})) word_list_open_ = false;
    std::string const language = language_of(node);
    std::string const direction = lower(attribute(node, "dir"));
    bool const turns = direction == "rtl" && !right_to_left_;
    bool const begins = pages_.starts.contains(node.hash_value());
    bool const foreign = !language.empty() && language != language_;
    bool const own_language =
        is_heading(node) || is_any(node, {"html", "body", "article", "main", "aside", "li", "td", "th"});
    if ((!foreign && !turns) || begins || own_language) {
        plain_block(node);
        return;
    }
    std::string const outer = language_;
    bool const outer_direction = right_to_left_;
    if (foreign) language_ = language;
    right_to_left_ = turns || is_right_to_left(language_);
    Division division;
    division.language = foreign ? language : "";
    division.right_to_left = turns && !is_right_to_left(language_);
    division.content = collect([&] { plain_block(node); });
    language_ = outer;
    right_to_left_ = outer_direction;
    if (division.content.empty()) return;
    // `<div lang="uk" class="epigraph">` is one division.
    auto* const only = division.content.size() == 1 ? std::get_if<Division>(&division.content.front().kind) : nullptr;
    if (only != nullptr && only->language.empty() && !only->right_to_left) {
        only->language = division.language;
        only->right_to_left = division.right_to_left;
        Division inner = std::move(*only);
        division = std::move(inner);
    }
    add({std::move(division), span_of(node)});
}

void Converter::plain_block(pugi::xml_node node) {
    if (special_block(node)) return;
    if (is_any(node, {"p"}) && !pages_.facts(node).holds_blocks) {
        paragraph(node);
        return;
    }
    remember_anchor(node);
    flow(node);
}

void Converter::add(Block block) { out().push_back(std::move(block)); }

// -- paragraphs --

namespace {

bool is_break(Inline const& piece) { return std::holds_alternative<LineBreak>(piece.kind); }

bool is_white(Inline const& piece) {
    auto const* text = std::get_if<Text>(&piece.kind);
    if (text == nullptr) return false;
    for (std::size_t at = 0; at < text->text.size();) {
        if (is_space(text->text[at])) {
            ++at;
        } else if (text->text.compare(at, 2, "\u00A0") == 0) {
            at += 2;
        } else {
            return false;
        }
    }
    return true;
}

std::size_t length_of(Inlines const& content) { return plain_text(content).size(); }

// Texts in which each paragraph ends in a single `<br>`: their "lines" are far longer than lines of an address.
bool breaks_are_paragraphs(Inlines const& run) {
    auto const breaks = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_break));
    constexpr std::size_t least = 2, long_line = 150;
    return breaks >= least && length_of(run) / (breaks + 1) > long_line;
}

std::vector<Inlines> split_at_breaks(Inlines run) {
    bool const each = breaks_are_paragraphs(run);
    std::vector<Inlines> parts(1);
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (!is_break(run[i])) {
            parts.back().push_back(std::move(run[i]));
            continue;
        }
        std::size_t next = i + 1;
        while (next < run.size() && is_white(run[next])) ++next;
        bool const doubled = next < run.size() && is_break(run[next]);
        if (!doubled && !each) {
            parts.back().push_back(std::move(run[i]));
            continue;
        }
        while (next < run.size() && (is_break(run[next]) || is_white(run[next]))) ++next;
        parts.emplace_back();
        i = next - 1;
    }
    return parts;
}

void trim_front(Inlines& content) {
    while (!content.empty()) {
        Inline& first = content.front();
        if (is_break(first)) {
            content.erase(content.begin());
            continue;
        }
        if (auto* text = std::get_if<Text>(&first.kind)) {
            std::size_t at = 0;
            while (at < text->text.size() && is_space(text->text[at])) ++at;
            text->text.erase(0, at);
            if (first.span.file != FileId::none)
                first.span.begin = std::min(first.span.end, first.span.begin + static_cast<std::uint32_t>(at));
            if (!text->text.empty()) return;
            content.erase(content.begin());
            continue;
        }
        if (std::holds_alternative<InlineAnchor>(first.kind)) return;
        if (Inlines* inner = children(first)) {
            trim_front(*inner);
            if (!inner->empty() || std::holds_alternative<CrossReference>(first.kind)) return;
            content.erase(content.begin());
            continue;
        }
        return;
    }
}

void trim_back(Inlines& content) {
    while (!content.empty()) {
        Inline& last = content.back();
        if (is_break(last)) {
            content.pop_back();
            continue;
        }
        if (auto* text = std::get_if<Text>(&last.kind)) {
            while (!text->text.empty() && is_space(text->text.back())) text->text.pop_back();
            if (!text->text.empty()) return;
            content.pop_back();
            continue;
        }
        if (Inlines* inner = children(last)) {
            trim_back(*inner);
            if (!inner->empty() || std::holds_alternative<CrossReference>(last.kind)) return;
            content.pop_back();
            continue;
        }
        return;
    }
}

// No spaces around a line's end.
void trim_lines(Inlines& content) {
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (!is_break(content[i])) continue;
        if (i > 0)
            if (auto* before = std::get_if<Text>(&content[i - 1].kind))
                while (!before->text.empty() && is_space(before->text.back())) before->text.pop_back();
        if (i + 1 < content.size())
            if (auto* after = std::get_if<Text>(&content[i + 1].kind)) {
                std::size_t at = 0;
                while (at < after->text.size() && is_space(after->text[at])) ++at;
                after->text.erase(0, at);
                content[i + 1].span.begin =
                    std::min(content[i + 1].span.end, content[i + 1].span.begin + static_cast<std::uint32_t>(at));
            }
    }
    std::erase_if(content, [](Inline const& each) {
        auto const* text = std::get_if<Text>(&each.kind);
        return text != nullptr && text->text.empty();
    });
}

// Texts side by side become one, in what stressed passages hold too.
void tidy_up(Inlines& content) {
    for (Inline& each : content)
        if (Inlines* inner = children(each)) tidy_up(*inner);
    trim_lines(content);
    Inlines joined;
    for (Inline& each : content) {
        auto* const text = std::get_if<Text>(&each.kind);
        auto* const before = joined.empty() || text == nullptr ? nullptr : std::get_if<Text>(&joined.back().kind);
        if (before == nullptr) {
            joined.push_back(std::move(each));
            continue;
        }
        before->text += text->text;
        Span& span = joined.back().span;
        if (span.file == FileId::none) span = each.span;
        if (each.span.file == span.file) span.end = std::max(span.end, each.span.end);
    }
    content = std::move(joined);
}

} // namespace

void trim(Inlines& content) {
    trim_front(content);
    trim_back(content);
    tidy_up(content);
}

bool is_blank(Inlines const& content) {
    return std::all_of(content.begin(), content.end(), [](Inline const& each) {
        Inlines const* const inner = children(each);
        if (inner != nullptr) return is_blank(*inner) && !std::holds_alternative<CrossReference>(each.kind);
        return is_white(each) || is_break(each);
    });
}

void remove_front(Inlines& content, std::size_t count) {
    while (count > 0 && !content.empty()) {
        Inline& first = content.front();
        if (auto* text = std::get_if<Text>(&first.kind)) {
            std::size_t const now = std::min(count, text->text.size());
            text->text.erase(0, now);
            first.span.begin = std::min(first.span.end, first.span.begin + static_cast<std::uint32_t>(now));
            count -= now;
            if (text->text.empty()) content.erase(content.begin());
            continue;
        }
        Inlines* const inner = children(first);
        if (inner == nullptr) return;
        std::size_t const whole = length_of(*inner);
        remove_front(*inner, std::min(count, whole));
        count -= std::min(count, whole);
        if (inner->empty()) content.erase(content.begin());
    }
}

void Converter::flush(Inlines& run, pugi::xml_node around) {
    if (run.empty()) return;
    for (Inlines& part : split_at_breaks(std::move(run))) paragraph_of(std::move(part), around);
    run.clear();
}

void Converter::paragraph_of(Inlines content, pugi::xml_node around) {
    trim(content);
    if (is_blank(content)) return;
    // A picture alone in its paragraph, with or without a link around it, is a figure.
    Inline const* only = content.size() == 1 ? &content.front() : nullptr;
    if (only != nullptr)
        if (auto const* around_it = std::get_if<Link>(&only->kind))
            only = around_it->content.size() == 1 ? &around_it->content.front() : nullptr;
    if (only != nullptr)
        if (auto const* picture = std::get_if<InlinePicture>(&only->kind))
            if (figure_of(*picture, around)) return;
    for (std::size_t i = 0; i < anchors_.size(); ++i)
        content.insert(content.begin() + static_cast<std::ptrdiff_t>(i), Inline{InlineAnchor{{}, anchors_[i]}, {}});
    anchors_.clear();
    Span const span = content.front().span.file != FileId::none ? content.front().span : span_of(around);
    Span whole = span;
    if (content.back().span.file != FileId::none) whole.end = std::max(whole.end, content.back().span.end);
    add({Paragraph{std::move(content), ""}, whole});
}

// -- places that links lead to --

void Converter::remember_anchor(pugi::xml_node node) {
    Facts const& facts = pages_.facts(node);
    if (facts.part == Part::text && !facts.name.empty()) anchors_.push_back(facts.name);
}

std::string Converter::take_anchor(pugi::xml_node node) {
    Facts const& facts = pages_.facts(node);
    return facts.part == Part::text ? facts.name : "";
}

Span Converter::span_of(pugi::xml_node node) const {
    Slice const slice = pages_.facts(node).slice;
    auto const size = static_cast<std::uint32_t>(view_.size());
    if (slice.end == 0) return {result_.view, 0, 0};
    return {result_.view, std::min(slice.begin, size), std::min(slice.end, size)};
}

std::string Converter::language_of(pugi::xml_node node) const {
    std::string_view const language = node.attribute("lang") ? attribute(node, "lang") : attribute(node, "xml:lang");
    return canonical_language(language);
}

void Converter::drop(std::string name, Span span, std::string text) {
    if (!text.empty()) result_.dropped.push_back({std::move(name), span, std::move(text)});
}

void Converter::tell(DecisionCode code, Span span, std::string choice, std::string reason, double confidence) {
    manuscript::Decision decision;
    decision.code = code;
    decision.left = span;
    decision.choice = std::move(choice);
    decision.reason = std::move(reason);
    decision.confidence = confidence;
    result_.decisions.push_back(std::move(decision));
}

// -- blocks that hold blocks --

void Converter::quote(pugi::xml_node node) {
    remember_anchor(node);
    Quote quote;
    pugi::xml_node source;
    for (pugi::xml_node child = node.last_child(); child && !source; child = child.previous_sibling()) {
        if (child.type() == pugi::node_pcdata && trimmed(child.value()).empty()) continue;
        if (is_element(child) && pages_.facts(child).part == Part::text && take_attribution(child, quote.attribution))
            source = child;
        break;
    }
    if (source) pages_.change(source).part = Part::title;
    quote.content = collect([&] { flow(node); });
    if (quote.content.empty() && quote.attribution.empty()) return;
    if (quote.content.empty()) {
        add({Paragraph{std::move(quote.attribution), ""}, span_of(node)});
        return;
    }
    add({std::move(quote), span_of(node)});
}

void Converter::insert(pugi::xml_node node) {
    Insert insert;
    std::string const language = language_of(node);
    if (!language.empty() && language != language_) insert.language = language;
    if (pages_.ours)
        for (std::string_view const each : split_words(attribute(node, "class")))
            if (each != "insert" && each != "advert") insert.classes.emplace_back(each);
    pugi::xml_node title = first_element(node);
    while (title && !is_heading(title) && is_any(title, {"div", "header"}) && first_element(title))
        title = first_element(title);
    bool const titled =
        title && pages_.facts(title).part == Part::text &&
        (is_heading(title) || has_any_class(title, {"insert-title", "sidebar-title", "box-title", "title"}));
    std::string const outer = language_;
    if (!insert.language.empty()) language_ = insert.language;
    if (titled) {
        insert.title = inlines(title);
        pages_.change(title).part = Part::title;
    }
    bool const inside = in_insert_;
    in_insert_ = true;
    insert.content = collect([&] { flow(node); });
    in_insert_ = inside;
    language_ = outer;
    if (insert.content.empty() && insert.title.empty()) return;
    bool const entry =
        is_top() && sections_.back().start.kind == Start::Kind::insert && sections_.back().insert.content.empty();
    if (entry) {
        sections_.back().insert = std::move(insert);
        sections_.back().span = span_of(node);
    } else {
        add({std::move(insert), span_of(node)});
    }
}

void Converter::division(pugi::xml_node node, std::vector<std::string> classes) {
    Division division;
    division.classes = std::move(classes);
    division.id = take_anchor(node);
    division.content = collect([&] { flow(node); });
    if (!division.content.empty()) add({std::move(division), span_of(node)});
}

void Converter::list_item(pugi::xml_node node, List& list, int& number) {
    ListItem item;
    item.span = span_of(node);
    std::string const value(attribute(node, "value"));
    if (int const stated = std::atoi(value.c_str()); stated != 0) number = stated;
    pugi::xml_node marker = first_element(node);
    if (is_any(marker, {"p"})) marker = first_element(marker);
    bool const literal = list.kind == ListKind::numbered && is_any(marker, {"span"}) &&
                         has_word(marker, "class", "marker") && pages_.facts(marker).part == Part::text;
    if (literal) {
        item.marker = text_of(marker);
        item.number = value_of_marker(item.marker);
        pages_.change(marker).part = Part::title;
    }
    for (pugi::xml_node child : node.children()) {
        bool const holds = is_any(child, {"p", "div", "blockquote", "table"}) && pages_.facts(child).part == Part::text;
        if (holds) list.tight = false;
    }
    remember_anchor(node);
    item.content = collect([&] { flow(node); });
    if (list.kind == ListKind::numbered && !literal) item.number = number;
    ++number;
    if (!item.content.empty() || !item.marker.empty()) list.items.push_back(std::move(item));
}

// A meaning is a list of blocks of its own.
void Converter::definitions(pugi::xml_node node) {
    remember_anchor(node);
    DefinitionList list;
    auto const look_at = [&](pugi::xml_node each) {
        if (pages_.facts(each).part != Part::text) return;
        if (is_any(each, {"dt"})) {
            Inlines term = inlines(each);
            bool const continues = !list.items.empty() && list.items.back().meanings.empty();
            if (continues && !is_blank(term)) {
                Inlines& before = list.items.back().term;
                before.push_back({Text{", "}, {}});
                std::move(term.begin(), term.end(), std::back_inserter(before));
            } else if (!is_blank(term)) {
                list.items.push_back({std::move(term), {}, span_of(each)});
            }
        } else if (is_any(each, {"dd"})) {
            Blocks meaning = collect([&] { flow(each); });
            if (meaning.empty()) return;
            if (list.items.empty()) {
                for (Block& block : meaning) add(std::move(block));
            } else {
                list.items.back().meanings.push_back(std::move(meaning));
            }
        }
    };
    for (pugi::xml_node child : node.children()) {
        if (is_any(child, {"div"})) {
            for (pugi::xml_node each : child.children()) look_at(each);
        } else if (is_any(child, {"dt", "dd"})) {
            look_at(child);
        } else if (is_element(child) || !trimmed(child.value()).empty()) {
            stray(child);
        }
    }
    // A term without a meaning is a paragraph of its own: the source format knows no other.
    DefinitionList whole;
    for (Definition& item : list.items) {
        if (!item.meanings.empty()) {
            whole.items.push_back(std::move(item));
            continue;
        }
        if (!whole.items.empty()) add({std::exchange(whole, {}), span_of(node)});
        add({Paragraph{std::move(item.term), ""}, item.span});
    }
    if (!whole.items.empty()) add({std::move(whole), span_of(node)});
}

bool Converter::figure(pugi::xml_node node) {
    std::vector<pugi::xml_node> pictures;
    pugi::xml_node caption;
    for (pugi::xml_node each = next_node(node, node); each;) {
        bool const passed = pages_.facts(each).part != Part::text;
        bool const is_caption =
            !passed &&
            (is_any(each, {"figcaption"}) ||
             has_any_class(each, {"wp-caption-text", "thumbcaption", "caption", "image-caption", "gallerytext"}));
        if (is_caption && !caption) caption = each;
        if (!passed && !is_caption && is_any(each, {"img", "svg"})) pictures.push_back(each);
        each = passed || is_caption || is_any(each, {"svg"}) ? next_beyond(each, node) : next_node(each, node);
    }
    if (pictures.empty()) return false;
    bool const other_words = !is_any(node, {"figure"}) && text_of(node).size() != text_of(caption).size();
    if (other_words) return false;
    // What is neither picture nor caption stands before them: a table, a line of text.
    if (is_any(node, {"figure"})) {
        if (caption) pages_.change(caption).part = Part::title;
        for (pugi::xml_node const picture : pictures) pages_.change(picture).part = Part::title;
        flow(node);
    }
    remember_anchor(node);
    for (pugi::xml_node const picture : pictures)
        add_figure(picture, node, picture == pictures.back() ? caption : pugi::xml_node());
    return true;
}

} // namespace quoin::hypertext
