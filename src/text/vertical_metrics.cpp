#include "text/font_state.hpp"
#include "text/paragraph.hpp"

#include <hb-ot.h>

namespace quoin::text {

namespace {

std::int32_t height_of(Face const& face, char32_t letter) {
    hb_glyph_extents_t box{};
    return hb_font_get_glyph_extents(face.font(), face.glyph_of(letter), &box) != 0 ? box.y_bearing : 0;
}

std::int32_t metric(Face const& face, hb_ot_metrics_tag_t tag, char32_t letter) {
    hb_position_t value = 0;
    if (hb_ot_metrics_get_position(face.font(), tag, &value) != 0 && value > 0) return value;
    return height_of(face, letter);
}

} // namespace

VerticalMetrics vertical_metrics(CharacterStyle const& style, FontBook const& book) {
    Face const* face = book.state().face(style.face);
    if (face == nullptr) return {};
    auto const length = [&](std::int32_t units) { return style.size.scaled(units, face->units_per_em()); };
    hb_font_extents_t extents{};
    hb_font_get_h_extents(face->font(), &extents);
    VerticalMetrics metrics;
    metrics.ascent = length(extents.ascender);
    metrics.descent = length(-extents.descender);
    metrics.cap_height = length(metric(*face, HB_OT_METRICS_TAG_CAP_HEIGHT, U'H'));
    metrics.x_height = length(metric(*face, HB_OT_METRICS_TAG_X_HEIGHT, U'x'));
    return metrics;
}

} // namespace quoin::text
