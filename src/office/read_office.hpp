#pragma once
// Manuscripts of word processors.

#include "base/result.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"

namespace quoin::office {

/// Office Open XML (ECMA-376, Transitional and Strict). Fails with `import-damaged` on what cannot be read as such.
Result<manuscript::Imported> read_docx(manuscript::Source const&, manuscript::Options const&, SourceMap&);
/// OpenDocument text (ODF 1.0 to 1.3), as a package or flat.
Result<manuscript::Imported> read_odt(manuscript::Source const&, manuscript::Options const&, SourceMap&);

} // namespace quoin::office
