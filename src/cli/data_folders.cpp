#include "cli/data_folders.hpp"

#include <filesystem>

namespace quoin::cli {

namespace stdfs = std::filesystem;

std::optional<app::DataFolders> find_data_folders(std::string const& program) {
    std::error_code code;
    stdfs::path folder = stdfs::path(program).parent_path();
    for (int level = 0; level < 6 && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        for (stdfs::path const& root : {folder / "share" / "quoin", folder})
            if (stdfs::exists(root / "layouts" / "base.toml", code) &&
                stdfs::exists(root / "fonts" / "fonts.toml", code))
                return app::DataFolders{(root / "layouts").string(), (root / "fonts").string()};
    }
    return std::nullopt;
}

std::string program_path(char const* first_word) {
    std::error_code code;
    stdfs::path const path = stdfs::read_symlink("/proc/self/exe", code);
    return code ? stdfs::absolute(first_word, code).string() : path.string();
}

} // namespace quoin::cli
