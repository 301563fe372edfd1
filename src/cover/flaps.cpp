#include "cover/panels.hpp"
#include "cover/texts.hpp"

#include <algorithm>

namespace quoin::cover {

namespace {

/// What stands before the first separator belongs to the front flap, the rest to the back flap.
model::Blocks flap_text(model::Blocks const& all, FlapSide side) {
    auto const cut = std::find_if(all.begin(), all.end(), [](model::Block const& block) {
        return std::holds_alternative<model::Separator>(block.kind);
    });
    if (side == FlapSide::front) return {all.begin(), cut};
    return {cut == all.end() ? cut : cut + 1, all.end()};
}

Span span_of(model::Blocks const& blocks, Span otherwise) { return blocks.empty() ? otherwise : blocks.front().span; }

} // namespace

void draw_flap(Canvas& canvas, Panel const& panel, Edges const& edges, FlapSide side) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    model::Blocks const text = flap_text(request.document.flaps, side);
    Pieces const pieces = pieces_of(text, request.document, canvas.diagnostics());
    if (pieces.empty()) return;
    Length const margin = panel_margin(canvas, panel, 110);
    // Its first line stands as high as that of the panel beside it.
    Length const top = panel_margin(canvas, {{}, {request.layout.print.page.width, panel.size.height}},
                                    style.template_name == "masthead" ? 76 : 110);
    ColumnStyle const column{style.back_text, style.text_ink, "flaps",
                             span_of(text, request.document.metadata.cover.span)};
    set_column(canvas, pieces, column, {panel.origin.x + margin, panel.origin.y + top},
               {panel.size.width - margin * 2, panel.size.height - top * 2});
}

void draw_inside_panel(Canvas& canvas, Panel const& panel, model::Blocks const& blocks, std::string_view key) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    Pieces const pieces = pieces_of(blocks, request.document, canvas.diagnostics());
    if (pieces.empty()) return;
    Length const margin = panel_margin(canvas, panel, 110);
    // Lines of about 60 letters; on a wide page the column keeps to the outer part, far from the glue.
    Length const measure = std::min(panel.size.width - margin * 2, style.back_text.size * 34);
    bool const spine_right = key == "inside-front";
    Length const x = spine_right ? panel.origin.x + margin : panel.origin.x + panel.size.width - margin - measure;
    ColumnStyle const column{style.back_text, "text", std::string(key),
                             span_of(blocks, request.document.metadata.cover.span)};
    set_column(canvas, pieces, column, {x, panel.origin.y + margin}, {measure, panel.size.height - margin * 2});
}

} // namespace quoin::cover
