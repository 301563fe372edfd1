#pragma once
// The first directory of a TIFF file, which is also what EXIF data is made of (TIFF 6.0, section 2).

#include "media/byte_view.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace quoin::media {

enum class TiffTag : std::uint16_t {
    width = 256,
    height = 257,
    bits = 258,
    photometric = 262,
    orientation = 274,
    samples = 277,
    x_resolution = 282,
    resolution_unit = 296,
    profile = 34675
};

/// Views the bytes; they must outlive it.
class TiffDirectory {
  public:
    explicit TiffDirectory(std::span<std::uint8_t const> bytes);

    /// First value of an entry of bytes, shorts or longs; of other types its offset. `absent` when there is no entry.
    [[nodiscard]] std::uint32_t number(TiffTag tag, std::uint32_t absent) const;
    /// 1 to 8; 1 when nothing sensible is stated.
    [[nodiscard]] int orientation() const;
    /// 0 when not stated.
    [[nodiscard]] double ppi() const;

  private:
    [[nodiscard]] std::optional<std::size_t> entry(TiffTag tag) const;

    ByteView file_;
    std::size_t directory_ = 0; // offset; 0 = none
};

} // namespace quoin::media
