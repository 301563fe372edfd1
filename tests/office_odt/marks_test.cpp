// Links, anchors, changes, comments, fields, hidden text, indexes, page furniture.

#include "office_odt/odt_file.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;
using manuscript::TrackChanges;

namespace {

std::string const title = R"(<text:p text:style-name="Title">T</text:p>)";
OdtReading read_body(std::string const& body, std::string const& automatic = {}) {
    return read({title + body, automatic});
}

std::string region(std::string const& id, std::string const& kind, std::string const& content = {}) {
    return "<text:changed-region xml:id=\"" + id + "\" text:id=\"" + id + "\"><text:" + kind +
           "><office:change-info><dc:creator>Jo</dc:creator><dc:date>2023-07-08T10:00:00</dc:date></"
           "office:change-info>" +
           content + "</text:" + kind + "></text:changed-region>";
}
std::string mark(std::string const& kind, std::string const& id) {
    return "<text:" + kind + " text:change-id=\"" + id + "\"/>";
}
OdtReading with_changes(OdtFile const& file, TrackChanges how) {
    manuscript::Options options;
    options.track_changes = how;
    return read(file, options);
}

} // namespace

TEST_CASE("links to addresses, with looks in them and nested") {
    auto const reading = read_body(
        R"(<text:p><text:a xlink:href="https://a.example/b_c?d=1#e">a <text:span text:style-name="I">b</text:span></text:a>,
        <text:a xlink:href="https://a.example/"><text:span text:style-name="U">https://a.example/</text:span></text:a>,
        <text:a xlink:href="mailto:a@b.example">mail</text:a></text:p>)",
        R"(<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
        <style:style style:name="U" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>)");
    CHECK(reading.body() ==
          "paragraph link<https://a.example/b_c?d=1#e>[\"a \" emphasis[\"b\"]] \", \" "
          "address<https://a.example/>[\"https://a.example/\"] \", \" link<mailto:a@b.example>[\"mail\"]\n");
    CHECK(reading.imported.counts.links == 3);
}

TEST_CASE("links that no reader can follow keep their words") {
    auto const reading = read_body(
        R"xml(<text:p><text:a xlink:href="../other.odt">a</text:a> <text:a xlink:href="javascript:x()">b</text:a>
        <text:a xlink:href="#nowhere">c</text:a><text:a xlink:href="https://a.example/"/></text:p>)xml");
    CHECK(reading.body() == "paragraph \"a b c\"\n");
    CHECK(reading.codes() == Words{"link-dropped", "link-dropped", "link-dropped", "link-dropped"});
}

TEST_CASE("bookmarks and reference marks that something leads to") {
    auto const reading = read_body(
        R"xml(<text:h text:outline-level="1"><text:bookmark-start text:name="_Ref1"/>Talks<text:bookmark-end text:name="_Ref1"/></text:h>
        <text:p>a <text:reference-mark-start text:name="M"/>b<text:reference-mark-end text:name="M"/><text:bookmark text:name="unused"/></text:p>
        <text:p>See <text:bookmark-ref text:reference-format="text" text:ref-name="_Ref1">Talks</text:bookmark-ref>, page
        <text:bookmark-ref text:reference-format="page" text:ref-name="_Ref1">12</text:bookmark-ref>,
        <text:reference-ref text:reference-format="text" text:ref-name="M">b</text:reference-ref>,
        <text:a xlink:href="#1.Talks|outline">there</text:a>, <text:bookmark-ref text:ref-name="gone">lost</text:bookmark-ref>.</text:p>)xml");
    CHECK(reading.body() == R"dump(heading 2 id="talks" anchor[ref1] "Talks"
paragraph "a " anchor[m] "b"
paragraph "See " see<#ref1>["Talks"] ", page " see<#ref1>[] ", " see<#m>["b"] ", " see<#talks>["there"] ", lost."
)dump");
    CHECK(reading.dropped() == Words{"page number: 12"});
    CHECK(reading.codes() == Words{"link-dropped"});
}

TEST_CASE("a bookmark that is not in the document leads nowhere") {
    auto const reading = read_body(
        R"(<text:section text:name="s" text:display="none"><text:p><text:bookmark text:name="b"/>x</text:p></text:section>
        <text:p><text:a xlink:href="#b">there</text:a></text:p>)");
    CHECK(reading.body() == "paragraph \"there\"\n");
    CHECK(reading.codes() == Words{"hidden-text", "link-dropped"});
}

TEST_CASE("recorded insertions and deletions are accepted, rejected, or both kept") {
    OdtFile const file{"<text:tracked-changes>" + region("i", "insertion") +
                       region("d", "deletion", "<text:p><text:s/>very old</text:p>") + "</text:tracked-changes>" +
                       title + "<text:p>a" + mark("change-start", "i") + " new" + mark("change-end", "i") +
                       mark("change", "d") + " press</text:p>"};
    auto const accepted = with_changes(file, TrackChanges::accept);
    CHECK(accepted.body() == "paragraph \"a new press\"\n");
    CHECK(accepted.dropped() == Words{"deleted text: very old"});
    CHECK(accepted.decisions() == Words{"change-resolved: accepted (an insertion by Jo on 2023-07-08 is recorded)",
                                        "change-resolved: accepted (a deletion by Jo on 2023-07-08 is recorded)"});
    auto const rejected = with_changes(file, TrackChanges::reject);
    CHECK(rejected.body() == "paragraph \"a very old press\"\n");
    CHECK(rejected.dropped() == Words{"inserted text: new"});
    auto const both = with_changes(file, TrackChanges::all);
    CHECK(both.body() == "paragraph \"a \" span.insertion[\"new\"] \" \" span.deletion[\"very old\"] \" press\"\n");
}

TEST_CASE("changes that go over the ends of paragraphs") {
    OdtFile const file{"<text:tracked-changes>" + region("i", "insertion") +
                       region("d", "deletion", "<text:p>end.</text:p><text:p>Begin</text:p>") +
                       "</text:tracked-changes>" + title + "<text:p>One" + mark("change-start", "i") +
                       " more</text:p><text:p>New." + mark("change-end", "i") + " Two</text:p><text:p>The " +
                       mark("change", "d") + "<text:s/>of it</text:p>"};
    CHECK(with_changes(file, TrackChanges::accept).body() ==
          "paragraph \"One more\"\nparagraph \"New. Two\"\nparagraph \"The of it\"\n");
    CHECK(with_changes(file, TrackChanges::reject).body() ==
          "paragraph \"One Two\"\nparagraph \"The end.\"\nparagraph \"Begin of it\"\n");
}

TEST_CASE("changes and hidden words within a word") {
    OdtFile const file{
        "<text:tracked-changes>" + region("i", "insertion") + region("d", "deletion", "<text:p>u</text:p>") +
            "</text:tracked-changes>" + title + "<text:p>col" + mark("change-start", "i") + "o" +
            mark("change-end", "i") + "lo" + mark("change", "d") +
            "r se<text:span text:style-name=\"H\">cre</text:span>t</text:p>",
        R"(<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>)"};
    CHECK(with_changes(file, TrackChanges::accept).body() == "paragraph \"cololor set\"\n");
    auto const rejected = with_changes(file, TrackChanges::reject);
    CHECK(rejected.body() == "paragraph \"collour set\"\n");
    CHECK(rejected.view() == "T\ncollour set\no\ncre\n");
}

TEST_CASE("a table, list and note that were inserted are left out when that is rejected") {
    OdtFile const file{
        "<text:tracked-changes>" + region("i", "insertion") + "</text:tracked-changes>" + title + "<text:p>a</text:p>" +
        mark("change-start", "i") +
        "<table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell>"
        "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>d<text:note text:id=\"n\"><text:note-body><text:p>e</text:p></text:note-body></text:note></text:p>" +
        mark("change-end", "i") + "<text:p>f</text:p>"};
    auto const reading = with_changes(file, TrackChanges::reject);
    CHECK(reading.body() == "paragraph \"a\"\nparagraph \"f\"\n");
    CHECK(reading.dropped() == Words{"inserted text: b c", "inserted text: d", "inserted text: e"});
}

TEST_CASE("comments are dropped and told") {
    auto const reading =
        read_body("<text:p>a<office:annotation office:name=\"1\"><dc:creator>Jane</dc:creator>"
                  "<dc:date>2023-07-08T10:00:00</dc:date><text:p>Is that so?</text:p></office:annotation> b"
                  "<office:annotation-end office:name=\"1\"/>c</text:p>");
    CHECK(reading.body() == "paragraph \"a bc\"\n");
    CHECK(reading.dropped() == Words{"comment: Is that so?"});
    CHECK(reading.decisions() == Words{"comment-dropped: dropped (Jane wrote a comment: \"Is that so?\")"});
}

TEST_CASE("variables and fields stay as their words") {
    auto const reading = read_body(
        R"(<text:p>Page <text:page-number>7</text:page-number> of <text:user-field-get>Our Book</text:user-field-get>,
        <text:date>8 July</text:date>, <text:date>9 July</text:date><text:variable-set text:display="none"/></text:p>)");
    CHECK(reading.body() == "paragraph \"Page 7 of Our Book, 8 July, 9 July\"\n");
    CHECK(reading.decisions() ==
          Words{"field-frozen: 1 of \"page-number\" stay as they stand (the word processor would change the words)",
                "field-frozen: 1 of \"user-field-get\" stay as they stand (the word processor would change the words)",
                "field-frozen: 2 of \"date\" stay as they stand (the word processor would change the words)"});
}

TEST_CASE("hidden words, paragraphs and sections are dropped and told") {
    auto const reading = read_body(
        R"(<text:p>a<text:span text:style-name="H"> secret</text:span></text:p>
        <text:p><text:hidden-paragraph text:is-hidden="true"/>gone</text:p><text:section text:name="s" text:display="none"><text:p>away</text:p></text:section>
        <text:section text:name="t"><text:p>shown</text:p></text:section>)",
        R"(<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>)");
    CHECK(reading.body() == "paragraph \"a\"\nparagraph \"shown\"\n");
    CHECK(reading.dropped() == Words{"hidden text: secret", "hidden text: gone", "hidden text: away"});
    CHECK(reading.codes() == Words{"hidden-text", "hidden-text", "hidden-text"});
}

TEST_CASE("a table of contents is furniture, a bibliography is text") {
    auto const reading = read_body(
        R"(<text:table-of-content text:name="c"><text:table-of-content-source><text:index-title-template>x</text:index-title-template>
        </text:table-of-content-source><text:index-body><text:index-title text:name="h"><text:p>Contents</text:p></text:index-title>
        <text:p><text:a xlink:href="#b">One<text:tab/>3</text:a></text:p></text:index-body></text:table-of-content>
        <text:h text:outline-level="1"><text:bookmark text:name="b"/>One</text:h>
        <text:bibliography text:name="b"><text:bibliography-source/><text:index-body><text:p>Doe, Jane</text:p></text:index-body></text:bibliography>)");
    CHECK(reading.body() == "heading 2 \"One\"\nparagraph \"Doe, Jane\"\n");
    CHECK(reading.dropped() == Words{"contents: Contents One 3"});
    CHECK(reading.codes() == Words{"furniture-dropped"});
    CHECK(reading.imported.counts.links == 0);
}

TEST_CASE("entries of an index") {
    auto const reading =
        read_body(R"(<text:p>a <text:alphabetical-index-mark text:string-value="mould" text:key1="type"/>b
        <text:alphabetical-index-mark-start text:id="i"/>cast<text:alphabetical-index-mark-end text:id="i"/></text:p>)");
    CHECK(reading.body() == "paragraph \"a \" index<type!mould>[] \"b \" index<cast>[] \"cast\"\n");
}

TEST_CASE("page headers and footers are listed") {
    OdtFile file{title + "<text:p>a</text:p>"};
    file.masters = R"(<style:master-page style:name="Standard"><style:header><text:p>The Storm</text:p></style:header>
        <style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page>)";
    auto const reading = read(file);
    CHECK(reading.dropped() == Words{"page header: The Storm", "page footer: 1"});
    CHECK(reading.codes() == Words{"furniture-dropped", "furniture-dropped"});
    CHECK(reading.view() == "T\na\nThe Storm\n1\n");
}

TEST_CASE("an author's note hangs on the title, since a byline is plain text") {
    auto const reading = read_body(
        R"(<text:p text:style-name="Author">Jo Lee<text:note text:id="n"><text:note-body><text:p>A printer.</text:p>
        </text:note-body></text:note></text:p><text:p>a</text:p>)");
    CHECK(
        reading.dump().starts_with("article \"\"\n  title \"T\" note[0]\n  author \"Jo Lee\"\n  byline \"Jo Lee\"\n"));
    CHECK(reading.codes() == Words{"call-out-of-order"});
}
