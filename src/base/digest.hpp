#pragma once
// Names made from content: the same input gives the same identifier on every machine.

#include <cstdint>
#include <string>
#include <string_view>

namespace quoin {

/// Lower-case hexadecimal digits.
std::string sha256_hex(std::string_view content);
/// A name-based UUID (RFC 9562 version 5, namespace URL): "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx".
std::string uuid_from_name(std::string_view name);

} // namespace quoin
