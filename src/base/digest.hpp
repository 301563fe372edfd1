#pragma once
// Bytes as short words: names made from content, the same on every machine, and content as digits.

#include "base/bytes.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace quoin {

/// Lower-case hexadecimal digits.
std::string sha256_hex(std::string_view content);
/// A name-based UUID (RFC 9562 version 5, namespace URL): "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx".
std::string uuid_from_name(std::string_view name);
/// RFC 4648, section 4, without line feeds.
std::string base64(Bytes const&);

} // namespace quoin
