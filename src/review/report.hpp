#pragma once
// What an editor looks at after an import: every decision with its place, the riskiest first, and the proof.

#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "review/proof.hpp"
#include "review/visible_text.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::review {

struct Report {
    std::vector<std::string> sources;            // paths as typed
    std::vector<manuscript::Decision> decisions; // sorted by risk
    std::vector<manuscript::Passage> dropped, added;
    std::map<std::string, std::size_t> unmapped_styles;
    Proof proof;
    manuscript::Counts source_counts;
    DocumentCounts kept_counts;
    std::map<std::string, std::string> files; // what was written → digest of its content

    [[nodiscard]] std::size_t to_review() const; // decisions below the threshold that nobody confirmed
};

/// Gathers what the parts say.
Report gather(std::vector<std::string> const& paths, std::vector<manuscript::Imported> const&);

/// An entry for import.toml that turns the decision, or confirms it when it cannot be turned.
std::string instruction_for(manuscript::Decision const&, SourceMap const&, bool turn);

std::string report_text(Report const&, SourceMap const&);
std::string report_json(Report const&, SourceMap const&);
std::string report_html(Report const&, SourceMap const&);

} // namespace quoin::review
