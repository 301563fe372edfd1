#pragma once
// Characters that no embedded face has: where the author wrote them.

#include "base/diagnostic.hpp"
#include "epub/characters.hpp"
#include "model/document.hpp"

namespace quoin::epub {

/// A warning for each, at its first place: a reading system sets it from a font of its own, if it has one.
void report_missing_glyphs(model::Document const&, CharacterSet const& missing, Diagnostics&);

} // namespace quoin::epub
