#pragma once
// A model as the folder that `reader` reads: publication.toml, one Markdown file an article or insert, imprint.md, back.md.
// Reading the files back gives the same model, in the form that canonical() gives it.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::writer {

struct SourceFile {
    std::string path; // relative to the publication's folder
    std::string text;
};

/// Names the files of articles and inserts that have none: "articles/03-secret-negotiations.md" from place and title, folded to
/// ASCII; books use "chapters/", further editions a folder of their language. The same document gets the same names, and a
/// name says nothing of other articles' text.
void name_files(model::Publication&);

/// Every file but pictures, in a fixed order, publication.toml first. Files without names are named as by name_files. One
/// paragraph is one line, so that a change shows as one line. `folder`: what the paths of a cover's picture begin with, as
/// `reader` writes them; empty when they count from the publication's folder.
std::vector<SourceFile> write_sources(model::Publication, std::string const& folder = "");

/// One text as an article's body, with the notes that it calls: for tests and previews.
std::string markdown(model::Document const&, model::Blocks const&);

} // namespace quoin::writer
