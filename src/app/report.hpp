#pragma once
// What a run found, as a page for the editor, as JSON for tools, and as the lines that the terminal shows.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/source_map.hpp"
#include "layout/page_quality.hpp"
#include "preflight/finding.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace quoin::app {

/// The pages of one edition.
struct EditionQuality {
    std::string name; // as its files begin
    std::vector<layout::PageQuality> pages;
};

/// A page with findings, drawn small.
struct ReportPicture {
    std::string caption; // "Page 12 of the-compositor"
    std::size_t width = 0, height = 0;
    Bytes jpeg;
};

struct Report {
    std::string title;
    preflight::Findings const& findings;
    std::vector<std::size_t> const& picture_of; // by finding: index into `pictures`, from 1; 0 = none; may be empty
    std::vector<ReportPicture> const& pictures;
    std::vector<std::string> const& notices;
    std::vector<EditionQuality> const& quality;
    std::size_t pages = 0;
    int status = 0;

    [[nodiscard]] std::size_t count(Severity) const;
};

/// One self-contained HTML page for any screen and for screen readers; no scripts, nothing fetched.
std::string report_html(Report const&, SourceMap const&);
std::string report_json(Report const&, SourceMap const&);

/// "articles/01.md:12:34", "articles/01.md" or nothing.
std::string place_text(Location const&);

enum class Colour { no, yes };
/// "articles/01.md:12:34: error: no note is called "comet" [note-undefined]" and its hint lines.
std::string message_text(Diagnostic const&, SourceMap const&, Colour);
/// The same as one JSON object without a line feed.
std::string message_json(Diagnostic const&, SourceMap const&);

} // namespace quoin::app
