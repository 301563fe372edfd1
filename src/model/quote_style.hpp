#pragma once
// Quotation marks as languages write them.

#include "model/metadata.hpp"

namespace quoin::model {

struct QuoteMarks {
    char const* open;
    char const* close;
};
struct QuoteStyle {
    QuoteMarks outer, inner;
};

/// After the house rules of the languages' academies and style guides (CLDR "quotationStart" and its alternates agree).
/// English for languages that are not in the table. French marks hold their narrow spaces.
QuoteStyle const& quote_style(Language const&);

} // namespace quoin::model
