#pragma once
// What an editor should look at in the texts themselves: told, never changed, but for the remnants of hyphens.

#include "recover/recovery.hpp"

#include <vector>

namespace quoin::recover {

enum class Observed { title, paragraph, note };

/// Quotation marks and brackets without a fellow, doubled words and signs, glued words, places where an address is missing.
void observe(Recovery&, model::Inlines const&, std::vector<std::size_t> const& fragments, Observed);

/// "in-terests" within a line: the hyphen goes where the text itself writes the word without it and knows no such halves.
void mend_remnants(Recovery&, model::Inlines&);

} // namespace quoin::recover
