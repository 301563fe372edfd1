#pragma once
// Pages, books and texts read from strings, with the proof that each word is kept or named.

#include "base/file_system.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::hypertext {

/// A picture's first bytes; enough for an importer.
inline std::string const png("\x89PNG\r\n\x1A\n picture");

struct Read {
    bool ok = false;
    std::string error;
    std::string dump;      // of the model
    std::string view;      // the source as lines
    std::string decisions; // one a line: "code: choice"
    std::string dropped;   // one a line: "name: text"
    std::string proof;     // what is lost or extra; empty when nothing is
    manuscript::Imported imported;
};

using Files = std::map<std::string, std::string>;

Read read_page(std::string const& html, Files const& files = {});
Read read_text(std::string const& markdown, Files const& files = {});
Read read_book(Files const& entries);
Read read_archive(Bytes const& bytes);
/// A ZIP archive, as an EPUB is one.
Bytes archive(Files const& entries);

/// A row of a table of cases.
struct Case {
    char const* name;
    char const* source;
    std::vector<char const*> holds;       // in the dump
    std::vector<char const*> holds_not{}; // in the dump
};
/// Checks a row; `extra` is another text that `holds` may name parts of (decisions and dropped passages are looked at too).
void check(Case const&, Read const&);

} // namespace quoin::hypertext
