#include "hypertext/characters.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm.h>
#include <cstdlib>
#include <fmt/format.h>

namespace quoin::hypertext {

bool is_space(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f';
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string collapsed(std::string_view text) {
    std::string result;
    for (char const letter : text) {
        if (!is_space(letter)) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_space(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

namespace {

int hexadecimal(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

} // namespace

std::string percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        int const high = text[at] == '%' && at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
        int const low = high >= 0 ? hexadecimal(text[at + 2]) : -1;
        if (low < 0) {
            result += text[at];
        } else {
            result += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return first_invalid_utf8(result) ? std::string(text) : result;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view kept = "-._~:/?#@!$&'()*+,;=%";
    std::string result;
    for (char const letter : trimmed(text)) {
        if (is_letter(letter) || is_digit(letter) || kept.find(letter) != std::string_view::npos) {
            result += letter;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
        }
    }
    return result;
}

std::string canonical_language(std::string_view written) {
    std::string result;
    std::string_view const text = trimmed(written);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find_first_of("-_", at), text.size());
        std::string part = lower(text.substr(at, end - at));
        bool const fits = !part.empty() && part.size() <= 8 &&
                          std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
        if (!fits || (at == 0 && (part.size() < 2 || !is_letter(part[0])))) return {};
        if (at > 0 && part.size() == 2)
            for (char& letter : part)
                if (is_letter(letter)) letter = static_cast<char>(letter - 'a' + 'A');
        if (at > 0 && part.size() == 4 && is_letter(part[0])) part[0] = static_cast<char>(part[0] - 'a' + 'A');
        result += (at > 0 ? "-" : "") + part;
        at = end + 1;
    }
    return result;
}

bool is_right_to_left(std::string_view language) {
    std::string const code = lower(language.substr(0, language.find('-')));
    static constexpr std::array<std::string_view, 12> languages{"ar", "he", "fa", "ur",  "yi", "ps",
                                                                "sd", "ug", "dv", "ckb", "iw", "syr"};
    bool const latin = language.find("-Latn") != std::string_view::npos;
    return !latin && std::find(languages.begin(), languages.end(), code) != languages.end();
}

int value_of_marker(std::string_view marker) {
    std::string inner;
    for (char const letter : marker)
        if (is_letter(letter) || is_digit(letter)) inner += letter;
    constexpr std::size_t longest = 9;
    if (inner.empty() || inner.size() > longest) return 0;
    if (std::all_of(inner.begin(), inner.end(), is_digit)) return std::atoi(inner.c_str());
    std::string const small = lower(inner);
    if (small.size() == 1 && small != "i" && small != "v" && small != "x") return small[0] - 'a' + 1;
    static constexpr std::string_view figures = "ivxlcdm";
    static constexpr std::array<int, 7> values{1, 5, 10, 50, 100, 500, 1000};
    int total = 0, before = 0;
    for (std::size_t i = small.size(); i-- > 0;) {
        std::size_t const figure = figures.find(small[i]);
        if (figure == std::string_view::npos) return 0;
        int const value = values.at(figure);
        total += value < before ? -value : value;
        before = std::max(before, value);
    }
    return total;
}

void Entities::expand(std::string_view text, Place place, std::string& to) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const sign = std::min(text.find('&', at), text.size());
        to += text.substr(at, sign - at);
        if (sign == text.size()) return;
        std::string_view const rest = text.substr(sign);
        std::size_t const length = rest.size() > 2 && rest[1] == '#' ? numeric(rest, to) : named(rest, place, to);
        if (length == 0) to += '&';
        at = sign + std::max<std::size_t>(length, 1);
    }
}

std::size_t Entities::numeric(std::string_view text, std::string& to) const {
    // What browsers take 128 to 159 for: characters of windows-1252 (HTML, section 13.2.5.80).
    static constexpr std::array<char32_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    bool const hex = text[2] == 'x' || text[2] == 'X';
    std::size_t at = hex ? 3 : 2;
    std::size_t const first = at;
    char32_t value = 0;
    constexpr char32_t beyond = 0x110000;
    for (; at < text.size(); ++at) {
        int const digit = hexadecimal(text[at]);
        if (digit < 0 || (!hex && digit > 9)) break;
        value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), beyond);
    }
    if (at == first) return 0;
    if (at < text.size() && text[at] == ';') ++at;
    if (value >= 0x80 && value < 0xA0) value = windows.at(value - 0x80);
    if (value == 0 || value >= beyond || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
    bool const control = (value < 0x20 && value != '\t' && value != '\n') || (value >= 0x7F && value < 0xA0);
    if (!control) append_utf8(to, value);
    return at;
}

std::size_t Entities::named(std::string_view text, Place place, std::string& to) {
    constexpr std::size_t longest = 32; // "CounterClockwiseContourIntegral;"
    std::size_t end = 1;
    while (end < text.size() && end <= longest && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    bool const ended = end < text.size() && text[end] == ';';
    // Old pages leave the semicolon out; in an address "&copy=1" is no entity.
    static constexpr std::array<std::string_view, 6> old{"amp", "nbsp", "lt", "gt", "quot", "copy"};
    std::string_view const name = text.substr(1, end - 1);
    if (!ended && (place == Place::attribute || std::find(old.begin(), old.end(), name) == old.end())) return 0;
    if (name.empty()) return 0;
    auto found = known_.find(name);
    if (found == known_.end()) {
        std::string const entity = fmt::format("&{};", name);
        cmark_node* const root = cmark_parse_document(entity.data(), entity.size(), CMARK_OPT_DEFAULT);
        cmark_node* const leaf = cmark_node_first_child(cmark_node_first_child(root));
        char const* const literal = leaf != nullptr ? cmark_node_get_literal(leaf) : nullptr;
        found = known_.emplace(name, literal != nullptr && literal != entity ? literal : "").first;
        cmark_node_free(root);
    }
    if (found->second.empty()) return 0;
    to += found->second;
    return end + (ended ? 1 : 0);
}

} // namespace quoin::hypertext
