#pragma once
// The index as a file of its own: terms under their letters, each with links to its places.

#include "epub/writer.hpp"

namespace quoin::epub {

/// A place is named by its page in the print edition, or by its turn among the term's places when that is not known.
void write_index(Writer&);

/// The id of its heading.
inline constexpr char const* index_id = "index-title";

} // namespace quoin::epub
