#include "transform/prepare.hpp"

#include "transform/passes.hpp"

#include <fmt/format.h>

namespace quoin::transform {

model::Document prepare(model::Document document, style::Layout const& layout, Diagnostics& diagnostics) {
    name_entries(document);
    number_notes(document, layout.print.notes.numbering, diagnostics);
    assign_serials(document);
    examine_scripts(document, diagnostics);
    close_heading_levels(document);
    set_quotes(document, diagnostics);
    assign_anchors(document, wants_index(document, layout.print.index), diagnostics);
    resolve_references(document, diagnostics);
    complete_bylines(document);
    build_contents(document, layout.print.contents.depth);
    build_index(document, layout.print.index, diagnostics);
    return document;
}

bool ledger_is_whole(model::Document const& document, Diagnostics& diagnostics) {
    bool whole = true;
    for (model::Note const& note : document.notes) {
        if (note.number > 0 && note.references > 0) continue;
        whole = false;
        diagnostics.error(quoin::Code::note_ledger, note.span,
                          fmt::format("the note \"{}\" is called nowhere, so no output would show it", note.label),
                          {"put its mark into the text, or take the note out"});
    }
    return whole;
}

} // namespace quoin::transform
