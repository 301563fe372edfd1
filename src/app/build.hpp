#pragma once
// A request becomes files: the only place that knows every stage and their order.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source_map.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quoin::app {

enum class Output { epub, print, screen, cover };

/// Where layouts and fonts.toml lie: relative to the program, found by `cli`.
struct DataFolders {
    std::string layouts;
    std::string fonts;
};

struct BuildRequest {
    std::string folder;    // the publication
    std::string out;       // receives the files themselves
    std::set<Output> only; // empty = all
    std::string edition;   // a language; empty = all editions
    std::string profile;   // printer profile; empty = the publication's
    std::size_t jobs = 0;  // threads; 0 = as many as the machine has
    bool strict = false;   // warnings count
    bool embed_fonts = true;
    bool page_list = true;
    bool write_report = true;
    bool write_outputs = true;      // false: `check`
    std::optional<long long> epoch; // SOURCE_DATE_EPOCH
    DataFolders data;
    std::function<void(std::string const&)> progress; // one line for a terminal; may be empty
};

/// Exit statuses of PRODUCT.md's list, the ones a build can have.
enum class Status { done = 0, publication_errors = 1, warnings = 3, preflight = 4, reread = 6 };

struct BuildOutcome {
    Status status = Status::done;
    Diagnostics diagnostics;          // sorted by file, line and column
    std::vector<std::string> written; // paths, in order
    std::size_t pages = 0;            // of the main edition's interior
};

/// Builds every edition in memory first; files are written, each by an atomic rename, only when nothing is an error.
BuildOutcome build(BuildRequest const&, FileSystem const&, SourceMap&);

} // namespace quoin::app
