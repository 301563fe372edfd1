#pragma once
// One file of a publication: an article, an insert, or a text of the cover.

#include "base/source_map.hpp"
#include "model/document.hpp"
#include "reader/file_reader.hpp"

#include <string>

namespace quoin::reader {

/// A file that has been read in; `path` is relative to the publication.
struct InputFile {
    FileId file = FileId::none;
    std::string path;
    std::string text; // a copy: the source map may move its texts
};

model::Article read_article(Destination&, InputFile const&, model::Role);
model::Insert read_insert(Destination&, InputFile const&);
model::Blocks read_text(Destination&, InputFile const&);

/// "articles/01 mexico.md" gives "01-mexico".
std::string stem_of(std::string const& path);

} // namespace quoin::reader
