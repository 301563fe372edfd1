#pragma once
// The form of a document in which what Markdown cannot tell apart is written in one way only.

#include "model/document.hpp"

namespace quoin::writer {

/// The document as `reader` would give it back: texts side by side are one, spaces stand outside of emphasis, addresses in
/// the text are links, a list is what its markers make of it, a cell over several columns or rows is followed by empty
/// ones. Notes and pictures are numbered in the order of the text, notes have a label that is plain and unique in their
/// file; a note that nothing calls becomes paragraphs at its article's end, so that no word is lost. What stands in no
/// text (spans, serials, fields of `transform`) stays as it is.
model::Document canonical(model::Document);
model::Publication canonical(model::Publication);

} // namespace quoin::writer
