#pragma once
// The running text of a block becomes a text::ParagraphText: styles, languages, links, note figures and the map that leads
// from its bytes back to the model.

#include "layout/compose_context.hpp"
#include "model/inline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::layout {

struct InlineSetting {
    text::CharacterStyle style;
    std::string language;
    page::TagId tag = page::TagId::artifact; // the paragraph's; links and pictures become its children
    bool hyphenate = true;
    bool active = true; // links, anchors and notes; false for texts printed a second time (contents lines)
    bool right_to_left = false;
};

struct InlineText {
    text::ParagraphText text;
    std::vector<PlainOffset> plain_offsets;
};

InlineText inline_text(Context&, model::Inlines const&, InlineSetting const&);
/// A text made by the program or taken from the manifest.
InlineText plain_inline_text(std::string_view, InlineSetting const&);
/// Style, language and tag for a role's text.
InlineSetting inline_setting(Context const&, style::TypeStyle const&, std::string const& language, page::TagId tag);

/// Puts generated text in front ("— ", a label): it counts nothing in the model.
void prepend(InlineText&, std::string_view generated, InlineSetting const&);
void append(InlineText&, std::string_view generated, InlineSetting const&);

/// The first `words` words in small capitals.
void set_first_words_small(text::ParagraphText&, int words);
/// Cuts off the first letter with the quotation marks before it; what is left keeps its offsets into the model.
InlineText take_initial(InlineText&);

} // namespace quoin::layout
