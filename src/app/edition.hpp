#pragma once
// One language edition from its model to its finished files, in memory.

#include "app/build.hpp"
#include "app/outputs.hpp"
#include "base/pool.hpp"
#include "layout/page_quality.hpp"
#include "model/document.hpp"
#include "page/page_list.hpp"
#include "preflight/finding.hpp"

namespace quoin::app {

struct EditionFiles {
    std::vector<OutputFile> files;
    std::size_t pages = 0;
    std::vector<std::string> notices; // what pagination chose and relaxed, and what files weigh, in words
    std::vector<layout::PageQuality> quality;
    Diagnostics rereading;        // what the finished files were to hold and do not
    preflight::Findings findings; // what someone will refuse in them
    page::PageList interior;      // for pictures of pages; empty when none were laid out
    std::vector<Span> places;     // of its pages in the sources
};

/// The common beginning of an edition's files: "the-compositor" or "the-compositor-es".
std::string stem_of(model::Metadata const&);

EditionFiles build_edition(model::Document, BuildRequest const&, FileSystem const&, SourceMap&, Pool&, Diagnostics&);

} // namespace quoin::app
