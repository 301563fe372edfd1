#pragma once
// Running text in canonical form.

#include "model/document.hpp"

#include <string>
#include <string_view>

namespace quoin::writer {

/// Whether the text may go on in a new line.
enum class Breaks { kept, spaces };

model::Inlines canonical_inlines(model::Inlines, Breaks);
/// NFC, one line, without control characters.
std::string canonical_line(std::string_view);
/// The same with line feeds and tabs.
std::string canonical_lines(std::string_view);

} // namespace quoin::writer
