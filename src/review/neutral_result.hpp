#pragma once
// What an import found, in a neutral form that a scorer reads: import-result.json.

#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::review {

/// Schema "seed-import/1": issue, articles with blocks, notes and calls ("[^3]" in the text), front matter, and one
/// diagnostic for each decision that is less than certain, with its line.
std::string neutral_result(std::vector<model::Document> const&, std::vector<manuscript::Decision> const&,
                           SourceMap const&);

} // namespace quoin::review
