// Font files that a user drops into a folder: they win over the table's.

#include "text/font_table.hpp"

#include <algorithm>
#include <array>
#include <hb-ot.h>
#include <hb.h>
#include <optional>

namespace quoin::text {

namespace {

bool is_font_file(std::string const& name) {
    auto const dot = name.rfind('.');
    if (dot == std::string::npos) return false;
    std::string ending = name.substr(dot);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc";
}

std::string file_name(std::string const& path) {
    auto const slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

struct Naming {
    std::string family;
    FamilyKind kind = FamilyKind::serif;
    int weight = 400;
    bool italic = false;
};

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> text{};
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
    return text.data();
}

// PANOSE tells sans and fixed pitch (OS/2, offset 32: family kind, serif style, weight, proportion).
FamilyKind kind_from_panose(hb_face_t* face) {
    hb_blob_t* table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned size = 0;
    char const* data = hb_blob_get_data(table, &size);
    FamilyKind kind = FamilyKind::serif;
    if (size >= 42 && data[32] == 2) {
        if (data[35] == 9)
            kind = FamilyKind::mono;
        else if (data[33] >= 11 && data[33] <= 15)
            kind = FamilyKind::sans;
    }
    hb_blob_destroy(table);
    return kind;
}

std::optional<Naming> naming_of(Bytes const& bytes) {
    hb_blob_t* blob = hb_blob_create(reinterpret_cast<char const*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    Naming naming;
    naming.family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (naming.family.empty()) naming.family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    naming.weight = static_cast<int>(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) + 0.5F);
    naming.italic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0.5F ||
                    hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE) != 0.0F;
    naming.kind = kind_from_panose(face);
    bool const is_font = hb_face_get_glyph_count(face) > 0 && !naming.family.empty();
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return is_font ? std::optional(naming) : std::nullopt;
}

void add_named(FontTable& table, Naming const& naming, std::string const& path) {
    std::size_t family = 0;
    while (family < table.families.size() && table.families[family].name != naming.family) ++family;
    if (family == table.families.size()) {
        Family made;
        made.name = naming.family;
        made.kind = naming.kind;
        table.families.push_back(std::move(made));
    }
    for (std::uint32_t const index : table.families[family].faces) {
        FaceEntry& face = table.faces[index];
        if (face.weight != naming.weight || face.italic != naming.italic) continue;
        face.path = path;
        return;
    }
    table.families[family].faces.push_back(static_cast<std::uint32_t>(table.faces.size()));
    table.faces.push_back({family, naming.weight, naming.italic, path});
}

} // namespace

void add_user_fonts(FontTable& table, std::string const& folder, FileSystem const& files) {
    for (std::string const& name : files.list(folder)) {
        if (!is_font_file(name)) continue;
        std::string const path = join_path(folder, name);
        bool replaced = false;
        for (FaceEntry& face : table.faces) {
            if (file_name(face.path) != name) continue;
            face.path = path;
            replaced = true;
        }
        if (replaced) continue;
        auto const bytes = files.read(path);
        if (!bytes) continue;
        if (auto const naming = naming_of(*bytes)) add_named(table, *naming, path);
    }
}

} // namespace quoin::text
