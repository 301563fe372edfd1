// Paragraph styles, lists, tables and pictures of DOCX files, case by case.

#include "docx_file.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

namespace {

struct Case {
    char const* name;
    std::string body;
    std::string text; // of the dump
};

std::string const styles =
    R"(<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Überschrift 1"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Heading2"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Zitat"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Term"><w:name w:val="Definition Term"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Meaning"><w:name w:val="Definition"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Verse"><w:name w:val="Verse"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="SetIn"><w:name w:val="SetIn"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr></w:style>)";

std::string level(int index, std::string const& format, std::string const& text, std::string const& more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/><w:pPr><w:ind w:left=\"" +
           std::to_string(720 * (index + 1)) + "\" w:hanging=\"360\"/></w:pPr></w:lvl>";
}

std::string abstract(int id, std::string const& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string instance(int id, int of, std::string const& changes = "") {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) + "\"/>" +
           changes + "</w:num>";
}

// 1: bullets; 2: 1. a) (iv); 3: the same list once more, from 10; 4: 1.1; 5: marks without a sign
std::string const numbering =
    abstract(0, level(0, "bullet", "•") + level(1, "bullet", "–")) +
    abstract(1, level(0, "decimal", "%1.", R"(<w:pStyle w:val="Numbered"/>)") + level(1, "lowerLetter", "%2)") +
                    level(2, "lowerRoman", "(%3)")) +
    abstract(2, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")) + abstract(3, level(0, "none", "")) +
    abstract(4, level(0, "russianLower", "%1)")) + abstract(5, level(0, "decimal", "Thesis %1:")) + instance(1, 0) +
    instance(2, 1) + instance(3, 1, R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>)") +
    instance(4, 2) + instance(5, 3) + instance(6, 4) + instance(7, 5);

std::string numbered(std::string const& text, std::string const& properties) {
    return para_of(run(text), R"(<w:pStyle w:val="ListParagraph"/>)" + properties);
}

std::string const no_number = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>)";

std::vector<Case> const cases = {
    {"headings below a title", para("T", "Title") + para("A", "Heading1") + para("x") + para("B", "Heading2"),
     "  title \"T\"\n  heading 2 \"A\"\n  paragraph \"x\"\n  heading 3 \"B\"\n"},
    {"a localised heading", para("T", "Title") + para("A", "berschrift1"), "  title \"T\"\n  heading 2 \"A\"\n"},
    {"a style based on a heading", para("x") + para("A", "Chapter"), "  paragraph \"x\"\n  heading 2 \"A\"\n"},
    {"an outline level", para("x") + para("A", "Deep"), "  paragraph \"x\"\n  heading 3 \"A\"\n"},
    {"a heading in bold runs", para("x") + para_of(run("A", "<w:b/>"), R"(<w:pStyle w:val="Heading2"/>)"),
     "  paragraph \"x\"\n  heading 2 \"A\"\n"},
    {"a numbered heading is no list",
     para("x") + para_of(run("A"), R"(<w:pStyle w:val="Heading2"/><w:numPr><w:numId w:val="2"/></w:numPr>)"),
     "  paragraph \"x\"\n  heading 2 \"A\"\n"},
    {"an id that no style has", para("x", "Heading2"), "  heading 2 \"x\"\n"},
    {"one heading of the first level at the beginning is the title", para("A", "Heading1") + para("x"),
     "  title \"A\"\n  paragraph \"x\"\n"},
    {"a byline that no style names", para("T", "Title") + para("By Ann Miller, 20 June 2023") + para("x"),
     "  title \"T\"\n  author \"Ann Miller\"\n  byline \"By Ann Miller, 20 June 2023\"\n  date 2023-06-20\n"
     "  paragraph \"x\"\n"},
    {"a sentence is no byline", para("T", "Title") + para("By the way, it rained.") + para("x"),
     "  title \"T\"\n  paragraph \"By the way, it rained.\"\n  paragraph \"x\"\n"},
    {"title, subtitle and author",
     para("T", "Title") + para("S", "Subtitle") + para("By A. Writer, 20 June 2023", "Author") + para("x"),
     "  title \"T\"\n  subtitle \"S\"\n  author \"A. Writer\"\n  byline \"By A. Writer, 20 June 2023\"\n"
     "  date 2023-06-20\n  paragraph \"x\"\n"},
    {"a subtitle further down is text", para("T", "Title") + para("x") + para("S", "Subtitle"),
     "  title \"T\"\n  paragraph \"x\"\n  paragraph \"S\"\n"},
    {"a quotation by style", para("x") + para("one", "Zitat") + para("two", "Quote"),
     "  paragraph \"x\"\n  quote\n    paragraph \"one\"\n    paragraph \"two\"\n"},
    {"a quotation by its indent",
     para("x") + para("y") + para_of(run("set in"), R"(<w:ind w:left="720"/>)") + para("z"),
     "  paragraph \"x\"\n  paragraph \"y\"\n  quote\n    paragraph \"set in\"\n  paragraph \"z\"\n"},
    {"a quotation by the indent of its style", para("x") + para("y") + para("set in", "SetIn"),
     "  paragraph \"x\"\n  paragraph \"y\"\n  quote\n    paragraph \"set in\"\n"},
    {"a hanging indent is no quotation",
     para("x") + para("y") + para_of(run("entry"), R"(<w:ind w:left="720" w:hanging="720"/>)"),
     "  paragraph \"x\"\n  paragraph \"y\"\n  paragraph \"entry\"\n"},
    {"a text that is set in as a whole",
     para_of(run("a"), R"(<w:ind w:left="720"/>)") + para_of(run("b"), R"(<w:ind w:left="720"/>)"),
     "  paragraph \"a\"\n  paragraph \"b\"\n"},
    {"an attribution", para("x") + para("words", "Quote") + para("— V. Author", "Quote"),
     "  paragraph \"x\"\n  quote\n    paragraph \"words\"\n    attribution \"V. Author\"\n"},
    {"verse", para("x") + para("one", "Verse") + para("two", "Verse") + para("", "Verse") + para("three", "Verse"),
     "  paragraph \"x\"\n  verse\n    stanza\n      line \"one\"\n      line \"two\"\n    stanza\n      line "
     "\"three\"\n"},
    {"a drop cap", para_of(run("O"), R"(<w:framePr w:dropCap="drop" w:lines="3"/>)") + para_of(run("nce upon a time")),
     "  paragraph \"Once upon a time\"\n"},
    {"a separator of asterisks", para("x") + para("* * *") + para("y"),
     "  paragraph \"x\"\n  separator\n  paragraph \"y\"\n"},
    {"a separator drawn as a border",
     para("x") + para_of("", R"(<w:pBdr><w:bottom w:val="single"/></w:pBdr>)") + para("y"),
     "  paragraph \"x\"\n  separator\n  paragraph \"y\"\n"},
    {"a horizontal line", para("x") + para_of(R"(<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>)") + para("y"),
     "  paragraph \"x\"\n  separator\n  paragraph \"y\"\n"},
    {"definitions by style", para("x") + para("term", "Term") + para("what it is", "Meaning"),
     "  paragraph \"x\"\n  definitions\n    term \"term\"\n      meaning\n        paragraph \"what it is\"\n"},
    {"bold lines are headings where there are no others",
     para("x y z") + para_of(run("A heading", "<w:b/>")) + para("text"),
     "  paragraph \"x y z\"\n  heading 2 \"A heading\"\n  paragraph \"text\"\n"},
    // lists
    {"bullets", item("a", 1) + item("b", 1),
     "  list bullet tight\n    item\n      paragraph \"a\"\n    item\n      paragraph \"b\"\n"},
    {"numbers", item("a", 2) + item("b", 2),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n"
     "    item marker=\"2.\" number=2\n      paragraph \"b\"\n"},
    {"a list in a list", item("a", 2) + item("b", 2, 1) + item("c", 2, 2) + item("d", 2),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n      list numbered tight\n"
     "        item marker=\"a)\" number=1\n          paragraph \"b\"\n          list numbered tight\n"
     "            item marker=\"(i)\" number=1\n              paragraph \"c\"\n"
     "    item marker=\"2.\" number=2\n      paragraph \"d\"\n"},
    {"a list goes on after a paragraph", item("a", 2) + para("between") + item("b", 2),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n  paragraph \"between\"\n"
     "  list numbered tight\n    item marker=\"2.\" number=2\n      paragraph \"b\"\n"},
    {"a list begins again", item("a", 2) + para("between") + item("b", 3),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n  paragraph \"between\"\n"
     "  list numbered tight\n    item marker=\"10.\" number=10\n      paragraph \"b\"\n"},
    {"inner numbers begin again", item("a", 2) + item("b", 2, 1) + item("c", 2) + item("d", 2, 1),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n      list numbered tight\n"
     "        item marker=\"a)\" number=1\n          paragraph \"b\"\n    item marker=\"2.\" number=2\n"
     "      paragraph \"c\"\n      list numbered tight\n        item marker=\"a)\" number=1\n"
     "          paragraph \"d\"\n"},
    {"numbering by style", para("a", "Numbered") + para("b", "Numbered"),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n"
     "    item marker=\"2.\" number=2\n      paragraph \"b\"\n"},
    {"a number taken away goes on with the item",
     item("a", 2) + numbered("more", no_number) + para_of(run("b"), R"(<w:pStyle w:val="Numbered"/>)"),
     "  list numbered loose\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n      paragraph \"more\"\n"
     "    item marker=\"2.\" number=2\n      paragraph \"b\"\n"},
    {"text at an item's indent goes on with it", item("a", 1) + para("more", "ListParagraph") + item("b", 1),
     "  list bullet loose\n    item\n      paragraph \"a\"\n      paragraph \"more\"\n    item\n      paragraph "
     "\"b\"\n"},
    {"an empty paragraph ends no list", item("a", 1) + para("") + item("b", 1),
     "  list bullet tight\n    item\n      paragraph \"a\"\n    item\n      paragraph \"b\"\n"},
    {"items that stand apart",
     para_of(run("a"), R"(<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="200"/>)") +
         para_of(run("b"), R"(<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="200"/>)"),
     "  list bullet loose\n    item\n      paragraph \"a\"\n    item\n      paragraph \"b\"\n"},
    {"a dash as a bullet", item("a", 1) + item("b", 1, 1),
     "  list bullet tight\n    item\n      paragraph \"a\"\n      list bullet tight\n        item\n"
     "          paragraph \"b\"\n"},
    {"bullets after numbers", item("a", 2) + item("b", 1),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n  list bullet tight\n    item\n"
     "      paragraph \"b\"\n"},
    {"letters of another alphabet", item("а", 6) + item("б", 6),
     "  list numbered tight\n    item marker=\"а)\" number=1\n      paragraph \"а\"\n"
     "    item marker=\"б)\" number=2\n      paragraph \"б\"\n"},
    {"a number that the source format does not know", item("a", 7),
     "  list numbered tight\n    item marker=\"1.\" number=1\n      paragraph \"a\"\n"},
    // tables
    {"a table",
     table(row(cell(para("h1")) + cell(para("h2")), "<w:tblHeader/>") + row(cell(para("a")) + cell(para("b")))),
     "  table none none\n    head\n      cell \"h1\"\n      cell \"h2\"\n    row\n      cell \"a\"\n      cell "
     "\"b\"\n"},
    {"a first row that is set off",
     table(row(cell(para("h1")) + cell(para("h2"))) + row(cell(para("a")) + cell(para("b"))),
           R"(<w:tblLook w:val="04A0"/>)"),
     "  table none none\n    head\n      cell \"h1\"\n      cell \"h2\"\n    row\n      cell \"a\"\n      cell "
     "\"b\"\n"},
    {"a cell over two columns",
     table(row(cell(para("wide"), R"(<w:gridSpan w:val="2"/>)")) + row(cell(para("a")) + cell(para("b")))),
     "  table none none\n    row\n      cell \"wide\"\n      cell\n    row\n      cell \"a\"\n      cell \"b\"\n"},
    {"a cell over two rows",
     table(row(cell(para("tall"), R"(<w:vMerge w:val="restart"/>)") + cell(para("a"))) +
           row(cell(para(""), "<w:vMerge/>") + cell(para("b")))),
     "  table none none\n    row\n      cell \"tall\"\n      cell \"a\"\n    row\n      cell\n      cell \"b\"\n"},
    {"a row that begins later",
     table(row(cell(para("a")) + cell(para("b"))) + row(cell(para("c")), R"(<w:gridBefore w:val="1"/>)")),
     "  table none none\n    row\n      cell \"a\"\n      cell \"b\"\n    row\n      cell\n      cell \"c\"\n"},
    {"paragraphs in a cell", table(row(cell(para("a") + para("b")) + cell(para("c")))),
     "  table none none\n    row\n      cell \"a b\"\n      cell \"c\"\n"},
    {"a list in a cell", table(row(cell(item("a", 2) + item("b", 2)) + cell(para("c")))),
     "  table none none\n    row\n      cell \"1. a 2. b\"\n      cell \"c\"\n"},
    {"columns that are centred",
     table(row(cell(para_of(run("1"), R"(<w:jc w:val="center"/>)")) +
               cell(para_of(run("2"), R"(<w:jc w:val="right"/>)")))),
     "  table centre right\n    row\n      cell \"1\"\n      cell \"2\"\n"},
    {"a table in a table",
     table(row(cell(table(row(cell(para("a")) + cell(para("b"))) + row(cell(para("c")) + cell(para("d")))) + para("")) +
               cell(para("e")))),
     "  table none none\n    row\n      cell \"a b c d\"\n      cell \"e\"\n"},
    {"blocks of every kind in a cell",
     table(row(cell(table(row(cell(para("H", "Heading2") + para("term", "Term") + para("what it is", "Meaning") +
                                   para("one", "Verse") + para("said", "Quote")))) +
                    para("")) +
               cell(para("e")))),
     "  table none none\n    row\n      cell \"H term what it is one said\"\n      cell \"e\"\n"},
    {"a second row of the head is one of the body",
     table(row(cell(para("h")) + cell(para("i")), "<w:tblHeader/>") +
           row(cell(para("j")) + cell(para("k")), "<w:tblHeader/>") + row(cell(para("a")) + cell(para("b")))),
     "  table none none\n    head\n      cell \"h\"\n      cell \"i\"\n    row\n      cell \"j\"\n      cell \"k\"\n"
     "    row\n      cell \"a\"\n      cell \"b\"\n"},
    {"a table of one cell is a frame", para("x") + table(row(cell(para("Books of the house") + para("Buy them")))),
     "  paragraph \"x\"\n  insert\n    paragraph \"Books of the house\"\n    paragraph \"Buy them\"\n"},
    {"a table's caption by style", para("Table 1: Numbers", "Caption") + table(row(cell(para("a")) + cell(para("b")))),
     "  table none none caption[\"Table 1: Numbers\"]\n    row\n      cell \"a\"\n      cell \"b\"\n"},
    {"a table's caption by its number",
     table(row(cell(para("a")) + cell(para("b")))) +
         para_of(run("Table ") + field("SEQ Table \\* ARABIC", run("1")) + run(": Numbers")),
     "  table none none caption[\"Table 1: Numbers\"]\n    row\n      cell \"a\"\n      cell \"b\"\n"},
};

} // namespace

TEST_CASE("DOCX: paragraphs, lists, tables") {
    for (Case const& each : cases) {
        DYNAMIC_SECTION(each.name) {
            CHECK(text_of(DocxFile(each.body).styles(styles).numbering(numbering)) == each.text);
        }
    }
}

TEST_CASE("DOCX: several headings of the first level and no title are articles") {
    DocxImport const result =
        import(DocxFile(para("One", "Heading1") + para("a") + para("Two", "Heading1") + para("b")));
    CHECK(result.text == "  title \"One\"\n  paragraph \"a\"\n  title \"Two\"\n  paragraph \"b\"\n");
    CHECK(result.decisions.find("article-start") != std::string::npos);
}

TEST_CASE("DOCX: the automatic numbers of headings are told") {
    std::string const body =
        para("x") + para_of(run("A"), R"(<w:pStyle w:val="Heading2"/><w:numPr><w:numId w:val="2"/></w:numPr>)");
    DocxImport const result = import(DocxFile(body).numbering(numbering));
    CHECK(result.decisions.find("numbering-broken: left out | the automatic numbers of 1 headings") !=
          std::string::npos);
}

TEST_CASE("DOCX: a table that the source format cannot say is told") {
    DocxImport const result = import(DocxFile(
        table(row(cell(para("wide"), R"(<w:gridSpan w:val="2"/>)")) + row(cell(para("a")) + cell(para("b"))))));
    CHECK(result.decisions.find("table-flattened") != std::string::npos);
    CHECK(result.imported.counts.tables == 1);
}

TEST_CASE("DOCX: what a table has beyond the source format is told") {
    std::string const last = row(cell(para("a")) + cell(para("b")));
    std::string const head = row(cell(para("h")) + cell(para("i")), "<w:tblHeader/>");
    CHECK(import(DocxFile(table(head + last))).decisions.find("table-flattened") == std::string::npos);
    CHECK(import(DocxFile(table(head + head + last))).decisions.find("further rows of the head are of the body") !=
          std::string::npos);
    CHECK(import(DocxFile(table(row(cell(para("a") + para("b")) + cell(para("c"))))))
              .decisions.find("several paragraphs of a cell are one") != std::string::npos);
    CHECK(import(DocxFile(table(row(cell(table(last + last) + para("")) + cell(para("c"))))))
              .decisions.find("a table within a cell is running text") != std::string::npos);
}

TEST_CASE("DOCX: a table that would fill the memory is paragraphs") {
    std::string rows = row(cell(para("wide")), R"(<w:gridAfter w:val="62"/>)") + row(cell(para("b")) + cell(para("c")));
    for (int more = 0; more < 8'000; ++more) rows += "<w:tr><w:trPr/></w:tr>";
    DocxImport const result = import(DocxFile(table(rows)));
    CHECK(result.text == "  paragraph \"wide\"\n  paragraph \"b c\"\n");
    CHECK(result.decisions.find("table-flattened: each row is a paragraph") != std::string::npos);
}

TEST_CASE("DOCX: the style map") {
    DocxFile file(para("Who wrote it", "Author byline") + para("x") + para("Said once", "Words") +
                  para("Below a picture", "Legend") + para("Nobody wants this", "Junk"));
    file.styles(R"(<w:style w:type="paragraph" w:styleId="AB"><w:name w:val="Author byline"/></w:style>)");
    manuscript::Options options;
    options.styles = {{"author byline", "byline"}, {"Words", "heading3"}, {"Junk", "drop"}, {"Legend", "quote"}};
    DocxImport const result = import(file, options);
    CHECK(result.text == "  author \"Who wrote it\"\n  byline \"Who wrote it\"\n  paragraph \"x\"\n"
                         "  heading 3 \"Said once\"\n  quote\n    paragraph \"Below a picture\"\n");
    CHECK(result.dropped == "style \"drop\": Nobody wants this\n");
    CHECK(result.imported.unmapped_styles.empty());
}

TEST_CASE("DOCX: what the file's properties say") {
    DocxImport const real = import(DocxFile(para("x")).core("The Voyage", "A. Writer"));
    CHECK(real.text == "  title \"The Voyage\"\n  author \"A. Writer\"\n  paragraph \"x\"\n");
    CHECK(real.imported.document.metadata.title == "The Voyage");
    DocxImport const junk = import(DocxFile(para("x")).core("Microsoft Word - Document1", "Windows User"));
    CHECK(junk.text == "  paragraph \"x\"\n");
}

TEST_CASE("DOCX: the language of the text") {
    CHECK(import(DocxFile(para("Words in English"))).imported.document.metadata.language == "en");
    std::string const german = para(
        "Die Verhandlungen haben begonnen, und niemand weiß, wie lange sie dauern werden. Der Minister sagte, dass "
        "er mit den Ergebnissen nicht zufrieden sei, aber die Gespräche gehen weiter, weil sie müssen.");
    DocxImport const result = import(DocxFile(german));
    CHECK(result.imported.document.metadata.language == "de");
    CHECK(result.decisions.find("language-guessed") != std::string::npos);
    CHECK(result.text.find("span") == std::string::npos);
}

TEST_CASE("DOCX: headers are listed, their words are not in the view") {
    DocxImport const result = import(DocxFile(para("x")).header(para("The Compositor")));
    CHECK(result.view == "x\n");
    CHECK(result.decisions.find("furniture-dropped: left out | a header of the pages: \"The Compositor\"") !=
          std::string::npos);
}

} // namespace quoin::test
