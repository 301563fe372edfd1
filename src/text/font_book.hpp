#pragma once
// The fonts a publication may use: families by role and script, named in fonts/fonts.toml, files by path. The machine's
// other fonts are never looked for. A FontBook is immutable for its users; files are read when first used (thread-safe).

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "page/page_list.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quoin::text {

struct FaceQuery {
    std::string family; // a role ("text", "sans", "display", "mono") or a family's name
    int weight = 400;
    bool italic = false;
    bool operator==(FaceQuery const&) const = default;
};

struct FontBookRequest {
    std::string table;                // path of fonts.toml
    std::vector<std::string> folders; // user's font folders that win over installed files: fonts/, publication's fonts/
    std::map<std::string, std::string> roles; // role → family from the layout, over the table's own
};

class FontBook {
  public:
    /// Reads the table; a family whose file is not there is a diagnostic (font-missing, naming the Debian package) only when
    /// it is used: see problems(). The FileSystem must outlive the book.
    static Result<FontBook> load(FontBookRequest const&, FileSystem const&, SourceMap&, Diagnostics&);
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;
    ~FontBook();

    /// The face for a query: nearest weight of the family; nothing is ever sloped or fattened.
    [[nodiscard]] std::optional<page::FontId> find(FaceQuery const&) const;
    /// The face that has this character: the query's own family, then the table's fallbacks for the character's script.
    [[nodiscard]] std::optional<page::FontId> find_for(FaceQuery const&, char32_t character) const;
    [[nodiscard]] bool has_character(page::FontId, char32_t) const;
    /// The file of a face; its bytes are shared.
    [[nodiscard]] page::FontFile const& file(page::FontId) const;
    /// All faces of the table in its order: what PageList::fonts is filled with (bytes empty for faces never used).
    [[nodiscard]] std::vector<page::FontFile> files() const;
    /// Family name of a role.
    [[nodiscard]] std::string family(std::string const& role) const;
    /// A Debian package (or family) that would have this character, for the hint of glyph-missing; "" when none is known.
    [[nodiscard]] std::string package_for(char32_t) const;

    /// What was found wrong with fonts and dictionaries that were used, once each and in the table's order: font-missing,
    /// font-forbidden, small capitals that a face lacks, hyphenation patterns that are not installed. Ask at the end.
    [[nodiscard]] Diagnostics problems() const;

    struct State; // hidden: HarfBuzz faces and caches; used by the other files of this folder
    [[nodiscard]] State const& state() const { return *state_; }

  private:
    explicit FontBook(std::unique_ptr<State>);
    std::unique_ptr<State> state_;
};

} // namespace quoin::text
