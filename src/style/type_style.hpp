#pragma once
// How one kind of text is set. Each field's comment is the documentation of its key (see docs/manual/layouts.md).

#include "base/length.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace quoin::style {

enum class TextAlign { justify, left, right, centre };
enum class Capitals { none, small, all_small, upper }; // small: smcp; all_small: smcp + c2sc; upper: to upper case
enum class Figures { oldstyle, lining, tabular };      // tabular: lining tabular

struct TypeStyle {
    std::string family = "text"; // a role of fonts.toml ("text", "sans", "display", "mono") or a family's name
    int weight = 400;            // 100…900
    bool italic = false;
    Length size = Length::points(10);
    Length leading = Length::points(13);
    int tracking = 0; // 1/1000 em, added to every letter
    Capitals capitals = Capitals::none;
    Figures figures = Figures::oldstyle;
    TextAlign align = TextAlign::justify;
    bool hyphenate = true;
    std::string ink = "text"; // a name of the palette
    int tint = 1000;          // per mille
    Length first_indent;      // first line of a paragraph that follows another
    Length left_indent, right_indent;
    Length space_before, space_after; // layout rounds the sum around a block to whole grid lines
};

/// The kinds of text that a layout names, as keys below [print.type]: "body", "heading-1", …
enum class TypeRole {
    body,
    note,
    heading1,
    heading2,
    heading3,
    heading4,
    department,
    title,
    subtitle,
    byline,
    standfirst,
    chapter_number,
    part_title,
    initial,
    quote,
    attribution,
    verse,
    list,
    code,
    caption,
    credit,
    table,
    table_head,
    insert_text,
    insert_title,
    running_head,
    folio,
    contents_title,
    contents_department,
    contents_entry,
    contents_subtitle,
    contents_byline,
    contents_folio,
    half_title,
    book_title,
    book_subtitle,
    book_author,
    imprint,
    dedication,
    epigraph,
    pull_quote,
    index,
    index_letter,
    count_
};

inline constexpr std::size_t type_role_count = static_cast<std::size_t>(TypeRole::count_);

/// The key below [print.type]: "heading-1".
std::string_view name(TypeRole);

class TypeTable {
  public:
    TypeStyle& operator[](TypeRole role) { return styles_[static_cast<std::size_t>(role)]; }
    TypeStyle const& operator[](TypeRole role) const { return styles_[static_cast<std::size_t>(role)]; }

  private:
    std::array<TypeStyle, type_role_count> styles_{};
};

} // namespace quoin::style
