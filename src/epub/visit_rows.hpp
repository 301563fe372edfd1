#pragma once
// Every row of inlines below some blocks, in reading order.

#include "model/document.hpp"

#include <functional>

namespace quoin::epub {

void visit_rows(model::Blocks const&, std::function<void(model::Inlines const&)> const&);
/// Of the whole text: entries with their heads, then the notes, then the imprint.
void visit_rows(model::Document const&, std::function<void(model::Inlines const&)> const&);

} // namespace quoin::epub
