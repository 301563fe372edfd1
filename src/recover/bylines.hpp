#pragma once
// Names and affiliations of a byline.

#include "model/document.hpp"

#include <string_view>
#include <vector>

namespace quoin::recover {

/// "By Jane Doe, Workers' Press, 5 May 2023" → Jane Doe of Workers' Press; a collective is one author.
std::vector<model::Author> read_authors(std::string_view byline);

} // namespace quoin::recover
