#pragma once
// `quoin impose`: a finished interior as sheets for a press of one's own.

#include "app/build.hpp"
#include "base/diagnostic.hpp"
#include "base/result.hpp"

#include <string>

namespace quoin::app {

struct ImposeRequest {
    std::string input, output; // files
    std::string scheme;        // see pdf::read_scheme; empty = a signature of the profile's size
    // Lengths and sizes as they were typed; empty = as told.
    std::string
        creep; // each leaf; empty = the paper's caliper times the profile's factor in a saddle stitch, else none
    std::string milling; // empty = 3 mm in a signature
    std::string sheet;   // "700mmx500mm", "A3", "SRA3"; empty = as large as needed
    std::string profile; // printer profile; empty = the default
    std::string paper;   // one of the layout's papers; empty = the layouts' default
    bool marks = true;
    DataFolders data;
};

struct ImposeOutcome {
    std::string summary; // "48 pages on 12 sheets of 326.0 × 224.0 mm, both sides; 3 pages stay blank"
};

/// Writes the sheets whole or not at all.
Result<ImposeOutcome> impose(ImposeRequest const&, FileSystem const&, SourceMap&, Diagnostics&);

} // namespace quoin::app
