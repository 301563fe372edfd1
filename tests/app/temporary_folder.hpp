#pragma once
// An empty folder for one test, gone at its end.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace quoin::app::test {

class TemporaryFolder {
  public:
    explicit TemporaryFolder(std::string const& name)
        : path_(std::filesystem::temp_directory_path() / ("quoin-" + name + "-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code code;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, code);
        std::filesystem::remove_all(path_, code);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::string path(std::string const& name = "") const { return (path_ / name).string(); }
    void write(std::string const& name, std::string const& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string read(std::string const& name) const {
        std::ifstream stream(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (auto const& entry : std::filesystem::directory_iterator(path_))
            list.push_back(entry.path().filename().string());
        std::sort(list.begin(), list.end());
        return list;
    }

  private:
    std::filesystem::path path_;
};

} // namespace quoin::app::test
