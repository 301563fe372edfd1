#pragma once
// One list of everything that was found, over sources and outputs, with the pages that it concerns.

#include "app/report.hpp"
#include "base/source_map.hpp"
#include "page/page_list.hpp"
#include "preflight/finding.hpp"

#include <string>
#include <vector>

namespace quoin::app {

/// What a finding needs to be shown on its page.
struct EditionPages {
    std::string stem;
    page::PageList interior;  // may have no pages
    std::vector<Span> places; // by page, in the sources
};

struct FindingsList {
    preflight::Findings findings;      // by file, line and column of the sources; those of whole files first
    std::vector<std::size_t> editions; // by finding: whose interior its page belongs to, from 1; 0 = none
};

/// Equal findings of several editions are told once. `outputs` are those in finished files.
FindingsList list_findings(Diagnostics const& sources_found, preflight::Findings outputs,
                           std::vector<EditionPages> const&, SourceMap const&);

struct DrawnPages {
    std::vector<ReportPicture> list;
    std::vector<std::size_t> of_finding; // index into list, from 1; 0 = none
};

/// The pages that have findings, 24 at most; errors first.
DrawnPages draw_pages(FindingsList const&, std::vector<EditionPages> const&);

} // namespace quoin::app
