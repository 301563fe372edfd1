#pragma once
// Bytes of unknown encoding as UTF-8.

#include "base/bytes.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin::manuscript {

struct Decoded {
    std::string text;     // UTF-8 in NFC without a byte order mark, with line feeds alone; form feeds and tabs are kept
    std::string encoding; // "UTF-8", "UTF-16LE", "windows-1252", …
    bool guessed = false; // neither a byte order mark, nor valid UTF-8, nor `declared` told it
    std::size_t damaged = 0; // U+FFFD that stand for bytes without a meaning; other control characters are dropped
};

/// `declared`: what a meta element or an XML declaration names; empty when nothing does.
Decoded decode(Bytes const&, std::string_view declared = "");

} // namespace quoin::manuscript
