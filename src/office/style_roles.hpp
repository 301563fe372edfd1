#pragma once
// What a style's name says of its paragraphs, whatever language the word processor spoke.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoin::office {

enum class Role : std::uint8_t {
    paragraph,
    title,
    subtitle,
    byline,
    heading,
    quote,
    attribution,
    verse,
    insert,
    abstract,
    note, // text of a note that the author has set by hand
    caption,
    code,
    separator, // a horizontal line
    drop,      // furniture
    emphasis,
    strong,
    small_capitals,
    term,     // of a definition list
    meaning,  // of a definition list
    contents, // a line of a table of contents, which is made again from the articles
};

struct StyleRole {
    Role role = Role::paragraph;
    int level = 0; // of headings, as the word processor counts: 1 is the highest

    bool operator==(StyleRole const&) const = default;
};

/// A role as the editor writes it in the style map: "byline", "heading2", "drop". Nothing when there is none of this name.
std::optional<StyleRole> parse_role(std::string_view written);

/// "Heading 2", "Überschrift 2", "Título 2", "Заголовок 2", "Subtitle", "Block Text", "Quotations": names that word
/// processors give. Case and spaces do not count. Nothing for other names, "body text" and the like are `paragraph`.
std::optional<StyleRole> role_of_name(std::string_view name);

} // namespace quoin::office
