#pragma once
// Web pages, e-books and Markdown of other dialects.

#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

namespace quoin::hypertext {

/// Relative pictures are read from the file's folder, nothing from a network. Fails with `import-damaged`.
Result<manuscript::Imported> read_html(manuscript::Source const&, manuscript::Options const&, FileSystem const&,
                                       SourceMap&);
/// EPUB 2 and 3. Fails with `import-damaged` (also for encrypted ones).
Result<manuscript::Imported> read_epub(manuscript::Source const&, manuscript::Options const&, SourceMap&);
/// Markdown as others write it: raw HTML, metadata blocks, wiki links, attributes of other tools.
Result<manuscript::Imported> read_foreign_markdown(manuscript::Source const&, manuscript::Options const&,
                                                   FileSystem const&, SourceMap&);

} // namespace quoin::hypertext
