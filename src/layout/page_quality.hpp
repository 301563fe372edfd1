#pragma once
// How well a page is set, in the few figures that an editor or a test can ask about, each with its place in the source.

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "style/print_style.hpp"

#include <string>
#include <vector>

namespace quoin::layout {

struct Composition;
struct Pagination;

struct PageQuality {
    std::string label; // as printed
    int lines = 0;     // of running text
    int hyphenated = 0;
    double loosest = 1;        // word space of the page's loosest justified line, 1 = natural
    Span loosest_place;        // where that line stands in the source …
    std::string loosest_words; // … and what it says
    int hyphens_in_a_row = 0;  // longest run of lines that end in one; it may go on from column to column
    Span hyphens_place;        // of the run's last line
    int lines_short = 0;       // missing at the feet of its columns, article ends not counted
    int split_notes = 0;       // notes that go on in the next column
    int single_lines = 0;      // columns that begin or end with one line of a paragraph

    bool operator==(PageQuality const&) const = default;
};

/// One for each page with running text, in order. Lines in boxes, notes and display type are not counted.
std::vector<PageQuality> page_quality(Composition const&, Pagination const&, std::vector<std::string> const& labels);

/// Reports quality-limit, a warning for each page and figure beyond what the layout allows.
void report_quality(std::vector<PageQuality> const&, style::QualityLimits const&, Diagnostics&);

} // namespace quoin::layout
