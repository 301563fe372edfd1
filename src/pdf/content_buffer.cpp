#include "pdf/content_buffer.hpp"

#include <algorithm>

namespace quoin::pdf {

HexCode hex_code(std::uint32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15], digits[code & 15]};
}

void ContentBuffer::put_fixed(std::int64_t value, int decimals) {
    std::array<char, 32> digits;
    char* const end = digits.data() + digits.size();
    char* at = end;
    bool const negative = value < 0;
    auto rest = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);

    bool fraction = false; // a digit behind the point has been written
    for (int place = 0; place < decimals; ++place) {
        auto const digit = static_cast<char>('0' + rest % 10);
        rest /= 10;
        if (fraction || digit != '0') {
            *--at = digit;
            fraction = true;
        }
    }
    if (fraction) *--at = '.';
    do {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (negative && (fraction || *at != '0' || at + 1 != end)) *--at = '-'; // never "-0"
    put(std::string_view(at, static_cast<std::size_t>(end - at)));
}

void ContentBuffer::grow(std::size_t more) {
    auto const wanted = std::max<std::size_t>({size_ + more, capacity_ * 2, 16384});
    auto larger = std::make_unique_for_overwrite<char[]>(wanted);
    if (size_ > 0) std::memcpy(larger.get(), data_.get(), size_);
    data_ = std::move(larger);
    capacity_ = wanted;
}

} // namespace quoin::pdf
