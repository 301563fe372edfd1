#include "app/import_folder.hpp"

#include "base/digest.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace quoin::app {

namespace {

bool is_report(std::string const& name) { return name.starts_with("import-re"); }

bool stands_as(std::string const& path, std::string const& digest, FileSystem const& files) {
    auto const content = files.read(path);
    return content && sha256_hex(as_text(*content)) == digest;
}

} // namespace

std::map<std::string, std::string> files_of_earlier_import(std::string const& folder, FileSystem const& files) {
    auto const content = files.read(join_path(folder, "import-report.json"));
    std::map<std::string, std::string> earlier;
    if (!content) return earlier;
    auto const report = nlohmann::json::parse(as_text(*content), nullptr, false);
    if (!report.is_object() || !report.contains("files") || !report["files"].is_object()) return earlier;
    for (auto const& [name, digest] : report["files"].items())
        if (digest.is_string()) earlier[name] = digest.get<std::string>();
    return earlier;
}

std::map<std::string, std::string> digests(std::vector<OutputFile> const& files) {
    std::map<std::string, std::string> made;
    for (OutputFile const& file : files)
        if (!is_report(file.name)) made[file.name] = sha256_hex(as_text(file.bytes));
    return made;
}

void check_unchanged(std::string const& folder, std::vector<OutputFile> const& files,
                     std::map<std::string, std::string> const& earlier, FileSystem const& disk,
                     Diagnostics& diagnostics) {
    for (OutputFile const& file : files) {
        std::string const path = join_path(folder, file.name);
        if (is_report(file.name) || !disk.exists(path)) continue;
        if (stands_as(path, sha256_hex(as_text(file.bytes)), disk)) continue;
        auto const known = earlier.find(file.name);
        if (known != earlier.end() && stands_as(path, known->second, disk)) continue;
        diagnostics.error(
            Code::import_changed_by_hand, {},
            fmt::format("\"{}\" {}, and this import would write over it", path,
                        known == earlier.end() ? "was written by no import" : "was changed since it was imported"),
            {"import into another folder, or say --force"});
    }
}

void remove_stale(std::string const& folder, std::vector<OutputFile> const& files,
                  std::map<std::string, std::string> const& earlier, FileSystem const& disk) {
    for (auto const& [name, digest] : earlier) {
        // Names come from a file that anybody can write: they must not lead anywhere else.
        bool const inside = !name.starts_with('/') && name.find("..") == std::string::npos;
        bool const written = std::ranges::find(files, name, &OutputFile::name) != files.end();
        std::string const path = join_path(folder, name);
        if (!inside || written || !stands_as(path, digest, disk)) continue;
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
}

} // namespace quoin::app
