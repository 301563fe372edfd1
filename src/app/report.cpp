#include "app/report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace quoin::app {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(Diagnostic const& diagnostic, SourceMap const& sources) {
    Location const at = sources.locate(diagnostic.span);
    Json object;
    object["code"] = name(diagnostic.code);
    object["severity"] = name(diagnostic.severity);
    object["file"] = at.path;
    object["line"] = at.line;
    object["column"] = at.column;
    object["message"] = diagnostic.message;
    object["hints"] = diagnostic.hints;
    return object;
}

double rounded(double value) { return std::round(value * 100) / 100; }

Json to_json(layout::PageQuality const& page, SourceMap const& sources) {
    Json object;
    object["page"] = page.label;
    object["lines"] = page.lines;
    object["loosest"] = rounded(page.loosest);
    object["loosest-place"] = place_text(sources.locate(page.loosest_place));
    object["loosest-words"] = page.loosest_words;
    object["hyphenated"] = page.hyphenated;
    object["hyphens-in-a-row"] = page.hyphens_in_a_row;
    object["hyphens-place"] = place_text(sources.locate(page.hyphens_place));
    object["lines-short"] = page.lines_short;
    object["split-notes"] = page.split_notes;
    object["single-lines"] = page.single_lines;
    return object;
}

Json to_json(EditionQuality const& edition, SourceMap const& sources) {
    Json object;
    object["name"] = edition.name;
    object["pages"] = Json::array();
    for (layout::PageQuality const& page : edition.pages) object["pages"].push_back(to_json(page, sources));
    return object;
}

Json to_json(preflight::Finding const& finding, SourceMap const& sources) {
    Json object = to_json(finding.diagnostic, sources);
    object["output"] = finding.file;
    object["page"] = finding.page;
    object["label"] = finding.label;
    object["refused-by"] = finding.refused_by;
    return object;
}

} // namespace

std::size_t Report::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](preflight::Finding const& finding) { return finding.diagnostic.severity == severity; }));
}

std::string report_json(Report const& report, SourceMap const& sources) {
    Json object;
    object["title"] = report.title;
    object["status"] = report.status;
    object["pages"] = report.pages;
    object["errors"] = report.count(Severity::error);
    object["warnings"] = report.count(Severity::warning);
    object["findings"] = Json::array();
    for (preflight::Finding const& finding : report.findings) object["findings"].push_back(to_json(finding, sources));
    object["notices"] = report.notices;
    object["quality"] = Json::array();
    for (EditionQuality const& edition : report.quality) object["quality"].push_back(to_json(edition, sources));
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string place_text(Location const& at) {
    if (at.path.empty()) return "";
    return at.line == 0 ? at.path : fmt::format("{}:{}:{}", at.path, at.line, at.column);
}

std::string message_text(Diagnostic const& diagnostic, SourceMap const& sources, Colour colour) {
    char const* paint = diagnostic.severity == Severity::error     ? "\033[1;31m"
                        : diagnostic.severity == Severity::warning ? "\033[1;33m"
                                                                   : "\033[1;36m";
    bool const plain = colour == Colour::no;
    std::string const place = place_text(sources.locate(diagnostic.span));
    std::string text =
        fmt::format("{}{}{}{}: {}{} [{}]\n", place, place.empty() ? "" : ": ", plain ? "" : paint,
                    name(diagnostic.severity), plain ? "" : "\033[0m", diagnostic.message, name(diagnostic.code));
    for (std::string const& hint : diagnostic.hints) text += "  hint: " + hint + "\n";
    return text;
}

std::string message_json(Diagnostic const& diagnostic, SourceMap const& sources) {
    return to_json(diagnostic, sources).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace quoin::app
