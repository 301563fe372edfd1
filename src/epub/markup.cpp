#include "epub/markup.hpp"

#include "base/utf8.hpp"

namespace quoin::epub {

namespace {

bool is_forbidden(char32_t c) { // XML 1.0, 2.2, and what no text means to hold
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || c == 0xad || (c & 0xfffeU) == 0xfffeU;
}

// One character; `at` is moved behind it. Quotation marks are escaped in attributes only.
void append_piece(std::string& to, std::string_view text, std::size_t& at, CharacterSet* counted, bool quoted) {
    std::size_t const begin = at;
    char32_t const c = next_character(text, at);
    if (counted != nullptr) counted->add(c);
    if (c == '&') {
        to += "&amp;";
    } else if (c == '<') {
        to += "&lt;";
    } else if (c == '>') {
        to += "&gt;";
    } else if (c == '"' && quoted) {
        to += "&quot;";
    } else if (!is_forbidden(c)) {
        to.append(text, begin, at - begin);
    }
}

void append_escaped(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) append_piece(to, text, at, nullptr, true);
}

} // namespace

void Markup::open(std::string_view tag, Attributes attributes) {
    out_ += '<';
    out_ += tag;
    for (Attribute const& attribute : attributes) {
        if (attribute.value.empty() && !attribute.even_empty) continue;
        out_ += ' ';
        out_ += attribute.name;
        out_ += "=\"";
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

void Markup::close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += '>';
}

void Markup::empty(std::string_view tag, Attributes attributes) {
    open(tag, attributes);
    out_.insert(out_.size() - 1, 1, '/');
}

void Markup::hollow(std::string_view tag, Attributes attributes) {
    open(tag, attributes);
    close(tag);
}

void Markup::text(std::string_view content) {
    if (counted_ == nullptr) counted_ = &use_[style_];
    for (std::size_t at = 0; at < content.size();) append_piece(out_, content, at, counted_, false);
}

void Markup::count(std::string_view content) {
    if (counted_ == nullptr) counted_ = &use_[style_];
    for (std::size_t at = 0; at < content.size();) counted_->add(next_character(content, at));
}

void Markup::element(std::string_view tag, Attributes attributes, std::string_view content) {
    open(tag, attributes);
    text(content);
    close(tag);
}

void Markup::set_style(FaceStyle const& style) {
    if (style == style_) return;
    style_ = style;
    counted_ = nullptr;
}

} // namespace quoin::epub
