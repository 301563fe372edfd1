#include "paint/font_faces.hpp"

#include <cairo-ft.h>
#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

namespace quoin::paint {

namespace {

/// What a face needs as long as Cairo holds it: Cairo keeps scaled fonts in a cache of its own, also after the page is
/// drawn, and may drop them from another thread. So each face has its own library, which no other face shares.
struct FaceOwner {
    std::shared_ptr<Bytes const> bytes;
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    FaceOwner() = default;
    FaceOwner(FaceOwner const&) = delete;
    FaceOwner& operator=(FaceOwner const&) = delete;
    ~FaceOwner() {
        if (library != nullptr) {
            FT_Done_FreeType(library); // closes the face too
        }
    }
};

void release_owner(void* owner) { delete static_cast<FaceOwner*>(owner); }

FT_Fixed to_fixed(double value) { return static_cast<FT_Fixed>(value * 65536 + (value < 0 ? -0.5 : 0.5)); }

/// Axes that the page list does not name stay at the font's own default.
bool set_variations(FaceOwner const& owner, std::vector<std::pair<std::string, double>> const& variations) {
    FT_MM_Var* axes = nullptr;
    if (FT_Get_MM_Var(owner.face, &axes) != 0) {
        return false;
    }
    std::vector<FT_Fixed> positions;
    for (FT_UInt index = 0; index < axes->num_axis; ++index) {
        FT_Fixed position = axes->axis[index].def;
        for (auto const& [tag, value] : variations) {
            bool const is_this_axis =
                tag.size() == 4 && FT_MAKE_TAG(tag[0], tag[1], tag[2], tag[3]) == axes->axis[index].tag;
            position = is_this_axis ? to_fixed(value) : position;
        }
        positions.push_back(position);
    }
    FT_Done_MM_Var(owner.library, axes);
    return FT_Set_Var_Design_Coordinates(owner.face, static_cast<FT_UInt>(positions.size()), positions.data()) == 0;
}

std::unique_ptr<FaceOwner> open_face(page::FontFile const& file) {
    auto owner = std::make_unique<FaceOwner>();
    owner->bytes = file.bytes;
    bool const opened = file.bytes != nullptr && FT_Init_FreeType(&owner->library) == 0 &&
                        FT_New_Memory_Face(owner->library, file.bytes->data(), static_cast<FT_Long>(file.bytes->size()),
                                           static_cast<FT_Long>(file.face_index), &owner->face) == 0;
    if (!opened || (!file.variations.empty() && !set_variations(*owner, file.variations))) {
        return nullptr;
    }
    return owner;
}

} // namespace

Result<cairo_font_face_t*> FontFaces::face(page::FontId id) {
    auto const index = static_cast<std::size_t>(id);
    if (index >= faces_.size()) {
        return failure(Code::internal_fault, {},
                       fmt::format("a page uses font {}, which the page list does not hold", index));
    }
    if (faces_[index]) {
        return faces_[index].get();
    }
    auto owner = open_face(pages_.fonts[index]);
    if (!owner) {
        return failure(Code::font_missing, {}, fmt::format("the font {} cannot be opened", pages_.fonts[index].name));
    }
    static cairo_user_data_key_t const owner_key{}; // its address is the key
    faces_[index].reset(cairo_ft_font_face_create_for_ft_face(owner->face, FT_LOAD_NO_HINTING));
    if (cairo_font_face_set_user_data(faces_[index].get(), &owner_key, owner.get(), release_owner) ==
        CAIRO_STATUS_SUCCESS) {
        owner.release(); // the face deletes it
    }
    return faces_[index].get();
}

} // namespace quoin::paint
