#pragma once
// The package of an e-book: what it says of itself, its documents in their order, and its contents.

#include "base/result.hpp"
#include "base/source_map.hpp"
#include "hypertext/markup.hpp"
#include "manuscript/package.hpp"
#include "model/document.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quoin::hypertext {

struct Person {
    std::string name, role; // MARC: "aut", "edt", "trl", "ill"; empty when not stated
};

struct ManifestItem {
    std::string path, media_type, properties;
};

/// A line of the contents.
struct ContentsEntry {
    std::string label, path, id; // path and id are empty for a line that leads nowhere
    std::vector<ContentsEntry> below;
};

struct EpubPackage {
    std::string path; // of the package document
    std::string title, subtitle, publisher, rights, description, date, language, collection, position, issn;
    std::vector<std::string> subjects, identifiers, languages;
    std::vector<Person> people;
    std::map<std::string, ManifestItem> items; // by id
    std::vector<std::string> spine;            // paths
    std::vector<std::string> missing;          // paths that the archive does not hold
    std::vector<ContentsEntry> contents;
    std::map<std::string, std::string> landmarks; // path → type: "cover", "toc", "titlepage"
    std::string navigation;                       // path of the nav document
    bool ours = false;
};

/// Fails with `import-damaged` when there is no package document, or when the documents are encrypted.
Result<EpubPackage> read_epub_package(std::string const& name, manuscript::Package const&);

/// The entry that a path means: case may differ, and what is percent-encoded. Empty when there is none.
std::string find_entry(manuscript::Package const&, std::string const& path);

} // namespace quoin::hypertext
