#pragma once
// Which page stands where on a printer's sheet, before anything is drawn. Pages are counted from 0.

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoin::pdf {

/// How pages become sheets.
struct Scheme {
    enum class Kind {
        saddle,    // spreads, one inside of the other, stapled through the fold
        signature, // sheets of `pages` pages, folded and gathered side by side
        n_up       // `pages` pages on a side, one after the other
    } kind = Kind::saddle;
    std::size_t pages = 4;
};

/// "saddle", "signature-4", "signature-8", "signature-16", "signature-32", "4-up". False for anything else.
bool read_scheme(std::string_view text, Scheme& into);

/// One page in the grid of a side: rows from above, columns from the left, as the side is looked at.
struct PlacedPage {
    std::size_t page = 0;
    int column = 0, row = 0;
    bool turned = false;   // stands on its head
    std::size_t depth = 0; // leaves of the same section around it, for creep
};

struct SheetSide {
    std::vector<PlacedPage> pages; // without the blank ones
    std::size_t section = 0;       // which signature of the book; 0 in a saddle stitch
    bool back = false;             // the sheet is turned over around its upright axis
    bool outermost = false;        // the side whose last and first page are the outside of a section
};

struct SheetPlan {
    int columns = 1, rows = 1;
    std::size_t sections = 1;
    std::size_t blanks = 0; // pages added at the end
    std::vector<SheetSide> sides;
};

SheetPlan plan_sheets(std::size_t page_count, Scheme const&);

} // namespace quoin::pdf
