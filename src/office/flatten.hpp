#pragma once
// Blocks as running text, for places that hold nothing else: cells of tables.

#include "model/document.hpp"

namespace quoin::office {

struct Flattened {
    model::Inlines text;
    bool lossy = false; // there was more than one paragraph, or a block of another kind
};

/// Every word, with a space between blocks and the markers of lists before their items.
Flattened flatten(model::Blocks);

} // namespace quoin::office
