#include "reader/read_publication.hpp"
#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

struct PublicationReading {
    Result<model::Publication> publication;
    SourceMap sources;
    Diagnostics diagnostics;

    [[nodiscard]] Findings findings() const { return findings_with_paths(sources, diagnostics); }
};

std::unique_ptr<PublicationReading> read_folder(std::map<std::string, std::string> files) {
    auto it = std::make_unique<PublicationReading>();
    MemoryFileSystem const file_system(std::move(files));
    it->publication = reader::read_publication("pub/voyage", file_system, it->sources, it->diagnostics);
    return it;
}

constexpr char const* head = "kind = 'book'\ntitle = 't'\nlanguage = 'en'\ndate = '2023'\n";

} // namespace

TEST_CASE("a folder becomes a document an edition") {
    auto const it = read_folder({
        {"pub/voyage/publication.toml",
         std::string(head) +
             "[imprint]\ntext = 'imprint.md'\n[cover]\nimage = 'c.png'\nalt = ''\nback = 'back.md'\n"
             "[[contents]]\npart = 'One *a*'\n[[contents]]\narticle = 'a/01.md'\n"
             "[[contents]]\ninsert = 'ad.md'\nsize = 'half'\n"
             "[[edition]]\nlanguage = 'es'\ntitle = 'u'\ncontents = [{article='es/01.md'}, {article='a/01.md'}]\n"},
        {"pub/voyage/a/01.md", "---\ntitle: A\n---\ntext[^x] ![p](c.png) ![q](d.png)\n\n[^x]: note"},
        {"pub/voyage/a/d.png", png_picture},
        {"pub/voyage/es/01.md", "---\ntitle: B\n---\ntexto"},
        {"pub/voyage/ad.md", "---\ntitle: Buy\nlang: uk\n---\nnow"},
        {"pub/voyage/imprint.md", "imprint"},
        {"pub/voyage/back.md", "blurb"},
        {"pub/voyage/c.png", png_picture},
    });
    REQUIRE(it->publication);
    CHECK(it->findings() == nothing);
    REQUIRE(it->publication->editions.size() == 2);
    CHECK(model::dump(it->publication->editions[0]) == R"--(publication book en
  name "voyage"
  title "t"
  layout "book-a5"
  date 2023
  cover image="pub/voyage/c.png"
part "One " emphasis["a"]
article "a/01.md" name="01"
  title "A"
  paragraph "text" note[0] " " picture[0 alt="p"] " " picture[1 alt="q"]
insert size="half" lang="uk" name="ad" title["Buy"]
  paragraph "now"
imprint
  paragraph "imprint"
back
  paragraph "blurb"
note 0 label="x"
  paragraph "note"
asset 0 "c.png"
asset 1 "a/d.png"
)--");
    model::Document const& spanish = it->publication->editions[1];
    CHECK(spanish.metadata.is_edition);
    REQUIRE(spanish.entries.size() == 2);
    CHECK(std::get<model::Article>(spanish.entries[0].kind).name == "01");
    CHECK(std::get<model::Article>(spanish.entries[1].kind).name == "01-2");
    CHECK(spanish.notes.size() == 1);
    CHECK(spanish.imprint.size() == 1);
    CHECK(it->publication->editions[0].assets[0].file == "pub/voyage/c.png");
}

TEST_CASE("a file that two editions read is reported once") {
    auto const it = read_folder({
        {"pub/voyage/publication.toml",
         std::string(head) +
             "contents = [{article='a.md'}]\n[[edition]]\nlanguage = 'es'\ncontents = [{article='a.md'}]\n"},
        {"pub/voyage/a.md", "---\ntitle: A\n---\ntext[^x]"},
    });
    CHECK(it->findings() == Findings{"a.md:4:5 error note-undefined"});
}

TEST_CASE("files that are not there or outside do not stop the others") {
    auto const it = read_folder({
        {"pub/voyage/publication.toml", std::string(head) +
                                            "contents = [\n{article='articles/intr.md'},\n{article='../02.md'},\n"
                                            "{article='/etc/passwd'},\n{article='articles/03.md'}]\n"
                                            "[cover]\nimage='x.png'\nalt='x'\n"},
        {"pub/voyage/articles/intro.md", ""},
        {"pub/voyage/articles/03.md", "---\ntitle: A\n---\ntext"},
        {"pub/02.md", "secret"},
    });
    REQUIRE(it->publication);
    CHECK(it->findings() ==
          Findings{"publication.toml:11:7 error image-missing", "publication.toml:6:10 error file-missing",
                   "publication.toml:7:10 error file-outside", "publication.toml:8:10 error file-outside"});
    CHECK(it->diagnostics.all()[1].hints.front() == "did you mean \"articles/intro.md\"?");
    CHECK(it->publication->editions[0].entries.size() == 1);
}

TEST_CASE("no manifest, or one that is no TOML") {
    auto const none = read_folder({{"pub/voyage/a.md", ""}});
    REQUIRE_FALSE(none->publication);
    CHECK(none->publication.error().code == Code::file_missing);
    auto const bad = read_folder({{"pub/voyage/publication.toml", "title = \n"}});
    REQUIRE_FALSE(bad->publication);
    CHECK(bad->publication.error().code == Code::toml_malformed);
}

TEST_CASE("a dedication needs no title") {
    auto const it = read_folder({
        {"pub/voyage/publication.toml", std::string(head) + "contents = [{article='a.md', role='dedication'}]\n"},
        {"pub/voyage/a.md", "For *V.*"},
    });
    CHECK(it->findings() == nothing);
}
