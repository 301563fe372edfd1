#pragma once
// Styles of an OpenDocument text: automatic → named → default, and what they say of a paragraph, a run, a list.

#include "base/length.hpp"
#include "model/document.hpp"
#include "office/odt_files.hpp"
#include "office/style_roles.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

enum class OdtPosition : std::uint8_t { normal, superscript, subscript };

/// Properties of text as one style states them, or as a chain of styles gives them together.
struct OdtLook {
    std::optional<bool> bold, italic, small_capitals, struck, underlined, hidden;
    std::optional<OdtPosition> position;
    /// Of Latin, Greek and Cyrillic text; of Arabic, Hebrew, Thai and Indic text; of Chinese, Japanese and Korean text.
    std::optional<std::string> language, complex_language, asian_language;

    void lay_over(OdtLook const& nearer);
};

struct OdtLists { // text:list-style
    struct Level {
        enum class Kind : std::uint8_t { none, bullet, number } kind = Kind::none;
        std::string prefix, suffix, format; // "(" ")" "a"; an empty format counts, but shows nothing
        int display_levels = 1;
        int start = 1;
    };
    std::array<Level, 10> levels;
};

struct OdtParagraphStyle {
    StyleRole role;
    bool told = false;     // the editor named the role
    bool known = true;     // the role was told by the editor or by the name
    std::string name;      // of the nearest style with a name
    OdtLook base;          // of that style: what is not emphasis within it
    OdtLook look;          // with what was set by hand
    std::string list;      // name of its list style
    bool indented = false; // by hand, on both sides: set off from the text around it
    bool right_to_left = false;
    model::Alignment alignment = model::Alignment::none;
};

struct OdtTextStyle {
    std::optional<StyleRole> role;
    bool known = true;
    std::string name; // empty when all was set by hand
    OdtLook look;
};

class OdtStyles {
  public:
    /// `roles`: name or id of a style → role, as the editor wrote it.
    OdtStyles(OdtFiles const&, std::map<std::string, std::string> const& roles);

    OdtParagraphStyle const& paragraph(std::string_view name);
    OdtTextStyle const& text(std::string_view name);
    /// nullptr when there is none.
    [[nodiscard]] OdtLists const* lists(std::string_view name) const;
    [[nodiscard]] OdtLists const& outline() const { return outline_; }
    /// Of paragraphs that state none.
    [[nodiscard]] std::string const& language() const { return language_; }

    /// One style as it is written.
    struct Style {
        std::string name, display_name, parent, list;
        bool automatic = false;
        OdtLook look;
        std::optional<Length> left, right;
        std::optional<bool> right_to_left;
        std::optional<model::Alignment> alignment;
    };
    using Styles = std::map<std::string, Style, std::less<>>;

  private:
    void read_styles(pugi::xml_node parent, bool automatic);
    void read_style(pugi::xml_node, bool automatic);
    /// What the editor says of it; nothing else tells more.
    [[nodiscard]] std::optional<StyleRole> told_role(Style const&) const;
    [[nodiscard]] OdtParagraphStyle make_paragraph(std::string_view name) const;
    [[nodiscard]] OdtTextStyle make_text(std::string_view name) const;

    std::map<std::string, std::string> roles_;
    Styles paragraphs_, texts_;
    std::map<std::string, OdtLists, std::less<>> lists_;
    OdtLists outline_;
    OdtLook default_look_;
    std::string language_;
    std::map<std::string, OdtParagraphStyle, std::less<>> made_paragraphs_;
    std::map<std::string, OdtTextStyle, std::less<>> made_texts_;
};

/// "Author_20_byline" → "Author byline".
std::string unescape_style_name(std::string_view name);

} // namespace quoin::office
