// Running text of DOCX files, case by case: a paragraph's content and what the document says.

#include "docx_file.hpp"

#include "office/read_office.hpp"
#include "review/proof.hpp"

#include <catch2/catch.hpp>

namespace quoin::test {

namespace {

struct Case {
    char const* name;
    std::string content; // of a w:p
    std::string line;    // of the paragraph in the dump
};

std::string const toggle_style =
    R"(<w:style w:type="character" w:styleId="Shout"><w:name w:val="Shout"/><w:rPr><w:b/><w:smallCaps/></w:rPr></w:style>)"
    R"(<w:style w:type="character" w:styleId="ShoutMore"><w:name w:val="ShoutMore"/><w:basedOn w:val="Shout"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>)";

std::vector<Case> const cases = {
    {"bold", run("one ") + run("two", "<w:b/>"), R"("one " strong["two"])"},
    {"italic", run("one ") + run("two", "<w:i/>"), R"("one " emphasis["two"])"},
    {"bold and italic", run("a", "<w:b/><w:i/>") + run("b", "<w:b/>") + run(" c"), R"(strong[emphasis["a"] "b"] " c")"},
    {"strike", run("a") + run("b", "<w:strike/>"), R"("a" strikethrough["b"])"},
    {"double strike", run("a") + run("b", "<w:dstrike/>"), R"("a" strikethrough["b"])"},
    {"underline", run("a ") + run("b", R"(<w:u w:val="single"/>)"), R"("a " span.underline["b"])"},
    {"no underline", run("a") + run("b", R"(<w:u w:val="none"/>)"), R"("ab")"},
    {"superscript and subscript",
     run("x") + run("2", R"(<w:vertAlign w:val="superscript"/>)") + run("i", R"(<w:vertAlign w:val="subscript"/>)"),
     R"("x" superscript["2"] subscript["i"])"},
    {"small caps", run("Rada", "<w:smallCaps/>") + run(" met"), R"(smallcaps["Rada"] " met")"},
    {"all caps", run("a ") + run("loud", "<w:caps/>"), R"("a " span.caps["loud"])"},
    {"a toggle that is off", run("a") + run("b", R"(<w:b w:val="false"/>)"), R"("ab")"},
    {"a character style", run("a ") + run("b", R"(<w:rStyle w:val="Emphasis"/>)"), R"("a " emphasis["b"])"},
    {"a character style with two marks", run("a ") + run("b", R"(<w:rStyle w:val="Shout"/>)"),
     R"("a " strong[smallcaps["b"]])"},
    {"a style based on another", run("a ") + run("b", R"(<w:rStyle w:val="ShoutMore"/>)"), R"("a " smallcaps["b"])"},
    {"direct properties win over a style", run("a") + run("b", R"(<w:rStyle w:val="Strong"/><w:b w:val="0"/>)"),
     R"("ab")"},
    {"runs of one look are one text", run("one ") + run("two ") + run("three"), R"("one two three")"},
    {"spaces move out of marks", run("a") + run(" b ", "<w:i/>") + run("c"), R"("a " emphasis["b"] " c")"},
    {"a marked space is a space", run("a") + run(" ", "<w:b/>") + run("b"), R"("a b")"},
    {"a tab is a space", run("one") + "<w:r><w:tab/></w:r>" + run("two"), R"("one two")"},
    {"a tab at the beginning is none", "<w:r><w:tab/></w:r>" + run("one"), R"("one")"},
    {"a soft hyphen stays", run("Mitter") + "<w:r><w:softHyphen/></w:r>" + run("nacht"), "\"Mitter\\u{AD}nacht\""},
    {"a hyphen that does not break", run("A") + "<w:r><w:noBreakHyphen/></w:r>" + run("1"), "\"A\u20111\""},
    {"a line break", run("one") + "<w:r><w:br/></w:r>" + run("two"), R"("one" break "two")"},
    {"a page break says nothing", run("one ") + R"(<w:r><w:br w:type="page"/></w:r>)" + run("two"), R"("one two")"},
    {"a page break between words", run("one") + R"(<w:r><w:br w:type="page"/></w:r>)" + run("two"), R"("one two")"},
    {"a column break between words", run("one") + R"(<w:r><w:br w:type="column"/></w:r>)" + run("two"), R"("one two")"},
    {"a page that was rendered between words",
     "<w:r><w:t xml:space=\"preserve\">one </w:t><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>", R"("one two")"},
    {"a page that was rendered within a word", "<w:r><w:t>wo</w:t><w:lastRenderedPageBreak/><w:t>rd</w:t></w:r>",
     R"("word")"},
    {"a no-break space stays", run("12\u00A0km"), "\"12\\u{A0}km\""},
    {"a sign of the font Symbol", run("angle ") + R"(<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>)",
     R"("angle α")"},
    {"text in the font Symbol", run("angle ") + run("b", R"(<w:rFonts w:ascii="Symbol"/>)"), R"("angle β")"},
    {"a tick of Wingdings", R"(<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>)" + run(" done"), R"("✓ done")"},
    {"a smart tag", R"(<w:smartTag w:element="City">)" + run("Paris") + "</w:smartTag>" + run(" fell"),
     R"("Paris fell")"},
    {"nested content controls",
     "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>" + run("inner") + "</w:sdtContent></w:sdt>" + run(" outer") +
         "</w:sdtContent></w:sdt>",
     R"("inner outer")"},
    {"custom markup", R"(<w:customXml w:element="x">)" + run("kept") + "</w:customXml>", R"("kept")"},
    {"a language", run("the ") + run("Rada", R"(<w:lang w:val="uk-UA"/>)") + run(" met"), R"("the Rada met")"},
    {"a language that fits", run("the ") + run("Рада", R"(<w:lang w:val="uk-UA"/>)") + run(" met"),
     R"("the " span:uk["Рада"] " met")"},
    {"another English is no other language", run("colour ") + run("color", R"(<w:lang w:val="en-US"/>)"),
     R"("colour color")"},
    {"right to left within a line", run("said ") + run("سلام", R"(<w:rtl/><w:lang w:bidi="ar-SA"/>)") + run(" twice"),
     R"("said " span:ar:rtl["سلام"] " twice")"},
    {"ruby",
     run("the ") + "<w:r><w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r>"
                   "</w:rubyBase></w:ruby></w:r>",
     "\"the base(reading)\""},
    {"character references for nothing", "<w:r><w:t>a&#1;b&#xD800;c</w:t></w:r>", "\"ab\uFFFDc\""},
};

} // namespace

TEST_CASE("DOCX: the looks of runs") {
    for (Case const& each : cases) {
        DYNAMIC_SECTION(each.name) {
            std::string const text = text_of(DocxFile(para_of(each.content)).styles(toggle_style));
            CHECK(text == "  paragraph " + each.line + "\n");
        }
    }
}

TEST_CASE("DOCX: the look of a known style is no mark, what differs from it is") {
    std::string const body =
        para_of(run("All of it ") + run("but this", R"(<w:rStyle w:val="Emphasis"/>)"), R"(<w:pStyle w:val="Quote"/>)");
    CHECK(text_of(para("before") + body) ==
          "  paragraph \"before\"\n  quote\n    paragraph \"All of it \" emphasis[\"but this\"]\n");
}

TEST_CASE("DOCX: the look of a style that nobody knows is kept") {
    DocxFile file(para("before") + para("set off", "Lead2"));
    file.styles(
        R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId="Lead2"><w:name w:val="Lead2"/><w:rPr><w:i/></w:rPr></w:style>)");
    DocxImport const result = import(file);
    CHECK(result.text == "  paragraph \"before\"\n  paragraph emphasis[\"set off\"]\n");
    CHECK(result.imported.unmapped_styles == std::map<std::string, std::size_t>{{"Lead2", 1}});
    CHECK(result.decisions.find("style-unmapped: \"Lead2\" is plain text") != std::string::npos);
}

TEST_CASE("DOCX: hidden text is left out and told") {
    DocxImport const result = import(DocxFile(para_of(run("seen ") + run("unseen", "<w:vanish/>"))));
    CHECK(result.text == "  paragraph \"seen\"\n");
    CHECK(result.dropped == "hidden text: unseen\n");
    CHECK(result.decisions.find("hidden-text") != std::string::npos);
}

TEST_CASE("DOCX: breaks part the words that are left out") {
    std::string const hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>one</w:t><w:br/><w:t>two</w:t>"
                               "<w:br w:type=\"page\"/><w:t>three</w:t></w:r>";
    CHECK(import(DocxFile(para_of(run("seen ") + hidden))).dropped == "hidden text: one\ttwo\tthree\n");
}

TEST_CASE("DOCX: a sign without a counterpart is told") {
    DocxImport const result =
        import(DocxFile(para_of(run("a ") + R"(<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>)")));
    CHECK(result.text == "  paragraph \"a\"\n");
    CHECK(result.decisions.find("part-ignored: a sign is left out") != std::string::npos);
}

TEST_CASE("DOCX: text in a wrapper that nobody knows is shown to the proof") {
    DocxFile const file(para_of(run("a ") + "<w:unheard>" + run("lost") + "</w:unheard>"));
    SourceMap sources;
    auto result = office::read_docx({"a.docx", file.bytes()}, {}, sources);
    REQUIRE(result);
    CHECK(sources.text(result->view) == "a \nlost");
    std::vector<model::Document> kept = {result->document};
    review::Proof const proof = review::prove({*result}, kept, sources);
    REQUIRE(proof.lost.size() == 1);
    CHECK(proof.lost.front().word == "lost");
}

TEST_CASE("DOCX: a formula is a line of text") {
    std::string const formula =
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
        "<m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></"
        "m:sSup>"
        "<m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad></m:oMath>";
    DocxImport const result = import(DocxFile(para_of(run("So ") + formula)));
    CHECK(result.text == "  paragraph \"So (a+b)/2=x^2√(y)\"\n");
    CHECK(result.decisions.find("formula-linear") != std::string::npos);
}

TEST_CASE("DOCX: a paragraph from right to left") {
    std::string const body =
        para("Before it.") + para_of(run("سلام", R"(<w:rtl/><w:lang w:bidi="ar-SA"/>)"), "<w:bidi/>");
    CHECK(text_of(body) == "  paragraph \"Before it.\"\n  division lang=\"ar\" rtl\n    paragraph \"سلام\"\n");
}

TEST_CASE("DOCX: a paragraph in another language") {
    std::string const body = para("Before it, a long paragraph in English to make the language of the article clear.") +
                             para_of(run("Ein Absatz auf Deutsch.", R"(<w:lang w:val="de-DE"/>)"));
    CHECK(text_of(body).find("division lang=\"de\"\n    paragraph \"Ein Absatz auf Deutsch.\"") != std::string::npos);
}

} // namespace quoin::test
