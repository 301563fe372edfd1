#pragma once
// Reading numbers out of a file's bytes without ever reading beside them.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace quoin::media {

enum class ByteOrder { big, little };

/// What lies outside the file reads as zero, so a cut off header gives a picture without a size, which is an error anyway.
class ByteView {
  public:
    ByteView(std::span<std::uint8_t const> bytes, ByteOrder order) : bytes_(bytes), order_(order) {}

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] std::uint32_t u8(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : 0U; }
    [[nodiscard]] std::uint32_t u16(std::size_t at) const {
        return order_ == ByteOrder::big ? u8(at) << 8 | u8(at + 1) : u8(at) | u8(at + 1) << 8;
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return order_ == ByteOrder::big ? u16(at) << 16 | u16(at + 2) : u16(at) | u16(at + 2) << 16;
    }
    [[nodiscard]] std::uint32_t u24(std::size_t at) const {
        return order_ == ByteOrder::big ? u16(at) << 8 | u8(at + 2) : u16(at) | u8(at + 2) << 16;
    }
    [[nodiscard]] bool has(std::size_t at, std::string_view text) const {
        return at <= size() && size() - at >= text.size() && this->text(at, text.size()) == text;
    }
    /// At most `count` bytes from `at`.
    [[nodiscard]] std::span<std::uint8_t const> part(std::size_t at, std::size_t count) const {
        return at >= size() ? std::span<std::uint8_t const>{}
                            : bytes_.subspan(at, count < size() - at ? count : size() - at);
    }
    [[nodiscard]] std::string_view text(std::size_t at, std::size_t count) const {
        auto const found = part(at, count);
        return {reinterpret_cast<char const*>(found.data()), found.size()};
    }

  private:
    std::span<std::uint8_t const> bytes_;
    ByteOrder order_;
};

} // namespace quoin::media
