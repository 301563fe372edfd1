#pragma once
// The optional clean-up of typography: quotation marks, dashes, ellipses and spaces as the language wants them. Nothing
// else is touched; words stay as they are. Quotation marks that do not pair are left alone and told.

#include "manuscript/imported.hpp"

namespace quoin::manuscript {

/// Changes the texts of the document; each change is a decision `typography-changed` with what stood there before.
void clean_typography(Imported&);

} // namespace quoin::manuscript
