#include "reader/publication_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

std::vector<std::string> missing_hints(FolderFiles const& folder, std::string const& path) {
    std::string const parent = parent_path(path);
    auto const names = folder.files.list(folder.path_of(parent));
    auto const slash = path.rfind('/');
    std::string const name = slash == std::string::npos ? path : path.substr(slash + 1);
    std::vector<std::string_view> const candidates(names.begin(), names.end());
    std::string const near = nearest(name, candidates);
    if (!near.empty()) return {fmt::format("did you mean \"{}\"?", parent == "." ? near : parent + "/" + near)};
    return {fmt::format("paths count from the publication's folder \"{}\"", folder.folder)};
}

bool report_outside(FolderFiles const& folder, std::string const& path, Span span, Diagnostics& diagnostics) {
    if (folder.is_inside(path)) return false;
    diagnostics.error(Code::file_outside, span, fmt::format("\"{}\" lies outside of the publication", path),
                      {"copy the file into the publication's folder"});
    return true;
}

struct PictureKind {
    std::string_view name;
    std::string_view extensions; // between spaces
};

constexpr std::array picture_kinds{
    PictureKind{"JPEG", " jpg jpeg "}, PictureKind{"PNG", " png "},       PictureKind{"SVG", " svg "},
    PictureKind{"WebP", " webp "},     PictureKind{"TIFF", " tif tiff "},
};

/// What the content is by its first bytes, or empty.
std::string_view kind_of_content(std::string_view content) {
    if (content.starts_with("\xFF\xD8\xFF")) return "JPEG";
    if (content.starts_with("\x89PNG\r\n\x1A\n")) return "PNG";
    if (content.starts_with("RIFF") && content.substr(8, 4) == "WEBP") return "WebP";
    using namespace std::string_view_literals;
    if (content.starts_with("II*\0"sv) || content.starts_with("MM\0*"sv)) return "TIFF";
    // An SVG may begin with a declaration and a long comment.
    constexpr std::size_t far_enough = 65536;
    if (content.substr(0, far_enough).find("<svg") != std::string_view::npos) return "SVG";
    return {};
}

std::string_view kind_of_name(std::string const& path) {
    auto const dot = path.rfind('.');
    if (dot == std::string::npos) return {};
    std::string extension = " " + path.substr(dot + 1) + " ";
    for (char& letter : extension)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    for (PictureKind const& each : picture_kinds) {
        if (each.extensions.find(extension) != std::string_view::npos) return each.name;
    }
    return {};
}

} // namespace

std::string FolderFiles::normal(std::string const& path) const {
    return std::filesystem::path(path).lexically_normal().generic_string();
}

bool FolderFiles::is_inside(std::string const& path) const {
    if (path.empty() || path.front() == '/' || path.find('\0') != std::string::npos) return false;
    std::string const root = files.canonical(folder);
    std::string const there = files.canonical(path_of(path));
    if (root == "." || root.empty()) return !there.starts_with("..") && !there.starts_with("/");
    std::string const prefix = root.back() == '/' ? root : root + "/";
    return there.starts_with(prefix);
}

std::optional<Bytes> read_inside(FolderFiles const& folder, std::string const& path, Span span,
                                 Diagnostics& diagnostics) {
    if (report_outside(folder, path, span, diagnostics)) return std::nullopt;
    auto content = folder.files.read(folder.path_of(path));
    if (content) return *std::move(content);
    if (content.error().code == Code::file_missing) {
        diagnostics.error(Code::file_missing, span, fmt::format("there is no file \"{}\"", path),
                          missing_hints(folder, path));
    } else {
        diagnostics.error(Code::file_unreadable, span, content.error().message);
    }
    return std::nullopt;
}

bool check_picture(FolderFiles const& folder, std::string const& path, Span span, Diagnostics& diagnostics) {
    if (report_outside(folder, path, span, diagnostics)) return false;
    if (!folder.files.exists(folder.path_of(path))) {
        diagnostics.error(Code::image_missing, span, fmt::format("there is no picture \"{}\"", path),
                          missing_hints(folder, path));
        return false;
    }
    auto const content = folder.files.read(folder.path_of(path));
    if (!content) {
        diagnostics.error(Code::image_unreadable, span, content.error().message);
        return false;
    }
    std::string_view const found = kind_of_content(as_text(*content));
    std::string_view const named = kind_of_name(path);
    if (!found.empty() && found == named) return true;
    std::string const message = found.empty() ? fmt::format("\"{}\" is no picture that can be read", path)
                                              : fmt::format("\"{}\" is in truth a {} picture", path, found);
    diagnostics.error(Code::image_unreadable, span, message,
                      {found.empty() ? "JPEG, PNG, SVG, WebP and TIFF are read" : "give the file the name that fits"});
    return false;
}

} // namespace quoin::reader
