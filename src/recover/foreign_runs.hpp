#pragma once
// Runs in another language than their article: whole notes and paragraphs, and words of another script.

#include "recover/recovery.hpp"

namespace quoin::recover {

/// Sets spans of language. `whole`: the text may be foreign as a whole.
void mark_foreign(Recovery&, model::Inlines&, model::Language const&, Span, bool whole);

} // namespace quoin::recover
