#include "app/report.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace quoin::app {

namespace {

using Json = nlohmann::ordered_json;

std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default: result += c;
        }
    }
    return result;
}

std::string place_text(Location const& at) {
    if (at.path.empty()) return "";
    return at.line == 0 ? at.path : fmt::format("{}:{}:{}", at.path, at.line, at.column);
}

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

/// A figure that asks for a look stands out.
std::string cell(std::string const& text, bool stands_out) {
    return fmt::format("<td{}>{}</td>", stands_out ? " class=\"much\"" : "", text);
}

std::string quality_row(layout::PageQuality const& page, SourceMap const& sources) {
    constexpr double much = 2; // word spaces in one
    std::string row = fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>", escaped(page.label), page.lines);
    row += cell(fmt::format("{:.2f}", page.loosest), page.loosest >= much);
    row += cell(fmt::format("{}", page.hyphenated), false);
    row += cell(fmt::format("{}", page.hyphens_in_a_row), page.hyphens_in_a_row > 2);
    row += cell(fmt::format("{}", page.lines_short), page.lines_short > 1);
    row += cell(fmt::format("{}", page.split_notes), false);
    if (!page.loosest_words.empty())
        row += fmt::format("<td><span class=\"place\">{}</span> {}</td>",
                           escaped(place_text(sources.locate(page.loosest_place))), escaped(page.loosest_words));
    return row + "</tr>\n";
}

std::string quality_table(EditionQuality const& edition, SourceMap const& sources) {
    std::string table = fmt::format("<h2>How the pages are set: {}</h2>\n<table>\n<tr><th scope=\"col\">page</th>",
                                    escaped(edition.name));
    for (char const* head :
         {"lines", "loosest", "hyphens", "in a row", "lines short", "split notes", "its loosest line"})
        table += fmt::format("<th scope=\"col\">{}</th>", head);
    table += "</tr>\n";
    for (layout::PageQuality const& page : edition.pages) table += quality_row(page, sources);
    return table + "</table>\n";
}

constexpr char const* style_sheet = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
ol { list-style: none; padding: 0; } li { border-left: .3rem solid #888; padding: .2rem 0 .2rem 1rem; margin: 1rem 0; }
li.error { border-color: #c62828; } li.warning { border-color: #ef8f00; } li.advice { border-color: #4a78b5; }
.place, .code { font-family: ui-monospace, monospace; font-size: .85rem; opacity: .75; } .hint { margin: .2rem 0 0 1rem; }
table { border-collapse: collapse; font-size: .9rem; } th, td { padding: .1rem .6rem; text-align: right; }
td:last-child { text-align: left; } tr:nth-child(even) { background: #8882; } td.much { font-weight: bold; color: #c62828; }
)";

} // namespace

std::string report_json(Report const& report, SourceMap const& sources) {
    Json object;
    object["title"] = report.title;
    object["status"] = report.status;
    object["pages"] = report.pages;
    object["errors"] = report.diagnostics.count(Severity::error);
    object["warnings"] = report.diagnostics.count(Severity::warning);
    object["findings"] = Json::array();
    for (Diagnostic const& diagnostic : report.diagnostics.all())
        object["findings"].push_back(to_json(diagnostic, sources));
    object["notices"] = report.notices;
    object["quality"] = Json::array();
    for (EditionQuality const& edition : report.quality) object["quality"].push_back(to_json(edition, sources));
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string report_html(Report const& report, SourceMap const& sources) {
    std::string page = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                                   "<title>Report: {0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
                                   escaped(report.title), style_sheet);
    page += fmt::format("<p>{} pages · {} errors · {} warnings · {} pieces of advice</p>\n", report.pages,
                        report.diagnostics.count(Severity::error), report.diagnostics.count(Severity::warning),
                        report.diagnostics.count(Severity::advice));
    if (report.diagnostics.all().empty()) page += "<p>Nothing to report.</p>\n";
    page += "<ol>\n";
    for (Diagnostic const& diagnostic : report.diagnostics.all()) {
        page += fmt::format(
            "<li class=\"{0}\"><span class=\"place\">{1}</span><br/>{0}: {2} <span class=\"code\">[{3}]</span>",
            name(diagnostic.severity), escaped(place_text(sources.locate(diagnostic.span))),
            escaped(diagnostic.message), name(diagnostic.code));
        for (std::string const& hint : diagnostic.hints) page += fmt::format("<p class=\"hint\">{}</p>", escaped(hint));
        page += "</li>\n";
    }
    page += "</ol>\n";
    if (!report.notices.empty()) {
        page += "<h2>What the page search decided</h2>\n<ul>\n";
        for (std::string const& notice : report.notices) page += fmt::format("<li>{}</li>\n", escaped(notice));
        page += "</ul>\n";
    }
    for (EditionQuality const& edition : report.quality) page += quality_table(edition, sources);
    return page + "</body>\n</html>\n";
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
