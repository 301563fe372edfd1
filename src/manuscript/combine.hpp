#pragma once
// Several manuscripts become one publication.

#include "manuscript/imported.hpp"

#include <vector>

namespace quoin::manuscript {

/// The documents one after another: entries in order, tables renumbered, pictures with names of their own. Metadata of the first
/// that states a field. The parts keep everything but their document and pictures.
struct Combined {
    model::Document document;
    std::vector<PictureFile> pictures;
};
Combined combine(std::vector<Imported>& parts);

/// One document per language, in the order in which the languages begin: the first is the main edition. A part without articles of its own stays with the first.
std::vector<model::Document> split_by_language(model::Document);

} // namespace quoin::manuscript
