#pragma once
// Ways through a document for the passes of this folder: every block, every row of inlines, with the language in force.

#include "model/document.hpp"

#include <functional>

namespace quoin::transform {

using BlockVisit = std::function<void(model::Block&)>;
using InlinesVisit = std::function<void(model::Inlines&, model::Language const&)>;

/// Blocks in reading order, a block before what it holds.
void visit_blocks(model::Blocks&, BlockVisit const&);

/// Every row of inlines that is a text of its own (a paragraph, heading, cell, caption …), not the rows nested in it.
void visit_texts(model::Blocks&, model::Language const&, InlinesVisit const&);
void visit_texts(model::Document&, InlinesVisit const&);

/// All inlines of a row and of what it holds, in reading order.
void visit_inlines(model::Inlines&, std::function<void(model::Inline&)> const&);

} // namespace quoin::transform
