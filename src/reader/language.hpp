#pragma once
// Language tags of BCP 47.

#include "base/diagnostic.hpp"
#include "model/metadata.hpp"

#include <string_view>

namespace quoin::reader {

/// The tag in canonical case ("pt-BR", "sr-Latn"), or empty when it names no language, script or region that is known.
model::Language canonical_language(std::string_view tag);

/// The same with an error for an unknown one.
model::Language read_language(std::string_view tag, Span, Diagnostics&);

bool is_right_to_left(model::Language const&);

} // namespace quoin::reader
