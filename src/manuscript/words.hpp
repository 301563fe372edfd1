#pragma once
// Words as the proof and the search for places compare them.

#include <string>
#include <string_view>
#include <vector>

namespace quoin::manuscript {

/// Letters and digits with their marks, in NFKC and folded case; what stands between is no word. Apostrophes, soft
/// hyphens and zero-width characters within a word are left out: "don’t" is "dont", "in­ter" is "inter". Raised figures
/// (¹ ² …) are words of their own.
std::vector<std::string> words(std::string_view text);
/// The words with one space between.
std::string folded(std::string_view text);

} // namespace quoin::manuscript
