#pragma once
// A manuscript's paragraphs with the roles of their styles, and what becomes of them: neighbours taken together, articles.

#include "manuscript/imported.hpp"
#include "model/document.hpp"
#include "office/style_roles.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace quoin::office {

/// A paragraph, or a block that is finished, before its neighbours are looked at.
struct Piece {
    StyleRole role;
    model::Block block;       // a Paragraph when the role is one of a text; any other kind is taken as it is
    model::Language language; // empty: that of the document
    bool right_to_left = false;
    enum class CaptionOf : std::uint8_t { any, table, figure } caption_of = CaptionOf::any;
};
using Pieces = std::vector<Piece>;

/// Quotations with their attribution, stanzas, inserts, lists of definitions, captions and what they stand under, passages
/// in another language. `heading_shift` is added to the levels of headings.
model::Blocks group(Pieces, int heading_shift);

/// What names an article whose text has no title.
struct ArticleNames {
    std::string metadata_title; // as the file's properties have it; may be empty
    std::string file_stem;      // "spring-issue" of "texts/spring-issue.odt"
};

/// Fills `entries` and tells decisions. A title begins an article; without any, each heading of the first level does when
/// there are two or more of them. Titles, subtitles, bylines and abstracts count at an article's start only.
void make_articles(Pieces, ArticleNames const&, manuscript::Imported&);

/// Whether text of this language runs from right to left.
bool is_right_to_left(model::Language const&);

} // namespace quoin::office
