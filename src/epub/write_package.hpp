#pragma once
// package.opf: what the publication is, which files it has, in which order they are read.

#include "epub/book.hpp"

#include <string>
#include <vector>

namespace quoin::epub {

struct ManifestItem {
    std::string id, path, media_type, properties; // path from EPUB/
    bool in_spine = false;
};

struct PackageFacts {
    std::vector<ManifestItem> items; // in manifest order; those in the spine in reading order
    long long epoch = 0;
    bool has_cover = false, has_pages = false, has_notes = false;
};

/// The unique identifier: the manifest's, else the EPUB's ISBN, else a UUID made of what names the publication.
std::string identifier_of(Book const&);

std::string write_package(Book const&, PackageFacts const&);

/// "Gibbon, Edward"; the name itself for bodies ("Workshop of the Guild Press") and single names.
std::string person_file_as(std::string const& name);
/// "Compositor, The": without the language's article in front.
std::string title_file_as(std::string const& title, model::Language const&);

} // namespace quoin::epub
