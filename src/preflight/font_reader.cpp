#include "preflight/font_reader.hpp"

#include "preflight/content_tokens.hpp"
#include "preflight/objects.hpp"
#include "preflight/plain_text.hpp"

#include <algorithm>

namespace quoin::preflight {

namespace {

constexpr std::size_t most_codes = 0x10000;

template <typename Value>
void put(std::vector<Value>& list, std::size_t code, Value value, Value const& filler) {
    if (code >= most_codes) return;
    if (list.size() <= code) list.resize(code + 1, filler);
    list[code] = std::move(value);
}

std::size_t code_of(std::string const& bytes) {
    std::size_t code = 0;
    for (char const c : bytes) code = code << 8 | static_cast<unsigned char>(c);
    return code;
}

std::string utf16(std::string const& bytes) { return from_text_string("\xfe\xff" + bytes); }

/// bfchar and bfrange of a ToUnicode CMap (ISO 32000-1, 9.10.3).
class UnicodeMap {
  public:
    explicit UnicodeMap(std::vector<std::string>& text) : text_(text) {}

    void read(std::string_view content) {
        ContentTokens tokens(content);
        for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
            if (token.kind != Token::Kind::word) {
                operands_.push_back(token);
                continue;
            }
            if (token.text == "endbfchar") read_characters();
            if (token.text == "endbfrange") read_ranges();
            operands_.clear();
        }
    }

  private:
    void read_characters() {
        for (std::size_t at = 0; at + 1 < operands_.size(); at += 2)
            put(text_, code_of(string_bytes(operands_[at])), utf16(string_bytes(operands_[at + 1])), std::string());
    }

    void read_ranges() {
        for (std::size_t at = 0; at + 2 < operands_.size();) {
            std::size_t const first = code_of(string_bytes(operands_[at]));
            std::size_t const last = std::min(code_of(string_bytes(operands_[at + 1])), most_codes);
            at += 2;
            bool const listed = operands_[at].kind == Token::Kind::array_begin;
            std::string bytes = string_bytes(operands_[at]);
            for (std::size_t code = first; code <= last; ++code) {
                if (listed && ++at < operands_.size()) bytes = string_bytes(operands_[at]);
                put(text_, code, utf16(bytes), std::string());
                if (!listed && !bytes.empty()) ++bytes.back();
            }
            at += listed ? 2 : 1;
        }
    }

    std::vector<std::string>& text_;
    std::vector<Token> operands_;
};

void read_composite_widths(QPDFObjectHandle descendant, FontReading& reading) {
    reading.usual_width = static_cast<float>(number_or(descendant.getKey("/DW"), 1000));
    auto list = items(descendant.getKey("/W"));
    for (std::size_t at = 0; at + 1 < list.size();) {
        auto const first = static_cast<std::size_t>(std::max(0.0, number_or(list[at], 0)));
        if (list[at + 1].isArray()) {
            std::size_t code = first;
            for (auto const& width : items(list[at + 1]))
                put(reading.widths, code++, static_cast<float>(number_or(width, 0)), reading.usual_width);
            at += 2;
        } else {
            if (at + 2 >= list.size()) return;
            auto const last = static_cast<std::size_t>(std::max(0.0, number_or(list[at + 1], 0)));
            for (std::size_t code = first; code <= std::min(last, most_codes); ++code)
                put(reading.widths, code, static_cast<float>(number_or(list[at + 2], 0)), reading.usual_width);
            at += 3;
        }
    }
}

void read_simple_widths(QPDFObjectHandle font, FontReading& reading) {
    reading.usual_width = 0;
    auto code = static_cast<std::size_t>(std::max(0.0, number_or(font.getKey("/FirstChar"), 0)));
    for (auto const& width : items(font.getKey("/Widths")))
        put(reading.widths, code++, static_cast<float>(number_or(width, 0)), 0.0F);
}

bool has_program(QPDFObjectHandle descriptor) {
    return descriptor.isDictionary() &&
           (descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
            descriptor.getKey("/FontFile3").isStream());
}

// "ABCDEF+Name" (ISO 32000-1, 9.6.4).
void read_name(std::string const& base, FontFact& fact) {
    fact.name = base;
    constexpr std::size_t tag = 6;
    fact.subset = base.size() > tag && base[tag] == '+' &&
                  std::all_of(base.begin(), base.begin() + tag, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (fact.subset) fact.name = base.substr(tag + 1);
}

} // namespace

FontEntry read_font(QPDFObjectHandle font) {
    FontEntry entry;
    bool const composite = is_name(font.getKey("/Subtype"), "/Type0");
    auto const descendants = items(font.getKey("/DescendantFonts"));
    QPDFObjectHandle bearer = composite && !descendants.empty() ? descendants.front() : font;
    read_name(name_of(bearer.getKey("/BaseFont")), entry.fact);
    entry.fact.type3 = is_name(font.getKey("/Subtype"), "/Type3");
    entry.fact.embedded = entry.fact.type3 || has_program(bearer.getKey("/FontDescriptor"));
    entry.reading.two_bytes = composite;
    if (composite) {
        read_composite_widths(bearer, entry.reading);
    } else {
        read_simple_widths(font, entry.reading);
    }
    auto map = font.getKey("/ToUnicode");
    entry.fact.has_unicode = map.isStream();
    if (map.isStream()) UnicodeMap(entry.reading.text).read(stream_text(map));
    return entry;
}

} // namespace quoin::preflight
