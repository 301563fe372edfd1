#pragma once
// What a package says of the publication, as the manifest of ours would.

#include "hypertext/epub_package.hpp"
#include "hypertext/pages.hpp"

namespace quoin::hypertext {

void read_epub_metadata(EpubPackage const&, Pages const&, manuscript::Imported&);

/// Lines of an imprint that this program has added from the manifest (numbers, addresses, copyright) go back there.
void take_imprint_facts(model::Blocks&, Pages const&, manuscript::Imported&);

} // namespace quoin::hypertext
