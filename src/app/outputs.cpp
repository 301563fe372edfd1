#include "app/outputs.hpp"

#include "base/file_system.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace quoin::app {

namespace stdfs = std::filesystem;

namespace {

bool holds(std::string const& path, Bytes const& bytes) {
    std::error_code code;
    if (stdfs::file_size(path, code) != bytes.size() || code) return false;
    auto const present = DiskFileSystem().read(path);
    return present && *present == bytes;
}

Failure unwritable(std::string const& path) {
    return failure(Code::output_unwritable, {}, fmt::format("\"{}\" cannot be written", path),
                   {"see that the folder exists, may be written to, and has room"});
}

std::string temporary_name(std::string const& path) {
    return fmt::format("{}.{}.part", path, static_cast<long>(::getpid()));
}

// The whole file under its temporary name, or nothing.
bool write_temporary(std::string const& path, Bytes const& bytes) {
    std::string const temporary = temporary_name(path);
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (stream) return true;
    std::error_code code;
    stdfs::remove(temporary, code);
    return false;
}

bool put_in_place(std::string const& path) {
    std::error_code code;
    stdfs::rename(temporary_name(path), path, code);
    if (!code) return true;
    stdfs::remove(temporary_name(path), code);
    return false;
}

} // namespace

Result<void> write_file(std::string const& path, Bytes const& bytes) {
    if (holds(path, bytes)) return {};
    if (!write_temporary(path, bytes) || !put_in_place(path)) return unwritable(path);
    return {};
}

Result<std::vector<std::string>> write_files(std::string const& folder, std::vector<OutputFile> const& files) {
    std::error_code code;
    std::vector<std::string> paths, changed;
    for (OutputFile const& file : files) {
        std::string const path = join_path(folder, file.name);
        paths.push_back(path);
        if (holds(path, file.bytes)) continue;
        stdfs::create_directories(parent_path(path), code);
        if (!write_temporary(path, file.bytes)) {
            for (std::string const& written : changed) stdfs::remove(temporary_name(written), code);
            return unwritable(path);
        }
        changed.push_back(path);
    }
    // Only now is anything replaced: a disk that is full has been found out above.
    for (std::size_t i = 0; i < changed.size(); ++i) {
        if (put_in_place(changed[i])) continue;
        for (std::size_t rest = i + 1; rest < changed.size(); ++rest)
            stdfs::remove(temporary_name(changed[rest]), code);
        return unwritable(changed[i]);
    }
    return paths;
}

} // namespace quoin::app
