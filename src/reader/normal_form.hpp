#pragma once
// Text in Unicode's normal form C, so that "é" is one character however it was typed.

#include <string>
#include <string_view>

namespace quoin::reader {

std::string normal_form(std::string_view);

} // namespace quoin::reader
