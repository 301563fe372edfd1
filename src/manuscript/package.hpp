#pragma once
// A ZIP archive that a stranger made: DOCX, ODT, EPUB. Sizes, numbers and names are bounded before anything is unpacked.

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::manuscript {

class Package {
  public:
    /// Fails with `import-damaged` on what is no archive, is cut off, is encrypted, has more than 20,000 entries, unpacks to more
    /// than 1 GB or to more than 200 times its size beyond 50 MB, or holds a name that leads out of the archive. The bytes must outlive the package.
    static Result<Package> open(std::string const& path, Bytes const&);
    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

    /// Names of all entries, sorted.
    [[nodiscard]] std::vector<std::string> const& names() const;
    [[nodiscard]] bool contains(std::string_view name) const;
    /// The content of one entry; fails with `import-damaged` when it cannot be unpacked or its checksum is wrong.
    [[nodiscard]] Result<Bytes> read(std::string const& name) const;

  private:
    struct State;
    explicit Package(std::unique_ptr<State>);
    std::unique_ptr<State> state_;
};

/// "word/media/a.png" from "word/document.xml" and "media/a.png"; `..` is resolved. Empty when it leads out of the archive.
std::string resolve_reference(std::string_view from, std::string_view reference);

} // namespace quoin::manuscript
