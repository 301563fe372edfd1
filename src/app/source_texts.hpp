#pragma once
// What the author wrote, as stretches that every output must hold in one piece: the model's side of the re-reading.

#include "model/document.hpp"
#include "preflight/expected.hpp"

#include <vector>

namespace quoin::app {

/// Of a prepared document: titles, texts, captions and notes in reading order. It is walked, not changed.
std::vector<preflight::SourceText> source_texts(model::Document&);

} // namespace quoin::app
