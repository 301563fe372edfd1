#include "base/digest.hpp"

#include <array>
#include <fmt/format.h>
#include <glib.h>

namespace quoin {

std::string sha256_hex(std::string_view content) {
    gchar* digits =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<guchar const*>(content.data()), content.size());
    std::string result(digits);
    g_free(digits);
    return result;
}

std::string base64(Bytes const& bytes) {
    gchar* digits = g_base64_encode(bytes.data(), bytes.size());
    std::string result(digits);
    g_free(digits);
    return result;
}

std::string uuid_from_name(std::string_view name) {
    // RFC 9562, section 6.6: the URL namespace 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
    static constexpr std::array<guchar, 16> url_namespace = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                             0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    GChecksum* checksum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(checksum, url_namespace.data(), static_cast<gssize>(url_namespace.size()));
    g_checksum_update(checksum, reinterpret_cast<guchar const*>(name.data()), static_cast<gssize>(name.size()));
    std::array<guint8, 20> digest{};
    gsize length = digest.size();
    g_checksum_get_digest(checksum, digest.data(), &length);
    g_checksum_free(checksum);
    digest[6] = static_cast<guint8>((digest[6] & 0x0FU) | 0x50U);
    digest[8] = static_cast<guint8>((digest[8] & 0x3FU) | 0x80U);
    std::string uuid;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
        uuid += fmt::format("{:02x}", digest[i]);
    }
    return uuid;
}

} // namespace quoin
