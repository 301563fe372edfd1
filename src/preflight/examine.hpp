#pragma once
// The rules of printers and readers over what finished files say of themselves. A clean file gives nothing.

#include "preflight/expected.hpp"
#include "preflight/finding.hpp"
#include "style/printer.hpp"

#include <string>
#include <vector>

namespace quoin::preflight {

struct PdfFacts;
struct EpubFacts;

struct PdfSubject {
    std::string file;
    FileKind kind = FileKind::print;
    page::PageList const& pages;          // for places: labels, pictures and their sources
    style::PrinterProfile const& printer; // print and cover
    bool gray = false;                    // the interior is to have no colours
    std::vector<Span> places{};           // by page: where its text begins in the sources; may be empty
};

Findings examine_print(PdfFacts const&, PdfSubject const&);
Findings examine_screen(PdfFacts const&, PdfSubject const&);
Findings examine_epub(std::string const& file, EpubFacts const&);

} // namespace quoin::preflight
