// The two file systems agree, so that what is tested in memory holds on the disk.

#include "base/file_system.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace quoin::test {

namespace {

std::map<std::string, std::string> const samples{{"pub/publication.toml", "title = \"T\"\n"},
                                                 {"pub/articles/02.md", "two"},
                                                 {"pub/articles/01.md", "one"},
                                                 {"pub/empty.md", ""}};

class TemporaryFolder {
  public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() / ("quoin-base-test-" + std::to_string(::getpid()))) {
        for (auto const& [name, text] : samples) {
            std::filesystem::create_directories((path_ / name).parent_path());
            std::ofstream(path_ / name, std::ios::binary) << text;
        }
    }
    ~TemporaryFolder() {
        std::error_code code;
        std::filesystem::remove_all(path_, code);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    [[nodiscard]] std::string root() const { return path_.string() + "/"; }

  private:
    std::filesystem::path path_;
};

void examine(FileSystem const& files, std::string const& root) {
    auto const read = files.read(root + "pub/articles/01.md");
    REQUIRE(read);
    CHECK(as_text(*read) == "one");
    CHECK(files.read(root + "pub/empty.md")->empty());
    CHECK(files.read(root + "pub/articles/../articles/./02.md").has_value());
    CHECK(files.exists(root + "pub/publication.toml"));
    CHECK_FALSE(files.exists(root + "pub/articles"));
    CHECK(files.list(root + "pub/articles") == std::vector<std::string>{"01.md", "02.md"});
    CHECK(files.list(root + "pub/articles/") == std::vector<std::string>{"01.md", "02.md"});
    CHECK(files.list(root + "pub") == std::vector<std::string>{"empty.md", "publication.toml"});
    CHECK(files.list(root + "nowhere").empty());
    auto const missing = files.read(root + "pub/articles/03.md");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::file_missing);
    CHECK(files.canonical(root + "pub/x/../articles/01.md") == files.canonical(root + "pub/articles/01.md"));
}

} // namespace

TEST_CASE("files in memory are read and listed") { examine(MemoryFileSystem(samples), ""); }

TEST_CASE("files on the disk are read and listed") {
    TemporaryFolder const folder;
    examine(DiskFileSystem(), folder.root());
}

TEST_CASE("the folder itself can be listed in memory") {
    MemoryFileSystem const files({{"a.md", ""}, {"b/c.md", ""}});
    CHECK(files.list(".") == std::vector<std::string>{"a.md"});
}

TEST_CASE("a folder is no file to read") {
    TemporaryFolder const folder;
    auto const read = DiskFileSystem().read(folder.root() + "pub");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::file_unreadable);
}

TEST_CASE("a link out of a folder is seen through") {
    TemporaryFolder const folder;
    std::filesystem::create_symlink("/etc/hostname", folder.root() + "pub/link.md");
    CHECK(DiskFileSystem().canonical(folder.root() + "pub/link.md") == "/etc/hostname");
}

TEST_CASE("paths are joined and parted") {
    CHECK(join_path("a", "b.md") == "a/b.md");
    CHECK(join_path("a/", "b.md") == "a/b.md");
    CHECK(join_path("", "b.md") == "b.md");
    CHECK(join_path(".", "b.md") == "b.md");
    CHECK(join_path("a", "/b.md") == "/b.md");
    CHECK(parent_path("a/b/c.md") == "a/b");
    CHECK(parent_path("c.md") == ".");
    CHECK(parent_path("/c.md") == "/");
}

} // namespace quoin::test
