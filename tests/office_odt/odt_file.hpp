#pragma once
// OpenDocument texts made of fragments, and what reading them gives.

#include "base/bytes.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::tests {

/// The parts of a file. Named styles that every test needs are there already: Title, Heading_20_1 …, Quotations, Table, the
/// lists "Numbers" ("1."), "Letters" ("a)"), "Levels" ("1.1"), "Bullets".
struct OdtFile {
    std::string body;                              // within office:text
    std::string automatic = {};                    // style:style … of content.xml
    std::string named = {};                        // style:style … of styles.xml
    std::string masters = {};                      // style:master-page …
    std::string meta = {};                         // dc:title …
    std::map<std::string, std::string> parts = {}; // further entries of the package

    [[nodiscard]] std::string content() const;
    [[nodiscard]] std::map<std::string, std::string> entries() const;
    [[nodiscard]] Bytes package() const;
    [[nodiscard]] Bytes flat() const;
};

Bytes archive(std::map<std::string, std::string> const& entries);

struct OdtReading {
    manuscript::Imported imported;
    SourceMap sources;

    [[nodiscard]] std::string view() const;
    /// Articles and notes as the dump writes them.
    [[nodiscard]] std::string dump() const;
    /// The blocks of the only article without their indentation, then the notes.
    [[nodiscard]] std::string body() const;
    /// "comment-dropped: dropped (Jane wrote a comment: …)", in order.
    [[nodiscard]] std::vector<std::string> decisions() const;
    [[nodiscard]] std::vector<std::string> codes() const;
    /// "comment: These words".
    [[nodiscard]] std::vector<std::string> dropped() const;
    [[nodiscard]] std::vector<std::string> added() const;
    /// Words on one side alone: view + added − dropped − kept, both ways. "-lost", "+extra".
    [[nodiscard]] std::vector<std::string> unproved() const;
};

/// Reads the file as a package and, unless it has further parts, as a flat file, and requires both to give the same.
OdtReading read(OdtFile const&, manuscript::Options const& = {});
OdtReading read_bytes(std::string const& path, Bytes, manuscript::Options const& = {});
/// Why a file is refused: "import-damaged: …".
std::string refusal(std::string const& path, Bytes);

using Words = std::vector<std::string>;
inline Words const none{};

} // namespace quoin::tests
