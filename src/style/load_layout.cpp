#include "style/layout.hpp"

#include "style/bind.hpp"
#include "style/settings_files.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::style {

namespace {

SettingsFamily family_of_layouts(std::string const& folder, std::string const& publication_folder) {
    return {folder, publication_folder, "layout", Code::layout_unknown, "base"};
}

void read_stylesheet(Layout& layout, LayoutRequest const& request, FileSystem const& files, SettingReader const& reader,
                     Diagnostics& diagnostics) {
    SettingsFamily const family = family_of_layouts(request.folder, request.publication_folder);
    if (layout.epub.stylesheet.empty()) return;
    std::string const beside = join_path(parent_path(settings_path(request.name, family)), layout.epub.stylesheet);
    if (!may_be_read(beside, family, files)) {
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
        read_with_parents(request.name, request.name_span,
                          family_of_layouts(request.folder, request.publication_folder), files, sources, diagnostics);
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
    return list_family(family_of_layouts(folder, ""), files);
}

} // namespace quoin::style
