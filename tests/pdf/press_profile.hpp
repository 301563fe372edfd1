#pragma once
// A press profile made in the test: small, and plainly no real press.

#include "base/bytes.hpp"

namespace quoin::pdf::test {

/// ICC version 2, class prtr, CMYK, with A2B0 and B2A0. Colours are mixed as if inks were ideal; black is never used
/// for colours, so that the conversion by profile shows.
Bytes press_profile();

} // namespace quoin::pdf::test
