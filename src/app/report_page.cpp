#include "app/report.hpp"

#include "base/digest.hpp"
#include "base/xml_text.hpp"

#include <fmt/format.h>

namespace quoin::app {

namespace {

// Two sets of colours, each with 4.5 to 1 or more against its ground (WCAG 2.2, 1.4.3). Tables scroll in their own boxes, so
// that the page itself fits a telephone.
constexpr char const* style_sheet = R"(
:root { color-scheme: light dark; --ground: #ffffff; --text: #1b1b1b; --quiet: #555555; --line: #cccccc; --band: #f2f2f2;
  --error: #b3261e; --warning: #8a4b00; --advice: #2b5a94; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --text: #ececec; --quiet: #b4b4b4; --line: #484848;
  --band: #242424; --error: #ff9a92; --warning: #ffb960; --advice: #9cc4f5; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; background: var(--ground); color: var(--text); max-width: 56rem;
  margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
ol, ul { padding: 0 0 0 1.2rem; } ol.findings { list-style: none; padding: 0; }
ol.findings > li { border-left: .3rem solid var(--line); padding: .2rem 0 .2rem 1rem; margin: 1.2rem 0; }
ol.findings > li::after { content: ""; display: block; clear: both; }
.findings > li.error { border-color: var(--error); } .findings > li.warning { border-color: var(--warning); }
.findings > li.advice { border-color: var(--advice); }
.error .level, td.much { color: var(--error); } .warning .level { color: var(--warning); } .advice .level { color: var(--advice); }
.level, td.much { font-weight: bold; }
.place, .code { font-family: ui-monospace, monospace; font-size: .85rem; font-weight: normal; color: var(--quiet); }
.findings p { margin: .2rem 0; } figure { float: right; margin: 0 0 .5rem 1rem; max-width: 40%; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); display: block; }
figcaption { font-size: .85rem; color: var(--quiet); }
.wide { overflow-x: auto; overflow-wrap: normal; } th { white-space: nowrap; } table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .1rem .6rem; text-align: right; } td:last-child { text-align: left; }
tr:nth-child(even) { background: var(--band); }
)";

std::string counted(std::size_t count, char const* one, char const* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// A figure that asks for a look stands out.
std::string cell(std::string const& text, bool stands_out) {
    return fmt::format("<td{}>{}</td>", stands_out ? " class=\"much\"" : "", text);
}

std::string quality_row(layout::PageQuality const& page, SourceMap const& sources) {
    constexpr double much = 2; // word spaces in one
    std::string row = fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>", escape_xml(page.label), page.lines);
    row += cell(fmt::format("{:.2f}", page.loosest), page.loosest >= much);
    row += cell(fmt::format("{}", page.hyphenated), false);
    row += cell(fmt::format("{}", page.hyphens_in_a_row), page.hyphens_in_a_row > 2);
    row += cell(fmt::format("{}", page.lines_short), page.lines_short > 1);
    row += cell(fmt::format("{}", page.split_notes), false);
    if (!page.loosest_words.empty())
        row += fmt::format("<td><span class=\"place\">{}</span> {}</td>",
                           escape_xml(place_text(sources.locate(page.loosest_place))), escape_xml(page.loosest_words));
    return row + "</tr>\n";
}

std::string quality_table(EditionQuality const& edition, std::size_t number, SourceMap const& sources) {
    std::string const heading = fmt::format("How the pages are set: {}", escape_xml(edition.name));
    std::string table = fmt::format("<section aria-labelledby=\"pages-{0}\">\n<h2 id=\"pages-{0}\">{1}</h2>\n"
                                    "<div class=\"wide\" role=\"region\" aria-label=\"{1}: table\" tabindex=\"0\">\n"
                                    "<table>\n<thead>\n<tr><th scope=\"col\">page</th>",
                                    number, heading);
    for (char const* head :
         {"lines", "loosest", "hyphens", "in a row", "lines short", "split notes", "its loosest line"})
        table += fmt::format("<th scope=\"col\">{}</th>", head);
    table += "</tr>\n</thead>\n<tbody>\n";
    for (layout::PageQuality const& page : edition.pages) table += quality_row(page, sources);
    return table + "</tbody>\n</table>\n</div>\n</section>\n";
}

std::string where(preflight::Finding const& finding, SourceMap const& sources) {
    std::string text = place_text(sources.locate(finding.diagnostic.span));
    if (text.empty()) text = finding.file;
    if (finding.page > 0) {
        std::string const page = finding.label.empty() ? fmt::format("{} of the file", finding.page) : finding.label;
        text += fmt::format("{}page {}", text.empty() ? "" : ", ", page);
    }
    return text;
}

class ReportPage {
  public:
    ReportPage(Report const& report, SourceMap const& sources) : report_(report), sources_(sources) {}

    std::string write() {
        page_ = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                            "<title>Report: {0}</title>\n<style>{1}</style>\n</head>\n<body>\n<header>\n<h1>{0}</h1>\n",
                            escape_xml(report_.title), style_sheet);
        page_ += fmt::format("<p>{} · {} · {} · {}</p>\n</header>\n<main>\n", counted(report_.pages, "page", "pages"),
                             counted(report_.count(Severity::error), "error", "errors"),
                             counted(report_.count(Severity::warning), "warning", "warnings"),
                             counted(report_.count(Severity::advice), "piece of advice", "pieces of advice"));
        write_findings();
        write_notices();
        for (std::size_t at = 0; at < report_.quality.size(); ++at)
            page_ += quality_table(report_.quality[at], at + 1, sources_);
        return std::move(page_) + "</main>\n</body>\n</html>\n";
    }

  private:
    void write_findings() {
        if (report_.findings.empty()) {
            page_ += "<p>Nothing to report.</p>\n";
            return;
        }
        page_ += "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">What was found</h2>\n<ol "
                 "class=\"findings\">\n";
        for (std::size_t at = 0; at < report_.findings.size(); ++at) write_finding(at);
        page_ += "</ol>\n</section>\n";
    }

    void write_finding(std::size_t at) {
        preflight::Finding const& finding = report_.findings[at];
        Diagnostic const& diagnostic = finding.diagnostic;
        page_ += fmt::format("<li class=\"{}\">\n", name(diagnostic.severity));
        write_picture(at);
        page_ += fmt::format("<h3><span class=\"level\">{}</span> <span class=\"place\">{}</span></h3>\n",
                             name(diagnostic.severity), escape_xml(where(finding, sources_)));
        page_ += fmt::format("<p>{} <span class=\"code\">[{}]</span></p>\n", escape_xml(diagnostic.message),
                             name(diagnostic.code));
        if (!finding.refused_by.empty())
            page_ += fmt::format("<p>Refused by: {}</p>\n", escape_xml(finding.refused_by));
        for (std::string const& hint : diagnostic.hints)
            page_ += fmt::format("<p class=\"hint\">{}</p>\n", escape_xml(hint));
        page_ += "</li>\n";
    }

    void write_picture(std::size_t at) {
        if (at >= report_.picture_of.size() || report_.picture_of[at] == 0) return;
        std::size_t const index = report_.picture_of[at] - 1;
        ReportPicture const& picture = report_.pictures.at(index);
        // A page with several findings is shown with the first of them.
        if (shown_.size() <= index) shown_.resize(index + 1);
        if (shown_[index]) return;
        shown_[index] = true;
        page_ += fmt::format("<figure><img src=\"data:image/jpeg;base64,{}\" width=\"{}\" height=\"{}\" alt=\"{}\"/>"
                             "<figcaption>{}</figcaption></figure>\n",
                             base64(picture.jpeg), picture.width / 2, picture.height / 2,
                             escape_xml(picture.caption + ", drawn small"), escape_xml(picture.caption));
    }

    void write_notices() {
        if (report_.notices.empty()) return;
        page_ += "<section aria-labelledby=\"search\">\n<h2 id=\"search\">What the build decided</h2>\n<ul>\n";
        for (std::string const& notice : report_.notices) page_ += fmt::format("<li>{}</li>\n", escape_xml(notice));
        page_ += "</ul>\n</section>\n";
    }

    Report const& report_;
    SourceMap const& sources_;
    std::string page_;
    std::vector<bool> shown_;
};

} // namespace

std::string report_html(Report const& report, SourceMap const& sources) { return ReportPage(report, sources).write(); }

} // namespace quoin::app
