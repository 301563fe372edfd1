#pragma once
// The faces that the characters of the publication need, each cut down to them.

#include "base/pool.hpp"
#include "epub/build_package.hpp"
#include "epub/characters.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::epub {

/// An @font-face rule.
struct FontRule {
    std::string family;
    int weight = 400;
    bool italic = false;
    std::string path; // "fonts/vollkorn-400.ttf", from EPUB/
};

struct EmbeddedFonts {
    std::vector<FontRule> rules;
    std::map<std::string, std::vector<std::string>> families; // by role: its families, the own one first
    std::vector<PackageFile> files;                           // paths as in the rules
    CharacterSet missing;                                     // characters that no face has
};

EmbeddedFonts embed_fonts(CharacterUse const&, FaceFinder const&, Pool&, Diagnostics&);

} // namespace quoin::epub
