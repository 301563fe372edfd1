#include "text/word.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <string>

namespace quoin::text {

namespace {

// One buffer and one row of glyphs a thread: HarfBuzz buffers are costly to make and belong to one thread.
struct Workbench {
    hb_buffer_t* buffer = hb_buffer_create();
    std::vector<ShapedGlyph> glyphs;
    Workbench() { hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES); }
    ~Workbench() { hb_buffer_destroy(buffer); }
    Workbench(Workbench const&) = delete;
    Workbench& operator=(Workbench const&) = delete;
};

Workbench& workbench() {
    thread_local Workbench bench;
    return bench;
}

void fill(hb_buffer_t* buffer, ShapeContext const& context, std::string_view text) {
    hb_buffer_clear_contents(buffer);
    for (std::size_t at = 0; at < text.size();) {
        auto const cluster = static_cast<unsigned>(at);
        char32_t const c = next_character(text, at);
        hb_buffer_add(buffer, c == U'\u00AD' ? context.hyphen : c, cluster);
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, context.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, context.script);
    hb_buffer_set_language(buffer, context.language->shaping);
}

std::int16_t narrow(std::int32_t value) { return static_cast<std::int16_t>(std::clamp(value, -32768, 32767)); }

void add_feature(std::vector<hb_feature_t>& features, char const (&tag)[5], unsigned value) {
    features.push_back({HB_TAG(tag[0], tag[1], tag[2], tag[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
}

std::vector<hb_feature_t> features_of(FeatureChoice const& choice) {
    std::vector<hb_feature_t> features;
    switch (choice.figures) {
    case style::Figures::oldstyle: add_feature(features, "onum", 1), add_feature(features, "pnum", 1); break;
    case style::Figures::lining: add_feature(features, "lnum", 1), add_feature(features, "pnum", 1); break;
    case style::Figures::tabular: add_feature(features, "lnum", 1), add_feature(features, "tnum", 1); break;
    }
    if (choice.capitals == style::Capitals::small || choice.capitals == style::Capitals::all_small)
        add_feature(features, "smcp", 1);
    if (choice.capitals == style::Capitals::all_small) add_feature(features, "c2sc", 1);
    if (choice.capitals == style::Capitals::upper) add_feature(features, "case", 1);
    if (choice.rise == Rise::superior) add_feature(features, "sups", 1);
    if (choice.rise == Rise::inferior) add_feature(features, "subs", 1);
    if (!choice.ligatures) add_feature(features, "liga", 0), add_feature(features, "clig", 0);
    return features;
}

// Scripts whose letters join; tracking would tear them apart (TYPESETTING.md 4.3).
bool may_be_tracked(hb_script_t script) {
    switch (script) {
    case HB_SCRIPT_ARABIC:
    case HB_SCRIPT_SYRIAC:
    case HB_SCRIPT_MONGOLIAN:
    case HB_SCRIPT_NKO:
    case HB_SCRIPT_DEVANAGARI:
    case HB_SCRIPT_BENGALI:
    case HB_SCRIPT_GURMUKHI:
    case HB_SCRIPT_GUJARATI:
    case HB_SCRIPT_ORIYA:
    case HB_SCRIPT_TAMIL:
    case HB_SCRIPT_TELUGU:
    case HB_SCRIPT_KANNADA:
    case HB_SCRIPT_MALAYALAM: return false;
    default: return true;
    }
}

// Letters and signs between spaces: any advance that differs from the bare glyph's was changed for the space's sake.
bool kerns_with_space(ShapeContext const& context) {
    if (context.right_to_left) return false;
    bool const cyrillic = context.script == HB_SCRIPT_CYRILLIC;
    bool const greek = context.script == HB_SCRIPT_GREEK;
    std::string text = " ";
    auto const add = [&](char32_t first, char32_t last) {
        for (char32_t c = first; c <= last; ++c)
            if (context.face->covers(c)) append_utf8(text, c), text.push_back(' ');
    };
    if (cyrillic)
        add(U'А', U'я');
    else if (greek)
        add(U'Α', U'Ρ'), add(U'Σ', U'ω');
    else
        add(U'A', U'Z'), add(U'a', U'z');
    for (char32_t const c : U".,;:-”’")
        if (c != 0) add(c, c);
    for (ShapedGlyph const& glyph : shape(context, text))
        if (glyph.advance != context.face->advance_of(glyph.id) || glyph.dx != 0) return true;
    return false;
}

// Characters whose edge kerns are kept: Latin to Cyrillic, and general punctuation.
constexpr std::size_t edge_letters = 0x530;
constexpr std::size_t edge_slots = edge_letters + 0x50;

std::size_t edge_slot(char32_t c) {
    if (c < edge_letters) return c;
    return c >= 0x2000 && c < 0x2050 ? edge_letters + (c - 0x2000) : edge_slots;
}

EdgeKerns measure_edges(ShapeContext const& context, char32_t c) {
    std::string letter;
    append_utf8(letter, c);
    std::int32_t const alone = width_of(shape(context, letter));
    EdgeKerns kerns;
    if (context.space_kerned) {
        std::int32_t const space = width_of(shape(context, " "));
        // A third of the space (Vollkorn's "y ") is too much for a line set tight; a sixth keeps the sense of the pair.
        auto const limited = [&](std::int32_t kern) { return narrow(std::clamp(kern, -space / 6, space / 6)); };
        kerns.after_space = limited(width_of(shape(context, " " + letter)) - alone - space);
        kerns.before_space = limited(width_of(shape(context, letter + " ")) - alone - space);
    }
    kerns.before_hyphen =
        narrow(width_of(shape(context, letter + std::string(set_hyphen))) - alone - context.hyphen_width);
    return kerns;
}

constexpr std::uint64_t edge_known = 1ULL << 63U;

std::uint64_t pack(EdgeKerns const& kerns) {
    auto const part = [](std::int16_t value, unsigned shift) {
        return static_cast<std::uint64_t>(static_cast<std::uint16_t>(value)) << shift;
    };
    return edge_known | part(kerns.after_space, 0) | part(kerns.before_space, 16) | part(kerns.before_hyphen, 32);
}

EdgeKerns unpack(std::uint64_t packed) {
    auto const part = [&](unsigned shift) {
        return static_cast<std::int16_t>(static_cast<std::uint16_t>(packed >> shift));
    };
    return {part(0), part(16), part(32)};
}

} // namespace

EdgeKerns edge_kerns(ShapeContext const& context, char32_t c) {
    std::size_t const slot = edge_slot(c);
    if (slot == edge_slots) return measure_edges(context, c);
    std::uint64_t packed = context.edges[slot].load(std::memory_order_relaxed);
    if (packed == 0) {
        packed = pack(measure_edges(context, c)); // any thread finds the same
        context.edges[slot].store(packed, std::memory_order_relaxed);
    }
    return unpack(packed);
}

std::span<ShapedGlyph const> shape(ShapeContext const& context, std::string_view text) {
    Workbench& bench = workbench();
    fill(bench.buffer, context, text);
    hb_shape(context.face->font(), bench.buffer, context.features.data(),
             static_cast<unsigned>(context.features.size()));
    unsigned count = 0;
    hb_glyph_info_t const* infos = hb_buffer_get_glyph_infos(bench.buffer, &count);
    hb_glyph_position_t const* places = hb_buffer_get_glyph_positions(bench.buffer, &count);
    bench.glyphs.resize(count);
    for (unsigned i = 0; i < count; ++i) {
        ShapedGlyph& glyph = bench.glyphs[i];
        glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
        glyph.cluster = static_cast<std::uint16_t>(infos[i].cluster);
        glyph.advance = places[i].x_advance;
        glyph.dx = narrow(places[i].x_offset);
        glyph.dy = narrow(places[i].y_offset);
        glyph.unsafe_to_break = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    }
    return bench.glyphs;
}

std::int32_t width_of(std::span<ShapedGlyph const> glyphs) {
    std::int32_t width = 0;
    for (ShapedGlyph const& glyph : glyphs) width += glyph.advance;
    return width;
}

ShapeContext const* ContextTable::get(Face const& face, Language const& language, hb_script_t script,
                                      bool right_to_left, FeatureChoice const& choice) const {
    std::lock_guard const lock(mutex_);
    auto& slot = contexts_[Key{&face, &language, script, right_to_left, choice}];
    if (!slot) {
        slot = std::make_unique<ShapeContext>();
        slot->face = &face;
        slot->language = &language;
        slot->script = script;
        slot->right_to_left = right_to_left;
        slot->choice = choice;
        slot->features = features_of(choice);
        slot->tracked = may_be_tracked(script);
        slot->hyphen = face.covers(U'\u2010') ? U'\u2010' : U'-';
        slot->number = contexts_.size();
        slot->edges = std::make_unique<std::atomic<std::uint64_t>[]>(edge_slots);
        slot->space_kerned = kerns_with_space(*slot);
        slot->hyphen_width = width_of(shape(*slot, set_hyphen));
    }
    return slot.get();
}

} // namespace quoin::text
