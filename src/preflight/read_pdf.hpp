#pragma once
// The bytes of a finished PDF in, what it says of itself out.

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "preflight/pdf_facts.hpp"

namespace quoin::preflight {

/// Fails when the bytes are no PDF that libqpdf can open: reread-unreadable.
Result<PdfFacts> read_pdf(Bytes const&);

} // namespace quoin::preflight
