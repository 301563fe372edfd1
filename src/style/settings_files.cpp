#include "style/settings_files.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

namespace quoin::style {

namespace {

bool is_inside(std::string const& path, std::string const& folder, FileSystem const& files) {
    std::string const root = files.canonical(folder.empty() ? "." : folder);
    std::string const there = files.canonical(path);
    if (root == "." || root.empty()) return !there.starts_with("..") && !there.starts_with("/");
    return there.starts_with(root.back() == '/' ? root : root + "/");
}

Failure unknown_name(std::string const& name, Span span, SettingsFamily const& family, FileSystem const& files) {
    std::vector<std::string> const names = list_family(family, files);
    std::vector<std::string_view> const candidates(names.begin(), names.end());
    std::vector<std::string> hints;
    if (std::string const near = nearest(name, candidates); !near.empty())
        hints.push_back("did you mean \"" + near + "\"?");
    hints.push_back(fmt::format("the {}s that are there: {}", family.word, fmt::join(names, ", ")));
    return failure(family.unknown, span, fmt::format("no {} is called \"{}\"", family.word, name), hints);
}

struct FamilyReader {
    SettingsFamily const& family;
    FileSystem const& files;
    SourceMap& sources;
    Diagnostics& diagnostics;

    Result<Settings> read(std::string const& name, Span named, int depth) const;
};

// Deeper than eight is a circle.
Result<Settings> FamilyReader::read(std::string const& name, Span named, int depth) const {
    std::string const path = settings_path(name, family);
    if (!may_be_read(path, family, files))
        return failure(Code::file_outside, named, fmt::format("\"{}\" lies outside of the publication", name),
                       {fmt::format("copy the {} into the publication's folder", family.word)});
    auto bytes = files.read(path);
    if (!bytes) return unknown_name(name, named, family, files);
    std::string text(as_text(*bytes));
    if (auto const bad = first_invalid_utf8(text)) {
        FileId const file = sources.add(path, {});
        return failure(Code::utf8_invalid, {file, 0, 0}, fmt::format("byte {} is not UTF-8", *bad));
    }
    FileId const file = sources.add(path, std::move(text));
    Settings own = parse_settings(sources.text(file), file, path, diagnostics);
    std::string parent = name == family.root ? "" : family.root;
    Span parent_span{file, 0, 0};
    if (auto const extends = own.find("extends"); extends != own.end()) {
        if (auto const* stated = std::get_if<std::string>(&extends->second.value)) parent = *stated;
        parent_span = extends->second.span;
        own.erase(extends);
    }
    if (parent.empty()) return own;
    if (depth > 8)
        return failure(Code::value_invalid, parent_span,
                       fmt::format("the {} \"{}\" extends itself", family.word, name));
    auto settings = read(parent, parent_span, depth + 1);
    if (!settings) return settings;
    for (auto& [key, setting] : own) settings->insert_or_assign(key, setting);
    return settings;
}

} // namespace

std::string settings_path(std::string const& name, SettingsFamily const& family) {
    if (name.ends_with(".toml")) return join_path(family.publication_folder, name);
    return join_path(family.folder, name + ".toml");
}

bool may_be_read(std::string const& path, SettingsFamily const& family, FileSystem const& files) {
    return is_inside(path, family.folder, files) || is_inside(path, family.publication_folder, files);
}

Result<Settings> read_with_parents(std::string const& name, Span named, SettingsFamily const& family,
                                   FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics) {
    return FamilyReader{family, files, sources, diagnostics}.read(name, named, 0);
}

std::vector<std::string> list_family(SettingsFamily const& family, FileSystem const& files) {
    std::vector<std::string> names;
    for (std::string const& file : files.list(family.folder))
        if (file.ends_with(".toml") && file != family.root + ".toml") names.push_back(file.substr(0, file.size() - 5));
    return names;
}

} // namespace quoin::style
