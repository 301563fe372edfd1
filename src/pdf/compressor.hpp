#pragma once
// Deflate in zlib's frame, as /FlateDecode wants it (ISO 32000-1, 7.4.4). One object belongs to one thread.

#include "base/bytes.hpp"
#include "pdf/write_pdf.hpp"

#include <memory>
#include <span>

struct libdeflate_compressor;

namespace quoin::pdf {

class Compressor {
  public:
    explicit Compressor(Edition::Compression);
    [[nodiscard]] Bytes compress(std::span<std::uint8_t const>) const;

  private:
    struct Free {
        void operator()(libdeflate_compressor*) const;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    mutable Bytes scratch_; // large enough for the worst case; the result is cut to size
};

/// A checksum that is part of the file's ID.
std::uint32_t checksum(std::uint32_t start, std::span<std::uint8_t const>);

} // namespace quoin::pdf
