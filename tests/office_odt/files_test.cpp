// Files that cannot be read, that want to harm, or that use other names.

#include "office_odt/odt_file.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

OdtFile const plain{R"(<text:p text:style-name="Title">T</text:p><text:p>a</text:p>)"};

std::string repeated(std::string const& text, int times) {
    std::string result;
    for (int each = 0; each < times; ++each) result += text;
    return result;
}

Bytes with_entry(std::string const& name, std::string const& content) {
    auto entries = plain.entries();
    entries[name] = content;
    return archive(entries);
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

} // namespace

TEST_CASE("files that are no texts are refused in plain words") {
    CHECK(refusal("a.odt", {}) == "import-damaged: \"a.odt\" cannot be read: it is empty");
    CHECK(refusal("a.odt", to_bytes("no archive")).starts_with("import-damaged: "));
    CHECK(refusal("a.odt", with_entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet")) ==
          "import-damaged: \"a.odt\" cannot be read: it is no text but of the kind \"spreadsheet\"");
    CHECK(refusal("a.odt", with_entry("mimetype", "application/vnd.sun.xml.writer")) ==
          "import-damaged: \"a.odt\" cannot be read: it is of OpenOffice 1");
    auto entries = plain.entries();
    entries.erase("content.xml");
    CHECK(refusal("a.odt", archive(entries)) ==
          "import-damaged: \"a.odt\" cannot be read: it has no content.xml, so it is no OpenDocument text");
    CHECK(refusal("a.fodt", to_bytes("<html/>")) == "import-damaged: \"a.fodt\" cannot be read: it holds no text");
}

TEST_CASE("a password is told as such") {
    CHECK(refusal("a.odt", with_entry("META-INF/manifest.xml",
                                      "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
                                      "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>")) ==
          "import-damaged: \"a.odt\" cannot be read: it is protected by a password");
}

TEST_CASE("cut and broken files are refused") {
    Bytes cut = plain.package();
    cut.resize(cut.size() / 2);
    CHECK(refusal("a.odt", cut).starts_with("import-damaged: "));
    CHECK(refusal("a.odt", with_entry("content.xml", plain.content().substr(0, 900))).starts_with("import-damaged: "));
    Bytes flat = plain.flat();
    flat.resize(flat.size() - 30);
    CHECK(refusal("a.fodt", flat).starts_with("import-damaged: "));
}

TEST_CASE("elements nested without end are refused, however they hide") {
    std::string const deep = repeated("<text:span>", 100'000) + "x" + repeated("</text:span>", 100'000);
    CHECK(refusal("a.fodt", OdtFile{"<text:p>" + deep + "</text:p>"}.flat()).starts_with("import-damaged: "));
    std::string const hidden =
        repeated("<text:span text:style-name=\"/>\">", 100'000) + "x" + repeated("</text:span>", 100'000);
    CHECK(refusal("a.fodt", OdtFile{"<text:p>" + hidden + "</text:p>"}.flat()).starts_with("import-damaged: "));
    std::string const closed = repeated("<text:span><!-- </x> -->", 100'000) + "x" + repeated("</text:span>", 100'000);
    CHECK(refusal("a.fodt", OdtFile{"<text:p>" + closed + "</text:p>"}.flat()).starts_with("import-damaged: "));
}

TEST_CASE("entities of the file's own are refused, a bare document type is not") {
    std::string const flat(as_text(plain.flat()));
    std::string const bomb =
        replaced(flat, "<office:document ", "<!DOCTYPE office:document [<!ENTITY a \"aaaa\">]><office:document ");
    CHECK(refusal("a.fodt", to_bytes(bomb)).starts_with("import-damaged: "));
    std::string const bare = replaced(flat, "<office:document ", "<!DOCTYPE office:document><office:document ");
    CHECK(read_bytes("a.fodt", to_bytes(bare)).body() == "paragraph \"a\"\n");
}

TEST_CASE("prefixes are the file's own business") {
    std::string flat(as_text(plain.flat()));
    flat = replaced(replaced(flat, "text:", "t:"), "xmlns:text=", "xmlns:t=");
    flat = replaced(replaced(flat, "opendocument:xmlns:t:", "opendocument:xmlns:text:"),
                    "application/vnd.oasis.opendocument.t", "application/vnd.oasis.opendocument.t");
    flat = replaced(replaced(flat, "office:t>", "office:text>"), "t:properties", "text:properties");
    CHECK(read_bytes("a.fodt", to_bytes(flat)).body() == "paragraph \"a\"\n");
}

TEST_CASE("styles that are each other's parents, numbers without bounds") {
    OdtFile file{
        R"(<text:p text:style-name="Title">T</text:p><text:p text:style-name="A">a<text:s text:c="2000000000"/>b</text:p>
        <text:h text:outline-level="-7">c</text:h><text:h text:outline-level="99999999999">d</text:h>
        <text:list text:style-name="Letters"><text:list-item text:start-value="2147483647"><text:p>e</text:p></text:list-item>
        <text:list-item><text:p>f</text:p></text:list-item></text:list>)"};
    file.automatic = R"(<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>
        <style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>)";
    auto const reading = read(file);
    CHECK(reading.body().starts_with("paragraph \"a b\"\nheading 2 \"c\"\nheading 6 \"d\"\n"));
}

TEST_CASE("a file without styles and metadata is still read") {
    auto const reading = read_bytes("a.odt", archive({{"content.xml", plain.content()}}));
    CHECK(reading.body() == "paragraph \"a\"\n");
    CHECK(reading.unproved() == none);
}

TEST_CASE("letters with marks are put together, characters without meaning are not kept") {
    auto const reading =
        read({"<text:p text:style-name=\"Title\">T</text:p><text:p>e\u0301 &#1;&#x1F;b &amp; &lt;</text:p>"});
    CHECK(reading.body() == "paragraph \"é b & <\"\n");
}

TEST_CASE("words where the format has none are listed") {
    auto const reading = read(
        {"<text:p text:style-name=\"Title\">T</text:p><text:p>a</text:p>"
         "<table:table><table:table-row><text:p>H<text:span>2</text:span>O</text:p></table:table-row></table:table>"});
    CHECK(reading.dropped() == Words{"words without a place: H2O"});
    CHECK(reading.codes() == Words{"part-ignored"});
}

TEST_CASE("a table made to fill the memory becomes paragraphs") {
    std::string const row = "<table:table-row><table:table-cell table:number-columns-repeated=\"255\"/>"
                            "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>";
    auto const reading =
        read_bytes("a.fodt", OdtFile{"<table:table>" + repeated(row, 5'000) + "</table:table>"}.flat());
    CHECK(reading.unproved() == none);
    CHECK(std::get<model::Article>(reading.imported.document.entries.front().kind).body.size() == 5'000);
}
