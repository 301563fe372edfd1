#include "epub/build_package.hpp"

#include "base/date.hpp"

#include <fmt/format.h>
#include <libdeflate.h>
#include <zip.h>

#include <cstring>
#include <memory>
#include <new>

namespace quoin::epub {

namespace {

// One level for every build: 6 is within a percent of 9 at a third of its time.
constexpr int deflate_level = 6;
// Unix, a regular file that its owner may write and all may read.
constexpr zip_uint32_t file_attributes = 0100644U << 16U;

struct Packed {
    Bytes content; // deflated, or as it is
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;
    bool stored = false;
};

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

// Pictures and the mimetype do not get smaller.
bool stays_as_it_is(PackageFile const& file) {
    auto const ends = [&](std::string_view ending) {
        return file.path.size() >= ending.size() &&
               file.path.compare(file.path.size() - ending.size(), ending.size(), ending) == 0;
    };
    return file.stored || file.bytes.empty() || ends(".jpg") || ends(".png");
}

Packed pack(PackageFile const& file) {
    Packed packed;
    packed.size = file.bytes.size();
    packed.checksum = libdeflate_crc32(0, file.bytes.data(), file.bytes.size());
    if (!stays_as_it_is(file)) {
        std::unique_ptr<libdeflate_compressor, FreeCompressor> const compressor(
            libdeflate_alloc_compressor(deflate_level));
        if (!compressor) throw std::bad_alloc();
        packed.content.resize(libdeflate_deflate_compress_bound(compressor.get(), file.bytes.size()));
        packed.content.resize(libdeflate_deflate_compress(compressor.get(), file.bytes.data(), file.bytes.size(),
                                                          packed.content.data(), packed.content.size()));
    }
    packed.stored = packed.content.empty();
    if (packed.stored) packed.content = file.bytes;
    return packed;
}

// What libzip reads an entry from: content that is packed already, which it copies when it is told so.
struct PackedSource {
    Packed const* packed = nullptr;
    std::size_t at = 0;
};

zip_int64_t describe(Packed const& packed, void* data, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t)) return -1;
    auto* stat = static_cast<zip_stat_t*>(data);
    zip_stat_init(stat);
    stat->size = packed.size;
    stat->comp_size = packed.content.size();
    stat->crc = packed.checksum;
    stat->comp_method = packed.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    stat->encryption_method = ZIP_EM_NONE;
    stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    return sizeof(zip_stat_t);
}

zip_int64_t read_packed(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& source = *static_cast<PackedSource*>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN: source.at = 0; return 0;
    case ZIP_SOURCE_READ: {
        std::size_t const count = std::min<std::size_t>(length, source.packed->content.size() - source.at);
        if (count > 0) std::memcpy(data, source.packed->content.data() + source.at, count);
        source.at += count;
        return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: return 0;
    case ZIP_SOURCE_STAT: return describe(*source.packed, data, length);
    case ZIP_SOURCE_ERROR: return zip_error_to_data(nullptr, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default: return -1;
    }
}

/// DOS time knows no time zone: it is made from UTC, not by the machine's clock settings.
struct DosTime {
    zip_uint16_t time = 0, date = 0;
};

DosTime dos_time(long long epoch) {
    constexpr long long first = 315532800; // 1980-01-01, the first day that the format knows
    long long const moment = std::max(epoch, first);
    Date const day = from_epoch(moment);
    auto const seconds = static_cast<unsigned>(moment % 86400);
    DosTime result;
    result.time = static_cast<zip_uint16_t>(seconds / 3600 << 11U | seconds / 60 % 60 << 5U | seconds % 60 / 2);
    result.date = static_cast<zip_uint16_t>(static_cast<unsigned>(day.year - 1980) << 9U |
                                            static_cast<unsigned>(day.month) << 5U | static_cast<unsigned>(day.day));
    return result;
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Failure unwritable(std::string const& why) {
    return failure(Code::internal_fault, {}, "the EPUB's archive cannot be written: " + why);
}

bool add_entry(zip_t* archive, std::string const& name, PackedSource& state, DosTime time) {
    zip_source_t* source = zip_source_function(archive, read_packed, &state);
    if (source == nullptr) return false;
    zip_int64_t const index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    auto const entry = static_cast<zip_uint64_t>(index);
    zip_int32_t const method = state.packed->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(archive, entry, method, 0) == 0 &&
           zip_file_set_dostime(archive, entry, time.time, time.date, 0) == 0 &&
           zip_file_set_external_attributes(archive, entry, 0, ZIP_OPSYS_UNIX, file_attributes) == 0;
}

Result<Bytes> content_of(zip_source_t* buffer) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(buffer, &stat) != 0 || zip_source_open(buffer) != 0)
        return unwritable("its buffer does not open");
    Bytes bytes(stat.size);
    bool const whole = zip_source_read(buffer, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
    zip_source_close(buffer);
    if (!whole) return unwritable("its buffer is cut short");
    return bytes;
}

} // namespace

Result<Bytes> write_archive(Package const& package, long long epoch, Pool& pool) {
    std::vector<Packed> packed(package.files.size());
    pool.for_each(packed.size(), [&](std::size_t i) { packed[i] = pack(package.files[i]); });

    zip_error_t error;
    zip_error_init(&error);
    Source const buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!buffer) return unwritable(zip_error_strerror(&error));
    zip_source_keep(buffer.get()); // closing the archive gives one hold back
    Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(buffer.get());
        return unwritable(zip_error_strerror(&error));
    }
    std::vector<PackedSource> sources(packed.size());
    DosTime const time = dos_time(epoch);
    for (std::size_t i = 0; i < packed.size(); ++i) {
        sources[i].packed = &packed[i];
        if (!add_entry(archive.get(), package.files[i].path, sources[i], time))
            return unwritable(zip_strerror(archive.get()));
    }
    if (zip_close(archive.get()) != 0) return unwritable(zip_strerror(archive.get()));
    static_cast<void>(archive.release());
    return content_of(buffer.get());
}

} // namespace quoin::epub
