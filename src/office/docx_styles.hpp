#pragma once
// Styles of an Office Open XML text (ECMA-376 part 1, section 17.7): what a paragraph or a run looks like, and what it is for.

#include "office/docx_file.hpp"
#include "office/run_builder.hpp"
#include "office/style_roles.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace quoin::office {

/// Run properties (w:rPr) as one level states them; what is empty is not stated.
struct DocxRunLook {
    std::optional<bool> bold, italic, strike, small_caps, caps, hidden; // toggles, section 17.7.3
    std::optional<bool> underline, right_to_left;
    std::optional<Shift> shift;
    std::optional<std::string> language, complex_language, asian_language;
    std::optional<std::string> font;

    /// What `nearer` states replaces what stands here.
    void lay_over(DocxRunLook const& nearer);
};

/// Paragraph properties (w:pPr); lengths in twentieths of a point.
struct DocxParagraphLook {
    std::optional<int> left, right, first_line; // a hanging indent is a negative first line
    std::optional<int> numbering, level;        // w:numPr; numbering 0 takes a style's away
    std::optional<int> outline;                 // 0 … 8; 9 is body text
    std::optional<int> before, after;
    std::optional<bool> contextual_spacing, right_to_left, border_below;
    std::optional<std::string> alignment; // "center", "both", …

    void lay_over(DocxParagraphLook const& nearer);
};

DocxRunLook read_run_look(pugi::xml_node properties);
DocxParagraphLook read_paragraph_look(pugi::xml_node properties);

/// One style with everything that it inherits.
struct DocxStyle {
    std::string id, name;
    DocxRunLook run;
    DocxParagraphLook paragraph;
    StyleRole role;
    bool mapped = true;  // its role is known: by the style map, its name, its outline level or what it is based on
    int parent_left = 0; // indents of what it is based on
    int parent_right = 0;
};

class DocxStyles {
  public:
    /// `roles`: name or id of a style → role, as the editor wrote it.
    DocxStyles(DocxFile const&, std::map<std::string, std::string> const& roles);

    /// The default style when the id is empty. An id that no style has is taken for a name.
    DocxStyle const& paragraph(std::string_view id);
    /// A style without a look when the id is empty.
    DocxStyle const& character(std::string_view id);
    [[nodiscard]] DocxRunLook const& default_run() const { return default_run_; }

  private:
    struct Written {
        std::string name, parent, kind;
        DocxRunLook run;
        DocxParagraphLook paragraph;
    };
    using Made = std::map<std::string, DocxStyle, std::less<>>;

    [[nodiscard]] std::optional<StyleRole> told_role(std::string_view id, std::string_view name) const;
    [[nodiscard]] DocxStyle make(std::string_view id, std::string_view kind) const;
    void find_role(DocxStyle&, std::vector<std::pair<std::string, Written const*>> const& chain) const;

    std::map<std::string, std::string> roles_; // folded name or id → role
    std::map<std::string, Written, std::less<>> written_;
    std::string default_paragraph_;
    DocxRunLook default_run_;
    DocxParagraphLook default_look_;
    Made paragraphs_, characters_;
};

/// "de" from "de-DE"; with its region where the region writes differently: "pt-BR", "zh-TW". Empty for "x-none".
std::string short_language(std::string_view tag);

} // namespace quoin::office
