#pragma once
// The first half of every command: what to print from a document, before any file format.

#include "app/build.hpp"
#include "app/page_places.hpp"
#include "base/pool.hpp"
#include "layout/layout_document.hpp"
#include "model/document.hpp"
#include "preflight/expected.hpp"
#include "style/layout.hpp"
#include "style/printer.hpp"
#include "text/font_book.hpp"

namespace quoin::app {

/// A prepared document with its design, its printer and its fonts.
struct Prepared {
    model::Document document;
    style::Layout layout;
    style::PrinterProfile printer; // its bleed and page multiple are the layout's
    text::FontBook fonts;
    std::vector<preflight::SourceText> texts; // what every output must hold
    SerialPlaces places;                      // where its blocks stand in the sources
};

Result<style::Layout> load_layout_of(model::Metadata const&, BuildRequest const&, FileSystem const&, SourceMap&,
                                     Diagnostics&);
Result<style::PrinterProfile> load_printer_of(model::Metadata const&, BuildRequest const&, FileSystem const&,
                                              SourceMap&, Diagnostics&);
Result<Prepared> prepare_edition(model::Document, BuildRequest const&, FileSystem const&, SourceMap&, Diagnostics&);
/// Pages of the interior, with self covers put in their places.
layout::Result lay_out(Prepared const&, BuildRequest const&, FileSystem const&, Pool&, Diagnostics&);
/// Seconds since 1970 that every output states: SOURCE_DATE_EPOCH, else the publication's date.
long long epoch_of(model::Metadata const&, BuildRequest const&);

} // namespace quoin::app
