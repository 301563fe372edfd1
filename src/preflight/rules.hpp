#pragma once
// The rules by subject. Each looks at the facts and adds findings; what a printer does not ask for is not looked at.

#include "preflight/finding_list.hpp"
#include "preflight/pdf_facts.hpp"

namespace quoin::preflight {

void check_file(PdfFacts const&, PdfSubject const&, FindingList&);
void check_metadata(PdfFacts const&, PdfSubject const&, FindingList&);
void check_fonts(PdfFacts const&, PdfSubject const&, FindingList&);
void check_boxes(PdfFacts const&, PdfSubject const&, FindingList&);
void check_inks(PdfFacts const&, PdfSubject const&, FindingList&);
void check_pictures(PdfFacts const&, PdfSubject const&, FindingList&);
void check_tags(PdfFacts const&, PdfSubject const&, FindingList&);

} // namespace quoin::preflight
