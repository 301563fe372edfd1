#include "sample_book.hpp"

#include "epub/labels.hpp"
#include "epub/write_package.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

SampleBook issue() {
    SampleBook book;
    Metadata& about = book.document.metadata;
    about.rights = "CC BY 4.0";
    about.issue.volume = "4";
    about.issue.number = "17";
    about.issue.issn = "2049-3630";
    about.issue.date = Date{2026, 3, 0};
    about.subjects = {"Typography", "Printing – History"};
    Article& article = book.article("01-wedge", "The Wedge");
    article.authors = {{"Harriet Vane-Lowry", {}}, {"The Workshop of the Guild Press", {}}};
    article.body.push_back(paragraph("Text."));
    return book;
}

std::string meta(std::string const& package, std::string const& property) {
    return value_at(package, ("//meta[@property='" + property + "']").c_str());
}

} // namespace

TEST_CASE("the package says what the issue is") {
    std::string const package = issue().build().file("package.opf");
    CHECK(value_at(package, "//dc:title") == "The Compositor 4 (2026), 17");
    CHECK(value_at(package, "//meta[@refines='#title' and @property='file-as']") == "Compositor 4 (2026), 17, The");
    CHECK(value_at(package, "//dc:publisher") == "Guild Press");
    CHECK(value_at(package, "//dc:date") == "2023-08-01");
    CHECK(value_at(package, "//dc:rights") == "CC BY 4.0");
    CHECK(count_at(package, "//dc:subject") == 2);
    CHECK(meta(package, "dcterms:modified") == "2023-08-01T00:00:00Z");
    CHECK(meta(package, "belongs-to-collection") == "The Compositor");
    CHECK(meta(package, "group-position") == "4.17");
    CHECK(value_at(package, "//meta[@property='dcterms:identifier' and @refines='#collection']") ==
          "urn:issn:2049-3630");
    CHECK(value_at(package, "//dc:contributor") == "Harriet Vane-Lowry");
    CHECK(value_at(package, "//meta[@refines='#person-1' and @property='file-as']") == "Vane-Lowry, Harriet");
    CHECK(value_at(package, "//meta[@refines='#person-2' and @property='file-as']") ==
          "The Workshop of the Guild Press");
    CHECK(value_at(package, "//meta[@refines='#person-1' and @property='role']") == "aut");
}

TEST_CASE("the identifier is made of what names the publication, or is the one that is stated") {
    SampleBook book = issue();
    std::string const first = value_at(book.build().file("package.opf"), "//dc:identifier");
    CHECK(first.substr(0, 9) == "urn:uuid:");
    CHECK(first.size() == 45);
    CHECK(value_at(issue().build().file("package.opf"), "//dc:identifier") == first);
    CHECK(value_at(issue().build().file("toc.ncx"), "//meta[@name='dtb:uid']/@content") == first);
    book.document.metadata.issue.number = "18";
    CHECK(value_at(book.build().file("package.opf"), "//dc:identifier") != first);
    book.document.metadata.book.isbn_epub = "978-3-16-148410-0";
    CHECK(value_at(book.build().file("package.opf"), "//dc:identifier") == "urn:isbn:9783161484100");
    book.document.metadata.identifier = "urn:example:1";
    CHECK(value_at(book.build().file("package.opf"), "//dc:identifier") == "urn:example:1");
}

TEST_CASE("nothing is claimed that is not so") {
    std::string const package = issue().build().file("package.opf");
    CHECK(count(package, "schema:accessMode\">textual") == 1);
    CHECK(count(package, "visual") == 0);
    CHECK(count(package, "alternativeText") == 0);
    CHECK(count(package, "pageNavigation") == 0);
    CHECK(count(package, "conformsTo") == 0);
    CHECK(count(package, "cover") == 0);
    SampleBook certified = issue();
    certified.document.metadata.certified_by = "Guild Press";
    std::string const claimed = certified.build().file("package.opf");
    CHECK(meta(claimed, "dcterms:conformsTo") == "EPUB Accessibility 1.1 - WCAG 2.2 Level AA");
    CHECK(value_at(claimed, "//meta[@property='a11y:certifiedBy' and @refines='#conformance']") == "Guild Press");
}

TEST_CASE("the summary is in the language of the publication") {
    SampleBook book = issue();
    book.document.metadata.language = "ru";
    CHECK(count(meta(book.build().file("package.opf"), "schema:accessibilitySummary"), "Весь текст") == 1);
    CHECK(epub::labels("pt-BR").contents == std::string("Sumário"));
    CHECK(epub::labels("fi").contents == std::string("Contents"));
}

TEST_CASE("the cover is a picture, a page and a landmark") {
    SampleBook book = issue();
    book.cover = to_bytes("\xff\xd8 not looked into");
    auto const built = book.build();
    std::string const& package = built.file("package.opf");
    CHECK(value_at(package, "//item[@properties='cover-image']/@href") == "images/cover.jpg");
    CHECK(value_at(package, "//meta[@name='cover']/@content") == "cover-image");
    CHECK(value_at(package, "//itemref[1]/@idref") == "text-cover");
    CHECK(
        count(
            built.file("text/cover.xhtml"),
            R"(<img src="../images/cover.jpg" alt="Cover: The Compositor 4 (2026), 17. A lamp" role="doc-cover"/>)") ==
        1);
    CHECK(count(built.file("nav.xhtml"), R"(<a epub:type="cover" href="text/cover.xhtml">Cover</a>)") == 1);
    CHECK(count(built.file("nav.xhtml"), R"(<a epub:type="bodymatter" href="text/01-wedge.xhtml">)") == 1);
}

TEST_CASE("names are filed as libraries file them") {
    CHECK(epub::person_file_as("Edward Gibbon") == "Gibbon, Edward");
    CHECK(epub::person_file_as("Martin Luther King Jr.") == "King, Martin Luther Jr.");
    CHECK(epub::person_file_as("Michael P.") == "Michael P.");
    CHECK(epub::person_file_as("Plato") == "Plato");
    CHECK(epub::person_file_as("International Tendency (RCIT)") == "International Tendency (RCIT)");
    CHECK(epub::title_file_as("El lector", "es") == "lector, El");
    CHECK(epub::title_file_as("Theses", "en") == "Theses");
}

TEST_CASE("departments head their first article and nest the contents") {
    SampleBook book;
    book.article("one", "One").department = "History";
    book.article("two", "Two").department = "History";
    auto const built = book.build();
    CHECK(count(built.file("text/one.xhtml"),
                R"(<section epub:type="part" role="doc-part" aria-labelledby="department-one">)") == 1);
    CHECK(count(built.file("text/one.xhtml"), R"(<h1 class="department" id="department-one">History</h1>)") == 1);
    CHECK(count(built.file("text/two.xhtml"), R"(<p class="department">History</p>)") == 1);
    CHECK(count_at(built.file("toc.ncx"), "/ncx/navMap/navPoint") == 1);
    CHECK(count_at(built.file("toc.ncx"), "/ncx/navMap/navPoint/navPoint") == 2);
}

TEST_CASE("the imprint says what the manifest states and its text does not") {
    SampleBook book = issue();
    book.document.metadata.contact.website = "www.example.org";
    book.document.imprint = {paragraph("Published by Guild Press.")};
    std::string const text = book.build().file("text/imprint.xhtml");
    CHECK(count(text, "Guild Press") == 1);
    CHECK(count(text, "<p>ISSN 2049-3630</p>") == 1);
    CHECK(count(text, R"(<a class="url" href="https://www.example.org">www.example.org</a>)") == 1);
    CHECK(count(text, R"(<section epub:type="imprint" aria-label="Imprint">)") == 1);
}

TEST_CASE("every file is well-formed, and the dump shows it") {
    auto const built = issue().build();
    for (auto const& [name, content] : built.files)
        if (name.find(".x") != std::string::npos || name.find(".opf") != std::string::npos) CHECK(is_xml(content));
    CHECK(built.has("css/book.css"));
    epub::Package package;
    package.files = {{"EPUB/a.xhtml", to_bytes("<p/>"), false}, {"EPUB/fonts/a.ttf", Bytes(3), false}};
    CHECK(epub::dump(package) == "=== EPUB/a.xhtml\n<p/>\n=== EPUB/fonts/a.ttf\n3 bytes\n");
}
