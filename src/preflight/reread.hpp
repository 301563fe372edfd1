#pragma once
// The proof that a finished file holds what it must: it is read back from its bytes before it replaces an older one.
// Every finding is an error with a code that begins with "reread-", and names the file.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "preflight/expected.hpp"

#include <string>

namespace quoin::preflight {

struct PdfFacts;
struct EpubFacts;

/// Boxes, page count, labels, embedded fonts, the text of every page and, on a screen, its notes and reading order.
void prove_pdf(std::string const& file, PdfFacts const&, ExpectedPdf const&, Diagnostics&);
/// Every note with its mark and its way back, every text, the list of printed pages.
void prove_epub(std::string const& file, EpubFacts const&, ExpectedEpub const&, Diagnostics&);

} // namespace quoin::preflight
