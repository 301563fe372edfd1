// Manuscripts become a folder: what is written, what is never written over, what stops an import.

#include "app/import.hpp"

#include "app/temporary_folder.hpp"

#include <catch2/catch.hpp>

namespace quoin::app::test {

namespace {

constexpr char const* article = "The Harvest of the Valley\n\nBy Ann Miller, 20 June 2023\n\nThe harvest of that year "
                                "was poor, and the people of the valley knew "
                                "it long before the letters came from the town. Nobody had expected the rain to stay "
                                "away for so long, and nobody had "
                                "put anything aside.\n\nIn the autumn the granaries stood half empty, and the council "
                                "met to hear what could be done. "
                                "It met again in the winter, and decided nothing.\n";

struct Bench {
    explicit Bench(std::string const& name) : folder(name) {}

    ImportOutcome import(std::vector<std::string> const& files) {
        request.files.clear();
        for (std::string const& file : files) request.files.push_back(folder.path(file));
        request.out = folder.path("out");
        SourceMap sources;
        return import_manuscripts(request, DiskFileSystem(), sources);
    }
    [[nodiscard]] bool has(std::string const& name) const { return std::filesystem::exists(folder.path(name)); }

    TemporaryFolder folder;
    ImportRequest request;
};

bool told(ImportOutcome const& outcome, Code code) {
    return std::ranges::any_of(outcome.diagnostics.all(), [&](Diagnostic const& each) { return each.code == code; });
}

} // namespace

TEST_CASE("a text becomes a folder with its review, the same at every import") {
    Bench bench("import-text");
    bench.folder.write("a.txt", article);
    ImportOutcome const outcome = bench.import({"a.txt"});
    CHECK_FALSE(outcome.diagnostics.has_errors());
    CHECK(outcome.status != ImportStatus::errors);
    for (char const* const name : {"out/publication.toml", "out/import-report.html", "out/import-report.json",
                                   "out/import-report.txt", "out/import-result.json"})
        CHECK(bench.has(name));
    std::string const text = bench.folder.read("out/articles/01-the-harvest-of-the-valley.md");
    CHECK(text.find("title: \"The Harvest of the Valley\"") != std::string::npos);
    std::string const report = bench.folder.read("out/import-report.json");
    CHECK(bench.import({"a.txt"}).status == outcome.status);
    CHECK(bench.folder.read("out/import-report.json") == report);
}

TEST_CASE("a file that was changed by hand is written over only by force") {
    Bench bench("import-changed");
    bench.folder.write("a.txt", article);
    REQUIRE(bench.import({"a.txt"}).status != ImportStatus::errors);
    bench.folder.write("out/publication.toml", "# mine\n");
    ImportOutcome const refused = bench.import({"a.txt"});
    CHECK(refused.status == ImportStatus::errors);
    CHECK(told(refused, Code::import_changed_by_hand));
    CHECK(refused.written.empty());
    CHECK(bench.folder.read("out/publication.toml") == "# mine\n");
    bench.request.force = true;
    CHECK(bench.import({"a.txt"}).status != ImportStatus::errors);
    CHECK(bench.folder.read("out/publication.toml") != "# mine\n");
}

TEST_CASE("what an earlier import wrote and this one does not is taken away, unless somebody changed it") {
    Bench bench("import-stale");
    bench.folder.write("a.txt", article);
    REQUIRE(bench.import({"a.txt"}).status != ImportStatus::errors);
    std::string text = article;
    text.replace(text.find("Harvest"), 7, "Failure");
    bench.folder.write("a.txt", text);
    REQUIRE(bench.import({"a.txt"}).status != ImportStatus::errors);
    CHECK_FALSE(bench.has("out/articles/01-the-harvest-of-the-valley.md"));
    CHECK(bench.has("out/articles/01-the-failure-of-the-valley.md"));
    bench.folder.write("out/articles/01-the-failure-of-the-valley.md", "mine");
    bench.folder.write("a.txt", article);
    REQUIRE(bench.import({"a.txt"}).status != ImportStatus::errors);
    CHECK(bench.folder.read("out/articles/01-the-failure-of-the-valley.md") == "mine");
}

TEST_CASE("what cannot be read stops the import, and nothing is written") {
    Bench bench("import-damaged");
    bench.folder.write("a.txt", article);
    for (auto const& [name, content] : std::vector<std::pair<std::string, std::string>>{
             {"empty.txt", ""}, {"a.docx", "PK\x03\x04 cut off"}, {"b.pdf", "%PDF-1.7"}, {"c.rtf", "{\\rtf1 x}"}}) {
        bench.folder.write(name, content);
        ImportOutcome const outcome = bench.import({"a.txt", name});
        CHECK(outcome.status == ImportStatus::errors);
        CHECK(told(outcome, Code::import_damaged));
        CHECK_FALSE(bench.has("out"));
    }
    CHECK(told(bench.import({"none.txt"}), Code::file_missing));
}

TEST_CASE("decisions are read beside the first manuscript, and one that fits nothing stops the import") {
    Bench bench("import-decisions");
    bench.folder.write("a.txt", article);
    bench.folder.write(
        "b.txt", "A Second Text\n\nBy Bob Hill, 21 June 2023\n\nIt is short, and it ends as soon as it has begun.\n");
    bench.folder.write("import.toml", "[[decision]]\ndo = \"heading\"\nat = \"decided nothing\"\n");
    ImportOutcome const outcome = bench.import({"a.txt", "b.txt"});
    CHECK_FALSE(outcome.diagnostics.has_errors());
    CHECK(bench.folder.read("out/articles/01-the-harvest-of-the-valley.md").find("## In the autumn") !=
          std::string::npos);
    bench.folder.write("import.toml", "[[decision]]\ndo = \"heading\"\nat = \"words of no text\"\n");
    CHECK(told(bench.import({"a.txt", "b.txt"}), Code::decision_unplaced));
}

} // namespace quoin::app::test
