#pragma once
// What a paragraph style is for: told by its name in many languages, or by the editor's style map.

#include <optional>
#include <string_view>

namespace quoin::office {

enum class Role {
    paragraph,
    title,
    subtitle,
    byline,
    author,
    date,
    heading,
    quote,
    verse,
    insert,
    note,
    caption,
    abstract,
    attribution,
    term,    // of a definition list
    meaning, // of a definition list
    code,
    contents, // a line of a table of contents: made again from the articles
    drop
};

struct StyleRole {
    Role role = Role::paragraph;
    int level = 0; // of a heading, from 1

    bool operator==(StyleRole const&) const = default;
};

/// A role as the style map names it: "byline", "heading3", "quote". Nothing for other words.
std::optional<StyleRole> role_named(std::string_view word);

/// The role of a style that word processors bring along, by its English or localised name: "heading 2", "Überschrift 2",
/// "Titre", "Block Text". Case, spaces, hyphens and underscores do not count. Nothing for names that tell nothing.
std::optional<StyleRole> role_of_style(std::string_view name);

/// Styles that ordinary text has and that need no role: "Normal", "Body Text", "Text body", "List Paragraph", …
bool is_plain_style(std::string_view name);

} // namespace quoin::office
