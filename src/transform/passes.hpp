#pragma once
// The passes of `prepare`, in the order in which they run. Each fills the fields named after it in model/document.hpp.

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "style/layout.hpp"

namespace quoin::transform {

void name_entries(model::Document&);                                     // names of inserts and parts
void number_notes(model::Document&, style::NoteNumbering, Diagnostics&); // numbers, articles, references
void assign_serials(model::Document&);
/// Headings, ids, notes; terms of the index when there is to be one.
void assign_anchors(model::Document&, bool with_index, Diagnostics&);
void resolve_references(model::Document&, Diagnostics&);
void complete_bylines(model::Document&); // bylines and running titles
void set_quotes(model::Document&, Diagnostics&);
void examine_scripts(model::Document&, Diagnostics&);
void close_heading_levels(model::Document&);
void build_contents(model::Document&, int depth);
bool wants_index(model::Document const&, style::Index const&);
void build_index(model::Document&, style::Index const&, Diagnostics&);

/// What a contents line or a link repeats of a heading: its words. Notes and anchors stay with the heading itself.
model::Inlines without_marks(model::Inlines const&);

/// Lower-case ASCII letters, digits and hyphens, for XML ids and PDF names; "x" when nothing is left.
std::string slug(std::string_view text);

} // namespace quoin::transform
