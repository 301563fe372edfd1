#pragma once
// What several backends need is decided here, once: numbers, names, anchors, bylines, typographic quotes, the contents.
// A document as read goes in; the same document with every field marked "transform" filled comes out.

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "style/layout.hpp"

#include <string>
#include <string_view>

namespace quoin::transform {

/// Never drops a block or a note. Reports cross references that lead nowhere, ids given twice, words in the script of
/// another language and quotation marks left open.
model::Document prepare(model::Document, style::Layout const&, Diagnostics&);

/// Straight quotes, "--", "---" and "..." of a plain string as the language writes them (titles, teasers, bylines).
std::string typographic(std::string_view text, model::Language const&);

/// "8 July 2023", "8 de julio de 2023", "8 июля 2023 г.": the stated precision in the language's own order.
std::string written_date(Date, model::Language const&);

/// Checks the note ledger: every note of the document has a number and a reference, or names the ones that have not.
bool ledger_is_whole(model::Document const&, Diagnostics&);

} // namespace quoin::transform
