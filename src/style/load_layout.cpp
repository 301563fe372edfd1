#include "style/layout.hpp"

#include "base/utf8.hpp"
#include "style/bind.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::style {

namespace {

std::string layout_path(std::string const& name, LayoutRequest const& request) {
    if (name.ends_with(".toml")) return join_path(request.publication_folder, name);
    return join_path(request.folder, name + ".toml");
}

// Only the publication, the layouts and the fonts are read, whatever a name says.
bool is_inside(std::string const& path, std::string const& folder, FileSystem const& files) {
    std::string const root = files.canonical(folder.empty() ? "." : folder);
    std::string const there = files.canonical(path);
    if (root == "." || root.empty()) return !there.starts_with("..") && !there.starts_with("/");
    return there.starts_with(root.back() == '/' ? root : root + "/");
}

bool may_be_read(std::string const& path, LayoutRequest const& request, FileSystem const& files) {
    return is_inside(path, request.folder, files) || is_inside(path, request.publication_folder, files);
}

Failure unknown_layout(std::string const& name, Span span, LayoutRequest const& request, FileSystem const& files) {
    std::vector<std::string> const names = list_layouts(request.folder, files);
    std::vector<std::string_view> const candidates(names.begin(), names.end());
    std::vector<std::string> hints;
    if (std::string const near = nearest(name, candidates); !near.empty())
        hints.push_back("did you mean \"" + near + "\"?");
    hints.push_back(fmt::format("the layouts that are there: {}", fmt::join(names, ", ")));
    return failure(Code::layout_unknown, span, fmt::format("no layout is called \"{}\"", name), hints);
}

struct LayoutReader {
    LayoutRequest const& request;
    FileSystem const& files;
    SourceMap& sources;
    Diagnostics& diagnostics;

    Result<Settings> read_with_parents(std::string const& name, Span named, int depth) const;
};

// A layout over what it extends; `named` is where its name is written. Deeper than eight is a circle.
Result<Settings> LayoutReader::read_with_parents(std::string const& name, Span named, int depth) const {
    std::string const path = layout_path(name, request);
    if (!may_be_read(path, request, files))
        return failure(Code::file_outside, named, fmt::format("\"{}\" lies outside of the publication", name),
                       {"copy the layout into the publication's folder"});
    auto bytes = files.read(path);
    if (!bytes) return unknown_layout(name, named, request, files);
    std::string text(as_text(*bytes));
    if (auto const bad = first_invalid_utf8(text)) {
        FileId const file = sources.add(path, {});
        return failure(Code::utf8_invalid, {file, 0, 0}, fmt::format("byte {} is not UTF-8", *bad));
    }
    FileId const file = sources.add(path, std::move(text));
    Settings own = parse_settings(sources.text(file), file, path, diagnostics);
    std::string parent = name == "base" ? "" : "base";
    Span parent_span{file, 0, 0};
    if (auto const extends = own.find("extends"); extends != own.end()) {
        if (auto const* stated = std::get_if<std::string>(&extends->second.value)) parent = *stated;
        parent_span = extends->second.span;
        own.erase(extends);
    }
    if (parent.empty()) return own;
    if (depth > 8)
        return failure(Code::value_invalid, parent_span, fmt::format("the layout \"{}\" extends itself", name));
    auto settings = read_with_parents(parent, parent_span, depth + 1);
    if (!settings) return settings;
    for (auto& [key, setting] : own) settings->insert_or_assign(key, setting);
    return settings;
}

void read_stylesheet(Layout& layout, LayoutRequest const& request, FileSystem const& files, SettingReader const& reader,
                     Diagnostics& diagnostics) {
    if (layout.epub.stylesheet.empty()) return;
    std::string const beside = join_path(parent_path(layout_path(request.name, request)), layout.epub.stylesheet);
    if (!may_be_read(beside, request, files)) {
        diagnostics.error(Code::file_outside, reader.span("epub.stylesheet"),
                          fmt::format("\"{}\" lies outside of the publication", layout.epub.stylesheet),
                          {"put the style sheet beside the layout"});
        return;
    }
    auto bytes = files.read(beside);
    if (!bytes) bytes = files.read(join_path(request.folder, layout.epub.stylesheet));
    if (bytes) {
        layout.epub.css_extra = as_text(*bytes);
    } else {
        diagnostics.error(Code::file_missing, reader.span("epub.stylesheet"),
                          fmt::format("there is no style sheet \"{}\" beside the layout", layout.epub.stylesheet));
    }
}

void check_inks(Layout const& layout, SettingReader& reader) {
    auto const known = [&](std::string const& name) {
        return std::any_of(layout.palette.begin(), layout.palette.end(),
                           [&](PaletteInk const& ink) { return ink.name == name; });
    };
    auto const check = [&](std::string const& key, std::string const& ink) {
        if (!known(ink)) reader.complain(key, "the name of an ink of [palette]");
    };
    for (std::size_t i = 0; i < type_role_count; ++i) {
        auto const role = static_cast<TypeRole>(i);
        check("print.type." + std::string(name(role)) + ".ink", layout.print.type[role].ink);
    }
    check("print.inserts.ground-ink", layout.print.inserts.ground_ink);
    check("print.inserts.rule-ink", layout.print.inserts.rule_ink);
    check("cover.ground-ink", layout.cover.ground_ink);
    check("cover.title-ink", layout.cover.title_ink);
    check("cover.text-ink", layout.cover.text_ink);
    check("epub.accent-ink", layout.epub.accent_ink);
}

void bind_layout(SettingReader& reader, Layout& layout) {
    bind_palette(reader, layout.palette);
    bind_papers(reader, layout.papers);
    bind_fonts(reader, layout.fonts);
    bind_print(reader, layout.print);
    bind_cover(reader, layout.cover);
    bind_epub(reader, layout.epub);
    std::string description;
    reader.read("description", description);
}

} // namespace

Result<Layout> load_layout(LayoutRequest const& request, FileSystem const& files, SourceMap& sources,
                           Diagnostics& diagnostics) {
    auto settings =
        LayoutReader{request, files, sources, diagnostics}.read_with_parents(request.name, request.name_span, 0);
    if (!settings) return Failure(settings.error());
    for (Override const& change : request.overrides)
        for (auto& [key, setting] : parse_override(change.key, change.toml, change.span, diagnostics))
            settings->insert_or_assign(key, setting);

    Layout layout;
    layout.name = request.name;
    SettingReader reader(*settings, diagnostics);
    bind_layout(reader, layout);
    check_inks(layout, reader);
    reader.report_unknown();
    layout.epub.text_family = layout.print.type[TypeRole::body].family;
    layout.epub.heading_family = layout.print.type[TypeRole::title].family;
    read_stylesheet(layout, request, files, reader, diagnostics);
    layout.origins = reader.origins();
    return layout;
}

std::vector<std::string> known_keys() {
    Settings const nothing;
    Diagnostics ignored;
    SettingReader reader(nothing, ignored);
    Layout layout;
    bind_layout(reader, layout);
    std::vector<std::string> keys(reader.known().begin(), reader.known().end());
    keys.insert(std::upper_bound(keys.begin(), keys.end(), "extends"), "extends");
    return keys;
}

std::vector<std::string> list_layouts(std::string const& folder, FileSystem const& files) {
    std::vector<std::string> names;
    for (std::string const& file : files.list(folder))
        if (file.ends_with(".toml") && file != "base.toml") names.push_back(file.substr(0, file.size() - 5));
    return names;
}

} // namespace quoin::style
