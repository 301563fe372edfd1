#include "epub/characters.hpp"

#include <tuple>

namespace quoin::epub {

void CharacterSet::add(CharacterSet const& other) {
    for (std::size_t i = 0; i < low_.size(); ++i) low_[i] |= other.low_[i];
    high_.insert(other.high_.begin(), other.high_.end());
}

void CharacterSet::for_each(std::function<void(char32_t)> const& visit) const {
    for (std::size_t i = 0; i < low_.size(); ++i)
        for (std::uint64_t bit = 0; low_[i] >> bit != 0; ++bit) {
            if ((low_[i] >> bit & 1U) != 0) visit(static_cast<char32_t>(i * 64 + bit));
            if (bit == 63) break;
        }
    for (char32_t const character : high_) visit(character);
}

bool operator<(FaceStyle const& a, FaceStyle const& b) {
    return std::tie(a.family, a.weight, a.italic, a.capitals) < std::tie(b.family, b.weight, b.italic, b.capitals);
}

void add(CharacterUse& to, CharacterUse const& from) {
    for (auto const& [style, characters] : from) to[style].add(characters);
}

bool needs_no_glyph(char32_t c) {
    return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || c == 0x034f || (c >= 0x2000 && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

namespace {

// Blocks in which capital and small letter are neighbours, the capital even (or odd).
bool in_pairs(char32_t c, bool& capital_even) {
    capital_even = true;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) {
        capital_even = false;
        return true;
    }
    return (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14a && c <= 0x177) || (c >= 0x1e00 && c <= 0x1e95) ||
           (c >= 0x1ea0 && c <= 0x1eff) || (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) ||
           (c >= 0x4d0 && c <= 0x52f) || (c >= 0x218 && c <= 0x21f);
}

} // namespace

char32_t capital_of(char32_t c) {
    if (c >= 'a' && c <= 'z') return c - 32;
    if (c < 0xb5) return c;
    if (c >= 0xe0 && c <= 0xfe && c != 0xf7) return c - 32;
    if (c == 0xff) return 0x178;
    if (c == 0xdf) return 'S';
    if (c == 0x131) return 'I';
    if (bool even = true; in_pairs(c, even)) return (c % 2 == 1) == even ? c - 1 : c;
    if (c == 0x3ac) return 0x386;
    if (c >= 0x3ad && c <= 0x3af) return c - 37;
    if (c == 0x3c2) return 0x3a3;
    if (c >= 0x3b1 && c <= 0x3cb) return c - 32;
    if (c == 0x3cc) return 0x38c;
    if (c == 0x3cd || c == 0x3ce) return c - 63;
    if (c >= 0x430 && c <= 0x44f) return c - 32;
    if (c >= 0x450 && c <= 0x45f) return c - 80;
    if (c >= 0x561 && c <= 0x586) return c - 48;
    return c;
}

} // namespace quoin::epub
