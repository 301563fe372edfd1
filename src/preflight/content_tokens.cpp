#include "preflight/content_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace quoin::preflight {

namespace {

enum class Sort : std::uint8_t { regular, space, delimiter };

constexpr std::array<Sort, 256> make_sorts() {
    std::array<Sort, 256> sorts{};
    for (unsigned char const c : {'\0', '\t', '\n', '\f', '\r', ' '}) sorts[c] = Sort::space;
    for (unsigned char const c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) sorts[c] = Sort::delimiter;
    return sorts;
}
constexpr std::array<Sort, 256> sorts = make_sorts();

Sort sort_of(char c) { return sorts[static_cast<unsigned char>(c)]; }

constexpr std::array<std::int8_t, 256> make_hex_values() {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t digit = 0; digit < 10; ++digit) values['0' + digit] = static_cast<std::int8_t>(digit);
    for (std::size_t digit = 10; digit < 16; ++digit)
        values['A' + digit - 10] = values['a' + digit - 10] = static_cast<std::int8_t>(digit);
    return values;
}
constexpr std::array<std::int8_t, 256> hex_values = make_hex_values();

int hex_value(char c) { return hex_values[static_cast<unsigned char>(c)]; }

std::string hex_bytes(std::string_view digits) {
    std::string bytes;
    bytes.reserve(digits.size() / 2 + 1);
    int half = -1;
    for (char const c : digits) {
        int const value = hex_value(c);
        if (value < 0) continue;
        if (half >= 0) bytes += static_cast<char>(half << 4 | value);
        half = half < 0 ? value : -1;
    }
    if (half >= 0) bytes += static_cast<char>(half << 4);
    return bytes;
}

// ISO 32000-1, 7.3.4.2; octal codes and escaped characters.
std::string literal_bytes(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            bytes += text[at];
            continue;
        }
        char const c = text[++at];
        if (c >= '0' && c <= '7') {
            int value = 0;
            std::size_t digits = 0;
            for (; digits < 3 && at + digits < text.size() && text[at + digits] >= '0' && text[at + digits] <= '7';
                 ++digits)
                value = value * 8 + text[at + digits] - '0';
            bytes += static_cast<char>(value);
            at += digits - 1;
        } else if (c == 'n' || c == 'r' || c == 't' || c == 'b' || c == 'f') {
            bytes += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c == 'b' ? '\b' : '\f';
        } else if (c != '\n') {
            bytes += c;
        }
    }
    return bytes;
}

} // namespace

void ContentTokens::skip_space() {
    for (; at_ < content_.size(); ++at_) {
        if (content_[at_] == '%') {
            while (at_ < content_.size() && content_[at_] != '\n' && content_[at_] != '\r') ++at_;
            if (at_ == content_.size()) return;
        }
        if (sort_of(content_[at_]) != Sort::space) return;
    }
}

std::string_view ContentTokens::regular() {
    std::size_t const begin = at_;
    while (at_ < content_.size() && sort_of(content_[at_]) == Sort::regular) ++at_;
    return content_.substr(begin, at_ - begin);
}

Token ContentTokens::read_number() {
    std::size_t const begin = at_;
    bool const negative = content_[at_] == '-';
    if (negative || content_[at_] == '+') ++at_;
    double value = 0, unit = 1;
    bool fraction = false;
    for (; at_ < content_.size(); ++at_) {
        char const c = content_[at_];
        if (c == '.') {
            fraction = true;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            if (fraction) unit *= 10;
        } else {
            break;
        }
    }
    Token token{Token::Kind::number, (negative ? -value : value) / unit, {}};
    if (at_ == begin || (at_ < content_.size() && sort_of(content_[at_]) == Sort::regular)) {
        at_ = begin;
        token = {Token::Kind::word, 0, regular()};
    }
    return token;
}

Token ContentTokens::read_literal() {
    std::size_t const begin = ++at_;
    for (int depth = 1; at_ < content_.size(); ++at_) {
        if (content_[at_] == '\\') {
            ++at_;
        } else if (content_[at_] == '(') {
            ++depth;
        } else if (content_[at_] == ')' && --depth == 0) {
            break;
        }
    }
    std::size_t const end = std::min(at_, content_.size());
    at_ = std::min(end + 1, content_.size());
    return {Token::Kind::literal, 0, content_.substr(begin, end - begin)};
}

Token ContentTokens::read_hex() {
    std::size_t const begin = ++at_;
    std::size_t const end = std::min(content_.find('>', begin), content_.size());
    at_ = std::min(end + 1, content_.size());
    return {Token::Kind::hex, 0, content_.substr(begin, end - begin)};
}

Token ContentTokens::bracket(Token::Kind kind, std::size_t size) {
    at_ += size;
    return {kind, 0, {}};
}

Token ContentTokens::next() {
    skip_space();
    if (at_ >= content_.size()) return {};
    char const c = content_[at_];
    char const following = at_ + 1 < content_.size() ? content_[at_ + 1] : ' ';
    switch (c) {
    case '<': return following == '<' ? bracket(Token::Kind::dictionary_begin, 2) : read_hex();
    case '>': return bracket(Token::Kind::dictionary_end, following == '>' ? 2 : 1);
    case '[': return bracket(Token::Kind::array_begin, 1);
    case ']': return bracket(Token::Kind::array_end, 1);
    case '(': return read_literal();
    case '/': ++at_; return {Token::Kind::name, 0, regular()};
    case ')':
    case '{':
    case '}': return bracket(Token::Kind::word, 1);
    default: break;
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') return read_number();
    return {Token::Kind::word, 0, regular()};
}

void ContentTokens::skip_inline_image() {
    for (at_ = content_.find("EI", at_); at_ != std::string_view::npos; at_ = content_.find("EI", at_ + 1)) {
        bool const alone = at_ > 0 && sort_of(content_[at_ - 1]) == Sort::space &&
                           (at_ + 2 == content_.size() || sort_of(content_[at_ + 2]) == Sort::space);
        if (!alone) continue;
        at_ += 2;
        return;
    }
    at_ = content_.size();
}

std::string string_bytes(Token const& token) {
    return token.kind == Token::Kind::hex ? hex_bytes(token.text) : literal_bytes(token.text);
}

} // namespace quoin::preflight
