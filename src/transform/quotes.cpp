#include "model/quote_style.hpp"
#include "model/walk.hpp"
#include "transform/passes.hpp"
#include "transform/prepare.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace quoin::transform {

using namespace model;

namespace {

bool is_space(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_opener(char32_t c) {
    auto const category = u_charType(static_cast<UChar32>(c));
    return category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION || category == U_DASH_PUNCTUATION ||
           c == '/' || c == U'¿' || c == U'¡';
}
bool is_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

// Walks over one paragraph, however its text is divided into nodes, and turns each straight mark as its surroundings say.
class Typographer {
  public:
    explicit Typographer(Language const& language) : style_(quote_style(language)) {}

    /// `before` and `after` are the characters on both sides of `text` in the paragraph, 0 at its ends.
    std::string turn(std::string_view text, char32_t before, char32_t after) {
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            if (std::size_t const taken = turn_dots_and_dashes(text, at, result); taken > 0) {
                at += taken;
                before = '-';
                continue;
            }
            char32_t const c = next_character(text, at);
            std::size_t peek = at;
            char32_t const next = peek < text.size() ? next_character(text, peek) : after;
            if (c == '"') {
                result += double_mark(before, next);
            } else if (c == '\'') {
                result += single_mark(before, next);
            } else {
                append_utf8(result, c);
            }
            before = c;
        }
        return result;
    }

    [[nodiscard]] bool is_open() const { return outer_open_; }

  private:
    static std::size_t turn_dots_and_dashes(std::string_view text, std::size_t at, std::string& result) {
        std::string_view const rest = text.substr(at);
        if (rest.starts_with("...") && !rest.starts_with("....")) {
            result += "…";
            return 3;
        }
        if (rest.starts_with("----") || (at > 0 && text[at - 1] == '-')) return 0;
        if (rest.starts_with("---")) {
            result += "—";
            return 3;
        }
        if (rest.starts_with("--")) {
            result += "–";
            return 2;
        }
        return 0;
    }

    std::string double_mark(char32_t before, char32_t next) {
        bool const may_open = (is_space(before) || is_opener(before) || before == '\'') && !is_space(next);
        if (may_open && !(outer_open_ && !is_word(next))) {
            if (outer_open_) { // a second level written with the same sign
                inner_open_ = true;
                return style_.inner.open;
            }
            outer_open_ = true;
            return style_.outer.open;
        }
        if (inner_open_) {
            inner_open_ = false;
            return style_.inner.close;
        }
        outer_open_ = false;
        return style_.outer.close;
    }

    std::string single_mark(char32_t before, char32_t next) {
        bool const may_open = (is_space(before) || is_opener(before) || before == '"') && !is_space(next);
        bool const decade = u_isdigit(static_cast<UChar32>(next)) != 0; // ’90s
        if (may_open && !decade && !single_open_) {
            single_open_ = true;
            return style_.inner.open;
        }
        if (single_open_ && !is_word(next)) {
            single_open_ = false;
            return style_.inner.close;
        }
        return "’";
    }

    QuoteStyle const& style_;
    bool outer_open_ = false, inner_open_ = false, single_open_ = false;
};

char32_t first_of(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : next_character(text, at);
}

char32_t last_of(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return next_character(text, at);
}

bool has_straight_marks(std::string_view text) {
    return text.find_first_of("'\"") != std::string_view::npos || text.find("...") != std::string_view::npos ||
           text.find("--") != std::string_view::npos;
}

// Texts of a row in reading order; a picture or line break in between counts as a space.
void collect(Inlines& row, std::vector<Inline*>& into) {
    for (Inline& item : row) {
        if (std::holds_alternative<Text>(item.kind) || std::holds_alternative<model::Code>(item.kind) ||
            std::holds_alternative<LineBreak>(item.kind) || std::holds_alternative<InlinePicture>(item.kind))
            into.push_back(&item);
        auto const* link = std::get_if<Link>(&item.kind);
        if (link != nullptr && link->bare) continue; // an address stays as it is
        if (Inlines* inside = children(item)) collect(*inside, into);
    }
}

std::string_view characters(Inline const* item) {
    if (item == nullptr) return {};
    if (auto const* text = std::get_if<Text>(&item->kind)) return text->text;
    if (auto const* code = std::get_if<model::Code>(&item->kind)) return code->text;
    return " ";
}

} // namespace

std::string typographic(std::string_view text, Language const& language) {
    if (!has_straight_marks(text)) return std::string(text);
    return Typographer(language).turn(text, 0, 0);
}

namespace {

void turn_row(Inlines& row, Language const& language, Diagnostics& diagnostics) {
    std::vector<Inline*> pieces;
    collect(row, pieces);
    bool any = false;
    for (Inline const* piece : pieces) {
        auto const* text = std::get_if<Text>(&piece->kind);
        any = any || (text != nullptr && !text->literal && has_straight_marks(text->text));
    }
    if (!any) return;
    Typographer typographer(language);
    Span last_span{};
    char32_t before = 0; // as it was written, since what was turned no longer tells opener from closer
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::string_view const written = characters(pieces[i]);
        char32_t const last = last_of(written);
        auto* text = std::get_if<Text>(&pieces[i]->kind);
        if (text != nullptr && !text->literal && has_straight_marks(text->text)) {
            char32_t const after = first_of(characters(i + 1 < pieces.size() ? pieces[i + 1] : nullptr));
            text->text = typographer.turn(text->text, before, after);
            last_span = pieces[i]->span;
        }
        if (last != 0) before = last;
    }
    if (typographer.is_open())
        diagnostics.advice(
            quoin::Code::quote_unclosed, last_span, "a quotation mark is opened here and never closed in its paragraph",
            {"close it, or write the opening mark itself (“) when the next paragraph goes on with the quotation"});
}

} // namespace

void set_quotes(Document& document, Diagnostics& diagnostics) {
    visit_texts(document, [&](Inlines& row, Language const& language) { turn_row(row, language, diagnostics); });
    Metadata& metadata = document.metadata;
    for (std::string* text : {&metadata.title, &metadata.subtitle, &metadata.description, &metadata.issue.series})
        *text = typographic(*text, metadata.language);
    for (std::string& line : metadata.cover.lines) line = typographic(line, metadata.language);
    for (Entry& entry : document.entries)
        if (auto* article = std::get_if<Article>(&entry.kind))
            article->department = typographic(article->department, metadata.language);
}

} // namespace quoin::transform
