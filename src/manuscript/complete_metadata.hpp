#pragma once
// What a manifest needs and no manuscript states.

#include "model/document.hpp"

namespace quoin::manuscript {

/// Fills in the kind (from what there is: an issue's number, one text in several languages, many chapters), the layout of
/// that kind, title, language and date where they are not known.
void complete_metadata(model::Document&);

} // namespace quoin::manuscript
