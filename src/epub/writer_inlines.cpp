#include "epub/writer.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

namespace quoin::epub {

using namespace model;

Writer::Writer(Book const& book, std::size_t file, Language language)
    : book_(book), file_(file), language_(std::move(language)), right_to_left_(is_right_to_left(language_)) {
    out_.set_style(style(style::TypeRole::body));
}

FaceStyle Writer::inherited(style::TypeRole role) const {
    FaceStyle result = out_.style();
    if (style(role).italic != style(style::TypeRole::body).italic) result.italic = style(role).italic;
    return result;
}

void Writer::row_of(Inlines const& content, RowPlace const& place) {
    auto const& all = book_.plan.page_marks;
    auto const found = place.serial == 0 ? all.end() : all.find(place.serial);
    marks_ = found == all.end() ? nullptr : &found->second;
    next_mark_ = 0;
    if (place.begin > 0 && marks_ != nullptr) // those before this row are written
        while (next_mark_ < marks_->size() && (*marks_)[next_mark_].offset < place.begin) ++next_mark_;
    offset_ = place.begin;
    inlines(content);
    flush_marks(place.last ? ~0U : offset_);
    marks_ = nullptr;
}

void Writer::inlines(Inlines const& content) {
    for (Inline const& each : content) piece(each);
}

void Writer::piece(Inline const& each) {
    match(
        each.kind, [&](Text const& it) { text(it.text); }, [&](Emphasis const& it) { emphasis(it.content); },
        [&](Strong const& it) {
            FaceStyle strong = out_.style();
            strong.weight = strong_weight;
            StyleScope const scope(out_, strong);
            element("strong", it.content);
        },
        [&](Strikethrough const& it) { element("s", it.content); },
        [&](SmallCaps const& it) {
            FaceStyle small = out_.style();
            small.capitals = true;
            StyleScope const scope(out_, small);
            out_.open("span", {{"class", "smallcaps"}});
            inlines(it.content);
            out_.close("span");
        },
        [&](Superscript const& it) { element("sup", it.content); },
        [&](Subscript const& it) { element("sub", it.content); },
        [&](model::Code const& it) {
            StyleScope const scope(out_, style(style::TypeRole::code));
            out_.open("code");
            text(it.text);
            out_.close("code");
        },
        [&](LanguageSpan const& it) { language_span(it); }, [&](Link const& it) { link(it); },
        [&](CrossReference const& it) { cross_reference(it); }, [&](NoteReference const& it) { note_reference(it); },
        [&](InlinePicture const& it) { picture(it); }, [&](IndexTerm const& it) { index_term(it); },
        [&](InlineAnchor const& it) {
            Anchor const& anchor = book_.document.anchors.at(static_cast<std::size_t>(it.anchor));
            out_.hollow("span", {{"id", anchor_id(anchor.name)}});
        },
        [&](LineBreak const&) {
            flush_marks(offset_);
            out_.empty("br");
            ++offset_;
        });
}

void Writer::element(char const* tag, Inlines const& content) {
    out_.open(tag);
    inlines(content);
    out_.close(tag);
}

// Within a sloped text the stress is upright; the class says so, because nested rules of CSS cannot count.
void Writer::emphasis(Inlines const& content) {
    FaceStyle style = out_.style();
    bool const upright = style.italic;
    style.italic = !upright;
    StyleScope const scope(out_, style);
    out_.open("em", {{"class", upright ? "roman" : ""}});
    inlines(content);
    out_.close("em");
}

namespace {

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return c >= 0xc0 && (c < 0x2000 || c > 0x206f) && c < 0x2e80; // Han and kana are no words to go back in
}

std::size_t character_begin(std::string_view text, std::size_t from, std::size_t at) {
    while (at > from && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

constexpr std::size_t longest_word = 200; // bytes; what is longer is no word to go back in

// Where a page begins with the second half of a hyphenated word, the marker stands before its first (EPUB.md section 4).
std::size_t word_begin(std::string_view text, std::size_t from, std::size_t at) {
    at = character_begin(text, from, at);
    std::size_t const stated = at;
    std::size_t behind = at;
    if (at >= text.size() || !is_letter(next_character(text, behind))) return at;
    while (at > from) {
        std::size_t const before = character_begin(text, from, at - 1);
        std::size_t end = before;
        if (!is_letter(next_character(text, end))) break;
        at = before;
        if (stated - at > longest_word) return stated;
    }
    return at;
}

} // namespace

// Page marks fall where the printed page begins, in the middle of a paragraph or of a stressed passage.
void Writer::text(std::string_view content) {
    std::size_t done = 0;
    while (marks_ != nullptr && next_mark_ < marks_->size()) {
        PlacedMark const& next = (*marks_)[next_mark_];
        if (next.offset >= offset_ + content.size() - done) break;
        std::size_t at = done + (next.offset > offset_ ? next.offset - offset_ : 0);
        at = word_begin(content, done, at);
        out_.text(content.substr(done, at - done));
        offset_ += static_cast<std::uint32_t>(at - done);
        done = at;
        mark(next);
        ++next_mark_;
    }
    out_.text(content.substr(done));
    offset_ += static_cast<std::uint32_t>(content.size() - done);
}

void Writer::flush_marks(std::uint32_t up_to) {
    while (marks_ != nullptr && next_mark_ < marks_->size() && (*marks_)[next_mark_].offset <= up_to)
        mark((*marks_)[next_mark_++]);
}

void Writer::mark(PlacedMark const& mark) {
    out_.hollow("span",
                {{"epub:type", "pagebreak"}, {"role", "doc-pagebreak"}, {"id", mark.id}, {"aria-label", mark.label}});
    marks_written_.push_back(mark);
}

void Writer::marks_before(std::uint32_t serial) {
    auto const found = book_.plan.page_marks.find(serial);
    if (found == book_.plan.page_marks.end()) return;
    for (PlacedMark const& each : found->second) mark(each);
}

void Writer::language_span(LanguageSpan const& it) {
    auto const change = language_change(language_, right_to_left_, it.language, it.right_to_left);
    out_.open("span", {{"class", class_names("", it.classes)},
                       {"lang", change.language},
                       {"xml:lang", change.language},
                       {"dir", change.direction}});
    LanguageScope const scope(*this, change);
    inlines(it.content);
    out_.close("span");
}

void Writer::link(Link const& it) {
    if (in_heading_) flush_marks(offset_ + static_cast<std::uint32_t>(plain_text(it.content).size()));
    out_.open("a", {{"class", it.bare ? "url" : ""}, {"href", clean_address(it.address)}, {"title", it.title}});
    inlines(it.content);
    out_.close("a");
}

void Writer::cross_reference(CrossReference const& it) {
    if (!it.resolved) { // already reported; its words stay
        inlines(it.content);
        return;
    }
    auto const index = static_cast<std::size_t>(it.anchor);
    Anchor const& anchor = book_.document.anchors.at(index);
    if (in_heading_) flush_marks(offset_ + static_cast<std::uint32_t>(plain_text(it.content).size()));
    bool const borrowed = it.content.empty(); // the words of the place itself, in their own language
    auto const change =
        language_change(language_, right_to_left_, borrowed ? book_.language(anchor.entry) : Language{}, false);
    out_.open("a", {{"href", book_.href(file_, book_.plan.anchor_files[index], anchor_id(anchor.name))},
                    {"lang", change.language},
                    {"xml:lang", change.language},
                    {"dir", change.language.empty() ? "" : change.direction}});
    if (borrowed) {
        std::string const label = plain_text(anchor.label);
        out_.text(label.empty() ? anchor.written : label);
    } else {
        inlines(it.content);
    }
    out_.close("a");
}

void Writer::index_term(IndexTerm const& it) {
    if (!it.indexed) {
        inlines(it.content);
        return;
    }
    out_.open("span", {{"id", anchor_id(book_.document.anchors.at(static_cast<std::size_t>(it.anchor)).name)}});
    inlines(it.content);
    out_.close("span");
}

void Writer::picture(InlinePicture const& it) {
    auto const found = book_.pictures.find(static_cast<std::uint32_t>(it.asset));
    if (found == book_.pictures.end() || found->second.path.empty()) {
        out_.text(it.alt);
        return;
    }
    out_.empty("img", {{"class", "inline"}, {"src", "../" + found->second.path}, {"alt", it.alt, true}});
}

LanguageAttributes language_change(Language const& from, bool from_right_to_left, Language const& to,
                                   bool right_to_left) {
    LanguageAttributes change;
    bool const now = to.empty() ? from_right_to_left || right_to_left : is_right_to_left(to) || right_to_left;
    if (!to.empty() && to != from) change.language = to;
    if (now != from_right_to_left) change.direction = now ? "rtl" : "ltr";
    return change;
}

std::string clean_address(std::string_view address) {
    static constexpr std::string_view kept = "-._~:/?#@!$&'()*+,;=";
    auto const hexadecimal = [&](std::size_t at) {
        return at < address.size() &&
               std::string_view("0123456789abcdefABCDEF").find(address[at]) != std::string_view::npos;
    };
    std::string result;
    for (std::size_t at = 0; at < address.size(); ++at) {
        char const c = address[at];
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        bool const escape = c == '%' && hexadecimal(at + 1) && hexadecimal(at + 2);
        if (letter || escape || kept.find(c) != std::string_view::npos) {
            result += c;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return result;
}

std::string class_names(std::string_view fixed, std::vector<std::string> const& written) {
    std::string result(fixed);
    for (std::string const& name : written) {
        if (name.empty() || name.find_first_of(" \t\n\"<>&") != std::string::npos) continue;
        if (!result.empty()) result += ' ';
        result += name;
    }
    return result;
}

} // namespace quoin::epub
