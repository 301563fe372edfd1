#pragma once
// The bytes of a finished EPUB in, what it says of itself out.

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "preflight/epub_facts.hpp"

namespace quoin::preflight {

/// Fails when the bytes are no ZIP archive with a package document in it: reread-unreadable.
Result<EpubFacts> read_epub(Bytes const&);

} // namespace quoin::preflight
