#include "pdf/cff.hpp"

namespace quoin::pdf {

namespace {

/// Reads big-endian numbers; what lies outside is remembered as a failure and read as zero.
class Reader {
  public:
    Reader(std::span<std::uint8_t const> bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    std::uint32_t number(int size) {
        std::uint32_t value = 0;
        for (int index = 0; index < size; ++index) {
            if (at_ >= bytes_.size()) {
                failed_ = true;
                return 0;
            }
            value = value << 8 | bytes_[at_++];
        }
        return value;
    }
    void seek(std::size_t at) { at_ = at; }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    std::span<std::uint8_t const> bytes_;
    std::size_t at_;
    bool failed_ = false;
};

/// An INDEX (section 5): where its first entry lies and where it ends.
struct Index {
    std::size_t first_begin = 0, first_end = 0, end = 0;
};

Index read_index(Reader& reader) {
    auto const count = reader.number(2);
    Index index{reader.at(), reader.at(), reader.at()};
    if (count == 0) return index;
    auto const offset_size = static_cast<int>(reader.number(1));
    if (offset_size < 1 || offset_size > 4) {
        reader.seek(SIZE_MAX);
        reader.number(1);
        return index;
    }
    auto const offsets = reader.at();
    auto const data = offsets + (std::size_t{count} + 1) * static_cast<std::size_t>(offset_size) - 1;
    index.first_begin = data + reader.number(offset_size);
    index.first_end = data + reader.number(offset_size);
    reader.seek(offsets + std::size_t{count} * static_cast<std::size_t>(offset_size));
    index.end = data + reader.number(offset_size);
    reader.seek(index.end);
    return index;
}

struct TopDict {
    bool cid_keyed = false; // has ROS
    std::size_t charset = 0;
};

/// Operands and operators of a DICT (section 4).
TopDict read_top_dict(Reader& reader, std::size_t end) {
    TopDict dict;
    std::uint32_t last_operand = 0;
    while (reader.at() < end && !reader.failed()) {
        auto const byte = reader.number(1);
        if (byte == 12) {
            if (reader.number(1) == 30) dict.cid_keyed = true; // ROS
        } else if (byte <= 21) {
            if (byte == 15) dict.charset = last_operand;
        } else if (byte == 28) {
            last_operand = reader.number(2);
        } else if (byte == 29) {
            last_operand = reader.number(4);
        } else if (byte == 30) { // a real number: nibbles up to one of 15
            for (auto pair = reader.number(1); (pair & 15) != 15 && (pair >> 4) != 15 && !reader.failed();) {
                pair = reader.number(1);
            }
        } else if (byte <= 246) {
            last_operand = byte - 139;
        } else if (byte <= 250) {
            last_operand = (byte - 247) * 256 + reader.number(1) + 108;
        } else {
            reader.number(1);
        }
    }
    return dict;
}

/// A charset (section 13): glyph 0 is always CID 0 and not listed.
std::vector<std::uint32_t> read_charset(Reader& reader, std::size_t glyphs) {
    std::vector<std::uint32_t> cids{0};
    auto const format = reader.number(1);
    while (cids.size() < glyphs && !reader.failed()) {
        auto const first = reader.number(2);
        auto const left = format == 0 ? 0 : reader.number(format == 1 ? 1 : 2);
        for (std::uint32_t step = 0; step <= left && cids.size() < glyphs; ++step) cids.push_back(first + step);
    }
    return cids;
}

} // namespace

std::optional<std::vector<std::uint32_t>> cff_cids(std::span<std::uint8_t const> table, std::size_t glyphs) {
    Reader reader(table, 2);
    reader.seek(reader.number(1)); // size of the header
    read_index(reader);            // names
    auto const top = read_index(reader);
    if (reader.failed()) return std::nullopt;
    Reader dict_reader(table, top.first_begin);
    auto const dict = read_top_dict(dict_reader, top.first_end);
    if (dict_reader.failed()) return std::nullopt;
    if (!dict.cid_keyed) return std::vector<std::uint32_t>{};
    // The predefined charsets 0 to 2 are for name-keyed fonts only.
    if (dict.charset <= 2) return std::nullopt;
    Reader charset_reader(table, dict.charset);
    auto cids = read_charset(charset_reader, glyphs);
    if (charset_reader.failed()) return std::nullopt;
    return cids;
}

} // namespace quoin::pdf
