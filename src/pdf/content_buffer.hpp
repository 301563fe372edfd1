#pragma once
// Growing text of a content stream, and the one way numbers are written: fixed decimals, no locale, no exponent.

#include "base/length.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace quoin::pdf {

/// Four hexadecimal digits of a two-byte character code.
using HexCode = std::array<char, 4>;
HexCode hex_code(std::uint32_t code);

class ContentBuffer {
  public:
    void clear() { size_ = 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {data_.get(), size_}; }
    [[nodiscard]] std::span<std::uint8_t const> bytes() const {
        return {reinterpret_cast<std::uint8_t const*>(data_.get()), size_};
    }

    void put(char c) {
        ensure(1);
        data_[size_++] = c;
    }
    void put(std::string_view text) {
        ensure(text.size());
        std::memcpy(data_.get() + size_, text.data(), text.size());
        size_ += text.size();
    }
    void put(HexCode code) {
        ensure(code.size());
        std::memcpy(data_.get() + size_, code.data(), code.size());
        size_ += code.size();
    }
    /// `value` in units of 10^-decimals, trailing zeros cut: put_fixed(-1250, 3) writes "-1.25".
    void put_fixed(std::int64_t value, int decimals);
    void put_integer(std::int64_t value) { put_fixed(value, 0); }
    /// Points with three decimals and a space behind: an operand.
    void put_operand(Length length) {
        put_fixed(thousandths(length), 3);
        put(' ');
    }

    /// Thousandths of a point, the precision of every coordinate we write (0.35 µm).
    static std::int64_t thousandths(Length length) { return (length.units * 1000 + Length::units_per_point / 2) >> 16; }

  private:
    void ensure(std::size_t more) {
        if (capacity_ - size_ < more) grow(more);
    }
    void grow(std::size_t more);

    std::unique_ptr<char[]> data_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace quoin::pdf
