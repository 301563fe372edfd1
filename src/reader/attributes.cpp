#include "reader/attributes.hpp"

#include <algorithm>

namespace quoin::reader {

namespace {

/// An opening brace without an end must not make the parser look through a whole book.
constexpr std::size_t longest_attributes = 4000;

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\n'; }

bool is_name(char letter) {
    auto const byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || std::string_view("-_:.").find(letter) != std::string_view::npos ||
           (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text.substr(0, longest_attributes)) {}

    /// Length with braces, or 0.
    std::size_t scan(Attributes& found) {
        if (peek() != '{') return 0;
        ++at_;
        while (true) {
            while (is_space(peek())) ++at_;
            if (peek() == '}') break;
            if (!one(found)) return 0;
            if (!is_space(peek()) && peek() != '}') return 0;
        }
        return found.empty() ? 0 : at_ + 1;
    }

  private:
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::string name() {
        std::size_t const begin = at_;
        while (is_name(peek())) ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    bool one(Attributes& found) {
        Attribute each;
        each.begin = at_;
        if (peek() == '#' || peek() == '.') {
            each.kind = peek() == '#' ? Attribute::Kind::id : Attribute::Kind::name_of_class;
            each.value_begin = ++at_;
            each.value = name();
            if (each.value.empty()) return false;
        } else if (peek() == '-') {
            each.kind = Attribute::Kind::unnumbered;
            ++at_;
        } else {
            each.key = name();
            if (each.key.empty() || peek() != '=') return false;
            ++at_;
            if (!value(each)) return false;
        }
        each.end = at_;
        found.push_back(std::move(each));
        return true;
    }

    bool value(Attribute& each) {
        char const quote = peek();
        if (quote != '"' && quote != '\'') {
            each.value_begin = at_;
            while (at_ < text_.size() && !is_space(peek()) && peek() != '}' && peek() != '{') ++at_;
            each.value = text_.substr(each.value_begin, at_ - each.value_begin);
            return !each.value.empty();
        }
        each.value_begin = ++at_;
        for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
            bool const escape =
                text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == quote || text_[at_ + 1] == '\\');
            if (escape) ++at_;
            each.value += text_[at_] == '\n' ? ' ' : text_[at_];
        }
        if (peek() != quote) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::size_t attributes_length(std::string_view text) {
    Attributes ignored;
    return Scanner(text).scan(ignored);
}

std::optional<Attributes> parse_attributes(std::string_view text) {
    Attributes found;
    std::size_t const length = Scanner(text).scan(found);
    if (length == 0 || length != text.size()) return std::nullopt;
    return found;
}

Attribute const* find_pair(Attributes const& attributes, std::string_view key) {
    auto const found = std::find_if(attributes.rbegin(), attributes.rend(), [key](Attribute const& each) {
        return each.kind == Attribute::Kind::pair && each.key == key;
    });
    return found == attributes.rend() ? nullptr : &*found;
}

bool has_class(Attributes const& attributes, std::string_view name) {
    return std::any_of(attributes.begin(), attributes.end(), [name](Attribute const& each) {
        return each.kind == Attribute::Kind::name_of_class && each.value == name;
    });
}

std::string id_of(Attributes const& attributes) {
    for (Attribute const& each : attributes) {
        if (each.kind == Attribute::Kind::id) return each.value;
    }
    return {};
}

} // namespace quoin::reader
