#pragma once
// Hyphenation patterns (Liang) of a file that libhyphen takes seconds to load: UTF-8 pattern text in, a Dictionary out.

#include "text/dictionary.hpp"

#include <memory>
#include <string_view>

namespace quoin::text {

/// Whether the file has patterns that change the word ("f1f/ff=f,1,2"); those are left to libhyphen.
bool has_changing_patterns(std::string_view file);
/// `file` in UTF-8, whatever its first line says. Knows NEXTLEVEL: the first level parts compounds.
std::unique_ptr<Dictionary> make_pattern_tree(std::string_view file);

} // namespace quoin::text
