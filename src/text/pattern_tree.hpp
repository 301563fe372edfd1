#pragma once
// Hyphenation patterns (Liang's algorithm: at each place the highest level of all patterns that fit): UTF-8 text of a
// pattern file in, a Dictionary out.

#include "text/dictionary.hpp"

#include <memory>
#include <string_view>

namespace quoin::text {

/// Whether the file has patterns that change the word ("f1f/ff=f,1,2"); those are left to libhyphen.
bool has_changing_patterns(std::string_view file);
/// `file` in UTF-8, whatever its first line says. Knows NEXTLEVEL: the first level parts compounds.
std::unique_ptr<Dictionary> make_pattern_tree(std::string_view file);

} // namespace quoin::text
