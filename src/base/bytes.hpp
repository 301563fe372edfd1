#pragma once
// Raw content of files.

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoin {

using Bytes = std::vector<std::uint8_t>;

inline std::string_view as_text(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

inline Bytes to_bytes(std::string_view text) { return {text.begin(), text.end()}; }

} // namespace quoin
