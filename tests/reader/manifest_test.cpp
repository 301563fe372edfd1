#include "reader/manifest.hpp"
#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

struct ManifestReading {
    reader::Manifest manifest;
    SourceMap sources;
    Diagnostics diagnostics;

    [[nodiscard]] Findings findings() const { return findings_with_paths(sources, diagnostics); }
    [[nodiscard]] model::Metadata const& metadata() const { return manifest.editions.front().metadata; }
};

ManifestReading read_toml(std::string const& text) {
    ManifestReading it;
    FileId const file = it.sources.add("publication.toml", text);
    auto manifest = reader::read_manifest(file, it.sources, it.diagnostics);
    REQUIRE(manifest);
    it.manifest = *std::move(manifest);
    return it;
}

/// With what every manifest needs before it, on one line.
ManifestReading with_head(std::string const& text) {
    return read_toml("kind = 'book'\ntitle = 't'\nlanguage = 'en'\ndate = '2023'\ncontents = [{ article = 'a.md' }]\n" +
                     text);
}

constexpr char const* everything = R"--(kind = "journal"
title = "The Compositor"
subtitle = "A review"
language = "en"
publisher = "Guild Press"
rights = "CC BY 4.0"
layout = "journal-a4"
description = "d"
subjects = ["s", "t"]
identifier = "urn:uuid:1"
profile = "offset-x4"
paper = "offset-90"
[issue]
series = "New Series"
volume = 12
number = "93"
date = 2023-08-01
issn = "2049-3630"
price = "€ 5"
[book]
isbn = "978-3-16-148410-0"
isbn-epub = "9783161484100"
edition = "2nd"
authors = ["A"]
editors = ["B"]
translators = ["C"]
illustrators = ["D"]
copyright = "© 2023"
[contact]
website = "w"
email = "e"
phone = "p"
[cover]
image = "images/cover.jpg"
alt = "a"
credit = "c"
lines = ["One", "Two"]
form = "separate"
back = "back.md"
spine = "Spine"
inside-front = "if.md"
inside-back = "ib.md"
flaps = "f.md"
[accessibility]
certified-by = "Someone"
[imprint]
text = "imprint.md"
[style]
print.pages = "multiple of 4"
epub = { fonts = false }
[style.palette.accent]
cmyk = [0, 10, 20, 30]
[[contents]]
article = "articles/01.md"
department = "Americas"
[[contents]]
insert = "inserts/books.md"
size = "60mmx4cm"
[[contents]]
part = "Theses *one*"
[[contents]]
article = "preface.md"
role = "preface"
)--";

} // namespace

TEST_CASE("every key of the manifest is typed and keeps its place") {
    ManifestReading const it = read_toml(everything);
    CHECK(it.findings() == nothing);
    model::Document document;
    document.metadata = it.metadata();
    CHECK(model::dump(document) == R"--(publication journal en
  title "The Compositor"
  subtitle "A review"
  publisher "Guild Press"
  rights "CC BY 4.0"
  description "d"
  identifier "urn:uuid:1"
  profile "offset-x4"
  paper "offset-90"
  layout "journal-a4"
  subjects=["s", "t"]
  date 2023-08-01
  issue series="New Series" volume="12" number="93" date="2023-08-01" issn="2049-3630" price="€ 5"
  book isbn="978-3-16-148410-0" isbn-epub="9783161484100" edition="2nd" copyright="© 2023" authors=["A"] editors=["B"] translators=["C"] illustrators=["D"]
  contact website="w" email="e" phone="p"
  cover form="separate" image="images/cover.jpg" alt="a" credit="c" spine="Spine" lines=["One", "Two"]
  certified-by "Someone"
  style print.pages = "multiple of 4"
  style epub = { fonts = false }
  style palette.accent.cmyk = [0, 10, 20, 30]
)--");
    reader::ManifestEdition const& edition = it.manifest.editions.front();
    REQUIRE(edition.entries.size() == 4);
    CHECK(edition.entries[0].department == "Americas");
    CHECK(edition.entries[1].size == "60mmx4cm");
    CHECK(edition.entries[2].title.text == "Theses *one*");
    CHECK(edition.entries[3].role == model::Role::preface);
    CHECK(edition.imprint->path == "imprint.md");
    CHECK(edition.back->path == "back.md");
    CHECK(it.sources.locate(it.metadata().key_spans.at("layout")).line == 7);
    CHECK(it.sources.locate(it.metadata().key_spans.at("issue.issn")) == Location{"publication.toml", 18, 8});
    CHECK(it.sources.locate(it.metadata().style.front().span) == Location{"publication.toml", 49, 15});
    CHECK(it.sources.locate(edition.entries[2].title.span(0, 1)) == Location{"publication.toml", 60, 9});
}

TEST_CASE("unknown keys name the nearest known one, in every table") {
    ManifestReading const it = with_head("titel = 'x'\n[issue]\nnumer = '1'\n[cover]\nzzzz = 1\n[[edition]]\nlanguage "
                                         "= 'es'\ncontent = []\ncontents = [{article = 'a'}]");
    CHECK(it.findings() == Findings{"publication.toml:8:1 error key-unknown", "publication.toml:10:1 error key-unknown",
                                    "publication.toml:6:1 error key-unknown",
                                    "publication.toml:13:1 error key-unknown"});
    CHECK(it.diagnostics.all()[0].hints.front() == "did you mean \"number\"?");
    CHECK(it.diagnostics.all()[2].hints.front() == "did you mean \"title\"?");
}

TEST_CASE("what a manifest must say") {
    ManifestReading const it = read_toml("publisher = 'p'\n");
    CHECK(it.findings() ==
          Findings{"publication.toml:1:1 error key-missing", "publication.toml:1:1 error title-missing",
                   "publication.toml:1:1 error key-missing", "publication.toml:1:1 error contents-empty",
                   "publication.toml:1:1 advice date-absent"});
    CHECK(it.metadata().layout == "journal-a4");
    CHECK(it.metadata().date == Date{1980, 0, 0});
}

TEST_CASE("values of the manifest that are wrong") {
    CHECK(with_head("[issue]\nissn = '2049-3631'").findings() == Findings{"publication.toml:7:8 error issn-invalid"});
    CHECK(with_head("[book]\nisbn = '978-3-16-148410-1'").findings() ==
          Findings{"publication.toml:7:8 error isbn-invalid"});
    CHECK(with_head("[issue]\ndate = 'August'").findings() == Findings{"publication.toml:7:8 error date-invalid"});
    CHECK(with_head("publisher = true").findings() == Findings{"publication.toml:6:13 error value-invalid"});
    CHECK(with_head("subjects = [1]").findings() == Findings{"publication.toml:6:12 error value-invalid"});
    CHECK(with_head("cover = 'x'").findings() == Findings{"publication.toml:6:9 error value-invalid"});
    CHECK(with_head("[cover]\nform = 'selff'").findings() == Findings{"publication.toml:7:8 error value-invalid"});
    CHECK(with_head("[cover]\nimage = 'c.png'").findings() == Findings{"publication.toml:7:9 error image-alt-missing"});
    CHECK(read_toml(
              "kind = 'jurnal'\ntitle = 't'\nlanguage = 'klingon'\ndate = '2023'\ncontents = [{ article = 'a.md' }]")
              .findings() ==
          Findings{"publication.toml:1:8 error value-invalid", "publication.toml:3:12 error language-unknown"});
}

TEST_CASE("entries of the contents that name nothing, or too much") {
    ManifestReading const it =
        read_toml("kind = 'book'\ntitle = 't'\nlanguage = 'en'\ndate = '2023'\n[[contents]]\nrole = 'prefac'\n"
                  "[[contents]]\narticle = 'a'\ninsert = 'b'\nsize = 'big'\n");
    CHECK(it.findings() ==
          Findings{"publication.toml:6:8 error value-invalid", "publication.toml:5:1 error key-missing",
                   "publication.toml:10:8 error value-invalid", "publication.toml:7:1 error value-invalid"});
    CHECK(it.manifest.editions.front().entries.size() == 1);
}

TEST_CASE("an edition has its own contents and language, and the main one's values where it gives none") {
    ManifestReading const it = with_head(
        "subtitle = 'main'\npublisher = 'p'\n[style]\nprint.pages = '4'\n[[edition]]\nlanguage = 'es'\ntitle = 'u'\n"
        "contents = [{ article = 'es.md' }]\n[edition.style]\nprint.pages = '8'\nprint.bleed = '3mm'\n");
    CHECK(it.findings() == nothing);
    REQUIRE(it.manifest.editions.size() == 2);
    reader::ManifestEdition const& edition = it.manifest.editions[1];
    CHECK(edition.metadata.is_edition);
    CHECK(edition.metadata.language == "es");
    CHECK(edition.metadata.title == "u");
    CHECK(edition.metadata.subtitle.empty());
    CHECK(edition.metadata.publisher == "p");
    CHECK(edition.metadata.date == Date{2023, 0, 0});
    REQUIRE(edition.metadata.style.size() == 2);
    CHECK(edition.metadata.style[0].toml == "'8'");
    CHECK(edition.entries.front().file.path == "es.md");
    CHECK(it.metadata().style[0].toml == "'4'");
}

TEST_CASE("an edition without language or contents") {
    CHECK(with_head("[[edition]]\ntitle = 'u'\n").findings() ==
          Findings{"publication.toml:6:1 error key-missing", "publication.toml:6:1 error contents-empty"});
}

TEST_CASE("malformed TOML is a failure with its place") {
    SourceMap sources;
    Diagnostics diagnostics;
    FileId const file = sources.add("publication.toml", "kind = 'book'\ntitle = Ünnamed\n");
    auto const manifest = reader::read_manifest(file, sources, diagnostics);
    REQUIRE_FALSE(manifest);
    CHECK(manifest.error().code == Code::toml_malformed);
    CHECK(sources.locate(manifest.error().span) == Location{"publication.toml", 2, 9});
}
