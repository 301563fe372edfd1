#pragma once
// Texts in memory, proofread: "3:7 space-missing" for each finding.

#include <map>
#include <string>
#include <vector>

namespace quoin::tests {

using Findings = std::vector<std::string>;
inline Findings const nothing{};

/// An article's body; lines count from its first one.
Findings proofread(std::string const& markdown, std::string const& language = "en");
/// A folder as "pub/…"; findings with the file's name before them.
Findings proofread_folder(std::map<std::string, std::string> files);

} // namespace quoin::tests
