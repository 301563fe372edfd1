// Publications that people have written: read, written, read again. Those of the corpus are passed over where it is not there.

#include "support.hpp"

#include "base/file_system.hpp"
#include "reader/read_publication.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

/// The folder, with the files that were written before those on the disk.
class Overlay final : public FileSystem {
  public:
    Overlay(std::string folder, std::vector<writer::SourceFile> const& files) : folder_(std::move(folder)) {
        for (writer::SourceFile const& file : files) files_[file.path] = file.text;
    }
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override {
        auto const found = files_.find(inside(path));
        return found == files_.end() ? disk_.read(path) : Result<Bytes>(to_bytes(found->second));
    }
    [[nodiscard]] bool exists(std::string const& path) const override {
        return files_.count(inside(path)) > 0 || disk_.exists(path);
    }
    [[nodiscard]] std::vector<std::string> list(std::string const& folder) const override { return disk_.list(folder); }
    [[nodiscard]] std::string canonical(std::string const& path) const override { return disk_.canonical(path); }

  private:
    [[nodiscard]] std::string inside(std::string const& path) const {
        return path.starts_with(folder_ + "/") ? path.substr(folder_.size() + 1) : path;
    }
    std::string folder_;
    DiskFileSystem disk_;
    std::map<std::string, std::string> files_;
};

void check(std::string const& folder) {
    DiskFileSystem const disk;
    if (!disk.exists(folder + "/publication.toml")) {
        WARN("left out without " << folder);
        return;
    }
    SourceMap sources, sources_again;
    Diagnostics before, after;
    auto const first = reader::read_publication(folder, disk, sources, before);
    REQUIRE(first);
    auto const files = writer::write_sources(*first, folder);
    auto const second = reader::read_publication(folder, Overlay(folder, files), sources_again, after);
    REQUIRE(second);
    INFO(folder);
    CHECK(dump_of(*first) == dump_of(*second));
    CHECK(after.count(Severity::error) == before.count(Severity::error));
}

} // namespace

TEST_CASE("publications come back as they were") {
    std::string const root = QUOIN_SOURCE_DIR;
    for (char const* name : {"field-guide", "small-book", "the-compositor"}) check(root + "/sources/" + name);
    for (char const* name : {"journal-93", "book-gibbon", "statement-4-languages"})
        check(root + "/../shared/corpus/" + name);
}
