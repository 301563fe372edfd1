#pragma once
// Texts in memory, proofread: "3:7 space-missing" for each finding.

#include "base/diagnostic.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::tests {

using Findings = std::vector<std::string>;
inline Findings const nothing{};

/// A finding as the two below write it.
std::string at(std::string const& place, Code);

/// An article's body; lines count from its first one.
Findings proofread(std::string const& markdown, std::string const& language = "en");
/// A folder as "pub/…"; findings with the file's name before them.
Findings proofread_folder(std::map<std::string, std::string> files);

} // namespace quoin::tests
