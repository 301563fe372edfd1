#include "media/tiff_directory.hpp"

namespace quoin::media {

namespace {

constexpr std::size_t entry_length = 12;
constexpr std::uint32_t type_byte = 1, type_short = 3;
constexpr std::uint32_t unit_centimetre = 3, unit_inch = 2;

ByteOrder stated_order(std::span<std::uint8_t const> bytes) {
    return !bytes.empty() && bytes.front() == 'M' ? ByteOrder::big : ByteOrder::little;
}

} // namespace

TiffDirectory::TiffDirectory(std::span<std::uint8_t const> bytes) : file_(bytes, stated_order(bytes)) {
    if (file_.u16(2) == 42) {
        directory_ = file_.u32(4);
    }
}

std::optional<std::size_t> TiffDirectory::entry(TiffTag tag) const {
    if (directory_ == 0) {
        return std::nullopt;
    }
    std::size_t const count = file_.u16(directory_);
    for (std::size_t index = 0; index < count; ++index) {
        std::size_t const at = directory_ + 2 + index * entry_length;
        if (file_.u16(at) == static_cast<std::uint32_t>(tag)) {
            return at;
        }
    }
    return std::nullopt;
}

std::uint32_t TiffDirectory::number(TiffTag tag, std::uint32_t absent) const {
    auto const at = entry(tag);
    if (!at) {
        return absent;
    }
    std::uint32_t const type = file_.u16(*at + 2);
    std::uint32_t const count = file_.u32(*at + 4);
    if (type == type_byte) {
        return file_.u8(*at + 8);
    }
    if (type == type_short) {
        bool const stands_in_entry = count <= 2;
        return file_.u16(stands_in_entry ? *at + 8 : file_.u32(*at + 8));
    }
    return file_.u32(*at + 8);
}

int TiffDirectory::orientation() const {
    std::uint32_t const stated = number(TiffTag::orientation, 1);
    return stated >= 1 && stated <= 8 ? static_cast<int>(stated) : 1;
}

double TiffDirectory::ppi() const {
    std::size_t const rational = number(TiffTag::x_resolution, 0);
    std::uint32_t const unit = number(TiffTag::resolution_unit, unit_inch);
    if (rational == 0 || file_.u32(rational + 4) == 0 || (unit != unit_inch && unit != unit_centimetre)) {
        return 0;
    }
    double const density = static_cast<double>(file_.u32(rational)) / file_.u32(rational + 4);
    return unit == unit_centimetre ? density * 2.54 : density;
}

} // namespace quoin::media
