#pragma once
// A prepared document becomes the files of an EPUB 3.3 package, and the package a ZIP archive that is the same at every
// build. EPUB.md's classes and types (article, department, byline, insert …) are an interface: see docs/manual/outputs.md.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/pool.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "model/page_marks.hpp"
#include "style/layout.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quoin::epub {

/// A font file that the style sheet may name; subset to the characters that its face sets.
struct Face {
    std::string family; // as the style sheet names it
    int weight = 400;
    bool italic = false;
    std::shared_ptr<Bytes const> bytes;
    std::uint32_t face_index = 0;
};

/// Finds the face that sets a character for a family role ("text", "sans", …), weight and slope: the family's own, then
/// fallbacks. Nothing when no font has it.
using FaceFinder = std::function<std::optional<Face>(std::string const& role, int weight, bool italic, char32_t)>;

struct Request {
    model::Document const& document;
    style::Layout const& layout;
    FileSystem const& files;
    FaceFinder find_face;               // empty: no fonts are embedded
    model::PageMarks const& page_marks; // empty: no page list
    Bytes const& cover_picture;         // JPEG; empty: no cover
    std::string cover_alternative;
    long long epoch = 0;                   // dcterms:modified
    std::vector<model::Language> editions; // reserved for links between editions
};

struct PackageFile {
    std::string path; // within the archive: "EPUB/text/01-mexico.xhtml"
    Bytes bytes;
    bool stored = false; // not deflated
};

/// Files in their canonical order: mimetype, META-INF, package, then by name.
struct Package {
    std::vector<PackageFile> files;
    std::size_t notes = 0; // note bodies written; the ledger compares
    std::size_t page_marks = 0;
};

Package build_package(Request const&, Pool&, Diagnostics&);

/// One DOS time stamp from `epoch`, no extra fields, fixed attributes, one deflate level.
Result<Bytes> write_archive(Package const&, long long epoch, Pool&);

/// The package as text, a file after the other, for `quoin dump epub`.
std::string dump(Package const&);

} // namespace quoin::epub
