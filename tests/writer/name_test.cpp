#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

model::Entry article(std::string title) {
    model::Article it;
    it.title = {{model::Text{std::move(title), false}, {}}};
    return {std::move(it), {}};
}

} // namespace

TEST_CASE("files are named after place and title, in letters that every system knows") {
    model::Document document;
    for (char const* title :
         {"Secret Negotiations Have Started!", "Секретные переговоры", "Über Ärger & Œuvres", "日本語", "…", ""})
        document.entries.push_back(article(title));
    model::Insert insert;
    insert.title = {{model::Text{"Books of the house", false}, {}}};
    document.entries.push_back({insert, {}});
    document.entries.push_back({insert, {}});
    model::Publication publication = publication_of(std::move(document));
    writer::name_files(publication);
    auto const& entries = publication.editions.front().entries;
    std::vector<std::string> names;
    for (model::Entry const& entry : entries) {
        auto const* const it = std::get_if<model::Article>(&entry.kind);
        names.push_back(it != nullptr ? it->path : std::get<model::Insert>(entry.kind).name);
    }
    CHECK(names == std::vector<std::string>{"articles/01-secret-negotiations-have-started.md",
                                            "articles/02-sekretnye-peregovory.md", "articles/03-uber-arger-oeuvres.md",
                                            "articles/04-ri-ben-yu.md", "articles/05.md", "articles/06.md",
                                            "books-of-the-house", "books-of-the-house-2"});
    model::Publication again = publication;
    writer::name_files(again);
    CHECK(dump_of(again) == dump_of(publication));
}

TEST_CASE("a long title gives a short name, a book has chapters, a further edition a folder of its own") {
    model::Document document;
    document.metadata.kind = model::PublicationKind::book;
    document.entries.push_back(
        article("A title that goes on and on until nobody wants to read it any more in a list of files"));
    model::Publication publication = publication_of(document);
    document.metadata.is_edition = true;
    document.metadata.language = "es";
    publication.editions.push_back(document);
    writer::name_files(publication);
    auto const path = [&](std::size_t edition) {
        return std::get<model::Article>(publication.editions[edition].entries.front().kind).path;
    };
    CHECK(path(0) == "chapters/01-a-title-that-goes-on-and-on-until-nobody-wants.md");
    CHECK(path(1) == "es/01-a-title-that-goes-on-and-on-until-nobody-wants.md");
}
