#include "cover/draw_cover.hpp"

#include "cover/panels.hpp"

#include <algorithm>

namespace quoin::cover {

namespace {

Length spine_width(Request const& request) {
    auto const& papers = request.layout.papers;
    auto const paper = std::find_if(papers.begin(), papers.end(), [&](style::Paper const& candidate) {
        return candidate.name == request.layout.print.paper;
    });
    if (paper == papers.end()) return {};
    if (request.layout.print.page.binding != "perfect") return {};
    return paper->caliper * static_cast<std::int64_t>((request.interior_pages + 1) / 2);
}

} // namespace

model::CoverForm form_of(model::Metadata const& metadata, style::CoverStyle const& style) {
    if (metadata.cover.form != model::CoverForm::unstated) return metadata.cover.form;
    if (style.form == "separate") return model::CoverForm::separate;
    if (style.form == "self") return model::CoverForm::self;
    if (style.form == "none") return model::CoverForm::none;
    switch (metadata.kind) {
    case model::PublicationKind::journal:
    case model::PublicationKind::book: return model::CoverForm::separate;
    case model::PublicationKind::pamphlet: return model::CoverForm::self;
    case model::PublicationKind::leaflet: return model::CoverForm::none;
    }
    return model::CoverForm::none;
}

Sheet draw_sheet(Request const& request, Diagnostics& diagnostics) {
    style::PageGeometry const& page = request.layout.print.page;
    Length const spine = spine_width(request);
    Length const bleed = page.bleed;
    Sheet sheet;
    sheet.back = {{}, {page.width, page.height}};
    sheet.spine = {{page.width, {}}, {spine, page.height}};
    sheet.front = {{page.width + spine, {}}, {page.width, page.height}};
    Canvas canvas(request, {page.width * 2 + spine, page.height}, bleed, diagnostics);
    canvas.begin_page();
    draw_back_panel(canvas, sheet.back, {bleed, bleed, {}, bleed});
    if (spine.units > 0) draw_spine(canvas, sheet.spine, {{}, bleed, {}, bleed});
    draw_front_panel(canvas, sheet.front, {{}, bleed, bleed, bleed});
    sheet.pages = canvas.take();
    return sheet;
}

SelfCover draw_self_cover(Request const& request, Diagnostics& diagnostics) {
    style::PageGeometry const& page = request.layout.print.page;
    Canvas canvas(request, {page.width, page.height}, page.bleed, diagnostics);
    Panel const panel{{}, {page.width, page.height}};
    Edges const all{page.bleed, page.bleed, page.bleed, page.bleed};
    canvas.begin_page();
    draw_front_panel(canvas, panel, all);
    canvas.begin_page();
    draw_back_panel(canvas, panel, all);
    return {canvas.take()};
}

page::PageList draw_front(Request const& request, Size size, Diagnostics& diagnostics) {
    Canvas canvas(request, size, {}, diagnostics);
    canvas.begin_page();
    draw_front_panel(canvas, {{}, size}, {});
    return canvas.take();
}

} // namespace quoin::cover
