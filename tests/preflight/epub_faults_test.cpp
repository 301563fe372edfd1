// A clean EPUB gives no finding; each fault that is planted in it is named, and nothing else is.

#include "preflight/examine.hpp"
#include "preflight/read_epub.hpp"
#include "preflight/sample_epub.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <set>

namespace quoin::preflight::test {

namespace {

std::string const one = "EPUB/text/one.xhtml", package = "EPUB/package.opf";

struct Fault {
    char const* what;
    Code code;
    std::function<void(SampleEpub&)> plant;
};

std::string codes_in(SampleEpub const& epub) {
    auto const facts = read_epub(epub.save());
    if (!facts) return std::string(name(facts.error().code));
    std::set<std::string> codes;
    for (Finding const& finding : examine_epub("sample.epub", *facts))
        codes.insert(std::string(name(finding.diagnostic.code)));
    std::string text;
    for (std::string const& code : codes) text += (text.empty() ? "" : " ") + code;
    return text;
}

std::vector<Fault> const faults{
    {"deflated mimetype", Code::epub_container, [](auto& epub) { epub.store_mimetype = false; }},
    {"another mimetype", Code::epub_container, [](auto& epub) { epub["mimetype"] = "application/zip"; }},
    {"a name with a space", Code::epub_container,
     [](auto& epub) {
         epub["EPUB/my file.css"] = "p {}";
         epub.replace(package, "<manifest>",
                      "<manifest><item id=\"my\" href=\"my file.css\" media-type=\"text/css\"/>");
     }},
    {"no title", Code::epub_metadata, [](auto& epub) { epub.replace(package, "<dc:title>Sample</dc:title>", ""); }},
    {"no date", Code::epub_metadata, [](auto& epub) { epub.replace(package, "dcterms:modified", "dcterms:created"); }},
    {"no summary", Code::epub_accessibility,
     [](auto& epub) { epub.replace(package, "schema:accessibilitySummary", "schema:other"); }},
    {"fetched picture", Code::epub_remote,
     [](auto& epub) { epub.replace(one, "../images/cover.png", "https://example.org/a.png"); }},
    {"fetched font", Code::epub_remote,
     [](auto& epub) { epub["EPUB/book.css"] += "@font-face { src: url(\"https://example.org/a.otf\"); }"; }},
    {"script", Code::epub_script, [](auto& epub) { epub.replace(one, "</head>", "<script>1</script></head>"); }},
    {"dead link", Code::epub_link, [](auto& epub) { epub.replace("EPUB/nav.xhtml", "#storm", "#calm"); }},
    {"picture without words", Code::epub_alt, [](auto& epub) { epub.replace(one, " alt=\"A press\"", ""); }},
    {"no language", Code::epub_language, [](auto& epub) { epub.replace(one, " xml:lang=\"en\"", ""); }},
    {"stray file", Code::epub_manifest, [](auto& epub) { epub["EPUB/notes.txt"] = "x"; }},
    {"missing file", Code::epub_manifest,
     [](auto& epub) { epub.replace(one, "../images/cover.png", "../images/other.png"); }},
    {"listed and not there", Code::epub_manifest,
     [](auto& epub) {
         epub.replace(package, "<manifest>", "<manifest><item id=\"x\" href=\"x.css\" media-type=\"text/css\"/>");
     }},
    {"not well-formed", Code::epub_malformed,
     [](auto& epub) {
         epub["EPUB/text/two.xhtml"] = "<html lang=\"en\"><p></html>";
         epub.replace(package, "<manifest>",
                      "<manifest><item id=\"two\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/>");
     }},
    {"black on black", Code::epub_colour, [](auto& epub) { epub["EPUB/book.css"] += "body { color: #000; }"; }},
    {"long document", Code::epub_size,
     [](auto& epub) { epub.replace(one, "Lost since", std::string(310 * 1024, 'x')); }},
    {"no cover", Code::epub_cover, [](auto& epub) { epub.replace(package, " properties=\"cover-image\"", ""); }},
    {"a level left out", Code::epub_heading, [](auto& epub) { epub.replace(one, "<h2>After</h2>", "<h3>After</h3>"); }},
    {"no archive of a book", Code::reread_unreadable, [](auto& epub) { epub["EPUB/package.opf"] = "no XML"; }},
};

} // namespace

TEST_CASE("a clean EPUB gives no finding") { CHECK(codes_in(SampleEpub()).empty()); }

TEST_CASE("each fault in an EPUB is named, and nothing else") {
    for (Fault const& fault : faults) {
        SampleEpub epub;
        fault.plant(epub);
        INFO(fault.what);
        CHECK(codes_in(epub) == name(fault.code));
    }
}

} // namespace quoin::preflight::test
