#pragma once
// Manuscripts and messy text become a publication's folder, with a review of every guess.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source_map.hpp"

#include <string>
#include <vector>

namespace quoin::app {

struct ImportRequest {
    std::vector<std::string> files;       // in the order of the publication
    std::string out;                      // the folder
    std::string dialect;                  // text | markdown | gutenberg; empty: by the look of each text
    std::string track_changes = "accept"; // accept | reject | all
    std::string language;                 // of the texts; empty: found out
    std::string decisions; // import.toml; empty: the ones beside the first file and in the folder, if there
    bool editions = false; // a text in several languages becomes editions
    bool clean_typography = false;
    bool force = false; // writes over files that were changed by hand
};

/// The exit statuses that an import can have.
enum class ImportStatus { done = 0, errors = 1, review = 5 };

struct ImportOutcome {
    ImportStatus status = ImportStatus::done;
    Diagnostics diagnostics;
    std::vector<std::string> written;   // paths, in order
    std::string summary;                // one line
    std::vector<std::string> to_review; // one line each, the riskiest first
};

/// Everything is made and proved in memory first. A manuscript that cannot be read, or a decision that fits nothing, is an error:
/// then nothing is written. Lost words are an error too; the folder is written all the same, so that the place can be seen.
ImportOutcome import_manuscripts(ImportRequest const&, FileSystem const&, SourceMap&);

} // namespace quoin::app
