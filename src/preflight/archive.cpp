#include "preflight/archive.hpp"

#include <memory>
#include <zip.h>

namespace quoin::preflight {

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::unique_ptr<zip_t, Discard> open(Bytes const& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = nullptr;
    if (source != nullptr) {
        archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        if (archive == nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    return std::unique_ptr<zip_t, Discard>(archive);
}

bool unpack(zip_t* archive, zip_uint64_t index, ArchiveEntry& entry) {
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
    constexpr zip_uint64_t largest = 1U << 30U; // a bomb is no book
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & needed) != needed || stat.size > largest)
        return false;
    entry.name = stat.name;
    entry.stored = stat.comp_method == ZIP_CM_STORE;
    entry.content.resize(stat.size);
    zip_file_t* const file = zip_fopen_index(archive, index, 0);
    if (file == nullptr) return false;
    auto const read = zip_fread(file, entry.content.data(), stat.size);
    // The checksum is compared when the end is reached: one byte more has to be asked for.
    std::uint8_t beyond = 0;
    bool const whole = read == static_cast<zip_int64_t>(stat.size) && zip_fread(file, &beyond, 1) == 0;
    return zip_fclose(file) == 0 && whole;
}

} // namespace

std::optional<std::vector<ArchiveEntry>> read_archive(Bytes const& bytes) {
    auto const archive = open(bytes);
    if (!archive) return std::nullopt;
    std::vector<ArchiveEntry> entries;
    auto const count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t index = 0; index < count; ++index) {
        ArchiveEntry entry;
        if (!unpack(archive.get(), static_cast<zip_uint64_t>(index), entry)) return std::nullopt;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace quoin::preflight
