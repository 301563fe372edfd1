#pragma once
// A finished interior becomes a printer's sheets: its pages, unchanged, side by side on large ones. In: the bytes of a PDF.
// Out: the bytes of another with the same output intent, document information and metadata.

#include "base/bytes.hpp"
#include "base/length.hpp"
#include "base/result.hpp"
#include "pdf/sheet_plan.hpp"

namespace quoin::pdf {

struct Imposition {
    Scheme scheme;
    Length creep;      // by how much each leaf moves nearer to the fold than the leaf around it
    Length milling;    // between a page and the fold of its spine: what a perfect binding cuts off
    Size sheet;        // zero: as large as the pages and marks need
    bool marks = true; // fold, trim and collating marks
};

struct Sheets {
    Bytes bytes;
    std::size_t pages = 0;  // of the interior
    std::size_t blanks = 0; // pages left empty at the end
    std::size_t sides = 0;
    Size sheet; // as it came out
};

/// Fails when the bytes are no whole PDF (pdf-unreadable) or are encrypted (pdf-encrypted), when its pages differ in size or
/// are turned (page-sizes-mixed), and when pages and sheet do not go together (imposition-impossible). `path` is for
/// messages.
Result<Sheets> impose(Bytes const& interior, std::string const& path, Imposition const&);

} // namespace quoin::pdf
