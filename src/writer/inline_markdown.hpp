#pragma once
// Running text as Markdown. In: inlines in canonical form. Out: one line, or one a line break.

#include "model/document.hpp"

#include <string>

namespace quoin::writer {

/// What stands around a row of inlines: it decides which signs at a line's start mean something.
enum class Place {
    paragraph,
    after_list, // a paragraph directly behind a list: "B. Russell" would go on with it
    heading,
    cell,
    verse,
    caption,     // a figure's, between square brackets
    behind_mark, // a paragraph whose first words stand behind a dash or colon of ours
    part         // a title, an attribute's value: no block can begin in it
};

std::string inline_markdown(model::Document const&, model::Inlines const&, Place);

/// An id or class with what no attribute may hold replaced by hyphens.
std::string attribute_name(std::string_view);

} // namespace quoin::writer
