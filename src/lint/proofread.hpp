#pragma once
// What a copy editor would name: marks without their other half, lost and doubled spaces, words that a break has left in pieces.
// In: a publication as it was read. Out: advice with places. Nothing is changed.

#include "base/diagnostic.hpp"
#include "model/document.hpp"

namespace quoin::lint {

/// All editions. It is quiet where languages and authors differ: a finding missed is better than one that is none.
void proofread(model::Publication const&, Diagnostics&);

} // namespace quoin::lint
