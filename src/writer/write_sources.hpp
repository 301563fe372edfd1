#pragma once
// A model as the folder that `reader` reads: publication.toml, one Markdown file an article or insert, imprint.md, back.md.
// Reading the files back gives the same model.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::writer {

struct SourceFile {
    std::string path; // relative to the publication's folder
    std::string text;
};

/// Names the files of articles and inserts that have none: "articles/03-secret-negotiations.md" from place and title, folded to
/// ASCII; books use "chapters/". The same document gets the same names, and a name says nothing of other articles' text.
void name_files(model::Publication&);

/// Every file but pictures, in a fixed order, publication.toml first. Files of `name_files` are taken for named. One
/// paragraph is one line, so that a change shows as one line.
std::vector<SourceFile> write_sources(model::Publication const&);

/// One text as an article's body: for tests and previews.
std::string markdown(model::Document const&, model::Blocks const&);

} // namespace quoin::writer
