#include "text/font_table.hpp"

#include <charconv>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace quoin::text {

namespace {

FamilyKind kind_of(std::string const& word) {
    return word == "sans" ? FamilyKind::sans : word == "mono" ? FamilyKind::mono : FamilyKind::serif;
}

std::string text_of(toml::table const& table, std::string_view key) {
    return std::string(table[key].value_or(std::string_view{}));
}

std::map<std::string, std::string> text_map(toml::table const* table) {
    std::map<std::string, std::string> map;
    if (table != nullptr)
        for (auto&& [key, value] : *table) map.emplace(key.str(), value.value_or(std::string{}));
    return map;
}

void read_faces(FontTable& table, toml::table const* faces, std::string const& folder, bool italic) {
    if (faces == nullptr) return;
    for (auto&& [key, value] : *faces) {
        FaceEntry face;
        face.family = table.families.size() - 1;
        face.italic = italic;
        std::string_view const weight = key.str();
        std::from_chars(weight.data(), weight.data() + weight.size(), face.weight);
        face.path = join_path(folder, value.value_or(std::string{}));
        table.families.back().faces.push_back(static_cast<std::uint32_t>(table.faces.size()));
        table.faces.push_back(std::move(face));
    }
}

void read_families(FontTable& table, toml::table const& root) {
    toml::array const* families = root["family"].as_array();
    if (families == nullptr) return;
    for (auto&& node : *families) {
        toml::table const* entry = node.as_table();
        if (entry == nullptr) continue;
        Family family;
        family.name = text_of(*entry, "name");
        family.kind = kind_of(text_of(*entry, "kind"));
        family.package = text_of(*entry, "package");
        table.families.push_back(std::move(family));
        std::string const folder = text_of(*entry, "folder");
        read_faces(table, (*entry)["roman"].as_table(), folder, false);
        read_faces(table, (*entry)["italic"].as_table(), folder, true);
    }
}

void read_fallbacks(FontTable& table, toml::table const* kinds) {
    if (kinds == nullptr) return;
    for (auto&& [kind, scripts] : *kinds) {
        toml::table const* lists = scripts.as_table();
        if (lists == nullptr) continue;
        auto& by_script = table.fallbacks[kind_of(std::string(kind.str()))];
        for (auto&& [script, list] : *lists) {
            auto& names = by_script[std::string(script.str())];
            if (toml::array const* array = list.as_array())
                for (auto&& name : *array) names.push_back(name.value_or(std::string{}));
        }
    }
}

// Names that lead nowhere are mistakes in the table, told at once: they would otherwise surface in some later book.
void check_names(FontTable const& table, Span span, Diagnostics& diagnostics) {
    auto const check = [&](std::string const& name, std::string const& where) {
        if (table.family(name) == nullptr)
            diagnostics.error(
                Code::value_invalid, span,
                fmt::format("{} names the font family \"{}\", which the table does not have", where, name));
    };
    for (auto const& [role, name] : table.roles) check(name, fmt::format("the role \"{}\"", role));
    for (auto const& [kind, scripts] : table.fallbacks)
        for (auto const& [script, names] : scripts)
            for (auto const& name : names) check(name, fmt::format("the fallback list for {}", script));
}

} // namespace

Family const* FontTable::family(std::string const& name) const {
    for (auto const& family : families)
        if (family.name == name) return &family;
    return nullptr;
}

Result<FontTable> read_font_table(std::string const& path, FileSystem const& files, SourceMap& sources,
                                  Diagnostics& diagnostics) {
    auto bytes = files.read(path);
    if (!bytes) return tl::make_unexpected(bytes.error());
    FileId const file = sources.add(path, std::string(as_text(*bytes)));
    toml::table root;
    try {
        root = toml::parse(as_text(*bytes), path);
    } catch (toml::parse_error const& error) {
        return failure(
            Code::toml_malformed, Span{file, 0, 0},
            fmt::format("the font table is not TOML (line {}): {}", error.source().begin.line, error.description()));
    }
    FontTable table;
    table.roles = text_map(root["roles"].as_table());
    table.packages = text_map(root["packages"].as_table());
    table.hyphenation_folder = std::string(root["hyphenation"]["folder"].value_or(std::string_view{}));
    read_families(table, root);
    read_fallbacks(table, root["fallback"].as_table());
    check_names(table, Span{file, 0, 0}, diagnostics);
    return table;
}

} // namespace quoin::text
