#include "office/run_builder.hpp"

#include "base/match.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace quoin::office {

enum class RunBuilder::Mark : std::uint8_t { target, span, strong, emphasis, strikethrough, small_caps, shift };

namespace {

// CommonMark 0.31.2, section 6.2: emphasis neither begins nor ends at Unicode white space.
bool is_space(char32_t character) {
    return character == ' ' || character == '\t' || character == 0xA0 || character == 0x1680 ||
           (character >= 0x2000 && character <= 0x200A) || character == 0x202F || character == 0x205F ||
           character == 0x3000;
}

/// Bytes of white space at the beginning.
std::size_t leading_spaces(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t next = 0; next < text.size(); at = next) {
        if (!is_space(next_character(text, next))) break;
    }
    return at;
}

/// Where the white space at the end begins.
std::size_t trailing_spaces(std::string_view text) {
    std::size_t result = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_space(next_character(text, at))) result = at;
    }
    return result;
}

bool is_word_byte(char byte) {
    auto const value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') || ((value | 0x20U) >= 'a' && (value | 0x20U) <= 'z');
}

/// Something of a language: a letter, not only figures and signs.
bool has_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t const character = next_character(text, at);
        bool const latin = (character | 0x20U) >= 'a' && (character | 0x20U) <= 'z';
        // U+2000 to U+2BFF are punctuation, signs and arrows.
        if (latin || (character >= 0xC0 && (character < 0x2000 || character > 0x2BFF))) return true;
    }
    return false;
}

Format common(Format const& left, Format const& right) {
    Format result;
    result.strong = left.strong && right.strong;
    result.emphasis = left.emphasis && right.emphasis;
    result.strikethrough = left.strikethrough && right.strikethrough;
    result.small_caps = left.small_caps && right.small_caps;
    result.right_to_left = left.right_to_left && right.right_to_left;
    if (left.shift == right.shift) result.shift = left.shift;
    if (left.target == right.target) result.target = left.target;
    if (left.language == right.language) result.language = left.language;
    if (left.classes == right.classes) result.classes = left.classes;
    return result;
}

std::optional<model::Inline> take_last_space(model::Inlines& content) {
    auto* const last = content.empty() ? nullptr : std::get_if<model::Text>(&content.back().kind);
    std::size_t const end = last == nullptr ? 0 : trailing_spaces(last->text);
    if (last == nullptr || end == last->text.size()) return {};
    model::Inline space{model::Text{last->text.substr(end)}, content.back().span};
    space.span.begin = space.span.end;
    last->text.resize(end);
    if (end == 0) content.pop_back();
    return space;
}

bool is_plain_span(Format const& format) {
    return format.language.empty() && !format.right_to_left && format.classes.empty();
}

} // namespace

void RunBuilder::text(std::string_view text, Format const& format, Span span) {
    std::string clean;
    clean.reserve(text.size());
    for (char const letter : text) {
        if (letter != '\t' && letter != '\n') {
            clean += letter;
            continue;
        }
        char const before = !clean.empty()                                 ? clean.back()
                            : !pieces_.empty() && pieces_.back().is_text() ? pieces_.back().text.back()
                                                                           : 'x';
        if (before != ' ') clean += ' ';
    }
    if (clean.empty()) return;
    if (!pieces_.empty() && pieces_.back().is_text() && pieces_.back().format == format) {
        pieces_.back().text += clean;
        pieces_.back().span.end = span.end;
    } else {
        pieces_.push_back({format, std::move(clean), span});
    }
}

void RunBuilder::add(model::Inline atom, Format const& format) {
    Span const span = atom.span;
    pieces_.push_back({format, "", span, std::move(atom)});
}

Target RunBuilder::link(model::Link link, Span span) {
    targets_.push_back({std::move(link), span});
    return static_cast<Target>(targets_.size());
}

Target RunBuilder::link(model::CrossReference reference, Span span) {
    targets_.push_back({std::move(reference), span});
    return static_cast<Target>(targets_.size());
}

bool RunBuilder::is_blank() const {
    return std::all_of(pieces_.begin(), pieces_.end(), [](Piece const& each) {
        return each.is_text() ? trailing_spaces(each.text) == 0
                              : std::holds_alternative<model::LineBreak>(each.atom->kind) ||
                                    std::holds_alternative<model::InlineAnchor>(each.atom->kind);
    });
}

bool RunBuilder::ends_in_word() const {
    return !pieces_.empty() && pieces_.back().is_text() && is_word_byte(pieces_.back().text.back());
}

void RunBuilder::append(RunBuilder other) {
    auto const shift = static_cast<std::uint32_t>(targets_.size());
    for (Piece& piece : other.pieces_) {
        if (piece.format.target != Target::none)
            piece.format.target = static_cast<Target>(static_cast<std::uint32_t>(piece.format.target) + shift);
        pieces_.push_back(std::move(piece));
    }
    for (model::Inline& target : other.targets_) targets_.push_back(std::move(target));
}

model::Inlines RunBuilder::finish() {
    separate_spaces();
    settle_languages();
    settle_neutral_pieces();
    merge();
    trim();
    model::Inlines result = nest(0, pieces_.size(), 0);
    pieces_.clear();
    targets_.clear();
    return result;
}

/// White space at a piece's ends becomes a piece of its own, so that it can take another look.
void RunBuilder::separate_spaces() {
    std::vector<Piece> result;
    result.reserve(pieces_.size());
    for (Piece& piece : pieces_) {
        if (!piece.is_text() || piece.format == Format{}) {
            result.push_back(std::move(piece));
            continue;
        }
        std::size_t const end = trailing_spaces(piece.text);
        std::size_t const begin = end == 0 ? 0 : leading_spaces(piece.text);
        Span const whole = piece.span;
        bool const exact = whole.end - whole.begin == piece.text.size();
        auto const cut = [&](std::size_t from, std::size_t to) {
            if (from == to) return;
            Span part = whole;
            if (exact) {
                part.begin = whole.begin + static_cast<std::uint32_t>(from);
                part.end = whole.begin + static_cast<std::uint32_t>(to);
            }
            result.push_back({piece.format, piece.text.substr(from, to - from), part});
        };
        cut(0, begin);
        cut(begin, end);
        cut(end, piece.text.size());
    }
    pieces_ = std::move(result);
}

bool RunBuilder::is_neutral(Piece const& piece) const {
    if (piece.is_text()) return trailing_spaces(piece.text) == 0;
    return !std::holds_alternative<model::InlinePicture>(piece.atom->kind);
}

/// Figures and signs are of the language around them: a full stop that was typed with another keyboard is no foreign word.
void RunBuilder::settle_languages() {
    model::Language before;
    bool known = false;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (pieces_[at].is_text() && has_letters(pieces_[at].text)) {
            before = pieces_[at].format.language;
            known = true;
            continue;
        }
        std::size_t end = at;
        while (end < pieces_.size() && !(pieces_[end].is_text() && has_letters(pieces_[end].text))) ++end;
        model::Language const after = end < pieces_.size() ? pieces_[end].format.language : model::Language();
        bool const same = end < pieces_.size() && (!known || before == after);
        for (; at < end; ++at) pieces_[at].format.language = same && known ? after : model::Language();
        --at;
    }
}

void RunBuilder::settle_neutral_pieces() {
    std::optional<Format> before;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        if (!is_neutral(pieces_[at])) {
            before = pieces_[at].format;
            continue;
        }
        std::size_t end = at;
        while (end < pieces_.size() && is_neutral(pieces_[end])) ++end;
        Format const look = before && end < pieces_.size() ? common(*before, pieces_[end].format) : Format{};
        for (; at < end; ++at) pieces_[at].format = look;
        --at;
    }
}

void RunBuilder::merge() {
    std::vector<Piece> result;
    result.reserve(pieces_.size());
    for (Piece& piece : pieces_) {
        if (piece.is_text() && !result.empty() && result.back().is_text() && result.back().format == piece.format) {
            result.back().text += piece.text;
            result.back().span.end = piece.span.end;
        } else {
            result.push_back(std::move(piece));
        }
    }
    pieces_ = std::move(result);
}

/// No spaces at the ends of lines, no line breaks at the ends of the paragraph.
void RunBuilder::trim() {
    auto const is_break = [](Piece const& piece) {
        return !piece.is_text() && std::holds_alternative<model::LineBreak>(piece.atom->kind);
    };
    std::vector<Piece> result;
    result.reserve(pieces_.size());
    auto const cut_end = [&] {
        while (!result.empty() && result.back().is_text()) {
            result.back().text.resize(trailing_spaces(result.back().text));
            if (!result.back().text.empty()) return;
            result.pop_back();
        }
    };
    bool line_begins = true;
    for (Piece& piece : pieces_) {
        if (is_break(piece)) {
            cut_end();
            if (!result.empty()) result.push_back(std::move(piece));
            line_begins = true;
            continue;
        }
        if (piece.is_text() && line_begins) {
            piece.text.erase(0, leading_spaces(piece.text));
            if (piece.text.empty()) continue;
        }
        line_begins = line_begins && !piece.is_text() && std::holds_alternative<model::InlineAnchor>(piece.atom->kind);
        result.push_back(std::move(piece));
    }
    cut_end();
    while (!result.empty() && is_break(result.back())) {
        result.pop_back();
        cut_end();
    }
    pieces_ = std::move(result);
}

/// Where the run of pieces that share this mark with the first one ends; `begin` when the first has none, or when the
/// mark would cut a link.
std::size_t RunBuilder::extent(std::size_t begin, std::size_t end, Mark mark, unsigned used) const {
    Format const& first = pieces_[begin].format;
    auto const has = [&](Format const& other) {
        switch (mark) {
        case Mark::target: return first.target != Target::none && other.target == first.target;
        case Mark::span:
            return !is_plain_span(first) && other.language == first.language &&
                   other.right_to_left == first.right_to_left && other.classes == first.classes;
        case Mark::strong: return other.strong;
        case Mark::emphasis: return other.emphasis;
        case Mark::strikethrough: return other.strikethrough;
        case Mark::small_caps: return other.small_caps;
        case Mark::shift: return first.shift != Shift::none && other.shift == first.shift;
        }
        return false;
    };
    if (!has(first)) return begin;
    std::size_t last = begin + 1;
    while (last < end && has(pieces_[last].format)) ++last;
    bool const in_link = (used & 1U << static_cast<unsigned>(Mark::target)) != 0;
    if (mark == Mark::target || in_link || last == end) return last;
    Target const cut = pieces_[last - 1].format.target;
    if (cut == Target::none || cut != pieces_[last].format.target) return last;
    while (last > begin && pieces_[last - 1].format.target == cut) --last;
    return last;
}

model::Inlines RunBuilder::nest(std::size_t begin, std::size_t end, unsigned used) const {
    static constexpr std::array marks = {Mark::target,        Mark::span,       Mark::strong, Mark::emphasis,
                                         Mark::strikethrough, Mark::small_caps, Mark::shift};
    model::Inlines result;
    for (std::size_t at = begin; at < end;) {
        std::size_t furthest = at;
        Mark best = Mark::target;
        for (Mark const mark : marks) {
            if ((used & 1U << static_cast<unsigned>(mark)) != 0) continue;
            std::size_t const reach = extent(at, end, mark, used);
            if (reach <= furthest) continue;
            furthest = reach;
            best = mark;
        }
        if (furthest == at) {
            Piece const& piece = pieces_[at++];
            if (piece.is_text()) {
                result.push_back({model::Text{piece.text}, piece.span});
            } else {
                result.push_back(*piece.atom);
            }
            continue;
        }
        model::Inlines content = nest(at, furthest, used | 1U << static_cast<unsigned>(best));
        // A mark that ends early for a link's sake may end in a space.
        std::optional<model::Inline> const space = take_last_space(content);
        if (!content.empty()) result.push_back(wrapped(pieces_[at], best, std::move(content)));
        if (space) result.push_back(*space);
        at = furthest;
    }
    return result;
}

model::Inline RunBuilder::wrapped(Piece const& first, Mark mark, model::Inlines content) const {
    Span span = content.front().span;
    span.end = std::max(span.end, content.back().span.end);
    Format const& format = first.format;
    switch (mark) {
    case Mark::target: {
        model::Inline link = targets_[static_cast<std::size_t>(format.target) - 1];
        if (auto* const address = std::get_if<model::Link>(&link.kind))
            address->bare = content.size() == 1 && model::plain_text(content) == address->address;
        *model::children(link) = std::move(content);
        return link;
    }
    case Mark::span:
        return {model::LanguageSpan{std::move(content), format.language, format.classes, format.right_to_left}, span};
    case Mark::strong: return {model::Strong{std::move(content)}, span};
    case Mark::emphasis: return {model::Emphasis{std::move(content)}, span};
    case Mark::strikethrough: return {model::Strikethrough{std::move(content)}, span};
    case Mark::small_caps: return {model::SmallCaps{std::move(content)}, span};
    case Mark::shift: break;
    }
    if (format.shift == Shift::superscript) return {model::Superscript{std::move(content)}, span};
    return {model::Subscript{std::move(content)}, span};
}

model::Inlines without_breaks(model::Inlines content) {
    for (model::Inline& piece : content) {
        if (std::holds_alternative<model::LineBreak>(piece.kind)) piece.kind = model::Text{" "};
        if (model::Inlines* const inner = model::children(piece)) *inner = without_breaks(std::move(*inner));
    }
    model::Inlines result;
    for (model::Inline& piece : content) {
        auto* const text = std::get_if<model::Text>(&piece.kind);
        auto* const before = result.empty() ? nullptr : std::get_if<model::Text>(&result.back().kind);
        if (text != nullptr && before != nullptr) {
            before->text += text->text;
            result.back().span.end = piece.span.end;
        } else {
            result.push_back(std::move(piece));
        }
    }
    return result;
}

model::Inlines without_whole_marks(model::Inlines content) {
    while (content.size() == 1) {
        model::Inline& only = content.front();
        bool const look =
            std::holds_alternative<model::Strong>(only.kind) || std::holds_alternative<model::Emphasis>(only.kind);
        if (!look) break;
        model::Inlines inner = std::move(*model::children(only));
        content = std::move(inner);
    }
    return content;
}

} // namespace quoin::office
