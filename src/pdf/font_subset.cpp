#include "pdf/font_subset.hpp"

#include "base/digest.hpp"
#include "pdf/cff.hpp"

#include <hb-ot.h>
#include <hb-subset.h>

#include <cmath>
#include <memory>
#include <span>

namespace quoin::pdf {

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
using Font = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

Failure unusable(page::FontFile const& file, std::string const& why) {
    return failure(Code::font_missing, {}, "the font \"" + file.name + "\" " + why,
                   {"name another font file in the layout"});
}

Face open_face(page::FontFile const& file) {
    if (!file.bytes || file.bytes->empty()) return nullptr;
    Blob const blob(hb_blob_create(reinterpret_cast<char const*>(file.bytes->data()),
                                   static_cast<unsigned>(file.bytes->size()), HB_MEMORY_MODE_READONLY, nullptr,
                                   nullptr));
    Face face(hb_face_create(blob.get(), file.face_index));
    return hb_face_get_glyph_count(face.get()) == 0 ? nullptr : std::move(face);
}

Blob table(hb_face_t* face, hb_tag_t tag) { return Blob(hb_face_reference_table(face, tag)); }

std::span<std::uint8_t const> content(Blob const& blob) {
    unsigned size = 0;
    auto const* data = hb_blob_get_data(blob.get(), &size);
    return {reinterpret_cast<std::uint8_t const*>(data), size};
}

std::uint32_t u16(std::span<std::uint8_t const> bytes, std::size_t at) {
    return at + 2 <= bytes.size() ? static_cast<std::uint32_t>(bytes[at]) << 8 | bytes[at + 1] : 0;
}
int s16(std::span<std::uint8_t const> bytes, std::size_t at) { return static_cast<std::int16_t>(u16(bytes, at)); }

/// OS/2 fsType: bits 1 to 3 say what may be done with the font; the least restrictive counts when several are set. Bit
/// 8 forbids subsetting, bit 9 the embedding of outlines.
bool embedding_allowed(hb_face_t* face) {
    auto const os2 = table(face, HB_TAG('O', 'S', '/', '2'));
    auto const type = u16(content(os2), 8);
    bool const restricted = (type & 0x0002) != 0 && (type & 0x000c) == 0;
    return !restricted && (type & 0x0300) == 0;
}

bool has_table(hb_face_t* face, hb_tag_t tag) { return hb_blob_get_length(table(face, tag).get()) > 0; }

/// Every axis is pinned: a PDF knows no variations.
bool pin_axes(hb_subset_input_t* input, hb_face_t* face, page::FontFile const& file) {
    auto count = hb_ot_var_get_axis_count(face);
    std::vector<hb_ot_var_axis_info_t> axes(count);
    hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
    for (auto const& axis : axes) {
        float value = axis.default_value;
        for (auto const& [name, position] : file.variations) {
            if (hb_tag_from_string(name.data(), static_cast<int>(name.size())) == axis.tag)
                value = static_cast<float>(position);
        }
        if (!hb_subset_input_pin_axis_location(input, face, axis.tag, value)) return false;
    }
    return true;
}

Input make_input(GlyphTexts const& texts) {
    Input input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    // Shaping is done: whatever serves it only makes the file larger. cmap, name, OS/2 and post are no part of a
    // CIDFont (ISO 32000-1, 9.9, table 126).
    auto* const drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (auto const* name :
         {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "name", "post", "OS/2", "cmap", "DSIG",
          "gasp", "hdmx", "LTSH", "VDMX", "vhea", "vmtx", "VORG", "meta", "STAT", "COLR", "CPAL", "SVG ",
          "morx", "mort", "kerx", "feat", "trak", "FFTM", "prep", "fpgm", "cvt ", "PCLT"}) {
        hb_set_add(drop, hb_tag_from_string(name, -1));
    }
    auto* const glyphs = hb_subset_input_glyph_set(input.get());
    for (std::size_t glyph = 0; glyph < texts.used.size(); ++glyph) {
        if (texts.used[glyph]) hb_set_add(glyphs, static_cast<hb_codepoint_t>(glyph));
    }
    return input;
}

/// Six capitals that depend on the face and its glyphs only (ISO 32000-1, 9.6.4).
std::string subset_tag(page::FontFile const& file, GlyphTexts const& texts) {
    std::string key = file.name + '/' + std::to_string(file.face_index);
    for (auto const& [axis, value] : file.variations) key += '/' + axis + '=' + std::to_string(value);
    for (std::size_t glyph = 0; glyph < texts.used.size(); ++glyph) key += texts.used[glyph] ? '1' : '0';
    auto const digest = sha256_hex(key);
    std::string tag;
    for (std::size_t letter = 0; letter < 6; ++letter) {
        auto const value = std::stoul(digest.substr(letter * 2, 2), nullptr, 16);
        tag += static_cast<char>('A' + value % 26);
    }
    return tag;
}

/// PostScript names have no spaces or delimiters; a layout's name may.
std::string name_in_pdf(std::string const& name) {
    std::string result;
    for (char const c : name) {
        if (c > 32 && c < 127 && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) result += c;
    }
    return result.empty() ? "Font" : result;
}

FontMetrics read_metrics(hb_face_t* original, hb_face_t* subset) {
    FontMetrics metrics;
    auto const upem = static_cast<int>(hb_face_get_upem(original));
    auto const per_mille = [&](int value) { return static_cast<int>(std::lround(value * 1000.0 / upem)); };
    auto const head = table(subset, HB_TAG('h', 'e', 'a', 'd'));
    for (std::size_t side = 0; side < 4; ++side) metrics.box[side] = per_mille(s16(content(head), 36 + 2 * side));

    Font const font(hb_font_create(original));
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font.get(), &extents);
    metrics.ascent = per_mille(extents.ascender);
    metrics.descent = per_mille(extents.descender);
    hb_position_t cap_height = 0;
    hb_ot_metrics_get_position_with_fallback(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
    metrics.cap_height = per_mille(cap_height);
    metrics.italic_angle = static_cast<double>(hb_style_get_value(font.get(), HB_STYLE_TAG_SLANT_ANGLE));
    // No table tells the width of a stem; this line through the usual weights is what other writers use.
    auto const weight = static_cast<double>(hb_style_get_value(font.get(), HB_STYLE_TAG_WEIGHT));
    metrics.stem = static_cast<int>(std::lround(10 + 220 * (weight - 50) / 900));
    return metrics;
}

/// Codes and widths from the subset's own tables: PDF/A and PDF/X compare W with the font program.
bool fill_codes(FontSubset& font, hb_face_t* subset, hb_map_t const* new_ids, std::vector<std::uint32_t> const& cids) {
    Font const measure(hb_font_create(subset));
    auto const upem = static_cast<std::int64_t>(hb_face_get_upem(subset));
    font.codes.resize(font.texts.used.size());
    for (std::size_t glyph = 0; glyph < font.texts.used.size(); ++glyph) {
        if (!font.texts.used[glyph]) continue;
        auto const id = hb_map_get(new_ids, static_cast<hb_codepoint_t>(glyph));
        if (id == HB_MAP_VALUE_INVALID) return false;
        auto const code = id < cids.size() ? cids[id] : id;
        auto const advance = std::int64_t{hb_font_get_glyph_h_advance(measure.get(), id)};
        font.codes[glyph] = {hex_code(code), code, static_cast<std::int32_t>((advance * 1'000'000 + upem / 2) / upem)};
    }
    return true;
}

Result<FontSubset> build_subset(page::FontFile const& file, hb_face_t* face, GlyphTexts texts) {
    auto const input = make_input(texts);
    if (!input || !pin_axes(input.get(), face, file))
        return unusable(file, "cannot be instanced at its axis positions");
    Plan const plan(hb_subset_plan_create_or_fail(face, input.get()));
    Face const subset(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
    if (!subset) return unusable(file, "cannot be cut down to the glyphs used");

    FontSubset font;
    font.used = true;
    font.cff = has_table(subset.get(), HB_TAG('C', 'F', 'F', ' '));
    font.tagged_name = subset_tag(file, texts) + '+' + name_in_pdf(file.name);
    font.metrics = read_metrics(face, subset.get());
    font.texts = std::move(texts);
    auto const blob =
        font.cff ? table(subset.get(), HB_TAG('C', 'F', 'F', ' ')) : Blob(hb_face_reference_blob(subset.get()));
    auto const program = content(blob);
    font.program.assign(program.begin(), program.end());

    std::vector<std::uint32_t> cids;
    if (font.cff) {
        auto found = cff_cids(program, hb_face_get_glyph_count(subset.get()));
        if (!found) return unusable(file, "has a damaged CFF table");
        cids = std::move(*found);
    }
    if (!fill_codes(font, subset.get(), hb_subset_plan_old_to_new_glyph_mapping(plan.get()), cids)) {
        return unusable(file, "lacks a glyph that the pages use");
    }
    return font;
}

} // namespace

Result<FontSubset> subset_font(page::FontFile const& file, GlyphTexts texts) {
    if (!texts.any()) return FontSubset{};
    auto const face = open_face(file);
    if (!face) return unusable(file, "does not open");
    if (!embedding_allowed(face.get())) {
        return failure(Code::font_forbidden, {},
                       "the font \"" + file.name + "\" forbids being embedded in a file (OS/2 fsType)",
                       {"use a font whose licence allows embedding and subsetting, for example one from Debian's "
                        "fonts-* packages"});
    }
    if (has_table(face.get(), HB_TAG('C', 'F', 'F', '2'))) {
        return unusable(file, "is variable with CFF2 outlines, which cannot be instanced");
    }
    if (texts.highest >= hb_face_get_glyph_count(face.get())) return unusable(file, "lacks a glyph that the pages use");
    return build_subset(file, face.get(), std::move(texts));
}

} // namespace quoin::pdf
