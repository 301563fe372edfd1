#pragma once
// What a manifest needs and no manuscript states.

#include "manuscript/imported.hpp"
#include "model/document.hpp"

#include <string>

namespace quoin::manuscript {

/// Fills in the kind (from what there is: an issue's number, one text in several languages, many chapters), the layout of
/// that kind, title, language and date where they are not known.
void complete_metadata(model::Document&);

/// An article needs a title to be built: one in whose text none was found is called by the name of its file, and a decision says so.
void complete_titles(Imported&, std::string const& path);

} // namespace quoin::manuscript
