#include "pdf/slug_font.hpp"

#include "base/utf8.hpp"

#include <hb-ot.h>

namespace quoin::pdf {

struct SlugFont::Handle {
    explicit Handle(page::FontFile const& file) {
        auto* blob =
            hb_blob_create(reinterpret_cast<char const*>(file.bytes->data()), static_cast<unsigned>(file.bytes->size()),
                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        auto* face = hb_face_create(blob, file.face_index);
        font = hb_font_create(face);
        std::vector<hb_variation_t> axes;
        for (auto const& [name, position] : file.variations)
            axes.push_back(
                {hb_tag_from_string(name.data(), static_cast<int>(name.size())), static_cast<float>(position)});
        hb_font_set_variations(font, axes.data(), static_cast<unsigned>(axes.size()));
        hb_face_destroy(face);
        hb_blob_destroy(blob);
    }
    ~Handle() { hb_font_destroy(font); }
    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;

    [[nodiscard]] std::uint32_t glyph(char32_t character) const {
        hb_codepoint_t id = 0;
        return hb_font_get_nominal_glyph(font, character, &id) != 0 ? id : 0;
    }

    hb_font_t* font = nullptr;
};

std::optional<SlugFont> SlugFont::choose(page::PageList const& list, std::vector<GlyphTexts> const& used,
                                         std::string_view characters) {
    std::optional<SlugFont> best;
    std::size_t most = 0;
    for (std::size_t font = 0; font < used.size(); ++font) {
        if (!used[font].any() || !list.fonts[font].bytes) continue;
        auto handle = std::make_shared<Handle const>(list.fonts[font]);
        std::size_t count = 0;
        bool all = true;
        for (std::size_t at = 0; at < characters.size();) {
            bool const there = handle->glyph(next_character(characters, at)) != 0;
            count += there ? 1 : 0;
            all = all && there;
        }
        if (count > most) best = SlugFont(static_cast<page::FontId>(font), std::move(handle));
        most = std::max(most, count);
        if (all) break;
    }
    return best;
}

page::GlyphRun SlugFont::set(std::string_view text, page::InkUse ink, Length size) const {
    page::GlyphRun run;
    run.font = id_;
    run.ink = ink;
    run.size = size;
    auto const em = static_cast<std::int64_t>(hb_face_get_upem(hb_font_get_face(handle_->font)));
    for (std::size_t at = 0; at < text.size();) {
        auto const begin = at;
        auto const glyph = handle_->glyph(next_character(text, at));
        if (glyph == 0) continue;
        run.glyphs.push_back(
            {glyph, static_cast<std::uint32_t>(run.text.size()), static_cast<std::int32_t>(run.width.units), 0});
        run.text += text.substr(begin, at - begin);
        run.width += size.scaled(hb_font_get_glyph_h_advance(handle_->font, glyph), em);
    }
    return run;
}

void SlugFont::reserve(std::string_view characters, std::vector<GlyphTexts>& used) const {
    GlyphTexts& texts = used.at(static_cast<std::size_t>(id_));
    for (std::size_t at = 0; at < characters.size();) {
        auto const begin = at;
        auto const glyph = handle_->glyph(next_character(characters, at));
        if (glyph == 0) continue;
        if (glyph >= texts.used.size()) {
            texts.used.resize(glyph + 1);
            texts.text.resize(glyph + 1);
        }
        texts.highest = std::max(texts.highest, glyph);
        if (!texts.used[glyph]) texts.text[glyph] = characters.substr(begin, at - begin);
        texts.used[glyph] = true;
    }
}

} // namespace quoin::pdf
