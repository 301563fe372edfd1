#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::hypertext;

namespace {

Case const structure[] = {
    {"title and paragraphs",
     "<h1>On Type</h1><p>One.</p><p>Two.</p>",
     {"title \"On Type\"", "paragraph \"One.\"", "paragraph \"Two.\""}},
    {"missing end tags",
     "<h1>T</h1><p>One<p>Two<ul><li>a<li>b</ul>",
     {"paragraph \"One\"", "paragraph \"Two\"", "item\n      paragraph \"a\"", "paragraph \"b\""}},
    {"headings begin with the second level",
     "<h1>T</h1><p>x</p><h3>A</h3><p>y</p><h4>B</h4><p>z</p>",
     {"heading 2 \"A\"", "heading 3 \"B\""}},
    {"title of the page when it has no heading",
     "<title>Lead &amp; Tin</title><body><p>Words.</p>",
     {"title \"Lead & Tin\"", "metadata-guessed"}},
    {"a kicker above the title",
     "<p>Essay</p><h1>The Title</h1><p>Text.</p>",
     {"title \"The Title\"", "paragraph \"Essay\""}},
    {"hgroup", "<hgroup><h1>Main</h1><p>Less</p></hgroup><p>Text.</p>", {"title \"Main\"", "subtitle \"Less\""}},
    {"pandoc's title block",
     "<header id=\"title-block-header\"><h1 class=\"title\">T</h1><p class=\"subtitle\">S</p><p class=\"author\">Jane "
     "Doe</p>"
     "<p class=\"date\">May 2020</p></header><p>Text.</p>",
     {"subtitle \"S\"", "byline \"Jane Doe, May 2020\"", "author \"Jane Doe\""}},
    {"byline with a date",
     "<h1>T</h1><p class=\"byline\">By <span class=\"author\">Ann Lee</span>, <time datetime=\"2023-07-08\">8 July "
     "2023</time></p><p>x</p>",
     {"byline \"By Ann Lee, 8 July 2023\"", "author \"Ann Lee\"", "date 2023-07-08"}},
    {"published date in the head",
     "<html><head><meta property='article:published_time' "
     "content='2021-03-04T10:00:00Z'><title>T</title></head><body><h1>T</h1><p>x</p>",
     {"date 2021-03-04", "metadata-guessed"}},
    {"metadata of the head",
     "<html lang=en-us><head><title>T – Site</title><meta property=og:title content='T'><meta name=author content='A "
     "B'><meta name=keywords content='one, two'>"
     "<meta name=description content='About it.'></head><body><h1>T</h1><p>x</p>",
     {"publication journal en-US", "description \"About it.\"", "subjects=[\"one\", \"two\"]", "author \"A B\""}},
    {"standfirst", "<h1>T</h1><p class=standfirst>In short.</p><p>Long.</p>", {"abstract", "paragraph \"In short.\""}},
    {"several articles on one page",
     "<body><article><h2>First</h2><p>Words and words and words and words and words and words and words and words and "
     "words and words and words and words.</p></article>"
     "<article><h2>Second</h2><p>Words and words and words and words and words and words and words and words and words "
     "and words and words and words.</p></article>",
     {"title \"First\"", "title \"Second\""}},
    {"separator", "<h1>T</h1><p>a</p><hr><p>b</p>", {"separator"}},
    {"aside",
     "<h1>T</h1><p>a</p><aside><h2>Box</h2><p>In it.</p></aside><p>b</p>",
     {"insert title[\"Box\"]", "paragraph \"In it.\""}},
    {"quotation with its source",
     "<h1>T</h1><blockquote><p>Words.</p><footer>— V. Author, <cite>Work</cite></footer></blockquote>",
     {"quote", "attribution \"V. Author, \" emphasis[\"Work\"]"}},
    {"quotation with a signing line",
     "<h1>T</h1><blockquote><p>Words.</p><p>— V. Author</p></blockquote>",
     {"attribution \"V. Author\""}},
    {"preformatted",
     "<h1>T</h1><pre><code class=\"language-c\">int a;\n  b;\n</code></pre>",
     {"code info=\"c\" \"int a;\\n  b;\""}},
    {"definition list",
     "<h1>T</h1><dl><dt>Em<dd>A measure.<dt>En<dd>Half of it.</dl>",
     {"term \"Em\"", "meaning\n        paragraph \"A measure.\"", "term \"En\""}},
    {"details",
     "<h1>T</h1><details><summary>More</summary><p>Hidden at first.</p></details>",
     {"strong[\"More\"]", "paragraph \"Hidden at first.\""}},
    {"text beside blocks",
     "<h1>T</h1>before<div>in</div>after",
     {"paragraph \"before\"", "paragraph \"in\"", "paragraph \"after\""}},
};

Case const lists[] = {
    {"numbered list",
     "<h1>T</h1><ol><li>one<li>two</ol>",
     {"item marker=\"1.\" number=1", "item marker=\"2.\" number=2"}},
    {"list that goes on",
     "<h1>T</h1><ol start=4 type=a><li>one<li value=9>two</ol>",
     {"item marker=\"d.\" number=4", "item marker=\"i.\" number=9"}},
    {"roman numbers",
     "<h1>T</h1><ol style='list-style-type: upper-roman'><li>one<li>two<li>three<li>four</ol>",
     {"marker=\"IV.\" number=4"}},
    {"list in a list",
     "<h1>T</h1><ul><li>a<ul><li>b</ul><li>c</ul>",
     {"paragraph \"a\"\n      list bullet tight\n        item\n          paragraph \"b\""}},
    {"list beside its item",
     "<h1>T</h1><ul><li>a</li><ul><li>b</li></ul></ul>",
     {"paragraph \"a\"\n      list bullet"}},
    {"loose list", "<h1>T</h1><ul><li><p>a</p><p>b</p></li></ul>", {"list bullet loose"}},
    {"Word's list",
     "<h1>T</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
     "style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>First</p>"
     "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span "
     "style='mso-list:Ignore'>o<span>&nbsp;</span></span>Below</p>"
     "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Second</p>",
     {"list numbered", "item marker=\"1.\" number=1", "list bullet", "paragraph \"Below\"",
      "item marker=\"2.\" number=2", "list mark: o"}},
    {"check boxes", "<h1>T</h1><ul><li><input type=checkbox checked> done</ul>", {"\"☑ done\""}},
};

Case const notes[] = {
    {"DPUB roles",
     "<h1>T</h1><p>Word<a id=r1 href=#n1 role=doc-noteref>1</a> on.</p><aside role=doc-footnote id=n1><p><a "
     "role=doc-backlink href=#r1>1.</a> The note.</p><p>More.</p></aside>",
     {"paragraph \"Word\" note[0] \" on.\"", "paragraph \"The note.\"", "paragraph \"More.\"", "note call: 1",
      "note mark: 1."},
     {"insert"}},
    {"pandoc's notes",
     "<h1>T</h1><p>Word<a href=\"#fn1\" class=\"footnote-ref\" id=\"fnref1\" "
     "role=\"doc-noteref\"><sup>1</sup></a></p><section class=\"footnotes\" role=\"doc-endnotes\"><hr><ol>"
     "<li id=\"fn1\"><p>The note.<a href=\"#fnref1\" class=\"footnote-back\" "
     "role=\"doc-backlink\">↩︎</a></p></li></ol></section>",
     {"\"Word\" note[0]", "paragraph \"The note.\""},
     {"separator", "list"}},
    {"Word's notes",
     "<h1>T</h1><p class=MsoNormal>Word<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" "
     "title=\"\"><span class=MsoFootnoteReference>[1]</span></a>.</p>"
     "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1><div style='mso-element:footnote' "
     "id=ftn1><p class=MsoFootnoteText>"
     "<a href=\"#_ftnref1\" name=\"_ftn1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a> The "
     "note.</p></div></div>",
     {"\"Word\" note[0] \".\"", "paragraph \"The note.\""},
     {"separator"}},
    {"MediaWiki's references",
     "<h1>T</h1><p>Word.<sup id=\"cite_ref-1\" class=\"reference\"><a "
     "href=\"#cite_note-1\">[1]</a></sup></p><h2>References<span class=mw-editsection>[<a href=x>edit</a>]</span></h2>"
     "<ol class=\"references\"><li id=\"cite_note-1\"><span class=\"mw-cite-backlink\"><b><a "
     "href=\"#cite_ref-1\">^</a></b></span> <span class=\"reference-text\">The note.</span></li></ol>",
     {"\"Word.\" note[0]", "paragraph \"The note.\"", "heading of the notes: References"},
     {"heading 2"}},
    {"old pages with names",
     "<h1>T</h1><p>Word<sup><a href=#n1 name=r1>1</a></sup> and<sup><a href=#n2 "
     "name=r2>2</a></sup>.</p><h2>Notes</h2><p><a name=n1 href=#r1>1</a>. First.</p><p><a name=n2 href=#r2>2</a>. "
     "Second.</p>",
     {"\"Word\" note[0] \" and\" note[1] \".\"", "paragraph \"First.\"", "paragraph \"Second.\"",
      "heading of the notes: Notes"}},
    {"number as plain text",
     "<h1>T</h1><p>Word<sup><a href=#n1>1</a></sup>.</p><div id=n1>1. The note.</div>",
     {"note[0]", "paragraph \"The note.\""}},
    {"asterisk",
     "<h1>T</h1><p>Word<a href=#n>*</a>.</p><p id=n>* The note.</p>",
     {"note[0]", "paragraph \"The note.\""}},
    {"one note called twice",
     "<h1>T</h1><p>A<sup><a href=#fn1>1</a></sup> b<sup><a href=#fn1>1</a></sup>.</p><ol><li id=fn1>The "
     "note.</li></ol>",
     {"note[0] \" b\" note[0 again=1]"}},
    {"call without a note",
     "<h1>T</h1><p>A<sup class=footnote-ref><a href=#fn9>9</a></sup>.</p>",
     {"superscript[\"9\"]", "call-without-note"}},
    {"note with a list",
     "<h1>T</h1><p>A<a href=#fn1 epub:type=noteref>1</a>.</p><aside epub:type=footnote id=fn1><p>1. "
     "See:</p><ul><li>x</li></ul></aside>",
     {"paragraph \"See:\"", "list bullet"}},
    {"raised figures that are no calls",
     "<h1>T</h1><p>10<sup>2</sup> and H<sub>2</sub>O, <a href=#there>2</a>.</p><p id=there>Text.</p>",
     {"superscript[\"2\"]", "subscript[\"2\"]", "see<#there>[\"2\"]"},
     {"note["}},
};

Case const runs[] = {
    {"stress",
     "<h1>T</h1><p><i>a</i> <b>b</b> <em>c</em> <strong>d</strong> <s>e</s> <code>f</code>",
     {"emphasis[\"a\"] \" \" strong[\"b\"]", "strikethrough[\"e\"]", "code[\"f\"]"}},
    {"stress by style",
     "<h1>T</h1><p><span style='font-style:italic'>a</span> <span style='font-weight:700'>b</span> <span "
     "style='font-variant:small-caps'>c</span> <b style='font-weight:normal'>d</b>",
     {"emphasis[\"a\"]", "strong[\"b\"]", "smallcaps[\"c\"] \" d\""}},
    {"stress by the page's own styles",
     "<style>.c1{font-style:italic} span.c2 , .x{ font-weight : bold }</style><h1>T</h1><p><span class=c1>a</span> "
     "<span class=c2>b</span>",
     {"emphasis[\"a\"] \" \" strong[\"b\"]"}},
    {"spaces outside of stress", "<h1>T</h1><p>a<em> b </em>c", {"\"a \" emphasis[\"b\"] \" c\""}},
    {"stress over paragraphs",
     "<h1>T</h1><b><p>one</p><p>two</b> three</p>",
     {"strong[\"one\"]", "strong[\"two\"] \" three\""}},
    {"small capitals by class", "<h1>T</h1><p><span class=smallcaps>Rada</span>", {"smallcaps[\"Rada\"]"}},
    {"entities",
     "<h1>T</h1><p>&eacute;&#233;&#xE9;&nbsp;&mdash;&hellip; AT&T &lt;b&gt; &bogus; &#150;",
     {"ééé\\u{A0}—… AT&T <b> &bogus; –"}},
    {"line breaks", "<h1>T</h1><p>12 Row<br>London<br/>N1</p>", {"\"12 Row\" break \"London\" break \"N1\""}},
    {"two breaks part paragraphs",
     "<h1>T</h1><div>One.<br><br>Two.<br>&nbsp;<br>Three.</div>",
     {"paragraph \"One.\"", "paragraph \"Two.\"", "paragraph \"Three.\""}},
    {"links",
     "<h1>T</h1><p><a href='https://a.example/x?a=1&amp;b=2' title='There'>here</a> <a "
     "href='https://b.example/'>https://b.example/</a> <a href='mailto:a@b.example'>a@b.example</a>",
     {"link<https://a.example/x?a=1&b=2 \"There\">[\"here\"]", "address<https://b.example/>[",
      "address<mailto:a@b.example>["}},
    {"links that lead nowhere",
     "<h1>T</h1><p><a href='other.html'>other</a> <a href='javascript:void(0)'>do</a> <a href='#gone'>gone</a>",
     {"paragraph \"other do gone\"", "link-dropped"}},
    {"cross references",
     "<h1>T</h1><p>See <a href='#b'>below</a>.</p><h2 id=b>B</h2><p>x</p>",
     {"see<#b>[\"below\"]", "heading 2 id=\"b\" \"B\""}},
    {"languages",
     "<html lang=en><body><h1>T</h1><p>The <span lang=uk>Рада</span>.</p><div lang=de><p>Wort.</p></div>",
     {"span:uk[\"Рада\"]", "division lang=\"de\""}},
    {"right to left",
     "<html lang=en><body><h1>T</h1><p>The <bdo dir=rtl>abc</bdo>.</p><p dir=rtl lang=he>שלום</p>",
     {"span:rtl[\"abc\"]", "division lang=\"he\""}},
    {"quotes", "<h1>T</h1><p>He said <q>yes</q>.", {"He said “yes”."}},
    {"Word's empty paragraphs",
     "<h1>T</h1><p class=MsoNormal>Text<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--[if gte mso "
     "9]><xml>junk</xml><![endif]-->",
     {"paragraph \"Text\""},
     {"junk", "\\u{A0}"}},
    {"hidden text",
     "<h1>T</h1><p>seen <span style='display:none'>unseen</span></p><p hidden>unseen</p>",
     {"paragraph \"seen\"", "hidden-text"},
     {"unseen"}},
    {"formula", "<h1>T</h1><p>So <math><mi>a</mi><mo>=</mo><mi>b</mi></math>.", {"formula-linear", "a=b"}},
};

Case const others[] = {
    {"table",
     "<h1>T</h1><table><caption>Sorts</caption><thead><tr><th>A<th align=right>B</thead><tbody><tr><td>1<td>2</table>",
     {"caption[\"Sorts\"]", "head\n      cell \"A\"\n      cell \"B\"", "row\n      cell \"1\"\n      cell \"2\""}},
    {"head without thead",
     "<h1>T</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
     {"head\n      cell \"A\""}},
    {"merged cells",
     "<h1>T</h1><table><tr><th>A<th>B<th>C<tr><td colspan=2>x<td rowspan=2>y<tr><td>1<td>2</table>",
     {"row\n      cell \"x\"\n      cell\n      cell \"y\"\n    row\n      cell \"1\"\n      cell \"2\"\n      cell",
      "table-flattened"}},
    {"layout table",
     "<h1>T</h1><table><tr><td><p>Long text.</p><p>More text.</p></td><td><p>a</p></td></tr></table>",
     {"paragraph \"Long text.\"", "table-flattened"},
     {"  table"}},
    {"table of one cell", "<h1>T</h1><table><tr><td>Boxed.</td></tr></table>", {"paragraph \"Boxed.\""}, {"  table"}},
    {"words between rows", "<h1>T</h1><table>stray<tr><th>A<th>B<tr><td>1<td>2</table>", {"paragraph \"stray\""}},
    {"verse",
     "<h1>T</h1><div class=verse><p>A line<br>&nbsp;&nbsp;and more</p><p>Another</p></div>",
     {"verse\n    stanza\n      line \"A line\"\n      line indent=2 \"and more\""}},
    {"verse of lines",
     "<h1>T</h1><div class=poem><div class=stanza><span class=line>One</span><span class='line "
     "i4'>Two</span></div><div class=stanza><span class=line>Three</span></div></div>",
     {"stanza\n      line \"One\"\n      line indent=4 \"Two\"\n    stanza\n      line \"Three\""}},
    {"picture missing",
     "<h1>T</h1><p>a</p><p><img src='gone.png' alt='A press'></p>",
     {"picture-missing", "alternative text of a missing picture: A press"},
     {"figure"}},
    {"picture in the network",
     "<h1>T</h1><p>a</p><img src='https://x.example/a.png' alt=''>",
     {"picture-missing"},
     {"figure"}},
    {"picture outside", "<h1>T</h1><p>a</p><img src='../../etc/secret.png' alt=''>", {"picture-missing"}, {"figure"}},
    {"picture as data",
     "<h1>T</h1><p>a</p><img alt='Dot' src='data:image/png;base64,iVBORw0KGgoAAAAN'>",
     {"figure asset=0 alt=\"Dot\""}},
    {"drawing in the page",
     "<h1>T</h1><p>a</p><figure><svg viewBox='0 0 1 1' aria-label='A square'><rect width='1' "
     "height='1'/><script>x</script></svg><figcaption>One.</figcaption></figure>",
     {"figure asset=0 alt=\"A square\"", "caption[\"One.\"]"}},
    {"furniture",
     "<body><nav><a href=/>Home</a></nav><header><p>Site name</p></header><main><h1>T</h1><p>The text of the page, "
     "which is long enough to be its text.</p><form><input name=q><button>Go</button></form></main>"
     "<div class='cookie-banner'>We use cookies</div><footer>© Us</footer><script>var a;</script>",
     {"navigation: ", "page header: ", "form: Go", "cookie notice: ", "page footer: ", "script-dropped"},
     {"Home", "cookies", "© Us", "var a"}},
    {"comments below",
     "<article><h1>T</h1><p>The text of the page, which is long enough to be its text.</p></article><div "
     "id=comments><p>First!</p></div>",
     {"comments: First!"},
     {"First!"}},
    {"page marks in centre",
     "<h1>T</h1><p align=center>* * *</p><p style='text-align:center'>Finis</p><p>x</p>",
     {"division .center"}},
};

void check_all(Case const* begin, Case const* end) {
    for (Case const* one = begin; one != end; ++one) check(*one, read_page(one->source));
}

} // namespace

TEST_CASE("pages: structure") { check_all(std::begin(structure), std::end(structure)); }
TEST_CASE("pages: lists") { check_all(std::begin(lists), std::end(lists)); }
TEST_CASE("pages: notes wherever they stand") { check_all(std::begin(notes), std::end(notes)); }
TEST_CASE("pages: running text") { check_all(std::begin(runs), std::end(runs)); }
TEST_CASE("pages: tables, verse, pictures, furniture") { check_all(std::begin(others), std::end(others)); }

TEST_CASE("pages: pictures beside the page become files of the publication") {
    Read const read = read_page("<h1>T</h1><figure><img src='My%20press.png' alt='A press'><figcaption>The "
                                "<i>press</i>. <span class=credit>Photo: X</span></figcaption></figure>"
                                "<p>In <img src='dot.png' alt='dot'> line. <img src='pixel.gif' width=1 height=1></p>",
                                {{"site/My press.png", png}, {"site/dot.png", png}});
    check({"figure",
           "",
           {"figure asset=0 alt=\"A press\" credit=\"Photo: X\" caption[\"The \" emphasis[\"press\"] \".\"]",
            "picture[1 alt=\"dot\"]"}},
          read);
    REQUIRE(read.imported.pictures.size() == 2);
    CHECK(read.imported.pictures[0].path == "images/My-press.png");
}

TEST_CASE("pages: a picture of no kind that can be printed is told") {
    Read const read = read_page("<h1>T</h1><p>x</p><p><img src=a.gif alt=A></p>", {{"site/a.gif", "GIF89a"}});
    check({"gif", "", {"picture-unsupported"}, {"figure"}}, read);
}

TEST_CASE("pages: spans point to their words in the view") {
    Read const read = read_page("<h1>Title</h1><p>Some <b>bold</b> words.</p>");
    auto const& article = std::get<model::Article>(read.imported.document.entries.front().kind);
    auto const& paragraph = std::get<model::Paragraph>(article.body.front().kind);
    Span const span = paragraph.content.front().span;
    CHECK(read.view.substr(span.begin, span.end - span.begin) == "Some ");
    CHECK(span.file == read.imported.view);
}

TEST_CASE("pages: encodings are taken from the page") {
    Read const read = read_page("<meta charset=windows-1252><h1>T</h1><p>caf\xE9</p>");
    check({"windows", "", {"café"}}, read);
}

TEST_CASE("pages: what cannot be a page is refused") {
    CHECK(read_page("").error.starts_with("import-damaged"));
    CHECK(read_page("<html><script>app()</script></html>").error.starts_with("import-damaged"));
}

TEST_CASE("pages: hostile pages end soon and lose no word") {
    std::string deep = "<h1>T</h1>";
    for (int i = 0; i < 20000; ++i) deep += "<div><b>";
    check({"deep", "", {"\"x\""}}, read_page(deep + "x"));
    std::string stress = "<h1>T</h1>" + std::string("<b><i><u><font size=2>");
    for (int i = 0; i < 3000; ++i) stress += "<p>word";
    check({"stress", "", {"word"}}, read_page(stress));
    std::string attributes = "<h1>T</h1><p";
    for (int i = 0; i < 50000; ++i) attributes += " a" + std::to_string(i) + "=1";
    check({"attributes", "", {"\"x\""}}, read_page(attributes + ">x</p>"));
    std::string open;
    for (int i = 0; i < 20000; ++i) open += "<!-- <a <title> &";
    CHECK(read_page("<h1>T</h1><p>" + open).ok);
    std::string calls = "<h1>T</h1><p>";
    for (int i = 0; i < 3000; ++i)
        calls += "w<sup><a href=#n" + std::to_string(i) + ">" + std::to_string(i) + "</a></sup> ";
    for (int i = 0; i < 3000; ++i) calls += "<p id=n" + std::to_string(i) + ">" + std::to_string(i) + ". note";
    Read const read = read_page(calls);
    CHECK(read.proof == "");
    CHECK(read.imported.document.notes.size() == 3000);
    check({"bomb", "", {"&lol;"}},
          read_page("<!DOCTYPE x [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><h1>T</h1><p>&lol;"));
}
