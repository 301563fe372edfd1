#pragma once
// Documents made up by chance: the same seed gives the same document.

#include "model/document.hpp"

#include <cstdint>

namespace quoin::tests {

model::Publication random_publication(std::uint64_t seed);

} // namespace quoin::tests
