#pragma once
// An SVG as Cairo wrote it in, the same with ids that do not depend on what the process drew before out.

#include "base/bytes.hpp"

namespace quoin::paint {

/// Cairo 1.16 names groups and pictures by a counter of the whole process: "surface36", "image41". They become numbers
/// from 0 in order of first mention.
Bytes number_afresh(Bytes const& svg);

} // namespace quoin::paint
