// Publications as folders: the manifest with everything that can stand in it, editions, texts of the cover.

#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

model::Inlines text(std::string words) { return {{model::Text{std::move(words), false}, {}}}; }
model::Blocks paragraph(std::string words) { return {{model::Paragraph{text(std::move(words)), {}}, {}}}; }

model::Metadata full_metadata() {
    model::Metadata it;
    it.kind = model::PublicationKind::book;
    it.title = "A \"title\" with C:\\ and 'all'";
    it.subtitle = "Sub";
    it.publisher = "Guild Press";
    it.rights = "CC BY 4.0";
    it.description = "Two\nlines";
    it.identifier = "urn:uuid:1";
    it.profile = "offset-x4";
    it.paper = "offset-90";
    it.subjects = {"type", "press"};
    it.language = "en";
    it.layout = "book-a5";
    it.date = {2023, 8, 1};
    it.date_stated = true;
    it.issue = {"New Series", "12", "93", "€ 5", "2049-3630", "05", Date{2023, 8, 0}};
    it.book = {"978-3-16-148410-0", "978-3-16-148410-0", "2nd", "© 2023", {"A"}, {"B"}, {"C"}, {"D", "E"}};
    it.contact = {"https://a.example", "b@a.example", "+1"};
    it.cover.image = "pub/images/cover.jpg";
    it.cover.alt = "alt";
    it.cover.credit = "credit";
    it.cover.spine = "spine";
    it.cover.lines = {"one", "two"};
    it.cover.form = model::CoverForm::separate;
    it.cover.barcode_addon = "51299";
    it.cover.frozen_pages = 240;
    it.cover.frozen_paper = "offset-90";
    it.certified_by = "someone";
    it.style = {{"print.pages", "\"multiple of 4\"", {}}, {"print.notes.place", "'page'", {}}};
    it.printer = {{"ink.total", "280", {}}};
    return it;
}

model::Document full_document() {
    model::Document document;
    document.metadata = full_metadata();
    model::Article article;
    article.title = text("One");
    article.subtitle = text("Sub");
    article.authors = {{"A", "Press"}, {"B", ""}};
    article.byline = "By A";
    article.date = Date{2023, 7, 8};
    article.language = "de";
    article.abstract = {{model::Paragraph{text("a"), {}}, {}}, {model::Paragraph{text("b"), {}}, {}}};
    article.running_title = "Run";
    article.department = "Lands";
    article.role = model::Role::preface;
    article.body = paragraph("x");
    model::Insert insert;
    insert.title = text("Shop");
    insert.size = "half";
    insert.other_sizes = {"column", "full"};
    insert.optional = true;
    insert.language = "es";
    insert.content = paragraph("buy");
    document.entries = {{model::PartTitle{text("Part *one*"), {}, {}}, {}}, {article, {}}, {insert, {}}};
    document.imprint = paragraph("imprint");
    document.back = paragraph("back");
    document.inside_front = paragraph("in front");
    document.inside_back = paragraph("in back");
    document.flaps = paragraph("flap");
    return document;
}

} // namespace

TEST_CASE("everything that a manifest can say comes back") {
    model::Publication publication;
    publication.editions.push_back(full_document());
    RoundTrip const trip = round_trip(publication);
    CHECK(trip.findings.empty());
    CHECK(trip.before == trip.after);
    std::vector<std::string> paths;
    for (writer::SourceFile const& file : trip.files) paths.push_back(file.path);
    CHECK(paths == std::vector<std::string>{"publication.toml", "chapters/01-one.md", "inserts/shop.md", "imprint.md",
                                            "back.md", "inside-front.md", "inside-back.md", "flaps.md"});
    CHECK(trip.file("chapters/01-one.md") == R"--(---
title: "One"
subtitle: "Sub"
author:
  - name: "A"
    affiliation: "Press"
  - name: "B"
byline: "By A"
date: 2023-07-08
lang: de
abstract: |
  a

  b
running-title: "Run"
---

x
)--");
}

TEST_CASE("defaults are not written") {
    model::Publication const publication = publication_of(paragraph("x"));
    CHECK(round_trip(publication).file("publication.toml") == R"--(kind = "journal"
title = "T"
language = "en"
date = "2023-08-01"

[[contents]]
article = "articles/01-title.md"
)--");
}

TEST_CASE("the issue's date serves for the publication's") {
    model::Publication publication = publication_of(paragraph("x"));
    model::Metadata& metadata = publication.editions.front().metadata;
    metadata.issue.date = Date{2023, 8, 0};
    metadata.date = *metadata.issue.date;
    RoundTrip const trip = round_trip(publication);
    CHECK(trip.before == trip.after);
    CHECK(trip.file("publication.toml").find("\ndate = \"2023-08\"\n\n[[contents]]") != std::string::npos);
}

TEST_CASE("further editions say what is their own") {
    model::Document main = full_document(), other = full_document();
    other.metadata.is_edition = true;
    other.metadata.language = "es";
    other.metadata.title = "Otro";
    other.metadata.identifier = "";
    other.metadata.book.isbn.clear();
    other.metadata.publisher = "";
    other.metadata.cover.lines = {"uno"};
    other.back = paragraph("detrás");
    other.entries.erase(other.entries.begin());
    std::get<model::Article>(other.entries.front().kind).title = text("Uno");
    std::get<model::Insert>(other.entries.back().kind).content = paragraph("compra");
    model::Publication publication;
    publication.editions = {std::move(main), std::move(other)};
    RoundTrip const trip = round_trip(publication);
    CHECK(trip.findings.empty());
    CHECK(trip.before == trip.after);
    CHECK(trip.file("es/01-uno.md").find("Uno") != std::string::npos);
    CHECK(trip.file("es/inserts/shop.md").find("compra") != std::string::npos);
    CHECK(trip.file("es/back.md") == "detrás\n");
}

TEST_CASE("the same document gives the same files") {
    model::Publication publication;
    publication.editions.push_back(full_document());
    CHECK(round_trip(publication).all_files() == round_trip(publication).all_files());
}
