// Messages and reports: one finding in four forms.

#include "app/report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace quoin::app::test {

namespace {

struct Found {
    SourceMap sources;
    Diagnostics diagnostics;
};

Found one_of_each() {
    Found found;
    FileId const file = found.sources.add("articles/01.md", "Größe\nno [^comet] here\n");
    found.diagnostics.error(Code::note_undefined, {file, 11, 19}, "no note is called \"comet\"",
                            {"write [^comet]: and its text below", "or take the mark out"});
    found.diagnostics.warning(Code::article_empty, {}, "nothing <b>here</b> & there");
    found.diagnostics.advice(Code::date_absent, {file, 0, 0}, "no date");
    return found;
}

std::vector<EditionQuality> const no_quality;
std::vector<ReportPicture> const no_pictures;
std::vector<std::size_t> const of_none;

preflight::Findings findings_of(Diagnostics const& diagnostics) {
    preflight::Findings findings;
    for (Diagnostic const& diagnostic : diagnostics.all()) findings.push_back({diagnostic, {}, 0, {}, {}});
    return findings;
}

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a message has its place, severity, words and code, then the hints") {
    Found const found = one_of_each();
    auto const& all = found.diagnostics.all();
    CHECK(message_text(all[0], found.sources, Colour::no) ==
          "articles/01.md:2:4: error: no note is called \"comet\" [note-undefined]\n"
          "  hint: write [^comet]: and its text below\n"
          "  hint: or take the mark out\n");
    CHECK(message_text(all[1], found.sources, Colour::no) == "warning: nothing <b>here</b> & there [article-empty]\n");
}

TEST_CASE("colour is put around the severity alone") {
    Found const found = one_of_each();
    CHECK(message_text(found.diagnostics.all()[0], found.sources, Colour::yes)
              .starts_with("articles/01.md:2:4: \033[1;31merror: \033[0mno note"));
    CHECK(message_text(found.diagnostics.all()[2], found.sources, Colour::yes) ==
          "articles/01.md:1:1: \033[1;36madvice: \033[0mno date [date-absent]\n");
}

TEST_CASE("a message as JSON is one line with every part") {
    Found const found = one_of_each();
    std::string const line = message_json(found.diagnostics.all()[0], found.sources);
    CHECK_FALSE(has(line, "\n"));
    auto const object = nlohmann::json::parse(line);
    CHECK(object["code"] == "note-undefined");
    CHECK(object["severity"] == "error");
    CHECK(object["file"] == "articles/01.md");
    CHECK(object["line"] == 2);
    CHECK(object["column"] == 4);
    CHECK(object["message"] == "no note is called \"comet\"");
    CHECK(object["hints"].size() == 2);
    auto const placeless = nlohmann::json::parse(message_json(found.diagnostics.all()[1], found.sources));
    CHECK(placeless["file"].get<std::string>().empty());
    CHECK(placeless["line"] == 0);
}

TEST_CASE("the report as JSON counts and lists") {
    Found const found = one_of_each();
    std::vector<std::string> const notices{"page 4: one line short"};
    preflight::Findings findings = findings_of(found.diagnostics);
    findings[1].file = "mine-print.pdf";
    findings[1].page = 4;
    findings[1].label = "ii";
    findings[1].refused_by = "A shop";
    auto const object = nlohmann::json::parse(
        report_json({"A \"title\"", findings, of_none, no_pictures, notices, no_quality, 24, 1}, found.sources));
    CHECK(object["title"] == "A \"title\"");
    CHECK(object["status"] == 1);
    CHECK(object["pages"] == 24);
    CHECK(object["errors"] == 1);
    CHECK(object["warnings"] == 1);
    REQUIRE(object["findings"].size() == 3);
    CHECK(object["findings"][2]["code"] == "date-absent");
    CHECK(object["findings"][1]["output"] == "mine-print.pdf");
    CHECK(object["findings"][1]["page"] == 4);
    CHECK(object["findings"][1]["label"] == "ii");
    CHECK(object["findings"][1]["refused-by"] == "A shop");
    CHECK(object["notices"][0] == "page 4: one line short");
}

TEST_CASE("bytes that are no UTF-8 do not break the JSON") {
    Diagnostics diagnostics;
    diagnostics.error(Code::utf8_invalid, {}, "bad: \xFF\xC3");
    SourceMap const sources;
    auto const object = nlohmann::json::parse(message_json(diagnostics.all()[0], sources));
    CHECK(object["message"] == "bad: \uFFFD\uFFFD");
}

TEST_CASE("the report as a page escapes what the author wrote") {
    Found const found = one_of_each();
    std::vector<std::string> const notices{"a <i>notice</i>"};
    layout::PageQuality measured;
    measured.label = "iv";
    measured.lines = 40;
    measured.loosest = 2.345;
    measured.loosest_place = {static_cast<FileId>(0), 0, 4};
    measured.loosest_words = "no <tags> here";
    std::vector<EditionQuality> const quality{{"mine-es", {measured}}};
    preflight::Findings findings = findings_of(found.diagnostics);
    findings[1].file = "mine-print.pdf";
    findings[1].page = 4;
    findings[1].label = "ii";
    findings[1].refused_by = "A <shop>";
    std::vector<ReportPicture> const pictures{{"Page ii of mine", 320, 480, Bytes{0xff, 0xd8, 0xff, 0xd9}}};
    std::vector<std::size_t> const shown{0, 1, 0};
    std::string const page =
        report_html({"<script>\"T\" & Co", findings, shown, pictures, notices, quality, 24, 1}, found.sources);
    CHECK(has(page, "<img src=\"data:image/jpeg;base64,/9j/2Q==\" width=\"160\" height=\"240\" alt=\"Page ii of mine"));
    CHECK(has(page, "mine-print.pdf, page ii"));
    CHECK(has(page, "Refused by: A &lt;shop&gt;"));
    CHECK(has(page, "<title>Report: &lt;script&gt;&quot;T&quot; &amp; Co</title>"));
    CHECK(has(page, "nothing &lt;b&gt;here&lt;/b&gt; &amp; there"));
    CHECK(has(page, "a &lt;i&gt;notice&lt;/i&gt;"));
    CHECK(has(page, "articles/01.md:2:4"));
    CHECK(has(page, "[note-undefined]"));
    CHECK(has(page, "<p class=\"hint\">or take the mark out</p>"));
    CHECK(has(page, "24 pages"));
    CHECK(has(page, "How the pages are set: mine-es"));
    CHECK(has(page, "<th scope=\"row\">iv</th><td>40</td><td class=\"much\">2.35</td>"));
    CHECK(has(page, "articles/01.md:1:1</span> no &lt;tags&gt; here"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "http"));
}

TEST_CASE("a report with nothing found says so") {
    Diagnostics const none;
    std::vector<std::string> const notices;
    std::vector<std::size_t> const shown{0, 1, 0};
    std::string const page =
        report_html({"T", findings_of(none), of_none, no_pictures, notices, no_quality, 8, 0}, SourceMap());
    CHECK(has(page, "Nothing to report."));
    CHECK_FALSE(has(page, "<h2>"));
}

} // namespace quoin::app::test
