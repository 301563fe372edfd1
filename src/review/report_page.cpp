// import-report.html: the decisions with their source lines, and buttons that write import.toml.

#include "base/xml_text.hpp"
#include "review/report.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::review {

using manuscript::Decision;
using manuscript::Passage;

namespace {

// Two sets of colours, each with 4.5 to 1 or more against its ground (WCAG 2.2, 1.4.3).
constexpr char const* style_sheet = R"(
:root { color-scheme: light dark; --ground: #fff; --text: #1b1b1b; --quiet: #555; --line: #ccc; --band: #f2f2f2; --look: #8a4b00;
  --wrong: #b3261e; --right: #1d6630; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --text: #ececec; --quiet: #b4b4b4; --line: #484848;
  --band: #242424; --look: #ffb960; --wrong: #ff9a92; --right: #8fd6a0; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; background: var(--ground); color: var(--text); max-width: 60rem; margin: 0 auto;
  padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; } p { margin: .3rem 0; }
ol.decisions { list-style: none; padding: 0; }
ol.decisions > li { border-left: .3rem solid var(--line); padding: .2rem 0 .2rem 1rem; margin: 1.4rem 0; }
ol.decisions > li.look { border-color: var(--look); } ol.decisions > li.confirmed { border-color: var(--right); }
.code, .line { font-family: ui-monospace, monospace; font-size: .85rem; font-weight: normal; color: var(--quiet); }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1rem; }
blockquote { margin: .4rem 0; padding: .4rem .7rem; background: var(--band); font-family: Georgia, serif; }
.lost { color: var(--wrong); font-weight: bold; } .holds { color: var(--right); font-weight: bold; }
fieldset { border: 0; padding: 0; margin: .3rem 0; } legend { float: left; margin-right: 1.2rem; } label { margin-right: 1.2rem; } textarea { width: 100%; min-height: 8rem; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .1rem .8rem .1rem 0; vertical-align: top; }
@media (max-width: 40rem) { .halves { grid-template-columns: 1fr; } }
)";

// Collects what was chosen into the text field, in the order of the page.
constexpr char const* script = R"(
const field = document.getElementById("toml");
document.addEventListener("change", () => {
  field.value = [...document.querySelectorAll("input:checked")].map((choice) => choice.value).filter(Boolean).join("\n");
});
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([field.value], { type: "application/toml" }));
  link.download = "import.toml";
  link.click();
});
)";

constexpr std::size_t most_shown = 320;  // bytes of an excerpt
constexpr std::size_t most_items = 3000; // more of them no browser shows at once; they come in the order of risk

bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::string quoted(std::size_t line, std::string const& words) {
    return fmt::format("<blockquote><span class=\"line\">{}</span> {}</blockquote>", line, words);
}

/// The end of a left half, the beginning of a right one.
std::string half(Span span, SourceMap const& sources, bool from_end) {
    std::string_view const text = sources.text(span.file);
    std::size_t end = std::min<std::size_t>(std::max(span.begin, span.end), text.size());
    std::size_t begin = std::min<std::size_t>(span.begin, end);
    bool const cut = end - begin > most_shown;
    if (cut && from_end)
        begin = end - most_shown;
    else if (cut)
        end = begin + most_shown;
    while (inside_character(text, begin)) ++begin;
    while (inside_character(text, end)) ++end;
    std::string const words = escape_xml(text.substr(begin, end - begin));
    return quoted(sources.locate(span).line, (cut && from_end ? "…" : "") + words + (cut && !from_end ? "…" : ""));
}

/// What the decision is about, marked within the words around it.
std::string in_its_line(Span span, SourceMap const& sources) {
    std::string_view const text = sources.text(span.file);
    std::size_t const end = std::min<std::size_t>(std::max(span.begin, span.end), text.size());
    std::size_t const begin = std::min<std::size_t>(span.begin, end);
    if (end - begin > most_shown / 2) return half(span, sources, false);
    std::size_t const room = (most_shown - (end - begin)) / 2;
    std::size_t from = begin > room ? begin - room : 0;
    if (auto const line = text.substr(from, begin - from).rfind('\n'); line != std::string_view::npos) from += line + 1;
    std::size_t to = std::min({text.find('\n', end), end + room, text.size()});
    while (inside_character(text, from)) ++from;
    while (inside_character(text, to)) ++to;
    bool const whole = text.substr(from, begin - from).find_first_not_of(" \t") == std::string_view::npos &&
                       text.substr(end, to - end).find_first_not_of(" \t") == std::string_view::npos;
    std::string const words = escape_xml(text.substr(begin, end - begin));
    return quoted(sources.locate(span).line, escape_xml(text.substr(from, begin - from)) +
                                                 (whole ? words : "<mark>" + words + "</mark>") +
                                                 escape_xml(text.substr(end, to - end)));
}

std::string choices(Decision const& each, std::size_t number, SourceMap const& sources) {
    std::string const confirm = instruction_for(each, sources, false);
    if (confirm.empty()) return {};
    std::string made = fmt::format("<fieldset><legend class=\"code\">import.toml:</legend>"
                                   "<label><input type=\"radio\" name=\"d{0}\" value=\"\" checked> leave open</label>"
                                   "<label><input type=\"radio\" name=\"d{0}\" value=\"{1}\"> it is right</label>",
                                   number, escape_xml(confirm));
    if (std::string const turn = instruction_for(each, sources, true); !turn.empty())
        made +=
            fmt::format("<label><input type=\"radio\" name=\"d{}\" value=\"{}\"> {}</label>", number, escape_xml(turn),
                        escape_xml(each.alternative.empty() ? "the other way" : each.alternative));
    return made + "</fieldset>\n";
}

std::string item(Decision const& each, std::size_t number, SourceMap const& sources) {
    bool const look = !each.confirmed && each.confidence < manuscript::review_threshold;
    Location const at = sources.locate(each.left);
    std::string made = fmt::format("<li class=\"{}\"><h3>{} <span class=\"code\">{} · {}:{} · {:.0f} %</span></h3>\n",
                                   each.confirmed ? "confirmed"
                                   : look         ? "look"
                                                  : "sure",
                                   escape_xml(each.choice), manuscript::name(each.code), escape_xml(at.path), at.line,
                                   each.confidence * 100);
    if (each.left.file != FileId::none && each.right.file != FileId::none)
        made += fmt::format("<div class=\"halves\">{}{}</div>\n", half(each.left, sources, true),
                            half(each.right, sources, false));
    else if (each.left.file != FileId::none)
        made += in_its_line(each.left, sources) + "\n";
    if (!each.reason.empty()) made += fmt::format("<p>Because {}.</p>\n", escape_xml(each.reason));
    if (!each.confirmed) made += choices(each, number, sources);
    return made + "</li>\n";
}

std::string counts_table(Report const& report) {
    std::string made = "<table>\n<tr><td></td><th scope=\"col\">source</th><th scope=\"col\">folder</th></tr>\n";
    auto const row = [&](char const* what, std::size_t source, std::size_t kept) {
        made += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", what, source, kept);
    };
    row("notes", report.source_counts.notes, report.kept_counts.notes);
    row("calls", report.source_counts.calls, report.kept_counts.calls);
    row("pictures", report.source_counts.pictures, report.kept_counts.pictures);
    row("links", report.source_counts.links, report.kept_counts.links);
    row("tables", report.source_counts.tables, report.kept_counts.tables);
    return made + "</table>\n";
}

std::string proof_section(Report const& report, SourceMap const& sources) {
    Proof const& proof = report.proof;
    std::string made = fmt::format(
        "<section aria-labelledby=\"proof\">\n<h2 id=\"proof\">The proof</h2>\n<p class=\"{}\">{}</p>\n"
        "<p>{} words in the source, {} kept, {} dropped by name, {} added. {} rows of three words are broken: the "
        "seams.</p>\n",
        proof.holds() ? "holds" : "lost",
        proof.holds() ? "No word is lost, and none is invented." : "Words are lost or invented.", proof.source,
        proof.kept, proof.dropped_words(), proof.added, proof.broken_rows);
    made += counts_table(report);
    if (!proof.lost.empty() || !proof.extra.empty()) made += "<ul>\n";
    for (LooseWord const& word : proof.lost)
        made += fmt::format("<li>lost: <b>{}</b> ×{} <span class=\"line\">{}</span></li>\n", escape_xml(word.word),
                            word.times, sources.locate(word.place).line);
    for (LooseWord const& word : proof.extra)
        made += fmt::format("<li>invented: <b>{}</b> ×{}</li>\n", escape_xml(word.word), word.times);
    if (!proof.lost.empty() || !proof.extra.empty()) made += "</ul>\n";
    return made + "</section>\n";
}

std::string drop_section(Report const& report, SourceMap const& sources) {
    if (report.dropped.empty()) return {};
    std::string made =
        "<section aria-labelledby=\"dropped\">\n<h2 id=\"dropped\">Dropped by name</h2>\n<table>\n<tr><th "
        "scope=\"col\">line</th><th scope=\"col\">what</th><th scope=\"col\">words</th></tr>\n";
    for (Passage const& each : report.dropped)
        made += fmt::format("<tr><td class=\"line\">{}</td><td>{}</td><td>{}</td></tr>\n",
                            sources.locate(each.span).line, escape_xml(each.name), escape_xml(each.text));
    return made + "</table>\n</section>\n";
}

std::string decisions_section(Report const& report, SourceMap const& sources) {
    std::string open, certain;
    std::size_t number = 0;
    for (Decision const& each : report.decisions) {
        if (++number > most_items) break;
        (each.confidence < 1 ? open : certain) += item(each, number, sources);
    }
    if (report.decisions.size() > most_items)
        certain += fmt::format("<li>{} more are in import-report.json.</li>\n", report.decisions.size() - most_items);
    std::string made = fmt::format("<section aria-labelledby=\"decisions\">\n<h2 id=\"decisions\">{} decisions, {} of "
                                   "them need a look</h2>\n<ol class=\"decisions\">\n{}</ol>\n",
                                   report.decisions.size(), report.to_review(), open);
    if (!certain.empty())
        made += fmt::format("<details><summary>Certain, for the record</summary>\n<ol class=\"decisions\">\n{}</ol>\n"
                            "</details>\n",
                            certain);
    return made + "</section>\n";
}

} // namespace

std::string report_html(Report const& report, SourceMap const& sources) {
    std::string const title = escape_xml(fmt::format("Import of {}", fmt::join(report.sources, ", ")));
    std::string made = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
                                   "name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n"
                                   "<style>{1}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
                                   title, style_sheet);
    made += proof_section(report, sources);
    made += decisions_section(report, sources);
    made +=
        "<section aria-labelledby=\"file\">\n<h2 id=\"file\">import.toml</h2>\n<p><label for=\"toml\">What you choose "
        "above is written here. Save it beside the source, behind what is in it already, and import "
        "again.</label></p>\n"
        "<textarea id=\"toml\" spellcheck=\"false\"></textarea>\n<p><button id=\"save\" type=\"button\">Save "
        "import.toml</button></p>\n</section>\n";
    made += drop_section(report, sources);
    return made + fmt::format("</main>\n<script>{}</script>\n</body>\n</html>\n", script);
}

} // namespace quoin::review
