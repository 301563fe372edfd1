#pragma once
// A stage's result as text or as a picture, for `quoin dump` and for looking into a page that surprises.

#include "app/build.hpp"
#include "base/result.hpp"

#include <string>

namespace quoin::app {

enum class DumpStage { model, pages, epub };

struct DumpRequest {
    BuildRequest build;
    DumpStage stage = DumpStage::model;
    std::size_t page = 0; // pages: only this one, from 1; 0 = all
};

/// What is found goes into `diagnostics`; the text is made from the best guess all the same.
Result<std::string> dump(DumpRequest const&, FileSystem const&, SourceMap&, Diagnostics&);

enum class PictureKind { png, svg };
/// One page of the interior, drawn as the screen shows it.
Result<Bytes> draw_page(DumpRequest const&, PictureKind, double dpi, FileSystem const&, SourceMap&, Diagnostics&);

/// `quoin layout explain`: where each value of a layout comes from.
Result<std::string> explain_layout(std::string const& name, DataFolders const&, FileSystem const&, SourceMap&,
                                   Diagnostics&);
/// `quoin layout list`: a name and its description a line.
std::string list_layouts(DataFolders const&, FileSystem const&);

} // namespace quoin::app
