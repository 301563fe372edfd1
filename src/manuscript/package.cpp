#include "manuscript/package.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <zip.h>

namespace quoin::manuscript {

namespace {

constexpr zip_int64_t most_entries = 20'000;
constexpr std::uint64_t largest_whole = 1ULL << 30U;
constexpr std::uint64_t small_enough = 50ULL << 20U; // so much may come out of any archive, however well it packs
constexpr std::uint64_t highest_ratio = 200;         // text packs to a tenth, XML of word processors to a hundredth

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Failure damaged(std::string const& path, std::string what) {
    return failure(Code::import_damaged, {}, fmt::format("\"{}\" cannot be read: {}", path, what),
                   {"open it in the program that made it, and save it anew"});
}

Archive open_archive(Bytes const& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = nullptr;
    if (source != nullptr) {
        archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        if (archive == nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    return Archive(archive);
}

bool leads_out(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
    for (std::size_t at = 0; at <= name.size();) {
        std::size_t const end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

struct Entry {
    zip_uint64_t index = 0, size = 0;
};

// What is wrong with one entry before it is unpacked; empty when nothing is.
std::string entry_problem(zip_stat_t const& stat) {
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
    if ((stat.valid & needed) != needed) return "an entry of the archive has no name or size";
    if (leads_out(stat.name)) return fmt::format("the entry \"{}\" leads out of the archive", stat.name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return "it is encrypted";
    return {};
}

} // namespace

struct Package::State {
    std::string path;
    Archive archive;
    std::vector<std::string> names;
    std::map<std::string, Entry, std::less<>> entries;
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Result<Package> Package::open(std::string const& path, Bytes const& bytes) {
    // An Office file with a password is no archive but an OLE compound file, as old .doc files are.
    constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (as_text(bytes).starts_with(compound_file)) return damaged(path, "it is encrypted, or of an old binary format");
    if (bytes.empty()) return damaged(path, "it is empty");
    auto state = std::make_unique<State>();
    state->path = path;
    state->archive = open_archive(bytes);
    if (!state->archive) return damaged(path, "it is no archive, or it is cut off");
    auto const count = zip_get_num_entries(state->archive.get(), 0);
    if (count > most_entries) return damaged(path, fmt::format("it has {} entries", count));
    std::uint64_t whole = 0;
    for (zip_int64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(state->archive.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
            return damaged(path, "its list of entries is broken");
        if (std::string problem = entry_problem(stat); !problem.empty()) return damaged(path, std::move(problem));
        whole += std::min<std::uint64_t>(stat.size, largest_whole + 1);
        if (whole > largest_whole || (whole > small_enough && whole / highest_ratio > bytes.size()))
            return damaged(path, "it unpacks to far more than a manuscript can hold");
        std::string const entry_name = stat.name;
        if (!entry_name.ends_with('/')) state->entries[entry_name] = {static_cast<zip_uint64_t>(index), stat.size};
    }
    for (auto const& [entry_name, entry] : state->entries) state->names.push_back(entry_name);
    return Package(std::move(state));
}

std::vector<std::string> const& Package::names() const { return state_->names; }

bool Package::contains(std::string_view name) const { return state_->entries.contains(name); }

Result<Bytes> Package::read(std::string const& name) const {
    auto const found = state_->entries.find(name);
    if (found == state_->entries.end()) return damaged(state_->path, fmt::format("it has no part \"{}\"", name));
    Bytes content(found->second.size);
    zip_file_t* const file = zip_fopen_index(state_->archive.get(), found->second.index, 0);
    if (file == nullptr) return damaged(state_->path, fmt::format("its part \"{}\" cannot be unpacked", name));
    auto const got = zip_fread(file, content.data(), content.size());
    // The checksum is compared when the end is reached: one byte more has to be asked for.
    std::uint8_t beyond = 0;
    bool const whole = got == static_cast<zip_int64_t>(content.size()) && zip_fread(file, &beyond, 1) == 0;
    if (zip_fclose(file) != 0 || !whole) return damaged(state_->path, fmt::format("its part \"{}\" is damaged", name));
    return content;
}

std::string resolve_reference(std::string_view from, std::string_view reference) {
    std::string const folder(from.substr(0, from.rfind('/') + 1));
    std::string const whole =
        reference.starts_with('/') ? std::string(reference.substr(1)) : folder + std::string(reference);
    std::vector<std::string_view> steps;
    std::string_view const path = whole;
    for (std::size_t at = 0; at <= path.size();) {
        std::size_t const end = std::min(path.find('/', at), path.size());
        std::string_view const step = path.substr(at, end - at);
        at = end + 1;
        if (step.empty() || step == ".") continue;
        if (step != "..") {
            steps.push_back(step);
        } else if (steps.empty()) {
            return {};
        } else {
            steps.pop_back();
        }
    }
    return fmt::format("{}", fmt::join(steps, "/"));
}

} // namespace quoin::manuscript
