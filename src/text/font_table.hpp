#pragma once
// In: the text of fonts.toml and the user's font folders. Out: families, faces by path, fallback lists; nothing is opened
// but files that a user dropped, whose family name only they know.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quoin::text {

enum class FamilyKind : std::uint8_t { serif, sans, mono };

struct FaceEntry {
    std::size_t family = 0;
    int weight = 400;
    bool italic = false;
    std::string path;
};

struct Family {
    std::string name;
    FamilyKind kind = FamilyKind::serif;
    std::string package;              // Debian package, "" for a user's own files
    std::vector<std::uint32_t> faces; // indexes into FontTable::faces
};

struct FontTable {
    std::map<std::string, std::string> roles;
    std::vector<Family> families;
    std::vector<FaceEntry> faces;
    /// By kind of family and name of the script ("Latin", …, "other"): families, best first.
    std::map<FamilyKind, std::map<std::string, std::vector<std::string>>> fallbacks;
    std::map<std::string, std::string> packages; // script → Debian package outside the table
    std::string hyphenation_folder;

    [[nodiscard]] Family const* family(std::string const& name) const;
};

Result<FontTable> read_font_table(std::string const& path, FileSystem const&, SourceMap&, Diagnostics&);
/// Files of `folder` take the place of the table's files of the same name or family and style, or make new families.
void add_user_fonts(FontTable&, std::string const& folder, FileSystem const&);

} // namespace quoin::text
