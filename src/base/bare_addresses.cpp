#include "base/bare_addresses.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace quoin {

namespace {

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

bool web_address(std::string_view text, std::size_t at, BareAddress& found) {
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

bool mail_address(std::string_view text, std::size_t at_sign, std::size_t after, BareAddress& found) {
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

bool may_hold_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
           text.find('@') != std::string_view::npos;
}

} // namespace

std::vector<BareAddress> find_addresses(std::string_view text) {
    std::vector<BareAddress> found;
    if (!may_hold_address(text)) return found;
    std::size_t behind = 0; // what has been read
    for (std::size_t at = text.find_first_of("hw@"); at != std::string_view::npos;
         at = text.find_first_of("hw@", at + 1)) {
        BareAddress address;
        bool const is_one = text[at] == '@' ? mail_address(text, at, behind, address) : web_address(text, at, address);
        if (!is_one || address.begin < behind) continue;
        behind = address.end;
        at = address.end - 1;
        found.push_back(std::move(address));
    }
    return found;
}

} // namespace quoin
