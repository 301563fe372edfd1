#include "base/file_system.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace quoin {

namespace stdfs = std::filesystem;

Result<Bytes> DiskFileSystem::read(std::string const& path) const {
    std::error_code code;
    if (!stdfs::exists(path, code))
        return failure(Code::file_missing, {}, fmt::format("there is no file \"{}\"", path));
    if (!stdfs::is_regular_file(path, code))
        return failure(Code::file_unreadable, {}, fmt::format("\"{}\" is not a file", path));
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failure(Code::file_unreadable, {}, fmt::format("\"{}\" cannot be opened", path));
    auto const size = static_cast<std::size_t>(stdfs::file_size(path, code));
    Bytes bytes(code ? 0 : size);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (stream.gcount() != static_cast<std::streamsize>(bytes.size()))
        return failure(Code::file_unreadable, {}, fmt::format("\"{}\" cannot be read to its end", path));
    return bytes;
}

bool DiskFileSystem::exists(std::string const& path) const {
    std::error_code code;
    return stdfs::is_regular_file(path, code);
}

std::vector<std::string> DiskFileSystem::list(std::string const& folder) const {
    std::vector<std::string> names;
    std::error_code code;
    for (stdfs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        if (entry->is_regular_file(code)) names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string DiskFileSystem::canonical(std::string const& path) const {
    std::error_code code;
    stdfs::path const resolved = stdfs::weakly_canonical(path, code);
    return code ? path : resolved.string();
}

Result<Bytes> MemoryFileSystem::read(std::string const& path) const {
    auto const found = files_.find(canonical(path));
    if (found == files_.end()) return failure(Code::file_missing, {}, fmt::format("there is no file \"{}\"", path));
    return to_bytes(found->second);
}

bool MemoryFileSystem::exists(std::string const& path) const { return files_.count(canonical(path)) != 0; }

std::vector<std::string> MemoryFileSystem::list(std::string const& folder) const {
    std::vector<std::string> names;
    std::string prefix = canonical(folder);
    if (prefix == "." || prefix.empty()) {
        prefix.clear();
    } else if (prefix.back() != '/') {
        prefix += '/';
    }
    for (auto const& [path, text] : files_)
        if (path.starts_with(prefix) && path.find('/', prefix.size()) == std::string::npos)
            names.push_back(path.substr(prefix.size()));
    return names;
}

std::string MemoryFileSystem::canonical(std::string const& path) const {
    return stdfs::path(path).lexically_normal().string();
}

std::string join_path(std::string const& folder, std::string const& name) {
    if (!name.empty() && name.front() == '/') return name;
    if (folder.empty() || folder == ".") return name;
    return folder.back() == '/' ? folder + name : folder + "/" + name;
}

std::string parent_path(std::string const& path) {
    auto const slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

} // namespace quoin
