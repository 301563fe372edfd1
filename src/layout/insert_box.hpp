#pragma once
// Boxed advertisements and sidebars: a tinted ground with a rule, its own title, sans text, one column or several.

#include "layout/compose_blocks.hpp"

namespace quoin::layout {

/// Where an insert stands and what it is part of.
struct InsertPlace {
    page::TagId parent = page::TagId::document;
    std::string language;
    std::uint32_t serial = 0;
    Span span;
    std::size_t before = 0; // element of the galley
};

/// Sizes of inserts in order of the room they take; only their order means something.
std::int64_t insert_size_rank(style::Print const&, std::string const& size);
/// Appends the insert as a float; as several when one page does not hold it.
void compose_insert(Context&, model::Insert const&, InsertPlace const&, Passage&);
/// The inserts that stand within the text, after all of it has been read.
void compose_late_inserts(Context&, Setting const&, Passage&);

} // namespace quoin::layout
