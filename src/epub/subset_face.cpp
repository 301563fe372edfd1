#include "epub/subset_face.hpp"

#include <hb-ot.h>
#include <hb-subset.h>

#include <memory>
#include <vector>

namespace quoin::epub {

namespace {

template <auto Destroy>
struct Destroyer {
    template <typename T>
    void operator()(T* handle) const {
        Destroy(handle);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

// OS/2 fsType: bits 1 to 3 say what may be done with the font, the least restrictive counts; bit 8 forbids subsetting,
// bit 9 the embedding of outlines.
bool embedding_allowed(hb_face_t* face) {
    Blob const os2(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
    unsigned size = 0;
    auto const* data = reinterpret_cast<unsigned char const*>(hb_blob_get_data(os2.get(), &size));
    unsigned const type = size >= 10 ? static_cast<unsigned>(data[8]) << 8U | data[9] : 0;
    bool const restricted = (type & 0x0002U) != 0 && (type & 0x000cU) == 0;
    return !restricted && (type & 0x0300U) == 0;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    Blob const table(hb_face_reference_table(face, tag));
    return hb_blob_get_length(table.get()) > 0;
}

// Old reading systems know no variations, so every axis is pinned.
bool pin_axes(hb_subset_input_t* input, hb_face_t* face, int weight) {
    unsigned count = hb_ot_var_get_axis_count(face);
    std::vector<hb_ot_var_axis_info_t> axes(count);
    if (count > 0) hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
    for (hb_ot_var_axis_info_t const& axis : axes) {
        bool const weighs = axis.tag == HB_TAG('w', 'g', 'h', 't');
        float const wanted = weighs ? static_cast<float>(weight) : axis.default_value;
        float const value = wanted < axis.min_value   ? axis.min_value
                            : wanted > axis.max_value ? axis.max_value
                                                      : wanted;
        if (!hb_subset_input_pin_axis_location(input, face, axis.tag, value)) return false;
    }
    return true;
}

Input make_input(SubsetRequest const& request) {
    Input input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    // Hints serve coarse screens only and double the size.
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* characters = hb_subset_input_unicode_set(input.get());
    request.characters.for_each([&](char32_t c) { hb_set_add(characters, c); });
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    // Beside HarfBuzz's own list (liga, kern, mark, locl, calt …): what the style sheet asks for.
    for (char const* tag : {"onum", "lnum", "pnum", "tnum"}) hb_set_add(features, hb_tag_from_string(tag, -1));
    if (request.capitals)
        for (char const* tag : {"smcp", "c2sc", "case"}) hb_set_add(features, hb_tag_from_string(tag, -1));
    hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (char const* tag : {"DSIG", "FFTM", "meta", "STAT", "PCLT", "MATH"})
        hb_set_add(drop, hb_tag_from_string(tag, -1));
    return input;
}

Failure unusable(SubsetRequest const& request, char const* why) {
    return failure(Code::font_missing, {}, "the font \"" + request.name + "\" " + why,
                   {"name another font in the layout"});
}

} // namespace

Result<Bytes> subset_face(SubsetRequest const& request) {
    Blob const blob(hb_blob_create(reinterpret_cast<char const*>(request.bytes.data()),
                                   static_cast<unsigned>(request.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                                   nullptr));
    Face const face(hb_face_create(blob.get(), request.face_index));
    if (hb_face_get_glyph_count(face.get()) == 0) return unusable(request, "does not open");
    if (!embedding_allowed(face.get()))
        return failure(Code::font_forbidden, {},
                       "the font \"" + request.name + "\" forbids being embedded in a file (OS/2 fsType)",
                       {"use a font whose licence allows embedding and subsetting, or build with --no-fonts"});
    if (has_table(face.get(), HB_TAG('C', 'F', 'F', '2')))
        return unusable(request, "is variable with CFF2 outlines, which old reading systems do not know");
    Input const input = make_input(request);
    if (!input || !pin_axes(input.get(), face.get(), request.weight))
        return unusable(request, "cannot be pinned to one weight");
    Face const subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset) return unusable(request, "cannot be cut down to the characters used");
    Blob const written(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    auto const* data = reinterpret_cast<std::uint8_t const*>(hb_blob_get_data(written.get(), &size));
    return Bytes(data, data + size);
}

} // namespace quoin::epub
