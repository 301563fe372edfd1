// Finished files on their way to the disk: whole or not at all.

#include "app/outputs.hpp"

#include "app/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <chrono>

namespace quoin::app::test {

using Names = std::vector<std::string>;

TEST_CASE("a file is written whole and leaves nothing beside it") {
    TemporaryFolder const folder("outputs");
    REQUIRE(write_file(folder.path("a.txt"), to_bytes("one")));
    CHECK(folder.read("a.txt") == "one");
    REQUIRE(write_file(folder.path("a.txt"), to_bytes("two and more")));
    CHECK(folder.read("a.txt") == "two and more");
    REQUIRE(write_file(folder.path("a.txt"), {}));
    CHECK(folder.read("a.txt").empty());
    CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("a file that holds these bytes already keeps its time") {
    TemporaryFolder const folder("unchanged");
    folder.write("a.txt", "same");
    auto const old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(48);
    std::filesystem::last_write_time(folder.path("a.txt"), old);
    REQUIRE(write_file(folder.path("a.txt"), to_bytes("same")));
    CHECK(std::filesystem::last_write_time(folder.path("a.txt")) == old);
    REQUIRE(write_files(folder.path(), {{"a.txt", to_bytes("same")}}));
    CHECK(std::filesystem::last_write_time(folder.path("a.txt")) == old);
    REQUIRE(write_file(folder.path("a.txt"), to_bytes("Same")));
    CHECK(std::filesystem::last_write_time(folder.path("a.txt")) > old);
}

TEST_CASE("a path that cannot be written is told and leaves nothing") {
    TemporaryFolder const folder("unwritable");
    auto const no_folder = write_file(folder.path("nowhere/a.txt"), to_bytes("x"));
    REQUIRE_FALSE(no_folder);
    CHECK(no_folder.error().code == Code::output_unwritable);
    CHECK_FALSE(no_folder.error().hints.empty());
    std::filesystem::create_directories(folder.path("folder.txt/inside"));
    REQUIRE_FALSE(write_file(folder.path("folder.txt"), to_bytes("x")));
    CHECK(folder.names() == Names{"folder.txt"});
}

TEST_CASE("all files are written in order into a new folder") {
    TemporaryFolder const folder("files");
    auto const written = write_files(folder.path("out/deep"), {{"b.txt", to_bytes("b")}, {"a.txt", to_bytes("a")}});
    REQUIRE(written);
    CHECK(*written == Names{folder.path("out/deep/b.txt"), folder.path("out/deep/a.txt")});
    CHECK(folder.read("out/deep/a.txt") == "a");
}

TEST_CASE("when one file cannot be written the others are not replaced") {
    TemporaryFolder const folder("partly");
    folder.write("a.txt", "old");
    folder.write("file", "no folder");
    auto const written = write_files(folder.path(), {{"a.txt", to_bytes("new")}, {"file/b.txt", to_bytes("b")}});
    REQUIRE_FALSE(written);
    CHECK(written.error().code == Code::output_unwritable);
    CHECK(folder.read("a.txt") == "old");
    CHECK(folder.names() == Names{"a.txt", "file"});
}

} // namespace quoin::app::test
