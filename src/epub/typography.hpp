#pragma once
// How the layout's kinds of text look in a reading system: the style of their letters, used by the writer to count
// characters and by the style sheet to name faces. Both read the same table, so that the fonts hold what CSS asks for.

#include "epub/characters.hpp"
#include "style/layout.hpp"

namespace quoin::epub {

FaceStyle face_style(style::TypeStyle const&);
inline FaceStyle face_style(style::Layout const& layout, style::TypeRole role) {
    return face_style(layout.print.type[role]);
}

/// Text headings of level 2 … 6 as the layout names them.
style::TypeRole heading_role(int level);

/// The weight of `strong`, whatever stands around it.
inline constexpr int strong_weight = 700;

} // namespace quoin::epub
