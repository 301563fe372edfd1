#include "base/bare_addresses.hpp"
#include "base/utf8.hpp"
#include "manuscript/letters.hpp"
#include "recover/inline_tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::is_digit;
using manuscript::is_punctuation;
using manuscript::is_space;
using manuscript::is_word_character;

namespace {

constexpr std::string_view escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::size_t longest_address = 4096; // bytes; what is longer is no address but a lost bracket
constexpr std::size_t longest_label = 2000;

std::string without_escapes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && escapable.find(text[at + 1]) != std::string_view::npos) ++at;
        result += text[at];
    }
    return result;
}

/// The value of a superscript figure, or -1.
int superscript_value(char32_t c) {
    if (c == 0xB9) return 1;
    if (c == 0xB2 || c == 0xB3) return static_cast<int>(c - 0xB0);
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<int>(c - 0x2070);
    return -1;
}

/// The first number of "12", "3, 4" or "3–5", if the text is nothing else; 0 otherwise. Up to three figures: years are none.
int leading_number(std::string_view text) {
    int value = 0;
    std::size_t figures = 0;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = next_character(text, at);
        if (c >= U'0' && c <= U'9') {
            if (++figures > 3) return 0;
            if (first) value = value * 10 + static_cast<int>(c - U'0');
        } else if (figures > 0 && (c == U',' || c == U'-' || c == U'–')) {
            first = false;
            figures = 0;
        } else if (c != U' ' || figures > 0 || first) {
            return 0;
        }
    }
    return figures > 0 ? value : 0;
}

bool looks_like_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.starts_with('#') || text.starts_with('/') ||
           text.starts_with("mailto:") || text.starts_with("tel:") || text.find('.') != std::string_view::npos ||
           text.find('/') != std::string_view::npos;
}

struct Reference {
    std::string_view name;
    std::string_view text;
};
constexpr std::array<Reference, 6> references{
    {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}}};

/// Where a link's parts stand in the joined text.
struct LinkPlace {
    std::size_t label_begin = 0, label_end = 0;
    std::size_t address_begin = 0, address_end = 0;
    std::size_t end = 0;
};

class Scanner {
  public:
    Scanner(JoinedText const& joined, InlineSyntax const& syntax, bool within_link, InlineText& result)
        : joined_(joined), text_(joined.text()), syntax_(syntax), within_link_(within_link), result_(result) {}

    InlineTokens scan(std::size_t begin, std::size_t end) {
        end_ = end;
        if (!within_link_) addresses_ = find_addresses(std::string_view(text_).substr(0, end));
        match_brackets(begin);
        std::size_t at = begin;
        while (at < end_) {
            std::size_t const before = at;
            if (!scan_construct(at)) scan_character(at);
            if (at == before) ++at; // cannot be; no text may hang us
        }
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] std::string_view rest(std::size_t at) const { return std::string_view(text_).substr(at, end_ - at); }

    /// Where a call's figures may end at the farthest; the text's end when they do not.
    [[nodiscard]] std::size_t find_near(std::string_view what, std::size_t at) const {
        constexpr std::size_t longest_call = 18;
        std::size_t const found = std::string_view(text_).substr(at, longest_call).find(what);
        return found == std::string_view::npos ? text_.size() : at + found;
    }

    void match_brackets(std::size_t begin) {
        partner_.assign(end_ - begin, 0);
        first_ = begin;
        std::vector<std::size_t> open;
        for (std::size_t at = begin; at < end_; ++at) {
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '[') {
                open.push_back(at);
            } else if (text_[at] == ']' && !open.empty()) {
                partner_[open.back() - first_] = at;
                open.pop_back();
            }
        }
    }

    bool scan_construct(std::size_t& at) {
        switch (text_[at]) {
        case '\\': return syntax_.escapes && (escaped_call(at) || escape(at));
        case '&': return syntax_.escapes && reference(at);
        case '<': return syntax_.links && (angle_address(at) || tag(at));
        case '!': return syntax_.links && !within_link_ && picture(at);
        case '[': return (syntax_.links && !within_link_ && link(at)) || bracketed_call(at);
        case '(': return call_between(at, "(", ")", CallForm::parenthesis);
        case '^': return caret_call(at);
        case '\n': return line_break(at);
        case '*':
        case '_':
        case '=':
        case '~': return marks(at);
        default: return bare_address(at) || superscript_call(at) || wide_bracket_call(at);
        }
    }

    void add_text(std::string_view text, std::size_t begin, std::size_t end) {
        if (tokens_.empty() || tokens_.back().kind != InlineToken::Kind::text || tokens_.back().end != begin)
            tokens_.push_back({InlineToken::Kind::text, begin, begin});
        tokens_.back().text += text;
        tokens_.back().end = end;
    }

    void add_leaf(model::Inline leaf, std::size_t begin, std::size_t end) {
        InlineToken token{InlineToken::Kind::leaf, begin, end};
        token.leaf = std::move(leaf);
        token.leaf.span = joined_.span(begin, end);
        tokens_.push_back(std::move(token));
    }

    void scan_character(std::size_t& at) {
        std::size_t const begin = at;
        (void)next_character(text_, at);
        add_text(std::string_view(text_).substr(begin, at - begin), begin, at);
    }

    void drop(std::string_view name, std::size_t begin, std::size_t end) {
        result_.dropped.push_back(
            {std::string(name), joined_.span(begin, end), std::string(joined_.written(begin, end))});
    }

    bool escape(std::size_t& at) {
        if (at + 1 >= end_ || escapable.find(text_[at + 1]) == std::string_view::npos) return false;
        add_text(std::string_view(text_).substr(at + 1, 1), at, at + 2);
        at += 2;
        return true;
    }

    /// "\[12\]": how converters write a bracket that is to stay one.
    bool escaped_call(std::size_t& at) {
        if (!rest(at).starts_with("\\[")) return false;
        std::size_t const close = find_near("\\]", at + 2);
        if (close + 2 > end_) return false;
        int const number = leading_number(std::string_view(text_).substr(at + 2, close - at - 2));
        if (number == 0) return false;
        std::string const figures = text_.substr(at + 2, close - at - 2);
        add_call({CallForm::bracket, number, figures, {}, "[" + figures + "]"}, at, close + 2);
        at = close + 2;
        return true;
    }

    bool reference(std::size_t& at) {
        for (Reference const& each : references) {
            if (!rest(at).starts_with(each.name)) continue;
            std::size_t const end = at + each.name.size();
            // Within a word it would be two words in the source and one in the text.
            if (is_word_character(character_before(text_, at)) && is_word_character(character_at(text_, end)) &&
                each.name == "&apos;")
                return false;
            add_text(each.text, at, end);
            drop("mark-up", at, end);
            at = end;
            return true;
        }
        return false;
    }

    void add_link(std::string address, model::Inlines content, bool bare, std::size_t begin, std::size_t end) {
        model::Link link;
        link.address = std::move(address);
        link.content = std::move(content);
        link.bare = bare;
        add_leaf({std::move(link), {}}, begin, end);
        ++result_.links;
    }

    /// An address that is its own text.
    void add_address(std::string target, std::size_t begin, std::size_t end, std::size_t outer_begin,
                     std::size_t outer_end) {
        model::Inlines content;
        append_text(content, without_escapes(std::string_view(text_).substr(begin, end - begin)),
                    joined_.span(begin, end));
        std::get<model::Text>(content.front().kind).literal = true;
        add_link(without_escapes(target), std::move(content), true, outer_begin, outer_end);
    }

    bool angle_address(std::size_t& at) {
        std::size_t const close = text_.find_first_of("> <", at + 1);
        if (close == std::string::npos || close >= end_ || text_[close] != '>' || close - at > longest_address)
            return false;
        std::string_view const inner = std::string_view(text_).substr(at + 1, close - at - 1);
        auto const found = find_addresses(inner);
        bool const mail = inner.starts_with("mailto:");
        if (within_link_ || found.empty() || found.front().begin != (mail ? 7 : 0)) return false;
        if (mail) drop("mark-up", at + 1, at + 8);
        std::string const target = found.front().target.starts_with("mailto:") ? "mailto:" : "";
        std::string_view const shown = mail ? inner.substr(7) : inner;
        bool const www = inner.starts_with("www.");
        add_address(target + (www ? "http://" : "") + std::string(shown), at + 1 + (mail ? 7 : 0), close, at,
                    close + 1);
        at = close + 1;
        return true;
    }

    bool tag(std::size_t& at) {
        for (std::string_view const written : {"<br>", "<br/>", "<br />"}) {
            if (!rest(at).starts_with(written)) continue;
            add_leaf({model::LineBreak{}, {}}, at, at + written.size());
            drop("mark-up", at, at + written.size());
            at += written.size();
            return true;
        }
        if (!rest(at).starts_with("<sup>")) return false;
        std::size_t const close = find_near("</sup>", at + 5);
        if (close + 6 > end_) return false;
        int const number = leading_number(std::string_view(text_).substr(at + 5, close - at - 5));
        if (number == 0) return false;
        std::string const figures = text_.substr(at + 5, close - at - 5);
        drop("mark-up", at, at + 5);
        add_call({CallForm::superscript, number, figures, {}, figures}, at, close + 6);
        result_.calls.back().span = joined_.span(at + 5, close);
        drop("mark-up", close, close + 6);
        at = close + 6;
        return true;
    }

    bool link_place(std::size_t at, LinkPlace& place) const {
        std::size_t const close = partner_[at - first_];
        if (close == 0 || close - at > longest_label || close + 1 >= end_ || text_[close + 1] != '(') return false;
        place.label_begin = at + 1;
        place.label_end = close;
        std::size_t i = close + 2;
        bool const angled = i < end_ && text_[i] == '<';
        if (angled) ++i;
        place.address_begin = i;
        int depth = 0;
        for (std::size_t const limit = std::min(end_, i + longest_address); i < limit; ++i) {
            char const c = text_[i];
            if (c == '\\' && i + 1 < end_) {
                ++i;
            } else if (angled ? c == '>' : c == ' ' || c == '\n' || (c == ')' && depth == 0)) {
                break;
            } else if (c == '(') {
                ++depth;
            } else if (c == ')') {
                --depth;
            }
        }
        place.address_end = std::min(i, end_);
        if (angled && i < end_) ++i;
        return finish_link(i, place);
    }

    /// What may stand behind the address: a title, then the bracket.
    bool finish_link(std::size_t i, LinkPlace& place) const {
        if (i + 1 < end_ && text_[i] == ' ' && (text_[i + 1] == '"' || text_[i + 1] == '\'')) {
            std::size_t const quote = text_.find(text_[i + 1], i + 2);
            if (quote == std::string::npos || quote - i > longest_label) return false;
            i = quote + 1;
        }
        if (i >= end_ || text_[i] != ')') return false;
        place.end = i + 1;
        return looks_like_address(
            std::string_view(text_).substr(place.address_begin, place.address_end - place.address_begin));
    }

    bool picture(std::size_t& at) {
        LinkPlace place;
        if (at + 1 >= end_ || text_[at + 1] != '[' || !link_place(at + 1, place)) return false;
        drop("link address", place.address_begin, place.end - 1);
        std::string const address = text_.substr(place.address_begin, place.address_end - place.address_begin);
        result_.told.push_back({manuscript::DecisionCode::picture_missing,
                                joined_.span(at, place.end),
                                {},
                                "its description stays as text",
                                "the text names the picture " + address,
                                0.5,
                                "put the picture into images/ and write a figure"});
        add_text(
            without_escapes(std::string_view(text_).substr(place.label_begin, place.label_end - place.label_begin)), at,
            place.end);
        at = place.end;
        return true;
    }

    bool link(std::size_t& at) {
        LinkPlace place;
        if (!link_place(at, place)) return false;
        std::string const written = text_.substr(place.address_begin, place.address_end - place.address_begin);
        if (linked_call(at, place, written)) return true;
        std::string address = without_escapes(written);
        model::Inlines content = pair_marks(
            scan_inlines(joined_, place.label_begin, place.label_end, syntax_, true, result_), joined_, result_.told);
        if (content.empty()) return false;
        std::string const label = model::plain_text(content);
        bool const bare = label == address || "http://" + label == address || "mailto:" + label == address ||
                          "https://" + label == address;
        if (bare && label == without_escapes(std::string_view(text_).substr(place.label_begin,
                                                                            place.label_end - place.label_begin))) {
            content.clear();
            append_text(content, label, joined_.span(place.label_begin, place.label_end));
            std::get<model::Text>(content.front().kind).literal = true;
        }
        drop("link address", place.address_begin, place.end - 1);
        add_link(std::move(address), std::move(content), bare, at, place.end);
        at = place.end;
        return true;
    }

    /// "[10](#note10)", "[[10]](page.html#note10)".
    bool linked_call(std::size_t& at, LinkPlace const& place, std::string_view address) {
        std::string figures =
            without_escapes(std::string_view(text_).substr(place.label_begin, place.label_end - place.label_begin));
        std::string const shown = figures;
        if (figures.starts_with('[') && figures.ends_with(']')) figures = figures.substr(1, figures.size() - 2);
        if (figures.starts_with('^') && figures.ends_with('^') && figures.size() > 2)
            figures = figures.substr(1, figures.size() - 2);
        int const number = leading_number(figures);
        if (number == 0 || address.find('#') == std::string_view::npos) return false;
        drop("link address", place.address_begin, place.end - 1);
        add_call({CallForm::link, number, figures, {}, shown}, at, place.end);
        result_.calls.back().span = joined_.span(place.label_begin, place.label_end);
        at = place.end;
        return true;
    }

    void add_call(CallCandidate call, std::size_t begin, std::size_t end) {
        call.span = joined_.span(begin, end);
        auto const index = static_cast<model::NoteId>(result_.calls.size());
        result_.calls.push_back(std::move(call));
        add_leaf({model::NoteReference{index, 0}, {}}, begin, end);
    }

    bool call_between(std::size_t& at, std::string_view open, std::string_view close, CallForm form) {
        if (!rest(at).starts_with(open)) return false;
        std::size_t const inner = at + open.size();
        std::size_t const end = find_near(close, inner);
        if (end + close.size() > end_) return false;
        std::string const figures = text_.substr(inner, end - inner);
        int const number = leading_number(figures);
        if (number == 0) return false;
        add_call({form, number, figures, {}, text_.substr(at, end + close.size() - at)}, at, end + close.size());
        at = end + close.size();
        return true;
    }

    bool bracketed_call(std::size_t& at) {
        if (call_between(at, "[", "]", CallForm::bracket)) return true;
        bool const letter =
            syntax_.equals && at + 2 < end_ && text_[at + 1] >= 'A' && text_[at + 1] <= 'Z' && text_[at + 2] == ']';
        if (!letter) return false;
        std::string const figure(1, text_[at + 1]);
        add_call({CallForm::letter, figure[0] - 'A' + 1, figure, {}, "[" + figure + "]"}, at, at + 3);
        at += 3;
        return true;
    }

    bool wide_bracket_call(std::size_t& at) {
        return call_between(at, "［", "］", CallForm::bracket) || call_between(at, "【", "】", CallForm::bracket) ||
               call_between(at, "〔", "〕", CallForm::bracket);
    }

    bool caret_call(std::size_t& at) {
        if (is_space(character_before(text_, at))) return false;
        if (call_between(at, "^{", "}", CallForm::caret) || call_between(at, "^", "^", CallForm::caret)) return true;
        std::size_t end = at + 1;
        while (end < end_ && text_[end] >= '0' && text_[end] <= '9') ++end;
        if (!syntax_.equals || end == at + 1 || end - at > 4) return false;
        std::string const figures = text_.substr(at + 1, end - at - 1);
        add_call({CallForm::caret, leading_number(figures), figures, {}, text_.substr(at, end - at)}, at, end);
        at = end;
        return true;
    }

    bool superscript_call(std::size_t& at) {
        std::size_t end = at;
        std::string figures;
        int number = 0;
        while (end < end_ && figures.size() < 6) {
            std::size_t next = end;
            int const value = superscript_value(next_character(text_, next));
            if (value < 0) break;
            figures += static_cast<char>('0' + value);
            number = number * 10 + value;
            end = next;
        }
        if (figures.empty() || number == 0) return false;
        add_call({CallForm::superscript, number, figures, {}, text_.substr(at, end - at)}, at, end);
        at = end;
        return true;
    }

    bool line_break(std::size_t& at) {
        add_leaf({model::LineBreak{}, {}}, at, at + 1);
        ++at;
        return true;
    }

    bool bare_address(std::size_t& at) {
        while (address_ < addresses_.size() && addresses_[address_].begin < at) ++address_;
        if (address_ == addresses_.size() || addresses_[address_].begin != at) return false;
        BareAddress const& found = addresses_[address_];
        add_address(found.target, found.begin, found.end, found.begin, found.end);
        at = found.end;
        return true;
    }

    [[nodiscard]] bool is_mark(char sign, std::size_t count) const {
        switch (sign) {
        case '*': return syntax_.asterisks && count <= 3;
        case '_': return syntax_.underscores && count <= 3;
        case '=': return syntax_.equals && count == 1;
        default: return syntax_.asterisks && count == 2; // ~~struck out~~
        }
    }

    /// German "Arbeiter*in", "Arbeiter*innen".
    [[nodiscard]] bool gender_star(std::size_t at, std::size_t end) const {
        if (end - at != 1 || at == first_ || !is_word_character(character_before(text_, at))) return false;
        for (std::string_view const ending : {"in", "innen"}) {
            std::size_t const behind = end + ending.size();
            if (rest(end).starts_with(ending) &&
                !is_word_character(behind < end_ ? character_at(text_, behind) : U'\0'))
                return true;
        }
        return false;
    }

    /// A run of one sign; which way it may work: CommonMark, section 6.2, "left-flanking delimiter run".
    bool marks(std::size_t& at) {
        char const sign = text_[at];
        std::size_t end = at;
        while (end < end_ && text_[end] == sign) ++end;
        InlineToken token{InlineToken::Kind::mark, at, end};
        token.sign = sign;
        char32_t const before = at > first_ ? character_before(text_, at) : U'\0';
        char32_t const after = end < end_ ? character_at(text_, end) : U'\0';
        bool const left = !is_space(after) && (!is_punctuation(after) || is_space(before) || is_punctuation(before));
        bool const right = !is_space(before) && (!is_punctuation(before) || is_space(after) || is_punctuation(after));
        bool const inside_words = sign == '*' || sign == '~';
        token.opens = left && (inside_words || !right || is_punctuation(before));
        token.closes = right && (inside_words || !left || is_punctuation(after));
        bool const alone = (is_space(before) && is_space(after)) || (is_digit(before) && is_digit(after));
        if (end - at == 1 && is_word_character(before) && is_word_character(after)) token.opens = false;
        if (!is_mark(sign, end - at) || alone || gender_star(at, end)) {
            add_text(std::string_view(text_).substr(at, end - at), at, end);
        } else {
            tokens_.push_back(std::move(token));
        }
        at = end;
        return true;
    }

    JoinedText const& joined_;
    std::string const& text_;
    InlineSyntax const& syntax_;
    bool within_link_;
    InlineText& result_;
    InlineTokens tokens_;
    std::vector<BareAddress> addresses_;
    std::size_t address_ = 0;
    std::vector<std::size_t> partner_; // of each '[' its ']', counted from first_; 0 = none
    std::size_t first_ = 0, end_ = 0;
};

} // namespace

InlineTokens scan_inlines(JoinedText const& joined, std::size_t begin, std::size_t end, InlineSyntax const& syntax,
                          bool within_link, InlineText& result) {
    return Scanner(joined, syntax, within_link, result).scan(begin, end);
}

} // namespace quoin::recover
