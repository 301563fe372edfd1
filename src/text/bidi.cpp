#include "text/bidi.hpp"

#include "base/utf8.hpp"

#include <string>
#include <unicode/ubidi.h>

namespace quoin::text {

namespace {

// Lead bytes of U+0590…U+08FF, of the bidi controls' block, of U+FB1D…U+FEFF and of the supplementary planes.
bool may_run_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte < 0xD6) continue;
        if (byte <= 0xDF || byte == 0xE0 || byte == 0xEF || byte >= 0xF0) return true;
        if (byte == 0xE2 && i + 2 < text.size()) {
            std::size_t at = i;
            char32_t const c = next_character(text, at);
            if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
        }
    }
    return false;
}

} // namespace

BidiLevels bidi_levels(std::string_view text, bool right_to_left_language) {
    BidiLevels levels;
    if (!right_to_left_language && !may_run_left(text)) return levels;
    std::u16string wide;
    std::vector<std::size_t> byte_of; // of each UTF-16 unit
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        char32_t const c = next_character(text, at);
        if (c >= 0x10000) {
            wide.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U)));
            byte_of.push_back(begin);
        }
        wide.push_back(static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + ((c - 0x10000) & 0x3FFU) : c));
        byte_of.push_back(begin);
    }
    if (wide.empty()) return levels;
    UErrorCode status = U_ZERO_ERROR;
    UBiDi* bidi = ubidi_open();
    ubidi_setPara(bidi, wide.data(), static_cast<int32_t>(wide.size()),
                  right_to_left_language ? UBIDI_DEFAULT_RTL : UBIDI_DEFAULT_LTR, nullptr, &status);
    UBiDiLevel const* found = U_SUCCESS(status) != 0 ? ubidi_getLevels(bidi, &status) : nullptr;
    if (found != nullptr && U_SUCCESS(status) != 0) {
        levels.base = ubidi_getParaLevel(bidi);
        bool all_left_to_right = levels.base == 0;
        for (std::size_t i = 0; i < wide.size(); ++i) all_left_to_right = all_left_to_right && found[i] == 0;
        if (!all_left_to_right) {
            levels.of_byte.assign(text.size(), 0);
            for (std::size_t i = 0; i < wide.size(); ++i) {
                std::size_t const end = i + 1 < wide.size() ? byte_of[i + 1] : text.size();
                for (std::size_t byte = byte_of[i]; byte < end; ++byte) levels.of_byte[byte] = found[i];
            }
        }
    }
    ubidi_close(bidi);
    return levels;
}

std::vector<std::size_t> visual_order(std::vector<std::uint8_t> const& levels) {
    std::vector<int32_t> order(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), order.data());
    return {order.begin(), order.end()};
}

} // namespace quoin::text
