#pragma once
// Check digits of ISSN and ISBN.

#include <string_view>

namespace quoin::reader {

/// "2049-3630", with the hyphen.
bool is_issn(std::string_view);
/// Ten or thirteen digits, with or without hyphens and spaces.
bool is_isbn(std::string_view);

} // namespace quoin::reader
