#pragma once
// Every word of a document that a reader sees, once.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::review {

/// Titles, subtitles, bylines, blocks with their markers, captions, alternative texts and credits, notes where they are
/// first called, inserts, cover lines, imprint and texts of the cover; each text one string, in reading order. The
/// document is walked, not changed.
std::vector<std::string> visible_text(model::Document&);

struct DocumentCounts {
    std::size_t notes = 0, calls = 0, pictures = 0, links = 0, tables = 0;
};
DocumentCounts count(model::Document&);

} // namespace quoin::review
