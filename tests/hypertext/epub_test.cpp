#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::hypertext;

namespace {

std::string const container =
    "<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";

struct Document {
    std::string name, body;
    std::string properties = {};
};

std::string xhtml(std::string const& body) {
    return "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE html>\n<html xmlns='http://www.w3.org/1999/xhtml' "
           "xmlns:epub='http://www.idpf.org/2007/ops' lang='en'>"
           "<head><title>x</title><link rel='stylesheet' href='s.css'/></head><body>" +
           body + "</body></html>";
}

/// A book of these documents; `metadata` goes into the package, `nav` is the list of the contents.
Files book(std::vector<Document> const& documents, std::string const& nav = "", std::string const& metadata = "") {
    std::string manifest, spine;
    Files files;
    for (Document const& each : documents) {
        manifest += "<item id='" + each.name + "' href='" + each.name + ".xhtml' media-type='application/xhtml+xml'/>";
        spine += "<itemref idref='" + each.name + "'/>";
        files["OPS/" + each.name + ".xhtml"] = xhtml(each.body);
    }
    if (!nav.empty()) {
        manifest += "<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>";
        files["OPS/nav.xhtml"] = xhtml("<nav epub:type='toc'><ol>" + nav + "</ol></nav>");
    }
    files["META-INF/container.xml"] = container;
    files["OPS/book.opf"] = "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' "
                            "version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                            "<dc:title>The Book</dc:title><dc:language>en</dc:language>" +
                            metadata + "</metadata><manifest>" + manifest + "</manifest><spine toc='ncx'>" + spine +
                            "</spine></package>";
    return files;
}

std::string item(std::string const& to, std::string const& label, std::string const& below = "") {
    return "<li><a href='" + to + "'>" + label + "</a>" + (below.empty() ? "" : "<ol>" + below + "</ol>") + "</li>";
}

std::string const long_text = "<p>Words that make a text, and more of them, so that nobody takes it for the title page "
                              "of a part; words, and words, and yet more words until it is enough of them.</p>";

} // namespace

TEST_CASE("books: order from the spine, articles from the contents") {
    Read const read = read_book(book({{"b", "<h1>Second</h1><p>b</p>"}, {"a", "<h1>First</h1><p>a</p>"}},
                                     item("b.xhtml", "Second") + item("a.xhtml", "First")));
    check({"order", "", {"title \"Second\"", "title \"First\""}}, read);
    CHECK(read.dump.find("\"Second\"") < read.dump.find("\"First\""));
}

TEST_CASE("books: a text goes on in the next file when the contents do not name it") {
    Read const read =
        read_book(book({{"a", "<h1>One</h1><p>a</p>"}, {"b", "<p>goes on</p>"}, {"c", "<h1>Two</h1><p>c</p>"}},
                       item("a.xhtml", "One") + item("c.xhtml", "Two")));
    check({"split", "", {"paragraph \"a\"\n  paragraph \"goes on\"", "title \"Two\""}}, read);
}

TEST_CASE("books: several articles in one file") {
    Read const read = read_book(book({{"a", "<h2 id='x'>One</h2><p>a</p><div><h2><a id='y'/>Two</h2><p>b</p></div>"}},
                                     item("a.xhtml#x", "One") + item("a.xhtml#y", "Two")));
    check({"fragments", "", {"title \"One\"", "title \"Two\""}, {"heading"}}, read);
}

TEST_CASE("books: contents of EPUB 2") {
    Files files = book({{"a", "<p>One</p><p>a</p>"}, {"b", "<p>b</p>"}});
    files["OPS/toc.ncx"] = "<ncx><navMap><navPoint><navLabel><text>Chapter A</text></navLabel><content "
                           "src='a.xhtml'/></navPoint><navPoint><navLabel><text>Chapter B</text></navLabel><content "
                           "src='b.xhtml'/></navPoint></navMap></ncx>";
    std::string& opf = files["OPS/book.opf"];
    opf.replace(opf.find("<manifest>"), 10,
                "<manifest><item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>");
    check({"ncx", "", {"title \"Chapter A\"", "title \"Chapter B\""}}, read_book(files));
}

TEST_CASE("books: without contents the headings begin articles") {
    check({"headings", "", {"title \"One\"", "title \"Two\"", "heading 2 \"Inner\""}},
          read_book(book({{"a", "<h1>One</h1><p>a</p><h2>Inner</h2><p>i</p>"}, {"b", "<h1>Two</h1><p>b</p>"}})));
}

TEST_CASE("books: parts above chapters") {
    Read const read = read_book(
        book({{"p", "<h1>Part One</h1>"},
              {"a", "<h2>A</h2>" + long_text},
              {"q", "<h1>Part Two</h1>"},
              {"b", "<h2>B</h2>" + long_text}},
             item("p.xhtml", "Part One", item("a.xhtml", "A")) + item("q.xhtml", "Part Two", item("b.xhtml", "B"))));
    check({"parts", "", {"part \"Part One\"", "title \"A\"", "part \"Part Two\""}}, read);
}

TEST_CASE("books: notes in a file of their own return to their calls") {
    Read const read =
        read_book(book({{"a", "<h1>One</h1><p>Word<a epub:type='noteref' id='r1' href='notes.xhtml#n1'>1</a>.</p>"},
                        {"notes", "<section epub:type='endnotes'><h2>Notes</h2><aside epub:type='endnote' "
                                  "id='n1'><p><a href='a.xhtml#r1'>1</a> The note.</p><p>More.</p></aside></section>"}},
                       item("a.xhtml", "One")));
    check({"notes",
           "",
           {"\"Word\" note[0] \".\"", "paragraph \"The note.\"", "paragraph \"More.\"", "heading of the notes: Notes"}},
          read);
}

TEST_CASE("books: notes at the end of their file, calibre's way") {
    check({"calibre", "", {"\"Word\" note[0] \".\"", "paragraph \"The note.\""}},
          read_book(book({{"a", "<h1>One</h1><p class='calibre1'>Word<sup class='calibre3'><a id='filepos12' "
                                "href='a.xhtml#filepos99'>[1]</a></sup>.</p><p class='calibre1' id='filepos99'><a "
                                "href='a.xhtml#filepos12'>[1]</a> The note.</p>"}},
                         item("a.xhtml", "One"))));
}

TEST_CASE("books: page marks are left out with their number") {
    Read const read = read_book(book({{"a", "<h1>One</h1><p>in<span epub:type='pagebreak' id='p2' title='2'/>ter and "
                                            "<span epub:type='pagebreak' id='p3'>3</span>more.</p>"}},
                                     item("a.xhtml", "One")));
    check({"pages", "", {"\"inter and more.\"", "left out 2 page marks"}}, read);
}

TEST_CASE("books: cover, title page and contents are no text") {
    Files files = book({{"cover", "<img src='c.jpg' alt='The cover'/>"},
                        {"title", "<section epub:type='titlepage'><h1>The Book</h1><p>An Author</p></section>"},
                        {"a", "<h1>One</h1><p>a</p>"}},
                       item("a.xhtml", "One"));
    check({"front", "", {"cover page: ", "title page: The Book", "article", "title \"One\""}, {"An Author"}},
          read_book(files));
}

TEST_CASE("books: metadata of the package") {
    Read const read = read_book(
        book({{"a", "<h1>One</h1><p>a</p>"}}, item("a.xhtml", "One"),
             "<dc:title id='s'>Below</dc:title><meta refines='#s' property='title-type'>subtitle</meta><dc:creator "
             "id='c'>Ann Lee</dc:creator><meta refines='#c' property='role'>aut</meta>"
             "<dc:contributor id='t'>Bob Roe</dc:contributor><meta refines='#t' "
             "property='role'>trl</meta><dc:publisher>Press</dc:publisher><dc:date>2020-05-06T00:00:00Z</"
             "dc:date><dc:rights>CC0</dc:rights>"
             "<dc:subject>Type</dc:subject><dc:description>&lt;p&gt;About "
             "&lt;b&gt;it&lt;/b&gt;.&lt;/p&gt;</dc:description><dc:identifier>urn:isbn:9783161484100</dc:identifier>"));
    check({"metadata",
           "",
           {"publication book en", "title \"The Book\"", "subtitle \"Below\"", "publisher \"Press\"", "date 2020-05-06",
            "rights \"CC0\"", "subjects=[\"Type\"]", "description \"About it.\"", "isbn=\"9783161484100\"",
            "authors=[\"Ann Lee\"]", "translators=[\"Bob Roe\"]"}},
          read);
}

TEST_CASE("books: style sheets tell stress") {
    Files files = book(
        {{"a", "<h1>One</h1><p><span class='it'>a</span> <span class='sc'>b</span> <span class='gone'>c</span></p>"}},
        item("a.xhtml", "One"));
    files["OPS/s.css"] =
        "@charset 'utf-8'; /* .it{} */ .it { font-style: italic } .sc{font-variant:small-caps} .gone{display:none}";
    check({"styles", "", {"emphasis[\"a\"] \" \" smallcaps[\"b\"]", "hidden-text"}, {"\"c\""}}, read_book(files));
}

TEST_CASE("books: pictures by paths with other letters and escapes") {
    Files files = book({{"a", "<h1>One</h1><figure><img src='Images/My%20Press.PNG' alt='A "
                              "press'/><figcaption>Cap</figcaption></figure><p><img src='gone.png' alt='x'/></p>"}},
                       item("a.xhtml", "One"));
    files["OPS/images/My Press.png"] = png;
    Read const read = read_book(files);
    check({"pictures", "", {"figure asset=0 alt=\"A press\"", "picture-missing"}}, read);
    CHECK(read.imported.pictures.size() == 1);
}

TEST_CASE("books: obfuscated fonts may be there, locked documents not") {
    Files files = book({{"a", "<h1>One</h1><p>a</p>"}}, item("a.xhtml", "One"));
    auto const encryption = [](std::string const& method) {
        return "<encryption xmlns:enc='x'><enc:EncryptedData><enc:EncryptionMethod Algorithm='" + method +
               "'/></enc:EncryptedData></encryption>";
    };
    files["META-INF/encryption.xml"] = encryption("http://www.idpf.org/2008/embedding");
    CHECK(read_book(files).ok);
    files["META-INF/encryption.xml"] = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    CHECK(read_book(files).error.starts_with("import-damaged"));
}

TEST_CASE("books: missing parts are told, a book without documents is refused") {
    Files files = book({{"a", "<h1>One</h1><p>a</p>"}, {"b", "<p>b</p>"}}, item("a.xhtml", "One"));
    files.erase("OPS/b.xhtml");
    check({"missing", "", {"part-ignored: went on without “OPS/b.xhtml”"}}, read_book(files));
    files.erase("OPS/a.xhtml");
    CHECK(read_book(files).error.starts_with("import-damaged"));
    CHECK(read_book({{"META-INF/container.xml", container}}).error.starts_with("import-damaged"));
    CHECK(read_archive(to_bytes("PK nothing")).error.starts_with("import-damaged"));
}

TEST_CASE("books: without a container the package document is looked for") {
    Files files = book({{"a", "<h1>One</h1><p>a</p>"}}, item("a.xhtml", "One"));
    files.erase("META-INF/container.xml");
    CHECK(read_book(files).ok);
}

TEST_CASE("books: broken XHTML keeps its words") {
    check({"broken", "", {"\"a & b\"", "strong[\"c\" break \"d\"]"}},
          read_book(book({{"a", "<h1>One</h1><p>a & b</p><p><b>c <br>d</p>"}}, item("a.xhtml", "One"))));
}

TEST_CASE("books: links between files become cross references") {
    check({"links", "", {"see<#b>[\"there\"]", "anchor[b]"}},
          read_book(book({{"a", "<h1>One</h1><p>See <a href='b.xhtml'>there</a>.</p>"}, {"b", "<h1>Two</h1><p>x</p>"}},
                         item("a.xhtml", "One") + item("b.xhtml", "Two"))));
}

TEST_CASE("books: an issue of a series") {
    check({"series",
           "",
           {"issue volume=\"4\" number=\"17\" issn=\"2049-3630\"", "publication journal", "title \"The Book\""}},
          read_book(book({{"a", "<h1>One</h1><p>a</p>"}}, item("a.xhtml", "One"),
                         "<meta property='belongs-to-collection' id='c'>The Book</meta><meta refines='#c' "
                         "property='group-position'>4.17</meta><meta refines='#c' "
                         "property='dcterms:identifier'>urn:issn:2049-3630</meta>")));
}

TEST_CASE("books: texts that state what they are") {
    check({"roles", "", {"role=\"preface\"", "role=\"dedication\""}},
          read_book(book({{"d", "<section epub:type='dedication'><p>To her</p></section>"},
                          {"p", "<section epub:type='preface'><h1>Preface</h1><p>x</p></section>"}},
                         item("p.xhtml", "Preface"))));
}

TEST_CASE("books: boxes and verse") {
    check({"boxes", "", {"insert title[\"Box\"]", "line \"One\"", "line \"two\""}},
          read_book(book({{"a", "<h1>One</h1><p>a</p><aside epub:type='sidebar'><h2>Box</h2><p>b</p></aside><div "
                                "class='poem'><p>One<br/>two</p></div>"}},
                         item("a.xhtml", "One"))));
}

TEST_CASE("books: endless contents are harmless") {
    std::string nav;
    for (int i = 0; i < 3000; ++i) nav += "<li><a href='a.xhtml'>x</a><ol>";
    CHECK(read_book(book({{"a", "<h1>One</h1><p>a</p>"}}, nav)).ok);
}
