#pragma once
// One thing that someone will refuse or regret: what, where, who, and how to mend it.

#include "base/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace quoin::preflight {

struct Finding {
    Diagnostic diagnostic;  // its span is the place in the source, as near as it is known
    std::string file;       // the output it was found in; empty for a finding about the sources
    std::size_t page = 0;   // of the file, from 1; 0 = the whole of it
    std::string label;      // as that page is numbered in print
    std::string refused_by; // a printer's title, or the readers that fail; empty: nobody but good sense
};
using Findings = std::vector<Finding>;

} // namespace quoin::preflight
