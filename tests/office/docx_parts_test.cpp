// Links, fields, notes, pictures and recorded changes of DOCX files.

#include "docx_file.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

namespace {

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string bookmark(std::string const& name, std::string const& content) {
    return "<w:bookmarkStart w:id=\"" + name + "\" w:name=\"" + name + "\"/>" + content + "<w:bookmarkEnd w:id=\"" +
           name + "\"/>";
}

std::string call(std::string const& id, std::string const& kind = "footnote") {
    return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:" + kind + "Reference w:id=\"" + id +
           "\"/></w:r>";
}

std::string note(std::string const& id, std::string const& content, std::string const& kind = "footnote") {
    return "<w:" + kind + " w:type=\"separator\" w:id=\"-1\"/><w:" + kind + " w:id=\"" + id + "\">" + content +
           "</w:" + kind + ">";
}

/// The first paragraph of a note, which begins with its mark.
std::string note_text(std::string const& content) {
    return para_of("<w:r><w:footnoteRef/></w:r>" + run(" ") + content);
}

std::string inserted(std::string const& content) { return R"(<w:ins w:id="1" w:author="x">)" + content + "</w:ins>"; }
std::string deleted(std::string const& text) {
    return R"(<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve">)" + text +
           "</w:delText></w:r></w:del>";
}

manuscript::Options changes(manuscript::TrackChanges how) {
    manuscript::Options options;
    options.track_changes = how;
    return options;
}

struct Case {
    char const* name;
    std::string body;
    std::string text;
};

std::vector<Case> const cases = {
    {"a link",
     para_of(run("see ") + R"(<w:hyperlink r:id="r1">)" + run("there", R"(<w:rStyle w:val="Hyperlink"/>)") +
             "</w:hyperlink>"),
     "  paragraph \"see \" link<https://a.example/x>[\"there\"]\n"},
    {"a link to a place in a page",
     para_of(R"(<w:hyperlink r:id="r1" w:anchor="top">)" + run("there") + "</w:hyperlink>"),
     "  paragraph link<https://a.example/x#top>[\"there\"]\n"},
    {"a link whose text is its address",
     para_of(R"(<w:hyperlink r:id="r1">)" + run("https://a.exam") + run("ple/x") + "</w:hyperlink>"),
     "  paragraph address<https://a.example/x>[\"https://a.example/x\"]\n"},
    {"a link with marks", para_of(R"(<w:hyperlink r:id="r1">)" + run("a ") + run("b", "<w:i/>") + "</w:hyperlink>"),
     "  paragraph link<https://a.example/x>[\"a \" emphasis[\"b\"]]\n"},
    {"a link in a content control",
     para_of(R"(<w:sdt><w:sdtContent><w:hyperlink r:id="r1">)" + run("a") + "</w:hyperlink></w:sdtContent></w:sdt>"),
     "  paragraph link<https://a.example/x>[\"a\"]\n"},
    {"a link without an address", para_of(R"(<w:hyperlink r:id="r9">)" + run("nowhere") + "</w:hyperlink>"),
     "  paragraph \"nowhere\"\n"},
    {"a field that links", para_of(run("see ") + field(R"( HYPERLINK "https://b.example" \o "tip" )", run("b"))),
     "  paragraph \"see \" link<https://b.example \"tip\">[\"b\"]\n"},
    {"a field that is cut into pieces",
     para_of(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPER</w:instrText></w:r>)"
             R"(<w:r><w:instrText>LINK "https://b.example"</w:instrText></w:r>)"
             R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" +
             run("b") + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)"),
     "  paragraph link<https://b.example>[\"b\"]\n"},
    {"a field without an address", para_of(field(" HYPERLINK ", run("b"))), "  paragraph \"b\"\n"},
    {"a field without a result", para_of(run("a") + field(R"( HYPERLINK "https://b.example" )", "")),
     "  paragraph \"a\"\n"},
    {"a field in a field",
     para_of(field(R"( HYPERLINK "https://b.example" )", run("page ") + field(" PAGE ", run("7")) + run("on"))),
     "  paragraph link<https://b.example>[\"page on\"]\n"},
    {"a link over two paragraphs",
     para_of(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "b:1"</w:instrText></w:r>)"
             R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" +
             run("one")) +
         para_of(run("two") + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)" + run(" three")),
     "  paragraph link<b:1>[\"one\"]\n  paragraph link<b:1>[\"two\"] \" three\"\n"},
    {"a simple field", para_of(R"(<w:fldSimple w:instr=" AUTHOR ">)" + run("A. Writer") + "</w:fldSimple>"),
     "  paragraph \"A. Writer\"\n"},
    {"a link to a heading",
     para("T", "Title") + para_of(bookmark("_Ref12", run("Talks")), R"(<w:pStyle w:val="Heading1"/>)") +
         para_of(R"(<w:hyperlink w:anchor="_Ref12">)" + run("see the talks") + "</w:hyperlink>"),
     "  title \"T\"\n  heading 2 id=\"ref12\" \"Talks\"\n  paragraph see<#ref12>[\"see the talks\"]\n"},
    {"a cross reference",
     para_of(run("x ") + bookmark("here", run("place"))) + para_of(field(" REF here \\h ", run("place"))),
     "  paragraph \"x \" anchor[here] \"place\"\n  paragraph see<#here>[\"place\"]\n"},
    {"the number of a page",
     para_of(bookmark("here", run("place"))) + para_of(run("page ") + field(" PAGEREF here ", run("12"))),
     "  paragraph anchor[here] \"place\"\n  paragraph \"page \" see<#here>[]\n"},
    {"bookmarks that overlap",
     para_of(R"(<w:bookmarkStart w:id="1" w:name="a"/>)" + run("one ") + R"(<w:bookmarkStart w:id="2" w:name="b"/>)" +
             run("two") + R"(<w:bookmarkEnd w:id="1"/>)" + run(" three") + R"(<w:bookmarkEnd w:id="2"/>)") +
         para_of(field(" REF a ", run("one two")) + run(", ") + field(" REF b ", run("two three"))),
     "  paragraph anchor[a] \"one \" anchor[b] \"two three\"\n"
     "  paragraph see<#a>[\"one two\"] \", \" see<#b>[\"two three\"]\n"},
    {"a bookmark that nothing leads to", para_of(bookmark("_GoBack", run("x"))), "  paragraph \"x\"\n"},
    {"a reference to nothing", para_of(field(" REF gone ", run("words"))), "  paragraph \"words\"\n"},
    {"a date that the program keeps changing", para_of(field(R"( DATE \@ "d MMMM yyyy" )", run("1 May 2020"))),
     "  paragraph \"1 May 2020\"\n"},
    {"a citation of an add-in",
     para_of(run("so ") + field(R"( ADDIN ZOTERO_ITEM CSL_CITATION {"a":"b"} )", run("(Writer 2020)"))),
     "  paragraph \"so (Writer 2020)\"\n"},
    {"an entry of the index", para_of(run("x") + field(R"( XE "x" )", "")), "  paragraph \"x\"\n"},
};

DocxFile linked(std::string body) {
    DocxFile file(std::move(body));
    file.relation("r1", "hyperlink", "https://a.example/x", true);
    return file;
}

} // namespace

TEST_CASE("DOCX: links and fields") {
    for (Case const& each : cases) {
        DYNAMIC_SECTION(each.name) { CHECK(text_of(linked(each.body)) == each.text); }
    }
}

TEST_CASE("DOCX: what becomes of fields is told") {
    DocxImport const result = import(linked(para_of(field(" HYPERLINK ", run("b")) + field(" DATE ", run("now"))) +
                                            para_of(R"(<w:hyperlink w:anchor="gone">)" + run("c") + "</w:hyperlink>")));
    CHECK(has(result.decisions, "link-dropped: only its text is kept | the link has no address"));
    CHECK(has(result.decisions, "the link leads to \"gone\", which the file does not have"));
    CHECK(has(result.decisions, "field-frozen: the words stay as they were when the file was saved | 1 fields DATE"));
}

TEST_CASE("DOCX: contents are dropped, and their links make no anchors") {
    std::string const begin =
        R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \o "1-3" </w:instrText></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)";
    std::string const body = para("T", "Title") +
                             para_of(begin + R"(<w:hyperlink w:anchor="_Toc1">)" + run("First steps") +
                                     "<w:r><w:tab/></w:r>" + field(" PAGEREF _Toc1 ", run("3")) + "</w:hyperlink>") +
                             para_of(run("Second steps 4") + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)") +
                             para_of(bookmark("_Toc1", run("First steps")), R"(<w:pStyle w:val="Heading1"/>)");
    DocxImport const result = import(DocxFile(body));
    CHECK(result.text == "  title \"T\"\n  heading 2 \"First steps\"\n");
    CHECK(result.dropped == "contents: First steps\t3\nSecond steps 4\n");
    CHECK(has(result.decisions, "furniture-dropped: left out | contents"));
    CHECK(result.imported.counts.links == 0);
}

TEST_CASE("DOCX: contents in a content control are dropped") {
    std::string const body =
        para("x") +
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent>" +
        para("Contents") + para("First steps 3") + "</w:sdtContent></w:sdt>";
    DocxImport const result = import(DocxFile(body));
    CHECK(result.text == "  paragraph \"x\"\n");
    CHECK(result.dropped == "contents: Contents\nFirst steps 3\n");
}

// ---------------------------------------------------------------------------------------------------------------
// Notes

TEST_CASE("DOCX: a footnote of several paragraphs with a link and a content control") {
    DocxFile file(para_of(run("Text") + call("2") + run(".")));
    file.footnotes(note("2", note_text(run("One ") + R"(<w:hyperlink r:id="n1">)" + run("link") + "</w:hyperlink>") +
                                 para_of("<w:sdt><w:sdtContent>" + run("Two", "<w:i/>") + "</w:sdtContent></w:sdt>")));
    file.relation("n1", "hyperlink", "https://n.example", true, "footnotes");
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"Text\" note[0] \".\"\nnote 0 label=\"1\"\n"
                         "  paragraph \"One \" link<https://n.example>[\"link\"]\n  paragraph emphasis[\"Two\"]\n");
    CHECK(result.view == "Text.\n One link\nTwo\n");
    CHECK(result.imported.counts.notes == 1);
    CHECK(result.imported.counts.calls == 1);
}

TEST_CASE("DOCX: endnotes and footnotes stand in the order of their calls") {
    DocxFile file(para_of(run("a") + call("1", "endnote") + run(" b") + call("1")));
    file.footnotes(note("1", note_text(run("foot")))).endnotes(note("1", note_text(run("end")), "endnote"));
    CHECK(text_of(file) == "  paragraph \"a\" note[0] \" b\" note[1]\nnote 0 label=\"1\"\n  paragraph \"end\"\n"
                           "note 1 label=\"2\"\n  paragraph \"foot\"\n");
}

TEST_CASE("DOCX: a note in a table") {
    DocxFile file(table(row(cell(para_of(run("a") + call("1"))) + cell(para("b")))));
    file.footnotes(note("1", note_text(run("foot"))));
    CHECK(text_of(file) == "  table none none\n    row\n      cell \"a\" note[0]\n      cell \"b\"\n"
                           "note 0 label=\"1\"\n  paragraph \"foot\"\n");
}

TEST_CASE("DOCX: a note's mark at the end of emphasis stands outside") {
    DocxFile file(para_of(run("a", "<w:i/>") + call("1") + run(" b")));
    file.footnotes(note("1", note_text(run("foot"))));
    CHECK(has(text_of(file), "paragraph emphasis[\"a\"] note[0] \" b\""));
}

TEST_CASE("DOCX: a note with a mark of its own") {
    DocxFile file(para_of(
        run("a") + R"(<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>)" + run(" b")));
    file.footnotes(note("1", para_of(run("*", R"(<w:rStyle w:val="FootnoteReference"/>)") + run(" foot"))));
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"a\" note[0] \" b\"\nnote 0 label=\"1\"\n  paragraph \"foot\"\n");
    CHECK(result.dropped == "note call: *\nnote mark: *\n");
}

TEST_CASE("DOCX: a note that is called twice") {
    DocxFile file(para_of(bookmark("_RefNote", run("a") + call("1"))) +
                  para_of(run("b") + field(" NOTEREF _RefNote \\h ", run("1"))));
    file.footnotes(note("1", note_text(run("foot"))));
    DocxImport const result = import(file);
    CHECK(has(result.text, "paragraph \"b\" note[0 again=1]"));
    CHECK(result.dropped == "note call: 1\n");
}

TEST_CASE("DOCX: calls without notes and notes without calls are told") {
    DocxFile file(para_of(run("a") + call("7")));
    file.footnotes(note("1", note_text(run("foot"))));
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"a\"\n");
    CHECK(has(result.decisions, "call-without-note: the call is left out | the file has no text of the footnote 7"));
    CHECK(has(result.decisions, "note-without-call: left out | nothing calls the footnote 1"));
}

TEST_CASE("DOCX: comments are left out and counted") {
    DocxFile file(para_of(R"(<w:commentRangeStart w:id="0"/>)" + run("a") +
                          R"(<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>)"));
    file.comments(R"(<w:comment w:id="0" w:author="Ann">)" + para("Check this.") + "</w:comment>");
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"a\"\n");
    CHECK(result.dropped == "comment: Check this.\n");
    CHECK(has(result.decisions, "comment-dropped: left out | a comment by Ann"));
}

// ---------------------------------------------------------------------------------------------------------------
// Recorded changes

TEST_CASE("DOCX: insertions and deletions") {
    DocxFile const file(para_of(run("The ") + deleted("old ") + inserted(run("new ")) + run("text")));
    CHECK(text_of(file) == "  paragraph \"The new text\"\n");
    CHECK(text_of(file, changes(manuscript::TrackChanges::reject)) == "  paragraph \"The old text\"\n");
    CHECK(text_of(file, changes(manuscript::TrackChanges::all)) ==
          "  paragraph \"The \" span.deletion[\"old\"] \" \" span.insertion[\"new\"] \" text\"\n");
    DocxImport const accepted = import(file);
    CHECK(accepted.view == "The new text\nold \n");
    CHECK(accepted.dropped == "accepted deletion: old \n");
    CHECK(has(accepted.decisions, "change-resolved: left out | a recorded deletion is accepted"));
    CHECK(has(accepted.decisions, "change-resolved: kept | 1 recorded insertions"));
}

TEST_CASE("DOCX: a change within a word") {
    DocxFile const file(para_of(run("inte") + deleted("r") + inserted(run("rr")) + run("upt")));
    CHECK(text_of(file) == "  paragraph \"interrupt\"\n");
    CHECK(text_of(file, changes(manuscript::TrackChanges::reject)) == "  paragraph \"interupt\"\n");
}

TEST_CASE("DOCX: a text that was moved") {
    DocxFile const file(para_of(R"(<w:moveFrom w:id="1">)" + run("moved ") + "</w:moveFrom>" + run("stays")) +
                        para_of(R"(<w:moveTo w:id="1">)" + run("moved ") + "</w:moveTo>" + run("end")));
    CHECK(text_of(file) == "  paragraph \"stays\"\n  paragraph \"moved end\"\n");
    CHECK(text_of(file, changes(manuscript::TrackChanges::reject)) ==
          "  paragraph \"moved stays\"\n  paragraph \"end\"\n");
}

TEST_CASE("DOCX: marks of paragraphs") {
    DocxFile const gone(para_of(run("one "), R"(<w:rPr><w:del w:id="1"/></w:rPr>)") + para("two"));
    CHECK(text_of(gone) == "  paragraph \"one two\"\n");
    CHECK(text_of(gone, changes(manuscript::TrackChanges::reject)) == "  paragraph \"one\"\n  paragraph \"two\"\n");
    DocxFile const made(para_of(run("one "), R"(<w:rPr><w:ins w:id="1"/></w:rPr>)") + para("two"));
    CHECK(text_of(made) == "  paragraph \"one\"\n  paragraph \"two\"\n");
    CHECK(text_of(made, changes(manuscript::TrackChanges::reject)) == "  paragraph \"one two\"\n");
}

TEST_CASE("DOCX: a row that was deleted") {
    DocxFile const file(
        table(row(cell(para("a")) + cell(para("b"))) + row(cell(para("c")) + cell(para("d")), R"(<w:del w:id="1"/>)")));
    CHECK(text_of(file) == "  table none none\n    row\n      cell \"a\"\n      cell \"b\"\n");
    CHECK(has(text_of(file, changes(manuscript::TrackChanges::reject)), "cell \"c\""));
}

TEST_CASE("DOCX: a look that was changed") {
    DocxFile const file(para_of(run("a ") + run("b", "<w:b/><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange>")));
    CHECK(text_of(file) == "  paragraph \"a \" strong[\"b\"]\n");
    CHECK(text_of(file, changes(manuscript::TrackChanges::reject)) == "  paragraph \"a b\"\n");
}

// ---------------------------------------------------------------------------------------------------------------
// Pictures

TEST_CASE("DOCX: a picture alone is a figure with its caption") {
    DocxFile file(
        para("x") + para_of(picture("p1", "A press")) +
        para_of(run("Figure ") + field("SEQ Figure", run("1")) + run(": The press"), R"(<w:pStyle w:val="Caption"/>)"));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"x\"\n  figure asset=0 alt=\"A press\" caption[\"Figure 1: The press\"]\n"
                         "asset 0 \"images/image1.png\"\n");
    REQUIRE(result.imported.pictures.size() == 1);
    CHECK(result.imported.pictures.front().content == to_bytes(small_png()));
    CHECK(result.view == "x\n[A press]\nFigure 1: The press\n");
}

TEST_CASE("DOCX: a picture in a line, and the same one twice") {
    DocxFile file(para_of(run("a ") + picture("p1", "sign") + run(" b")) + para_of(run("c ") + picture("p1")));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"a \" picture[0 alt=\"sign\"] \" b\"\n  paragraph \"c \" picture[0]\n"
                         "asset 0 \"images/image1.png\"\n");
    CHECK(result.imported.counts.pictures == 2);
}

TEST_CASE("DOCX: an anchored picture stands behind its paragraph") {
    std::string anchored = picture("p1", "A press");
    anchored.replace(anchored.find("<wp:inline>"), 11, "<wp:anchor>");
    anchored.replace(anchored.find("</wp:inline>"), 12, "</wp:anchor>");
    DocxFile file(para_of(run("text") + anchored));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    CHECK(text_of(file) == "  paragraph \"text\"\n  figure asset=0 alt=\"A press\"\nasset 0 \"images/image1.png\"\n");
}

TEST_CASE("DOCX: pictures that cannot be taken are told") {
    DocxFile file(para_of(run("a ") + picture("p1", "an old drawing")) + para_of(run("b ") + picture("p2")) +
                  para_of(run("c ") + picture("p3")));
    file.relation("p1", "image", "media/image1.emf").file("word/media/image1.emf", "\x01\x00\x00\x00 EMF");
    file.relation("p2", "image", "https://a.example/x.png", true).relation("p3", "image", "media/gone.png");
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"a\"\n  paragraph \"b\"\n  paragraph \"c\"\n");
    CHECK(result.dropped == "alternative text: [an old drawing]\n");
    CHECK(has(result.decisions, "picture-unsupported: the picture \"word/media/image1.emf\" is left out"));
    CHECK(has(result.decisions,
              "picture-missing: the picture \"https://a.example/x.png\" is left out | it is only linked"));
    CHECK(has(result.decisions, "picture-missing: the picture \"word/media/gone.png\" is left out"));
}

TEST_CASE("DOCX: a picture in VML") {
    DocxFile file(
        para("x") +
        para_of(
            R"(<w:r><w:pict><v:shape alt="A press"><v:imagedata r:id="p1" o:title="t"/></v:shape></w:pict></w:r>)"));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    CHECK(has(text_of(file), "figure asset=0 alt=\"A press\""));
}

TEST_CASE("DOCX: the sharp twin of a picture counts") {
    std::string drawn = picture("p1", "A press");
    std::size_t const at = drawn.find("r:embed=\"p1\"/>") + 12;
    drawn.replace(at, 2,
                  R"(><a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip r:embed="p2"/></a:ext></a:extLst></a:blip>)");
    DocxFile file(para("x") + para_of(drawn));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    file.relation("p2", "image", "media/image2.svg")
        .file("word/media/image2.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    DocxImport const result = import(file);
    REQUIRE(result.imported.pictures.size() == 1);
    CHECK(result.imported.pictures.front().path == "images/image2.svg");
}

TEST_CASE("DOCX: a decorative picture") {
    std::string drawn = picture("p1");
    std::size_t const at = drawn.find("descr=\"\"/>") + 8;
    drawn.replace(at, 2,
                  R"(><a:extLst><a:ext uri="{C183D7F6}"><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr>)");
    DocxFile file(para("x") + para_of(drawn));
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    CHECK(has(text_of(file), "figure asset=0 decorative"));
}

TEST_CASE("DOCX: a text box is an insert, counted once") {
    std::string const box = "<w:txbxContent>" + para("Books of the house") + "</w:txbxContent>";
    std::string const body =
        para_of(run("text") +
                R"(<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>)"
                R"(<a:graphicData><wps:wsp><wps:txbx>)" +
                box + R"(</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>)" +
                R"(<mc:Fallback><w:pict><v:shape><v:textbox>)" + box +
                R"(</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>)");
    DocxImport const result = import(DocxFile(body));
    CHECK(result.text == "  paragraph \"text\"\n  insert\n    paragraph \"Books of the house\"\n");
    CHECK(result.view == "text\nBooks of the house\n");
    CHECK(has(result.decisions, "insert-guessed: an insert | it stands in a text box"));
}

TEST_CASE("DOCX: a picture with its caption in a text box is a figure") {
    std::string const body =
        para_of(run("text") + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + para_of(picture("p1", "A press")) +
                para("The press", "Caption") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>");
    DocxFile file(body);
    file.relation("p1", "image", "media/image1.png").file("word/media/image1.png", small_png());
    CHECK(has(text_of(file), "paragraph \"text\"\n  figure asset=0 alt=\"A press\" caption[\"The press\"]\n"));
}

} // namespace quoin::test
