#pragma once
// publication.toml, checked and typed. In: its text. Out: what the publication is and which files make it up.

#include "base/result.hpp"
#include "base/source_map.hpp"
#include "model/document.hpp"
#include "reader/source_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

/// A file that the manifest names.
struct NamedFile {
    std::string path; // as written, relative to the publication
    Span span;
};

/// One `[[contents]]`.
struct ManifestEntry {
    enum class Kind { article, insert, part } kind = Kind::article;
    NamedFile file; // articles and inserts
    std::string department, size;
    bool optional = false; // of an insert
    std::vector<std::string> other_sizes;
    model::Role role = model::Role::none;
    SourceText title; // of a part
    Span span;
};

struct ManifestEdition {
    model::Metadata metadata;
    std::vector<ManifestEntry> entries;
    std::optional<NamedFile> imprint, back, inside_front, inside_back, flaps;
    std::optional<NamedFile> cover_image;
};

/// The main edition first. What is wrong with single values is reported, and the best guess taken.
struct Manifest {
    std::vector<ManifestEdition> editions;
};

/// The layout of a publication that names none.
std::string_view usual_layout(model::PublicationKind);

/// Fails when the text is no TOML.
Result<Manifest> read_manifest(FileId, SourceMap const&, Diagnostics&);

} // namespace quoin::reader
