#pragma once
// Reading files through a parameter, so that tests can pass a folder that exists only in memory.

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quoin {

/// Paths are UTF-8 with '/' and may be absolute or relative to the process's folder.
class FileSystem {
  public:
    virtual ~FileSystem() = default;
    /// The whole file, or file-missing / file-unreadable.
    [[nodiscard]] virtual Result<Bytes> read(std::string const& path) const = 0;
    [[nodiscard]] virtual bool exists(std::string const& path) const = 0;
    /// Names (not paths) of the regular files in a folder, sorted; empty when there is no such folder.
    [[nodiscard]] virtual std::vector<std::string> list(std::string const& folder) const = 0;
    /// Path with links and dots resolved, for the check that a file lies inside a publication.
    [[nodiscard]] virtual std::string canonical(std::string const& path) const = 0;
};

class DiskFileSystem final : public FileSystem {
  public:
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] bool exists(std::string const& path) const override;
    [[nodiscard]] std::vector<std::string> list(std::string const& folder) const override;
    [[nodiscard]] std::string canonical(std::string const& path) const override;
};

class MemoryFileSystem final : public FileSystem {
  public:
    explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] bool exists(std::string const& path) const override;
    [[nodiscard]] std::vector<std::string> list(std::string const& folder) const override;
    [[nodiscard]] std::string canonical(std::string const& path) const override;

  private:
    std::map<std::string, std::string> files_;
};

/// "folder" + "name" with exactly one slash between; an absolute `name` stands alone.
std::string join_path(std::string const& folder, std::string const& name);
/// Everything before the last slash, or ".".
std::string parent_path(std::string const& path);

} // namespace quoin
