// What `quoin new` writes: a manifest and every file that it names.

#include "app/new_publication.hpp"

#include "app/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <regex>

namespace quoin::app::test {

namespace {

constexpr model::PublicationKind kinds[] = {model::PublicationKind::journal, model::PublicationKind::pamphlet,
                                            model::PublicationKind::book, model::PublicationKind::leaflet};

std::vector<std::string> named_files(std::string const& manifest) {
    static std::regex const entry("(article|insert) = \"([^\"]+)\"");
    std::vector<std::string> names;
    for (std::sregex_iterator at(manifest.begin(), manifest.end(), entry), end; at != end; ++at)
        names.push_back((*at)[2]);
    return names;
}

} // namespace

TEST_CASE("a starter has a manifest and what it names") {
    for (model::PublicationKind const kind : kinds) {
        std::vector<OutputFile> const files = starter_files(kind);
        REQUIRE(files.size() == 4);
        CHECK(files[0].name == "publication.toml");
        std::vector<std::string> const named = named_files(std::string(as_text(files[0].bytes)));
        std::vector<std::string> others;
        for (std::size_t i = 1; i < files.size(); ++i) others.push_back(files[i].name);
        CHECK(named == others);
    }
}

TEST_CASE("a starter is written into a new or an empty folder") {
    TemporaryFolder const folder("new");
    for (std::string const name : {"there/journal", ""}) {
        TemporaryFolder const empty("empty");
        auto const written =
            new_publication(model::PublicationKind::journal, name.empty() ? empty.path() : folder.path(name));
        REQUIRE(written);
        CHECK(written->size() == 4);
        CHECK(std::filesystem::exists(written->front()));
    }
}

TEST_CASE("a folder with something in it is left alone") {
    TemporaryFolder const folder("full");
    folder.write("mine.txt", "x");
    auto const written = new_publication(model::PublicationKind::book, folder.path());
    REQUIRE_FALSE(written);
    CHECK(written.error().code == Code::output_unwritable);
    CHECK(folder.names() == std::vector<std::string>{"mine.txt"});
}

} // namespace quoin::app::test
