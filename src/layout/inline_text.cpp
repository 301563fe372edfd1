#include "layout/inline_text.hpp"

#include "base/utf8.hpp"
#include "layout/compose_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0";           // U+2060
constexpr std::string_view object_character = "\xEF\xBF\xBC";      // U+FFFC
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF"; // U+202F
constexpr std::string_view no_break_space = "\xC2\xA0";            // U+00A0
constexpr std::string_view right_to_left_isolate = "\xE2\x81\xA7"; // U+2067
constexpr std::string_view pop_isolate = "\xE2\x81\xA9";           // U+2069

constexpr int regular_limit = 550; // up to here a face is a text weight and strong words take its bold …
constexpr int bold_weight = 700;
constexpr int blackest_weight = 900; // … above it they take the blackest of the family

/// What changes on the way down the tree of inlines.
struct State {
    text::CharacterStyle style;
    std::string language;
    page::TagId tag = page::TagId::artifact;
    std::uint32_t link = 0;
    bool address = false, hyphenate = true, strike = false;
};

class Builder {
  public:
    Builder(Context& context, InlineSetting const& setting) : context_(context), setting_(setting) {}

    InlineText build(model::Inlines const& content) {
        State state;
        state.style = setting_.style;
        state.language = setting_.language;
        state.tag = setting_.tag;
        state.hyphenate = setting_.hyphenate;
        if (setting_.right_to_left) add_generated(right_to_left_isolate, state, {});
        add_all(content, state);
        if (setting_.right_to_left) add_generated(pop_isolate, state, {});
        return std::move(made_);
    }

  private:
    Context& context_;
    InlineSetting const& setting_;
    InlineText made_;
    std::uint32_t plain_ = 0;
    bool after_note_mark_ = false;

    void add_all(model::Inlines const& content, State const& state) {
        for (model::Inline const& piece : content) {
            bool const is_mark = std::holds_alternative<model::NoteReference>(piece.kind);
            add(piece, state);
            after_note_mark_ = is_mark;
        }
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(made_.text.text.size()); }

    void add_run(std::string_view text, State const& state, Span source, bool literal) {
        if (text.empty()) return;
        auto const begin = size();
        made_.text.text += text;
        text::Run run;
        run.begin = begin;
        run.end = size();
        run.style = state.style;
        run.language = state.language;
        run.tag = state.tag;
        run.link = state.link;
        run.source = source;
        run.source_literal = literal;
        run.address = state.address;
        run.may_hyphenate = state.hyphenate && !state.address;
        run.strike = state.strike;
        made_.text.runs.push_back(std::move(run));
    }

    /// Text of the model: counts in plain_text().
    void add_text(std::string_view text, State const& state, Span source) {
        if (text.empty()) return;
        note_offset();
        add_run(text, state, source, source.end - source.begin == text.size());
        plain_ += static_cast<std::uint32_t>(text.size());
    }

    /// Text of the program: the offset into the model stands still over it.
    void add_generated(std::string_view text, State const& state, Span source) {
        if (text.empty()) return;
        note_offset();
        add_run(text, state, source, false);
        made_.plain_offsets.push_back({size(), plain_});
    }

    /// A pair only where the two counts have drifted apart since the last one.
    void note_offset() {
        auto& pairs = made_.plain_offsets;
        std::int64_t const drift = std::int64_t{plain_} - size();
        std::int64_t const known = pairs.empty() ? 0 : std::int64_t{pairs.back().plain} - pairs.back().text;
        if (drift != known) pairs.push_back({size(), plain_});
    }

    void add(model::Inline const& piece, State const& state) {
        model::match(
            piece.kind, [&](model::Text const& text) { add_text(text.text, state, piece.span); },
            [&](model::Emphasis const& kind) { add_emphasis(kind, state); },
            [&](model::Strong const& kind) { add_strong(kind, state); },
            [&](model::Strikethrough const& kind) {
                State inner = state;
                inner.strike = true;
                add_all(kind.content, inner);
            },
            [&](model::SmallCaps const& kind) {
                State inner = state;
                inner.style.capitals = style::Capitals::small;
                add_all(kind.content, inner);
            },
            [&](model::Superscript const& kind) { add_raised(kind.content, text::Rise::superior, state); },
            [&](model::Subscript const& kind) { add_raised(kind.content, text::Rise::inferior, state); },
            [&](model::Code const& kind) { add_code(kind, state, piece.span); },
            [&](model::LanguageSpan const& kind) { add_language_span(kind, state); },
            [&](model::Link const& kind) { add_link(kind, state); },
            [&](model::CrossReference const& kind) { add_cross_reference(kind, state, piece.span); },
            [&](model::NoteReference const& kind) { add_note_reference(kind, state, piece.span); },
            [&](model::InlinePicture const& kind) { add_picture(kind, state, piece.span); },
            [&](model::IndexTerm const& kind) {
                if (kind.indexed) add_anchor(context_.anchor_name(kind.anchor));
                add_all(kind.content, state);
            },
            [&](model::InlineAnchor const& kind) { add_anchor(context_.anchor_name(kind.anchor)); },
            [&](model::LineBreak const&) {
                note_offset();
                add_run("\n", state, piece.span, false);
                ++plain_;
            });
    }

    void add_emphasis(model::Emphasis const& kind, State const& state) {
        State inner = state;
        inner.style.face.italic = !state.style.face.italic; // emphasis within italic is roman
        add_all(kind.content, inner);
    }

    void add_strong(model::Strong const& kind, State const& state) {
        State inner = state;
        inner.style.face.weight = state.style.face.weight <= regular_limit ? bold_weight : blackest_weight;
        add_all(kind.content, inner);
    }

    void add_raised(model::Inlines const& content, text::Rise rise, State const& state) {
        State inner = state;
        inner.style.rise = rise;
        inner.hyphenate = false;
        add_all(content, inner);
    }

    void add_code(model::Code const& kind, State const& state, Span span) {
        State inner = state;
        style::TypeStyle const& code = context_.type(style::TypeRole::code);
        style::TypeStyle const& body = context_.type(style::TypeRole::body);
        inner.style.face = {code.family, state.style.face.weight <= regular_limit ? code.weight : bold_weight, false};
        // Typewriter faces run large: in other sizes than the body's they keep their proportion to it.
        inner.style.size = state.style.size.scaled(std::min(code.size, body.size).units, body.size.units);
        inner.style.capitals = style::Capitals::none;
        inner.style.figures = style::Figures::lining;
        inner.style.tracking = 0;
        inner.hyphenate = false;
        add_text(kind.text, inner, span);
    }

    void add_language_span(model::LanguageSpan const& kind, State const& state) {
        State inner = state;
        if (!kind.language.empty() && kind.language != state.language) {
            inner.language = kind.language;
            if (setting_.tag != page::TagId::artifact)
                inner.tag = context_.add_tag(page::TagRole::Span, state.tag, kind.language);
        }
        if (kind.right_to_left) add_generated(right_to_left_isolate, inner, {});
        add_all(kind.content, inner);
        if (kind.right_to_left) add_generated(pop_isolate, inner, {});
    }

    /// The state inside a link: a number, and a Link element under the paragraph's.
    State linked(State const& state, LinkTarget target, page::TagId parent) {
        State inner = state;
        if (!setting_.active) return inner;
        if (setting_.tag != page::TagId::artifact) inner.tag = context_.add_tag(page::TagRole::Link, parent);
        target.tag = inner.tag;
        inner.link = context_.add_link(std::move(target));
        return inner;
    }

    void add_link(model::Link const& kind, State const& state) {
        LinkTarget target;
        target.address = kind.address;
        target.contents = kind.title.empty() ? model::plain_text(kind.content) : kind.title;
        State inner = linked(state, std::move(target), state.tag);
        inner.address = kind.bare;
        add_all(kind.content, inner);
    }

    void add_cross_reference(model::CrossReference const& kind, State const& state, Span span) {
        std::string const name = kind.resolved ? context_.anchor_name(kind.anchor) : std::string{};
        State inner = state;
        if (!name.empty()) {
            LinkTarget target;
            target.destination = name;
            target.contents = model::plain_text(context_.document.anchors[static_cast<std::size_t>(kind.anchor)].label);
            inner = linked(state, std::move(target), state.tag);
        }
        if (!kind.content.empty()) {
            add_all(kind.content, inner);
            return;
        }
        if (name.empty()) { // reported when the target was looked for; its name is better than a hole
            add_generated(kind.target, inner, span);
            return;
        }
        context_.tells_page_numbers = true;
        auto const known = context_.known.find(name);
        std::string const number = known != context_.known.end() && !known->second.empty() ? known->second : "000";
        inner.hyphenate = false;
        add_generated(fmt::format("{}{}{}", words_for(state.language).page, no_break_space, number), inner, span);
    }

    void add_note_reference(model::NoteReference const& kind, State const& state, Span span) {
        auto const index = static_cast<std::size_t>(kind.note);
        if (!setting_.active || index >= context_.document.notes.size()) return;
        model::Note const& note = context_.document.notes[index];
        State inner = state;
        inner.style.rise = text::Rise::superior;
        inner.style.face.italic = false;
        inner.style.capitals = style::Capitals::none;
        inner.style.figures = style::Figures::lining;
        inner.style.tracking = 0;
        inner.hyphenate = false;
        // Two marks in a row must not read as one number; the joiner keeps a mark with the word before it.
        std::string const before =
            std::string(word_joiner) + std::string(after_note_mark_ ? narrow_no_break_space : "");
        add_generated(before, inner, span);
        std::string const suffix = kind.occurrence == 0 ? "" : fmt::format("-{}", kind.occurrence + 1);
        add_anchor("ref-" + note.anchor + suffix);
        page::TagId reference = state.tag;
        if (setting_.tag != page::TagId::artifact) reference = context_.add_tag(page::TagRole::Reference, state.tag);
        LinkTarget target;
        target.destination = "note-" + note.anchor;
        target.contents = fmt::format("{} {}", words_for(state.language).note, note.number);
        inner = linked(inner, std::move(target), reference);
        if (kind.occurrence == 0) {
            if (context_.notes_at_foot()) {
                made_.text.marks.push_back({text::Mark::Kind::note, size(), static_cast<std::uint32_t>(kind.note)});
            }
            context_.pending_notes.push_back(kind.note);
        }
        add_generated(std::to_string(note.number), inner, span);
    }

    void add_anchor(std::string name) {
        if (!setting_.active || name.empty()) return;
        made_.text.marks.push_back({text::Mark::Kind::anchor, size(), context_.add_anchor(std::move(name))});
    }

    void add_picture(model::InlinePicture const& kind, State const& state, Span span) {
        LoadedImage const& loaded = context_.image(kind.asset);
        if (!loaded.image || loaded.height == 0) { // reported; what it shows is told in words
            add_generated(kind.alt, state, span);
            return;
        }
        State inner = state;
        if (setting_.tag != page::TagId::artifact) {
            inner.tag = context_.add_tag(page::TagRole::Figure, state.tag);
            context_.tag(inner.tag).alternative = kind.alt;
        }
        text::InlineObject object;
        object.offset = size();
        object.height = state.style.size; // as high as the type: the line's height must not change
        object.width = object.height.scaled(loaded.width, loaded.height);
        object.image = *loaded.image;
        made_.text.objects.push_back(object);
        add_generated(object_character, inner, span);
    }
};

/// Moves every offset of the text by `by` bytes; what would become negative becomes 0.
void shift_offsets(text::ParagraphText& text, std::int64_t by) {
    auto const moved = [by](std::uint32_t at) {
        return static_cast<std::uint32_t>(std::max<std::int64_t>(0, at + by));
    };
    for (text::Run& run : text.runs) {
        run.begin = moved(run.begin);
        run.end = moved(run.end);
    }
    for (text::Mark& mark : text.marks) mark.offset = moved(mark.offset);
    for (text::InlineObject& object : text.objects) object.offset = moved(object.offset);
}

text::Run run_of(InlineSetting const& setting, std::uint32_t begin, std::uint32_t end) {
    text::Run run;
    run.begin = begin;
    run.end = end;
    run.style = setting.style;
    run.language = setting.language;
    run.tag = setting.tag;
    run.may_hyphenate = setting.hyphenate;
    return run;
}

/// Splits the run that contains `at` so that a run begins there; returns its index.
std::size_t split_runs(text::ParagraphText& text, std::uint32_t at) {
    for (std::size_t i = 0; i < text.runs.size(); ++i) {
        text::Run& run = text.runs[i];
        if (at <= run.begin) return i;
        if (at >= run.end) continue;
        text::Run rest = run;
        rest.begin = at;
        if (rest.source_literal) rest.source.begin += at - run.begin;
        run.end = at;
        if (run.source_literal) run.source.end = rest.source.begin;
        text.runs.insert(text.runs.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
        return i + 1;
    }
    return text.runs.size();
}

bool is_opening_mark(char32_t character) {
    constexpr std::u32string_view marks = U"\"'«‹„‚“‘”’([¿¡—–\u00A0\u202F\u2060";
    return marks.find(character) != std::u32string_view::npos;
}

/// Combining marks belong to the letter before them.
bool is_combining(char32_t character) {
    return (character >= 0x0300 && character <= 0x036F) || (character >= 0x1AB0 && character <= 0x1AFF) ||
           (character >= 0x0483 && character <= 0x0489);
}

} // namespace

InlineText inline_text(Context& context, model::Inlines const& content, InlineSetting const& setting) {
    return Builder(context, setting).build(content);
}

InlineText plain_inline_text(std::string_view text, InlineSetting const& setting) {
    InlineText made;
    if (text.empty()) return made;
    made.text.text = text;
    made.text.runs.push_back(run_of(setting, 0, static_cast<std::uint32_t>(text.size())));
    return made;
}

InlineSetting inline_setting(Context const& context, style::TypeStyle const& type, std::string const& language,
                             page::TagId tag) {
    InlineSetting setting;
    setting.style = context.character_style(type);
    setting.language = language.empty() ? context.language() : language;
    setting.tag = tag;
    setting.hyphenate = type.hyphenate;
    return setting;
}

void prepend(InlineText& to, std::string_view generated, InlineSetting const& setting) {
    auto const length = static_cast<std::uint32_t>(generated.size());
    shift_offsets(to.text, length);
    to.text.text.insert(0, generated);
    to.text.runs.insert(to.text.runs.begin(), run_of(setting, 0, length));
    for (PlainOffset& pair : to.plain_offsets) pair.text += length;
    to.plain_offsets.insert(to.plain_offsets.begin(), {{0, 0}, {length, 0}});
}

void append(InlineText& to, std::string_view generated, InlineSetting const& setting) {
    auto const begin = static_cast<std::uint32_t>(to.text.text.size());
    FlowParagraph counted;
    counted.plain_offsets = to.plain_offsets;
    auto const plain = plain_offset(counted, begin);
    to.text.text += generated;
    auto const end = static_cast<std::uint32_t>(to.text.text.size());
    to.text.runs.push_back(run_of(setting, begin, end));
    to.plain_offsets.push_back({begin, plain});
    to.plain_offsets.push_back({end, plain});
}

void set_first_words_small(text::ParagraphText& text, int words) {
    std::size_t at = 0;
    for (int word = 0; word < words; ++word) {
        auto const space = text.text.find(' ', at);
        if (space == std::string::npos) return; // a paragraph of so few words is no opening of a chapter
        at = space + 1;
    }
    auto const limit = split_runs(text, static_cast<std::uint32_t>(at - 1));
    for (std::size_t i = 0; i < limit; ++i) text.runs[i].style.capitals = style::Capitals::small;
}

InlineText take_initial(InlineText& from) {
    std::string const& text = from.text.text;
    std::size_t at = 0;
    while (at < text.size()) {
        char32_t const character = next_character(text, at);
        if (!is_opening_mark(character)) break;
    }
    while (at < text.size()) {
        std::size_t behind = at;
        if (!is_combining(next_character(text, behind))) break;
        at = behind;
    }
    auto const length = static_cast<std::uint32_t>(at);
    bool const begins_with_object = !from.text.objects.empty() && from.text.objects.front().offset < length;
    bool const begins_with_mark = !from.text.marks.empty() && from.text.marks.front().offset < length &&
                                  from.text.marks.front().kind == text::Mark::Kind::note;
    InlineText initial;
    if (length == 0 || length >= text.size() || begins_with_object || begins_with_mark) return initial;

    auto const rest = split_runs(from.text, length);
    initial.text.text = text.substr(0, length);
    initial.text.runs.assign(from.text.runs.begin(), from.text.runs.begin() + static_cast<std::ptrdiff_t>(rest));
    from.text.runs.erase(from.text.runs.begin(), from.text.runs.begin() + static_cast<std::ptrdiff_t>(rest));
    FlowParagraph counted;
    counted.plain_offsets = from.plain_offsets;
    auto const plain = plain_offset(counted, length);
    from.text.text.erase(0, length);
    shift_offsets(from.text, -std::int64_t{length});
    std::vector<PlainOffset> pairs{{0, plain}};
    for (PlainOffset const pair : from.plain_offsets) {
        if (pair.text > length) pairs.push_back({pair.text - length, pair.plain});
    }
    from.plain_offsets = std::move(pairs);
    return initial;
}

std::uint32_t plain_offset(FlowParagraph const& paragraph, std::uint32_t text_offset) {
    auto const& pairs = paragraph.plain_offsets;
    auto const behind = std::upper_bound(pairs.begin(), pairs.end(), text_offset,
                                         [](std::uint32_t at, PlainOffset const& pair) { return at < pair.text; });
    PlainOffset const from = behind == pairs.begin() ? PlainOffset{} : *(behind - 1);
    std::uint32_t const plain = from.plain + (text_offset - from.text);
    // Between two pairs the model cannot run further than the next one: generated text stands there.
    return behind == pairs.end() ? plain : std::min(plain, behind->plain);
}

} // namespace quoin::layout
