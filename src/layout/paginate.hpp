#pragma once
// Galleys go in, pages come out: which galley begins where, which columns hold what. Nothing is drawn yet.
// One galley after the other: what one needs of the one before is the side of the leaf it begins on and, where it may run
// on, how much of the page is left.

#include "layout/compose.hpp"
#include "layout/paginate_galley.hpp"

#include <cstdint>
#include <vector>

namespace quoin::layout {

struct PlannedPage {
    bool recto = true;
    bool blank = false;
    std::vector<PlannedRegion> regions; // one, or several where an article runs on below the end of another
};

/// What was done for the sake of the number of pages.
struct PageCountFit {
    int count = 0;     // pages before, those of a self cover included
    int wanted = 0;    // what was tried; 0 = nothing was
    int filled_to = 0; // pages in the end, blank ones included
    bool is_reached = false;
    bool is_near = false;                 // few lines were too many, or there was a freedom meant for it
    std::vector<std::uint32_t> tightened; // galleys whose paragraphs were set shorter
    std::vector<std::uint32_t> left_out;  // serials of optional inserts
    std::vector<std::uint32_t> resized;   // serials of inserts in another size than their own
    int text_pages = 0;                   // of filled_to, those that are not blank for the sake of the number
    Length grid;                          // the narrower or wider one that was taken; zero = the layout's
    /// Of the galley whose last page holds the fewest lines: the one to shorten.
    std::uint32_t nearest = 0;
    int nearest_lines = 0;
};

struct Pagination {
    std::vector<PlannedPage> pages;
    PageCountFit fit;
    int wished_pages = 0; // what the layout asks for when it could not be had; else 0
};

struct PaginationSettings {
    style::Print const& print;
    /// The first page is the second of the whole: a self cover's own page stands before it, another behind the last one.
    bool cover_in_pages = false;
    SearchSettings search;
    bool may_leave_out = true; // optional inserts
};

Pagination paginate(Composition const&, PaginationSettings const&);

/// The note area's measures in this style.
NoteMeasure note_measure(style::Print const&);
/// White between the notes' rule and their first row.
Length note_rule_gap(style::Print const&);

} // namespace quoin::layout
