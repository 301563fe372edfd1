#pragma once
// Figures in the text that may call notes, seen before anything is parsed.

#include "recover/recovery.hpp"

#include <vector>

namespace quoin::recover {

struct FragmentCalls {
    std::vector<int> superscript, bracket, parenthesis;
};

/// One for each fragment; a fragment's own marker does not count.
std::vector<FragmentCalls> count_calls(Recovery const&);

} // namespace quoin::recover
