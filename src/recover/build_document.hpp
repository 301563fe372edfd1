#pragma once
// The articles with their notes and inserts as entries of the document.

#include "recover/recovery.hpp"

namespace quoin::recover {

/// Fills the result's document: entries, notes, imprint; what was guessed about their texts is told.
void build_document(Recovery&, manuscript::Options const&);

} // namespace quoin::recover
