#pragma once
// Ways through a document for those that change or gather all of it: every block, every row of inlines, with the language in force.

#include "model/document.hpp"

#include <functional>

namespace quoin::model {

using BlockVisit = std::function<void(Block&)>;
using InlinesVisit = std::function<void(Inlines&, Language const&)>;

/// Blocks in reading order, a block before what it holds.
void visit_blocks(Blocks&, BlockVisit const&);

/// Every row of inlines that is a text of its own (a paragraph, heading, cell, caption …), not the rows nested in it.
void visit_texts(Blocks&, Language const&, InlinesVisit const&);
void visit_texts(Document&, InlinesVisit const&);

/// All inlines of a row and of what it holds, in reading order.
void visit_inlines(Inlines&, std::function<void(Inline&)> const&);

} // namespace quoin::model
