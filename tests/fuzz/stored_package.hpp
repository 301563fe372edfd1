#pragma once
// Archives for fuzz targets whose readers expect one: entries that are not compressed (APPNOTE 6.3, section 4.3).

#include "base/bytes.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace quoin::test {

/// Little-endian.
inline void put(Bytes& to, std::uint32_t value, int bytes) {
    for (int each = 0; each < bytes; ++each) to.push_back(static_cast<std::uint8_t>(value >> (8 * each)));
}

inline std::uint32_t checksum(std::string const& content) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (char const letter : content) {
        sum ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

inline void put_text(Bytes& to, std::string const& text) { to.insert(to.end(), text.begin(), text.end()); }

/// What the local header and the directory say alike: version, flags, method, time, date, sizes, lengths.
inline void put_description(Bytes& to, std::string const& name, std::string const& content) {
    put(to, 20, 2);
    put(to, 0, 4);
    put(to, 0, 4);
    put(to, checksum(content), 4);
    put(to, static_cast<std::uint32_t>(content.size()), 4);
    put(to, static_cast<std::uint32_t>(content.size()), 4);
    put(to, static_cast<std::uint32_t>(name.size()), 2);
    put(to, 0, 2);
}

inline Bytes stored_package(std::map<std::string, std::string> const& files) {
    Bytes bytes;
    Bytes directory;
    for (auto const& [name, content] : files) {
        auto const place = static_cast<std::uint32_t>(bytes.size());
        put(bytes, 0x04034B50, 4);
        put_description(bytes, name, content);
        put_text(bytes, name);
        put_text(bytes, content);
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        put_description(directory, name, content);
        put(directory, 0, 4); // comment, disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, place, 4);
        put_text(directory, name);
    }
    auto const begin = static_cast<std::uint32_t>(bytes.size());
    bytes.insert(bytes.end(), directory.begin(), directory.end());
    put(bytes, 0x06054B50, 4);
    put(bytes, 0, 4);
    put(bytes, static_cast<std::uint32_t>(files.size()), 2);
    put(bytes, static_cast<std::uint32_t>(files.size()), 2);
    put(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    put(bytes, begin, 4);
    put(bytes, 0, 2);
    return bytes;
}

} // namespace quoin::test
