// Addresses that stand bare in the text: https://…, www.… and name@host, as GitHub's Markdown reads them. This is a pass
// over the finished text, because the specification of CommonMark says of several of them that they are no links.

#include "base/utf8.hpp"
#include "reader/inline_reader.hpp"

#include <algorithm>

namespace quoin::reader {

namespace {

struct Address {
    std::size_t begin = 0, end = 0;
    std::string target;
};

bool is_letter_or_digit(char letter) {
    auto const byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z');
}

bool is_space_or_bracket(char32_t letter) {
    constexpr std::u32string_view ends = U" \t\n<>\"\u00A0\u00AD\u2002\u2003\u2009\u200A\u202F\u3000“”„«»";
    return ends.find(letter) != std::u32string_view::npos;
}

/// Where the address that begins at `at` ends, before the punctuation of the sentence around it.
std::size_t address_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    int open = 0;
    while (end < text.size()) {
        std::size_t next = end;
        char32_t const letter = next_character(text, next);
        if (is_space_or_bracket(letter)) break;
        if (letter == U'(') ++open;
        if (letter == U')' && --open < 0) break;
        end = next;
    }
    while (end > at) {
        std::string_view const so_far = text.substr(at, end - at);
        if (std::string_view("?!.,:;*_~'|]").find(so_far.back()) != std::string_view::npos) {
            --end;
        } else if (so_far.ends_with("…") || so_far.ends_with("’") || so_far.ends_with("‘")) {
            end -= 3;
        } else {
            break;
        }
    }
    return end;
}

bool has_host(std::string_view rest) {
    std::size_t const end = std::min(rest.find_first_of("/?#:"), rest.size());
    std::string_view const host = rest.substr(0, end);
    std::size_t const dot = host.find('.');
    return !host.empty() && is_letter_or_digit(host.front()) && dot != std::string_view::npos && dot + 1 < host.size();
}

bool stands_free(std::string_view text, std::size_t at) {
    return at == 0 || (!is_letter_or_digit(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '@') ||
           // Typographic signs are letters to is_letter_or_digit: only look for the ones that open.
           text.substr(0, at).ends_with("“") || text.substr(0, at).ends_with("„") ||
           text.substr(0, at).ends_with("«") || text.substr(0, at).ends_with("—") ||
           text.substr(0, at).ends_with("–") || text.substr(0, at).ends_with("\u00A0");
}

bool web_address(std::string_view text, std::size_t at, Address& found) {
    for (std::string_view const start : {"https://", "http://", "www."}) {
        if (!text.substr(at).starts_with(start) || !stands_free(text, at)) continue;
        std::size_t const end = address_end(text, at);
        bool const www = start == "www.";
        if (end <= at + start.size() ||
            !has_host(text.substr(www ? at : at + start.size(), end - at - (www ? 0 : start.size()))))
            return false;
        std::string const written(text.substr(at, end - at));
        found = {at, end, www ? "http://" + written : written};
        return true;
    }
    return false;
}

bool is_mail_letter(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           std::string_view(".-_+").find(letter) != std::string_view::npos;
}

bool mail_address(std::string_view text, std::size_t at_sign, std::size_t after, Address& found) {
    std::size_t begin = at_sign;
    while (begin > after && is_mail_letter(text[begin - 1])) --begin;
    std::size_t end = at_sign + 1;
    while (end < text.size() && is_mail_letter(text[end]) && text[end] != '+') ++end;
    while (end > at_sign + 1 && std::string_view(".-_").find(text[end - 1]) != std::string_view::npos) --end;
    std::string_view const host = text.substr(at_sign + 1, end - at_sign - 1);
    bool const good = begin < at_sign && host.find('.') != std::string_view::npos && !host.starts_with('.') &&
                      is_letter_or_digit(text[begin]) &&
                      (begin == 0 || static_cast<unsigned char>(text[begin - 1]) < 0x80 || stands_free(text, begin));
    if (good) found = {begin, end, "mailto:" + std::string(text.substr(begin, end - begin))};
    return good;
}

std::vector<Address> addresses_in(std::string_view text) {
    std::vector<Address> found;
    std::size_t behind = 0; // what has been read
    for (std::size_t at = text.find_first_of("hw@"); at != std::string_view::npos;
         at = text.find_first_of("hw@", at + 1)) {
        Address address;
        bool const is_one = text[at] == '@' ? mail_address(text, at, behind, address) : web_address(text, at, address);
        if (!is_one || address.begin < behind) continue;
        behind = address.end;
        at = address.end - 1;
        found.push_back(std::move(address));
    }
    return found;
}

bool may_hold_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
           text.find('@') != std::string_view::npos;
}

/// Consecutive texts, which an escape or a line's end may have cut in the middle of an address.
class TextRun {
  public:
    TextRun(model::Inlines& content, std::size_t begin) {
        for (end_ = begin; end_ < content.size(); ++end_) {
            auto* const text = std::get_if<model::Text>(&content[end_].kind);
            if (text == nullptr) break;
            pieces_.push_back({text_.size(), &content[end_]});
            text_ += text->text;
        }
    }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t end() const { return end_; }

    /// Appends the texts from `begin` to `end`, cut where needed.
    void copy(std::size_t begin, std::size_t end, model::Inlines& to) const {
        auto const behind = std::upper_bound(pieces_.begin(), pieces_.end(), begin,
                                             [](std::size_t at, Piece const& piece) { return at < piece.at; });
        auto const start = behind == pieces_.begin() ? behind : behind - 1;
        for (auto each = start; each != pieces_.end() && each->at < end; ++each) {
            Piece const& piece = *each;
            auto const& text = std::get<model::Text>(piece.node->kind);
            std::size_t const first = std::max(begin, piece.at);
            std::size_t const last = std::min(end, piece.at + text.text.size());
            if (first >= last) continue;
            Span span = piece.node->span;
            if (text.text.size() == span.end - span.begin) {
                span.end = span.begin + static_cast<std::uint32_t>(last - piece.at);
                span.begin += static_cast<std::uint32_t>(first - piece.at);
            }
            to.push_back({model::Text{text.text.substr(first - piece.at, last - first), text.literal}, span});
        }
    }

  private:
    struct Piece {
        std::size_t at;
        model::Inline* node;
    };
    std::string text_;
    std::vector<Piece> pieces_;
    std::size_t end_ = 0;
};

} // namespace

void link_addresses(model::Inlines& content) {
    bool const worthwhile = std::any_of(content.begin(), content.end(), [](model::Inline const& each) {
        auto const* const text = std::get_if<model::Text>(&each.kind);
        return text != nullptr && may_hold_address(text->text);
    });
    if (!worthwhile) return;
    model::Inlines result;
    for (std::size_t at = 0; at < content.size();) {
        if (!std::holds_alternative<model::Text>(content[at].kind)) {
            result.push_back(std::move(content[at++]));
            continue;
        }
        TextRun const run(content, at);
        std::size_t behind = 0;
        for (Address& address : addresses_in(run.text())) {
            run.copy(behind, address.begin, result);
            model::Link link;
            run.copy(address.begin, address.end, link.content);
            Span const span{link.content.front().span.file, link.content.front().span.begin,
                            link.content.back().span.end};
            for (model::Inline& each : link.content) std::get<model::Text>(each.kind).literal = true;
            link.address = std::move(address.target);
            link.bare = true;
            result.push_back({std::move(link), span});
            behind = address.end;
        }
        run.copy(behind, run.text().size(), result);
        at = run.end();
    }
    content = std::move(result);
}

} // namespace quoin::reader
