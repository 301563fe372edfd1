// Packages of DOCX files: parts in other places, other prefixes, and files that are damaged or made to do harm.

#include "base/diagnostic.hpp"
#include "docx_file.hpp"
#include "office/read_office.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <ctime>

namespace quoin::test {

namespace {

Result<manuscript::Imported> read(Bytes const& bytes) {
    SourceMap sources;
    return office::read_docx({"texts/sample.docx", bytes}, {}, sources);
}

std::string message(Bytes const& bytes) {
    auto const result = read(bytes);
    if (result) return "";
    CHECK(result.error().code == Code::import_damaged);
    return result.error().message;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string const content_types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                                  R"(<Override PartName="/other/text.xml" ContentType="application/)"
                                  R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";

std::string const w = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

// Well-formed, so that nothing but its depth is wrong with it.
std::string nested_without_end(std::string const& begin) {
    constexpr int levels = 100'000;
    std::string text = begin;
    for (int level = 0; level < levels; ++level) text += "<w:sdt><w:sdtContent>";
    for (int level = 0; level < levels; ++level) text += "</w:sdtContent></w:sdt>";
    return text + "</w:body></w:document>";
}

} // namespace

TEST_CASE("DOCX: the document part is where the relationships say") {
    CHECK(text_of(DocxFile(para("x")).document_at("word/document2.xml")) == "  paragraph \"x\"\n");
    CHECK(text_of(DocxFile(para("x")).document_at("texts/main.xml")) == "  paragraph \"x\"\n");
}

TEST_CASE("DOCX: the document part is found by its content type") {
    Bytes const bytes =
        zip({{"[Content_Types].xml", content_types},
             {"other/text.xml", "<w:document" + w + "><w:body>" + para("x") + "</w:body></w:document>"}});
    CHECK(read(bytes));
}

TEST_CASE("DOCX: Strict files") {
    DocxFile file(para("T", "Title") + para_of(R"(<w:hyperlink r:id="r1">)" + run("x") + "</w:hyperlink>"));
    file.relation("r1", "hyperlink", "https://a.example", true).strict();
    CHECK(text_of(file) == "  title \"T\"\n  paragraph link<https://a.example>[\"x\"]\n");
}

TEST_CASE("DOCX: other prefixes, and the same prefix for something else") {
    std::string const text =
        R"(<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
        R"(xmlns:w="urn:other"><x:body><x:p><x:r><w:t>no</w:t><x:t>yes</x:t></x:r></x:p>)"
        R"(<p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><r><t>too</t></r></p>)"
        R"(</x:body></x:document>)";
    SourceMap sources;
    auto const result = office::read_docx({"a.docx", zip({{"word/document.xml", text}})}, {}, sources);
    REQUIRE(result);
    CHECK(sources.text(result->view) == "yes\ntoo\n");
}

TEST_CASE("DOCX: files that are none") {
    CHECK(has(message({}), "is empty"));
    CHECK(has(message(to_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on")), "is encrypted or an old .doc"));
    CHECK(has(message(to_bytes("{\\rtf1 x}")), "is Rich Text Format"));
    CHECK(!message(to_bytes("just words")).empty());
    CHECK(has(message(zip({{"mimetype", "x"}})), "holds no text of a word processor"));
    CHECK(has(message(zip({{"word/document.xml", "<w:document" + w + "/>"}})), "has no text"));
}

TEST_CASE("DOCX: a file that is cut off") {
    Bytes const whole = DocxFile(para("x")).bytes();
    for (std::size_t const part : {1, 2, 3}) {
        Bytes const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() * part / 4));
        CHECK(!message(cut).empty());
    }
    CHECK(has(message(zip({{"word/document.xml", "<w:document" + w + "><w:body><w:p>"}})), "is not well-formed"));
}

TEST_CASE("DOCX: nesting without end") {
    std::string const deep = nested_without_end("<w:document" + w + "><w:body>");
    CHECK(has(message(zip({{"word/document.xml", deep}})), "nested more than"));
    CHECK_FALSE(message(zip({{"word/document.xml", deep.substr(0, deep.size() / 3)}})).empty());
}

TEST_CASE("DOCX: parts in UTF-16 are read, and no deeper") {
    auto const wide = [](std::string const& text) {
        std::string bytes = "\xFF\xFE";
        for (char const letter : text) {
            bytes += letter;
            bytes += '\0';
        }
        return bytes;
    };
    std::string const begin = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document" + w + "><w:body>";
    CHECK(read(zip({{"word/document.xml", wide(begin + para("x") + "</w:body></w:document>")}})));
    CHECK(has(message(zip({{"word/document.xml", wide(nested_without_end(begin))}})), "nested more than"));
}

TEST_CASE("DOCX: text is in NFC") { CHECK(text_of(para("cafe\u0301")) == "  paragraph \"caf\u00E9\"\n"); }

TEST_CASE("DOCX: entities are told and not replaced") {
    std::string const bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document" + w +
                             "><w:body>" + para("x &b; y") + "</w:body></w:document>";
    SourceMap sources;
    auto const result = office::read_docx({"a.docx", zip({{"word/document.xml", bomb}})}, {}, sources);
    REQUIRE(result);
    CHECK(sources.text(result->view) == "x &b; y\n");
    REQUIRE_FALSE(result->decisions.empty());
    CHECK(has(result->decisions.back().reason, "the document type in the part word/document.xml"));
}

TEST_CASE("DOCX: parts that are missing or wrong") {
    DocxFile file(para("x"));
    file.relation("f", "footnotes", "gone.xml").relation("o", "image", "../../../etc/passwd");
    DocxImport const result = import(file);
    CHECK(has(result.decisions, "part-ignored: left out | the part word/gone.xml is missing"));
    CHECK(!message(DocxFile(para("x")).relation("f", "footnotes", "bad.xml").file("word/bad.xml", "<a>").bytes())
               .empty());
}

TEST_CASE("DOCX: parts with words that nobody reads are listed") {
    DocxImport const result = import(DocxFile(para("x")).file("word/charts/chart1.xml", "<c/>"));
    CHECK(has(result.decisions, "the part word/charts/chart1.xml is no text"));
}

TEST_CASE("DOCX: styles and numberings in circles") {
    DocxFile file(para("x", "A") + para_of(run("y"), R"(<w:numPr><w:numId w:val="1"/></w:numPr>)"));
    file.styles(R"(<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>)"
                R"(<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>)");
    file.numbering(
        R"(<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="S"/><w:numStyleLink w:val="S"/></w:abstractNum>)"
        R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)");
    CHECK(text_of(file) == "  paragraph \"x\"\n  paragraph \"y\"\n");
}

TEST_CASE("DOCX: numbers that are out of all bounds") {
    std::string const body = table(row(cell(para("a"), R"(<w:gridSpan w:val="999999999"/>)") + cell(para("b")),
                                       R"(<w:gridBefore w:val="-5"/>)")) +
                             para_of(run("c"), R"(<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr>)");
    DocxFile file(body);
    file.numbering(R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:start w:val="999999999999"/>)"
                   R"(<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9."/></w:lvl></w:abstractNum>)"
                   R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)");
    DocxImport const result = import(file);
    CHECK(has(result.text, "marker=\"100000.\""));
    CHECK(has(result.dropped, "cell beyond the last column: b"));
}

TEST_CASE("DOCX: fields that never end, and ends without a beginning") {
    std::string const end = R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
    std::string open;
    for (int i = 0; i < 300; ++i)
        open += R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)";
    CHECK(text_of(para_of(end + run("a")) + para_of(open + run("b"))) == "  paragraph \"a\"\n  paragraph \"b\"\n");
}

TEST_CASE("DOCX: three hundred pages in less than a second") {
    // 300 pages of 2,500 characters; every paragraph has several runs, some a note.
    std::string body;
    std::string notes;
    int note = 1;
    for (int i = 0; i < 1'500; ++i) {
        std::string content;
        for (int word = 0; word < 20; ++word)
            content += run("some words of text that go on ", word % 5 == 0 ? "<w:i/>" : R"(<w:lang w:val="en-GB"/>)");
        if (i % 3 == 0) {
            std::string const id = std::to_string(note++);
            content += R"(<w:r><w:footnoteReference w:id=")" + id + R"("/></w:r>)";
            notes += R"(<w:footnote w:id=")" + id + R"(">)" + para("A note of some words.") + "</w:footnote>";
        }
        body += para_of(content);
    }
    Bytes const bytes = DocxFile(body).footnotes(notes).bytes();
    SourceMap sources;
    std::clock_t const begin = std::clock();
    auto const result = office::read_docx({"a.docx", bytes}, {}, sources);
    double const seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    REQUIRE(result);
    CHECK(sources.text(result->view).size() > 300 * 2'500);
    CHECK(result->document.notes.size() == 500);
    CHECK(seconds < 1);
    INFO(seconds << " CPU seconds");
}

} // namespace quoin::test
