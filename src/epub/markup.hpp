#pragma once
// XHTML written in one pass: elements in the order of the calls, attributes in the order of the arguments, so that the
// same document gives the same bytes. What is written as text is also counted for the fonts.

#include "epub/characters.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace quoin::epub {

struct Attribute {
    std::string_view name;
    std::string_view value;
    bool even_empty = false; // written without a value too: alt=""
};
using Attributes = std::initializer_list<Attribute>;

class Markup {
  public:
    /// Attributes with an empty value are left out, unless they say `even_empty`.
    void open(std::string_view tag, Attributes = {});
    void close(std::string_view tag);
    /// An element without content, written `<br/>`.
    void empty(std::string_view tag, Attributes = {});
    /// An element that HTML parsers do not take as empty: `<span …></span>`.
    void hollow(std::string_view tag, Attributes);
    /// Escaped; control characters and soft hyphens (readers hyphenate by language) are left out.
    void text(std::string_view);
    /// Characters that the reading system will draw by itself in the current style.
    void count(std::string_view);
    void line_feed() { out_ += '\n'; }
    /// An element with nothing but text.
    void element(std::string_view tag, Attributes, std::string_view content);
    /// Finished markup, whose characters were counted when it was made.
    void raw(std::string_view markup) { out_ += markup; }

    /// The style of the letters that follow.
    void set_style(FaceStyle const&);
    [[nodiscard]] FaceStyle const& style() const { return style_; }

    [[nodiscard]] std::string const& content() const { return out_; }
    [[nodiscard]] std::string take() { return std::move(out_); }
    [[nodiscard]] CharacterUse const& characters() const { return use_; }

  private:
    std::string out_;
    FaceStyle style_;
    CharacterUse use_;
    CharacterSet* counted_ = nullptr; // that of style_
};

/// Sets a style for as long as it lives.
class StyleScope {
  public:
    StyleScope(Markup& markup, FaceStyle const& style) : markup_(markup), before_(markup.style()) {
        markup.set_style(style);
    }
    ~StyleScope() { markup_.set_style(before_); }
    StyleScope(StyleScope const&) = delete;
    StyleScope& operator=(StyleScope const&) = delete;

  private:
    Markup& markup_;
    FaceStyle before_;
};

} // namespace quoin::epub
