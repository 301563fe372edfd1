#pragma once
// What a publication is, as publication.toml.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::writer {

/// The files of one edition's texts, relative to the folder; empty where there is none.
struct EditionFiles {
    std::vector<std::string> entries; // by entry; empty for parts
    std::string imprint, back, inside_front, inside_back, flaps, cover_image;
};

/// `files` by edition. What an edition has from the main one is not written again.
std::string manifest_toml(model::Publication const&, std::vector<EditionFiles> const& files);

} // namespace quoin::writer
