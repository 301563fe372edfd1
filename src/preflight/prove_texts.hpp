#pragma once
// The author's texts in the letters of a finished file.

#include "base/diagnostic.hpp"
#include "preflight/expected.hpp"

namespace quoin::preflight {

enum class Which { all, of_pages };

/// Reports reread-text for texts that stand nowhere in `letters`, the first few by name.
void prove_texts(std::string const& file, std::string const& letters, std::vector<SourceText> const& texts, Which which,
                 Diagnostics& found);

} // namespace quoin::preflight
